"""What a colleague would add: a card of sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iamport_desktop.ui.widgets.label import PlainLabel


class Card(QFrame):
    """A surface with rounded corners and one column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 14)
        self.column.setSpacing(6)


class TitledRow(QHBoxLayout):
    """A title at the left and something at the right."""

    def __init__(self, title: QWidget, right: QWidget) -> None:
        super().__init__()
        self.addWidget(title, 1)
        self.addWidget(right)


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
