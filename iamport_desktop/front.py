"""What is painted first: the window with its search bar, in the person's language, colours and place."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from iamport_desktop.looks import Looks
from iamport_desktop.options import Options
from iamport_desktop.settings import Settings
from iamport_desktop.ui.main_window import MainWindow


class Front(NamedTuple):
    """Ready to be shown; whatever else there is stands behind it."""

    looks: Looks
    window: MainWindow


def build_front(qt: QApplication, options: Options, settings: Settings) -> Front:
    """Build it. What `options` name outdoes the settings."""
    looks = Looks(qt, options.language or settings.language, options.theme or settings.theme)
    window = MainWindow()
    window.restoreGeometry(settings.geometry)
    return Front(looks, window)
