"""The window with everything in it, and no app behind it."""

from __future__ import annotations

from iamport_desktop.ui import shortcuts
from iamport_desktop.ui.display_context import DisplayContext
from iamport_desktop.ui.main_window import Body, MainWindow


def furnished(outfit: DisplayContext) -> MainWindow:
    """Build it; `body` shows that the program is starting."""
    window = MainWindow()
    window.wear(outfit.theme)
    Body(window, outfit)
    shortcuts.install_window_shortcuts(window)
    return window
