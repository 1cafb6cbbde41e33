"""What a colleague would add: a card of sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from iamport_desktop.ui.cards import Card
from iamport_desktop.ui.labels import PlainLabel

translate = QCoreApplication.translate


class AdviceCard(Card):
    """Good to know about this payment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(kind="title")
        self.column.addWidget(self._title)
        self._sentences: list[PlainLabel] = []
        self._count = 0

    def show_advice(self, advice: tuple[str, ...]) -> None:
        """Show these sentences in place of those before."""
        self._count = len(advice)
        self._title.setText(translate("Advice", "Good to know"))
        while len(self._sentences) < len(advice):
            self._sentences.append(PlainLabel())
            self.column.addWidget(self._sentences[-1])
        for place, label in enumerate(self._sentences):
            label.setText(advice[place] if place < len(advice) else "")
            label.setVisible(place < len(advice))

    def count(self) -> int:
        """How many sentences it shows."""
        return self._count
