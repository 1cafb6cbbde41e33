"""Activate a window."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget


def activate_window(window: QWidget, token: str = "") -> None:
    """Restore `window`, raise it and give it the focus; mark it in the taskbar where the system refuses that.

    `token` is the xdg-activation token that Wayland asks for.
    """
    if token and QGuiApplication.platformName() == "wayland":
        os.putenv("XDG_ACTIVATION_TOKEN", token)  # Qt reads the variable and unsets it
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
