"""The program on a desk whose name lookups hang: `python -m tests.support.stuck_names …`.

The C library's lookup blocks the thread that calls it and cannot be interrupted; so does this, in a read that
nothing ever ends. The file named by $STUCK_NAMES appears when it has begun. It does what `tests.support.driving` says.
"""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import Any, NoReturn

from iamport_desktop.controllers import app as app_module
from tests.support import app_with_key
from tests.support.driven import DrivenApp


def _stuck(*_arguments: Any, **_options: Any) -> NoReturn:
    Path(os.environ["STUCK_NAMES"]).touch()
    nobody_writes, _ = os.pipe()
    os.read(nobody_writes, 1)
    raise AssertionError("somebody wrote")


if __name__ == "__main__":
    socket.getaddrinfo = _stuck
    app_module.AppController = DrivenApp  # type: ignore[misc]
    sys.exit(app_with_key.main())
