"""Brings a window to the front."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget


def bring_to_front(window: QWidget, token: str = "") -> None:
    """Restore `window` if it is minimised, put it in front and give it the focus; mark it where that is refused.

    `token` is the xdg-activation token that allows this on Wayland.
    """
    if token and QGuiApplication.platformName() == "wayland":
        os.putenv("XDG_ACTIVATION_TOKEN", token)  # where Qt looks for it, and takes it away
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
