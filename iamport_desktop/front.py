"""What is painted first: the window with its search bar, in the person's language, colours and place."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from iamport_desktop.options import Options
from iamport_desktop.settings import Settings
from iamport_desktop.ui.appearance import Looks
from iamport_desktop.ui.main_window import MainWindow

Front = tuple[Looks, MainWindow]

# Seconds for which one thread keeps Python's lock from another. The usual 5 ms, at each step of painting, would let
# the window stand still while other threads import what they need, or read an answer of megabytes.
LOCK_SECONDS = 0.0005


def build_front(qt: QApplication, options: Options, settings: Settings) -> Front:
    """Build it, ready to be shown. What `options` name outdoes the settings."""
    sys.setswitchinterval(LOCK_SECONDS)
    looks = Looks(qt, options.language or settings.language, options.theme or settings.theme)
    window = MainWindow()
    window.wear(looks.theme)
    window.restoreGeometry(settings.geometry)
    return looks, window
