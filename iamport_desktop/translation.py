"""The language of the window: Qt's translators, ours and Qt's own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from iamport_desktop.api.codes import Language
from iamport_desktop.resources import resource_path

LANGUAGES: tuple[Language, ...] = ("ko", "en")


def system_language() -> Language:
    """Korean where the system speaks Korean, else English."""
    return "ko" if QLocale.system().language() == QLocale.Language.Korean else "en"


def as_language(wish: str) -> Language:
    """`wish` (`ko`, `en`, or "" for the system's) as a language."""
    match wish:
        case "ko" | "en":
            return wish
        case _:
            return system_language()


class Translation:
    """Installs the translators of one language, and replaces them by another's."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.translators: dict[Language, QTranslator] = {each: self._loaded(each) for each in LANGUAGES}

    def use(self, language: Language) -> None:
        """Speak `language` from now on; every widget gets a LanguageChange event."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        QLocale.setDefault(QLocale(language))
        self._installed = []
        qt_translations = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        qt_translator = QTranslator(self._app)
        qt_translator.load(f"qtbase_{language}", qt_translations)
        for translator in (qt_translator, self.translators[language]):
            self._app.installTranslator(translator)
            self._installed.append(translator)

    def _loaded(self, language: Language) -> QTranslator:
        translator = QTranslator(self._app)
        translator.load(f"iamport_desktop_{language}", str(resource_path("i18n")))
        return translator
