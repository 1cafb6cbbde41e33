"""Exclude windows from screen captures and shared screens, on Windows 10 version 2004 and later.

Source: Win32 SetWindowDisplayAffinity, WDA_EXCLUDEFROMCAPTURE.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

_WDA_NONE = 0x00
_WDA_EXCLUDEFROMCAPTURE = 0x11


def is_supported() -> bool:
    """Return whether this system can exclude windows from captures."""
    return sys.platform == "win32"


class CaptureGuard(QObject):
    """Excludes every window of the application, dialogs and menus too, as soon as it is shown."""

    def __init__(self, qt: QApplication) -> None:
        super().__init__(qt)
        self._qt = qt
        self._enabled = False

    def set_enabled(self, enabled: bool) -> None:
        """Exclude all windows from now on, or let them be captured again."""
        self._enabled = enabled
        self._qt.removeEventFilter(self)
        if enabled:  # while disabled, no event passes through Python
            self._qt.installEventFilter(self)
        for widget in QApplication.topLevelWidgets():
            if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Created):
                self._apply(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A new native window (WinIdChange) has the default affinity.
        shown = event.type() in (QEvent.Type.Show, QEvent.Type.WinIdChange)
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self._apply(watched)
        return False

    def _apply(self, window: QWidget) -> None:
        _set_affinity(int(window.winId()), _WDA_EXCLUDEFROMCAPTURE if self._enabled else _WDA_NONE)


def _set_affinity(window: int, affinity: int) -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.SetWindowDisplayAffinity(window, affinity)
