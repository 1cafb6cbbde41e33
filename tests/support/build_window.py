"""A complete main window without an app behind it."""

from __future__ import annotations

from datetime import datetime

from iamport_desktop.api.codes import CodeTables, Language
from iamport_desktop.api.origin import parse_origin
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.resources import resource_path
from iamport_desktop.ui.keyboard import install_shortcuts
from iamport_desktop.ui.main_window import MainWindow
from tests.conftest import RULES

API = parse_origin("http://127.0.0.1:8000")  # where the samples' receipts are


class Context:
    """The `format_context` of `MainWindow.build_pages`, with a fixed time and a language that can change."""

    def __init__(self, language: Language, now: datetime) -> None:
        self.language, self.now = language, now
        self._codes = CodeTables.load(resource_path("codes"))

    def __call__(self) -> FormatContext:
        return FormatContext(self.language, self._codes, RULES, self.now, api=API)


def build_window(context: Context, translation: Translation) -> MainWindow:
    """Build a window that shows the starting page."""
    window = MainWindow()
    window.build_pages(context, translation.translators)
    install_shortcuts(window)
    return window
