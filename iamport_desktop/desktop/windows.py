"""What Windows needs at the start and the end of the process."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

# The AppUserModelID, by which Windows groups taskbar buttons and names notifications; the start menu entry has it too.
APP_ID = "iamport-desktop"


def prepare() -> None:
    """Open missing standard streams and set the AppUserModelID. Does nothing on other systems."""
    if sys.platform == "win32":
        _open_missing_streams()
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)


def exit_process(code: int) -> NoReturn:
    """End this process at once with exit code `code`, on every system; threads that hang do not delay it.

    On Windows `os._exit` runs the detach handlers of DLLs, which can deadlock; the process would then stay alive
    without a window.
    """
    if sys.platform == "win32":
        import _winapi  # part of Python itself, unlike ctypes' library

        _winapi.TerminateProcess(_winapi.GetCurrentProcess(), code)
    os._exit(code)


def _open_missing_streams() -> None:
    """Give a windowed program standard streams, which argparse, print and logging expect."""
    for name, mode in {"stdin": "r", "stdout": "w", "stderr": "w"}.items():
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open until the process ends
