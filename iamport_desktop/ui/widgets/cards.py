"""Cards: surfaces with rounded corners."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iamport_desktop.ui.widgets.label import PlainLabel

translate = QCoreApplication.translate


class Card(QFrame):
    """A surface with rounded corners and one column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 14)
        self.column.setSpacing(6)


class AdviceCard(Card):
    """Sentences that are good to know about a payment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(kind="title")
        self.column.addWidget(self._title)
        self._sentences: list[PlainLabel] = []
        self._count = 0

    def show_advice(self, advice: tuple[str, ...]) -> None:
        """Show these sentences in place of the previous ones."""
        self._count = len(advice)
        self._title.setText(translate("Advice", "Good to know"))
        while len(self._sentences) < len(advice):
            self._sentences.append(PlainLabel())
            self.column.addWidget(self._sentences[-1])
        for index, label in enumerate(self._sentences):
            label.setText(advice[index] if index < len(advice) else "")
            label.setVisible(index < len(advice))

    def count(self) -> int:
        """Return how many sentences are shown."""
        return self._count
