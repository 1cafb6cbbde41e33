"""What only Windows asks of the program at its start."""

from __future__ import annotations

import ctypes
import sys

import pytest

from iamport_desktop import windows
from tests.windows.wine_or_windows import WINE


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
