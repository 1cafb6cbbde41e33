"""Cards, and layouts that follow the width of the window: cards in columns, and a grid that wraps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from iamport_desktop.ui.theme import GRID
from iamport_desktop.ui.widgets.label import PlainLabel

translate = QCoreApplication.translate

COLUMN_WIDTH = 335
MAX_COLUMNS = 4
# By the number of columns: the column of each place.
_COLUMN_OF_PLACE = {1: (0, 0, 0, 0), 2: (0, 1, 1, 0), 3: (0, 1, 2, 2), 4: (0, 1, 2, 3)}


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


class CardColumns(QWidget):
    """Puts each card at its own place, whatever other cards there are: in four columns, or fewer as the width allows.

    A place is the number of a column of four. The places of cards that are not shown stay empty.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[tuple[QWidget, int], ...] = ()
        self._assigned: tuple[tuple[QWidget, int], ...] = ()
        self._count = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID + 4)
        self.setMinimumWidth(1)  # the width decides how many columns there are, not the other way round
        self._columns = [QVBoxLayout() for _ in range(MAX_COLUMNS)]
        self._fillers = [QWidget(self) for _ in range(MAX_COLUMNS)]  # an empty column would take no room
        for column, filler in zip(self._columns, self._fillers, strict=True):
            filler.setFixedHeight(0)
            column.setSpacing(GRID + 4)
            column.addStretch(1)
            column.addWidget(filler)
            self._row.addLayout(column)

    def set_cards(self, cards: Sequence[tuple[QWidget, int]]) -> None:
        """Show these cards, each given with its place, and hide the previous ones."""
        previous, self._cards = self._cards, tuple(sorted(cards, key=lambda card: card[1]))
        self._assign_columns()  # first: a card that is shown before it has a parent would be a window
        shown = [card for card, _ in self._cards]
        for card, _ in previous:
            if card not in shown:
                card.hide()
        for card in shown:
            card.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._assign_columns()

    def _assign_columns(self) -> None:
        count = max(1, min(MAX_COLUMNS, self.width() // COLUMN_WIDTH))
        if count == self._count and self._cards == self._assigned:
            return
        for column in self._columns:
            for card, _ in self._assigned:
                column.removeWidget(card)  # takeAt would leave an item behind whose height is never updated
        self._count, self._assigned = count, self._cards
        for card, place in self._cards:
            column = self._columns[_COLUMN_OF_PLACE[count][place]]
            column.insertWidget(column.count() - 2, card)  # above stretch and filler
            card.raise_()  # screen readers take the order of the stack
        for index, filler in enumerate(self._fillers):
            filler.setVisible(index < count)
            self._row.setStretch(index, 1 if index < count else 0)


class FlowGrid(QWidget):
    """A grid of equally wide columns that wraps: as many columns as fit, each `min_width` to `max_width` pixels."""

    def __init__(self, min_width: int, max_width: int, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._min_width, self._max_width = min_width, max_width
        self._widgets: list[QWidget] = []
        self._columns = self._stretched = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing)

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Arrange exactly these, in this order."""
        self._widgets = list(widgets)
        self._columns = 0
        self.setMaximumWidth(max(1, len(self._widgets)) * (self._max_width + self._grid.spacing()))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fitting = max(1, self.width() // (self._min_width + self._grid.spacing()))
        columns = max(1, min(fitting, len(self._widgets)))
        if columns == self._columns:
            return
        for column in range(self._stretched):
            self._grid.setColumnStretch(column, 0)
        self._columns = self._stretched = columns
        for index, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, index // columns, index % columns)
            self._grid.setColumnStretch(index % columns, 1)
