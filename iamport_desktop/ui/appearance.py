"""The language and the theme of the application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTranslator
from PySide6.QtWidgets import QApplication

from iamport_desktop.api.codes import Language
from iamport_desktop.presentation.i18n import Translation, as_language
from iamport_desktop.ui.theme import DARK, LIGHT, apply_theme, is_dark

if TYPE_CHECKING:
    from PySide6.QtCore import Qt


class Appearance(QObject):
    """Applies the chosen language and theme. Widgets follow on their LanguageChange and PaletteChange events."""

    def __init__(self, app: QApplication, language: str, theme: str) -> None:
        """`language` is `ko`, `en`, or "" for the system's; `theme` is `light`, `dark`, or "" for the system's."""
        super().__init__()
        self._app = app
        self._translation = Translation(app)
        self._system_is_dark = is_dark(app.palette())  # before a palette is set
        self.set_language(language)
        self.set_theme(theme)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def translators(self) -> dict[Language, QTranslator]:
        """The translator of each language, installed or not: a text may be copied in the other language."""
        return self._translation.translators

    def set_language(self, choice: str) -> None:
        """Use the language `choice`: `ko`, `en`, or "" for the system's."""
        self.language: Language = as_language(choice)
        self._translation.use(self.language)

    def set_theme(self, choice: str) -> None:
        """Use the theme `choice`: `light`, `dark`, or "" for the one that is like the system."""
        self.theme_setting = choice
        dark = self._system_is_dark if choice == "" else choice == "dark"
        apply_theme(self._app, DARK if dark else LIGHT)

    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        self._system_is_dark = scheme.name == "Dark"
        self.set_theme(self.theme_setting)
