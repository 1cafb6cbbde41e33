"""How everything is shown: language, names of codes, colours, and whose clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QTranslator

from iamport_desktop.api.codes import CodeTables, Language
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class DisplayContext:
    """Handed to whatever shows a payment. `translators` speak each language, whichever is installed."""

    language: Language
    codes: CodeTables
    theme: Theme
    now: Callable[[], datetime]
    translators: Mapping[Language, QTranslator]

    def reading(self, *, revealed: bool = False, language: Language | None = None) -> FormatContext:
        """How a payment is read at this moment."""
        return FormatContext(language or self.language, self.codes, self.now(), revealed)
