"""The language that the program speaks and the colours that it wears, applied to all of it."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from iamport_desktop.resources import resource_path
from iamport_desktop.ui.theme import Theme, apply_theme, is_dark, theme_for

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from iamport_desktop.api.codes import Language


LANGUAGES: tuple[Language, ...] = ("ko", "en")


def system_language() -> Language:
    """Korean where the system speaks Korean, else English."""
    return "ko" if QLocale.system().name().startswith("ko_") else "en"


def as_language(wish: str) -> Language:
    """`wish` (`ko`, `en`, or "" for the system's) as a language."""
    match wish:
        case "ko" | "en":
            return wish
        case _:
            return system_language()


class _Translator(QTranslator):
    """Qt reads in `texts` for as long as this lives, which is as long as the application."""

    texts = b""


class Translation:
    """Installs the translators of one language, and replaces them by another's."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        ours = resource_path("i18n")
        self.translators: dict[Language, QTranslator] = {
            each: self._loaded(ours / f"iamport_desktop_{each}.qm") for each in LANGUAGES
        }
        self._of_qt: dict[Language, QTranslator] = {}

    def use(self, language: Language) -> None:
        """Speak `language` from now on; every widget gets a LanguageChange event."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        QLocale.setDefault(QLocale(language))
        self._installed = [self._qt_translator(language), self.translators[language]]
        for translator in self._installed:
            self._app.installTranslator(translator)

    def _qt_translator(self, language: Language) -> QTranslator:
        if language not in self._of_qt:
            folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            self._of_qt[language] = self._loaded(folder / f"qtbase_{language}.qm")
        return self._of_qt[language]

    def _loaded(self, file: Path) -> QTranslator:
        """Read whole: Qt would map the file, and die of a bus error where an update rewrites it under the window."""
        translator = _Translator(self._app)
        with contextlib.suppress(OSError):  # then it speaks English
            translator.texts = file.read_bytes()
            translator.load(translator.texts)
        return translator


class Appearance(QObject):
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
