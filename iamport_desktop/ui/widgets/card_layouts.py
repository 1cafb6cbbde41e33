"""A row of widgets of one width that breaks into as many lines as are needed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from iamport_desktop.ui.theme import GRID

COLUMN_WIDTH = 380
MOST_COLUMNS = 3


class CardColumns(QWidget):
    """Deals cards into columns, each to the shortest one, so that the page stays short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[tuple[QWidget, int], ...] = ()
        self._dealt: tuple[tuple[QWidget, int], ...] = ()
        self._count = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID + 4)
        self.setMinimumWidth(1)  # the room decides how many columns there are, and not the other way round
        self._columns = [QVBoxLayout() for _ in range(MOST_COLUMNS)]
        for column in self._columns:
            column.setSpacing(GRID + 4)
            column.addStretch(1)
            self._row.addLayout(column)

    def set_cards(self, cards: Sequence[tuple[QWidget, int]]) -> None:
        """Show these cards, each with its height in lines, and hide those shown before."""
        before, self._cards = self._cards, tuple(cards)
        self._deal()  # which also gives a new card its parent: shown before, it would be a window
        shown = [card for card, _ in self._cards]
        for card, _ in before:
            if card not in shown:
                card.hide()
        for card in shown:
            card.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._deal()

    def _deal(self) -> None:
        count = max(1, min(MOST_COLUMNS, self.width() // COLUMN_WIDTH))
        if count == self._count and self._cards == self._dealt:
            return
        for column in self._columns:
            for card, _ in self._dealt:
                column.removeWidget(
                    card
                )  # takeAt would leave the item behind, with heights that are never renewed
        self._count, self._dealt = count, self._cards
        heights = [0] * count
        for card, lines in self._cards:
            shortest = heights.index(min(heights))
            heights[shortest] += lines + 2
            column = self._columns[shortest]
            column.insertWidget(column.count() - 1, card)  # above the stretch
        for number in range(MOST_COLUMNS):
            self._row.setStretch(number, 1 if number < count else 0)


class EvenGrid(QWidget):
    """Places its members from left to right in columns of `least` to `most` pixels."""

    def __init__(self, least: int, most: int, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._members: list[QWidget] = []
        self._columns = self._stretched = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing)

    def set_members(self, members: Sequence[QWidget]) -> None:
        """Show exactly these, in this order."""
        self._members = list(members)
        self._columns = 0
        self.setMaximumWidth(max(1, len(self._members)) * (self._most + self._grid.spacing()))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fitting = max(1, self.width() // (self._least + self._grid.spacing()))
        columns = max(1, min(fitting, len(self._members)))
        if columns == self._columns:
            return
        for column in range(self._stretched):
            self._grid.setColumnStretch(column, 0)
        self._columns = self._stretched = columns
        for place, member in enumerate(self._members):
            self._grid.addWidget(member, place // columns, place % columns)
            self._grid.setColumnStretch(place % columns, 1)
