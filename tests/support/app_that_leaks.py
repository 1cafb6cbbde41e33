"""The driven program with leaks planted in it, each when a payment is found: `python -m tests.support.app_that_leaks`.

What it lets out stands in $PLANTED: a text for the clipboard, one for a file, one for standard error.
"""

from __future__ import annotations

import base64
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from iamport_desktop import cli
from iamport_desktop.controllers import app as app_module
from iamport_desktop.lookup.state import Loaded
from tests.support.driven import DrivenApp


class LeakingApp(DrivenApp):
    """Lets out what the test planted."""

    def _show_state(self, screen: Any) -> None:
        super()._show_state(screen)
        if isinstance(screen, Loaded):
            text = os.environ["PLANTED"]
            QApplication.clipboard().setText(text)
            self.window.setAccessibleDescription(text)
            (Path.home() / "cache.bin").write_bytes(base64.b64encode(b"1" + text.encode()))
            sys.stderr.write(text.encode().hex())
            sys.stderr.flush()


if __name__ == "__main__":
    app_module.AppController = LeakingApp  # type: ignore[misc]
    sys.exit(cli.main())
