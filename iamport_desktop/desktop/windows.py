"""What only Windows asks of the program, at its start and at its end."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

# The taskbar gathers windows, and Windows names notifications, by it; the start menu's entry carries the same one.
APP_ID = "iamport-desktop"


def prepare() -> None:
    """Do what Windows wants first; on other systems nothing."""
    if sys.platform == "win32":
        _stand_in_for_streams()
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)


def leave(code: int) -> NoReturn:
    """End this process at once, with exit code `code`; on every system.

    On Windows `os._exit` waits for locks that a thread may hold, and lets each library say goodbye: programs that
    were closed soon after their start stayed behind so, without a window.
    """
    if sys.platform == "win32":
        import _winapi  # part of Python itself; ctypes would have to load a library

        _winapi.TerminateProcess(_winapi.GetCurrentProcess(), code)
    os._exit(code)


def _stand_in_for_streams() -> None:
    """A windowed program has no standard streams, which argparse, print and logging do not expect."""
    for name, mode in {"stdin": "r", "stdout": "w", "stderr": "w"}.items():
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - for the whole run
