"""A row of widgets of one width that breaks into as many lines as are needed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget


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
