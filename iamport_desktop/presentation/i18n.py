"""Texts in the language that is installed, or for a moment in another: a ticket may be written in English.

`lupdate` finds the texts by the name `translate`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from PySide6.QtCore import QCoreApplication, QTranslator


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Return `text` as it is."""
    return text


_override: ContextVar[QTranslator | None] = ContextVar("_borrowed", default=None)


def translate(context: str, text: str, comment: str | None = None, number: int = -1) -> str:
    """Return `text` in the language spoken now, its %n replaced by `number`; `text` itself where none is known."""
    translator = _override.get()
    if translator is None:
        return QCoreApplication.translate(context, text, comment, number)
    found = translator.translate(context, text, comment, number) or text
    return found.replace("%n", str(number)) if number >= 0 else found


@contextmanager
def using_translator(translator: QTranslator) -> Iterator[None]:
    """Inside, `translate` speaks the language of `translator`; no widget notices."""
    token = _override.set(translator)
    try:
        yield
    finally:
        _override.reset(token)
