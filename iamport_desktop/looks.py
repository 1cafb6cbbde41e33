"""The language that the program speaks and the colours that it wears, applied to all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from iamport_desktop.translation import Translation, as_language
from iamport_desktop.ui.theme import Theme, apply_theme, is_dark, theme_for

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from iamport_desktop.api.codes import Language


class Looks(QObject):
    """`changed`: the system has changed its colours, and so have the windows that follow it."""

    changed = Signal()

    def __init__(self, qt: QApplication, language: str, theme: str) -> None:
        """`language` is `ko`, `en`, or "" for the system's; `theme` is `light`, `dark`, or "" for the system's."""
        super().__init__()
        self.qt = qt
        self.translation = Translation(qt)
        self._dark_system = is_dark(qt.palette())  # the system's as long as nobody has set another one
        self.speak(language)
        self.wear(theme)
        qt.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def theme(self) -> Theme:
        """What is worn now."""
        return theme_for(self.theme_wish, dark_system=self._dark_system)

    def speak(self, language: str) -> None:
        """Speak `language` from now on; every widget gets a LanguageChange event."""
        self.language: Language = as_language(language)
        self.translation.use(self.language)

    def wear(self, theme: str) -> None:
        """Wear `theme` from now on."""
        self.theme_wish = theme
        apply_theme(self.qt, self.theme)

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self._dark_system = scheme.name == "Dark"
        self.wear(self.theme_wish)
        self.changed.emit()
