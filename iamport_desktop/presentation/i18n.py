"""Translate texts into the installed language, or for a moment into another: a ticket may be written in English.

lupdate finds the texts by the names `translate` and `QT_TRANSLATE_NOOP`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from iamport_desktop.api.codes import Language
from iamport_desktop.resources import resource_path

LANGUAGES: tuple[Language, ...] = ("ko", "en")
LANGUAGE_NAMES = {"ko": "한국어", "en": "English"}  # in themselves, for users who cannot read the current one


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Mark `text` for translation and return it untranslated."""
    return text


_override: ContextVar[QTranslator | None] = ContextVar("_override", default=None)


def translate(context: str, text: str, comment: str | None = None, number: int = -1) -> str:
    """Return the translation of `text`, its %n replaced by `number`; `text` itself where there is none."""
    translator = _override.get()
    if translator is None:
        return QCoreApplication.translate(context, text, comment, number)
    translation = translator.translate(context, text, comment, number) or text
    return translation.replace("%n", str(number)) if number >= 0 else translation


@contextmanager
def using_translator(translator: QTranslator) -> Iterator[None]:
    """Make `translate` use `translator`. The installed language stays, so no widget is retranslated."""
    token = _override.set(translator)
    try:
        yield
    finally:
        _override.reset(token)


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
        with suppress(OSError):
            translator.content = file.read_bytes()
            translator.load(translator.content)
        return translator
