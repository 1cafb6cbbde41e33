"""Keeps the window out of screen captures and shared screens, where the system can: Windows 10 (2004) and newer.

Source: Win32 SetWindowDisplayAffinity, WDA_EXCLUDEFROMCAPTURE.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

_WDA_NONE = 0x00
_WDA_EXCLUDEFROMCAPTURE = 0x11


def is_possible() -> bool:
    """Whether this system knows windows that are left out of captures."""
    return sys.platform == "win32"


class CaptureGuard(QObject):
    """While on, excludes every window of the program: dialogs and menus too, and again whenever one is shown anew."""

    def __init__(self, qt: QApplication) -> None:
        super().__init__(qt)
        self._qt = qt
        self._on = False

    def set_on(self, on: bool) -> None:
        """Exclude all windows from now on, or let them be captured again."""
        self._on = on
        self._qt.removeEventFilter(self)
        if on:  # else no event takes the way through Python: 1,300 come with each lookup
            self._qt.installEventFilter(self)
        for widget in QApplication.topLevelWidgets():
            if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Created):
                self._apply(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A window that is made anew (WinIdChange) has lost what was set before.
        shown = event.type() in (QEvent.Type.Show, QEvent.Type.WinIdChange)
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self._apply(watched)
        return False

    def _apply(self, window: QWidget) -> None:
        _set_affinity(int(window.winId()), _WDA_EXCLUDEFROMCAPTURE if self._on else _WDA_NONE)


def _set_affinity(window: int, affinity: int) -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.SetWindowDisplayAffinity(window, affinity)
