"""The start and the end of the program on Windows."""

from __future__ import annotations

import ctypes
import subprocess
import sys

import pytest

from iamport_desktop.desktop import windows
from tests.integration.windows.wine_or_windows import WINE

assert sys.platform == "win32"

_LEAVE_WHILE_A_LIBRARY_IS_LOADED = """
import ctypes, threading
from iamport_desktop.desktop import windows
locked = threading.Event()
def load():
    ctypes.windll.ntdll.LdrLockLoaderLock(0, None, ctypes.byref(ctypes.c_void_p()))
    locked.set()
    threading.Event().wait()
threading.Thread(target=load, daemon=True).start()
locked.wait()
windows.exit_process(3)
"""


@pytest.mark.skipif(WINE, reason="Wine 8 takes the id, and cannot say which one it took")
def test_the_process_has_the_application_id() -> None:
    windows.prepare()
    given = ctypes.c_wchar_p()
    assert ctypes.windll.shell32.GetCurrentProcessExplicitAppUserModelID(ctypes.byref(given)) == 0
    assert given.value == windows.APP_ID


def test_where_there_are_no_streams_something_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "stdin", "stdout", "stderr":
        monkeypatch.setattr(sys, name, None)
    windows.prepare()
    for stream in sys.stdout, sys.stderr:
        assert stream.write("결제") == 2
        stream.close()
    with sys.stdin:
        assert sys.stdin.buffer.read() == b""


def test_it_ends_at_once_whatever_its_threads_are_at() -> None:
    command = [sys.executable, "-c", _LEAVE_WHILE_A_LIBRARY_IS_LOADED]
    assert subprocess.run(command, timeout=20).returncode == 3
