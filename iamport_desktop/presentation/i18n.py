"""Translate texts into the installed language, or for a moment into another: a ticket may be written in English.

lupdate finds the texts by the names `translate` and `QT_TRANSLATE_NOOP`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from PySide6.QtCore import QCoreApplication, QTranslator


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
