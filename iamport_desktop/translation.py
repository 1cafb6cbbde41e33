"""The language of the window: Qt's translators, ours and Qt's own."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from iamport_desktop.resources import resource_path

if TYPE_CHECKING:
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
