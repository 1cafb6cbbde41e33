"""The language and the theme of the application."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from iamport_desktop.resources import resource_path
from iamport_desktop.ui.theme import DARK, LIGHT, apply_theme, is_dark

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from iamport_desktop.api.codes import Language

LANGUAGES: tuple[Language, ...] = ("ko", "en")


def system_language() -> Language:
    """Return Korean where the system's language is Korean, else English."""
    return "ko" if QLocale.system().name().startswith("ko_") else "en"


def as_language(choice: str) -> Language:
    """Return the language for `choice`: `ko`, `en`, or "" for the system's."""
    match choice:
        case "ko" | "en":
            return choice
        case _:
            return system_language()


class _Translator(QTranslator):
    """A translator with its file's content, which Qt does not copy."""

    content = b""


class Translation:
    """The translators of both languages, of which one is installed."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        folder = resource_path("i18n")
        self.translators: dict[Language, QTranslator] = {
            language: self._load(folder / f"iamport_desktop_{language}.qm") for language in LANGUAGES
        }
        self._qt_translators: dict[Language, QTranslator] = {}

    def use(self, language: Language) -> None:
        """Install `language` in place of the other one. Every widget gets a LanguageChange event."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        QLocale.setDefault(QLocale(language))
        self._installed = [self._qt_translator(language), self.translators[language]]
        for translator in self._installed:
            self._app.installTranslator(translator)

    def _qt_translator(self, language: Language) -> QTranslator:
        if language not in self._qt_translators:
            folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            self._qt_translators[language] = self._load(folder / f"qtbase_{language}.qm")
        return self._qt_translators[language]

    def _load(self, file: Path) -> QTranslator:
        """Read the whole file: Qt would map it, and crash when an update rewrites it. Without it, all is English."""
        translator = _Translator(self._app)
        with contextlib.suppress(OSError):
            translator.content = file.read_bytes()
            translator.load(translator.content)
        return translator


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
