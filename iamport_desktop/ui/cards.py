"""Cards, and what stands in more than one of them."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget


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
