"""Says above everything else that something went wrong in the app itself, until it is closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from iamport_desktop.presentation.severity import Tone
from iamport_desktop.ui.message_bar import MessageBar

translate = QCoreApplication.translate


class TroubleBar(MessageBar):
    """Hidden until there is trouble."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Tone.BAD, parent, kind="banner")
        self._sentence: Callable[[], str] | None = None
        self.action_requested.connect(self._close)

    def tell(self, sentence: Callable[[], str]) -> None:
        """Say what `sentence` gives, in whatever language is spoken then."""
        self._sentence = sentence
        self.say(sentence(), translate("TroubleBar", "Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._sentence:
            self.tell(self._sentence)
        super().changeEvent(event)

    def _close(self) -> None:
        self._sentence = None
        self.say("")
