"""The formats by which Windows' clipboard history and cloud clipboard leave a text out."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.ui.widgets.clipboard import copy_text, set_revealed

dlls: Any = getattr(ctypes, "windll", None)  # which type checkers know on Windows only
user32, kernel32 = dlls.user32, dlls.kernel32
user32.GetClipboardData.restype = ctypes.c_void_p
kernel32.GlobalLock.restype = ctypes.c_void_p
kernel32.GlobalLock.argtypes = kernel32.GlobalUnlock.argtypes = [ctypes.c_void_p]


@contextmanager
def clipboard() -> Iterator[None]:
    assert user32.OpenClipboard(None)
    yield
    user32.CloseClipboard()


def number(name: str) -> int | None:
    """Return the four bytes of the format called `name` as a number; None where the clipboard does not have it."""
    with clipboard():
        handle = user32.GetClipboardData(user32.RegisterClipboardFormatW(name))
        if not handle:
            return None
        value = int.from_bytes(ctypes.string_at(kernel32.GlobalLock(handle), 4), "little")
        kernel32.GlobalUnlock(handle)
        return value


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield window
    QGuiApplication.clipboard().clear()  # its data, which Python made, must not outlive Python


@pytest.mark.parametrize("revealed", [False, True])
def test_what_is_copied_while_revealed_is_kept_out_of_history_and_cloud(
    window: QWidget, revealed: bool
) -> None:
    set_revealed(window, revealed)
    copy_text(window, "010-0000-1234", "phone")
    QGuiApplication.processEvents()
    assert QGuiApplication.clipboard().text() == "010-0000-1234"
    for name in ("CanIncludeInClipboardHistory", "CanUploadToCloudClipboard"):
        assert number(name) == (0 if revealed else None)
    with clipboard():
        excluded = user32.RegisterClipboardFormatW("ExcludeClipboardContentFromMonitorProcessing")
        assert bool(user32.IsClipboardFormatAvailable(excluded)) is revealed
