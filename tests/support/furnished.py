"""The window with everything in it, and no app behind it."""

from __future__ import annotations

from iamport_desktop.ui import window_keys
from iamport_desktop.ui.body import Body
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.outfit import Outfit


def furnished(outfit: Outfit) -> MainWindow:
    """Build it; `body` shows that the program is starting."""
    window = MainWindow()
    window.wear(outfit.theme)
    Body(window, outfit)
    window_keys.install_window_shortcuts(window)
    return window
