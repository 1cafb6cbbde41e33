"""A sentence across the window, with up to one button: hints, the sample-mode banner."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from iamport_desktop.presentation.severity import Tone
from iamport_desktop.ui.labels import PlainLabel


class MessageBar(QFrame):
    """Hidden until it has something to say."""

    action_requested = Signal()

    def __init__(self, tone: Tone, parent: QWidget | None = None, *, kind: str = "notice") -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setProperty("tone", tone.value)
        self._text = PlainLabel(tone=tone.value)
        self._button = QPushButton()
        self._button.setProperty("kind", "small")
        self._button.clicked.connect(self.action_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self.say("")

    def say(self, text: str, action: str = "") -> None:
        """Show `text`, with a button `action`; nothing at all for an empty text."""
        self._text.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setVisible(bool(text))

    def text(self) -> str:
        """What it says now."""
        return self._text.text()
