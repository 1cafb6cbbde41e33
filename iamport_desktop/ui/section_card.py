"""A section of a payment: a card of rows. Rows are made once and used again for the next payment."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMargins, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from iamport_desktop.presentation.view_model import Section
from iamport_desktop.ui.field_row import FieldRow
from iamport_desktop.ui.labels import PlainLabel

MARGINS = QMargins(16, 12, 16, 14)
SPACING = 6
LEAST_WIDTH = 300


class SectionCard(QFrame):
    """Places its title and its rows itself, and asks each for its height once a width."""

    open_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._title = PlainLabel(kind="title", parent=self)
        self._rows: list[FieldRow] = []
        self._count = 0
        self._heights: dict[int, list[int]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_section(self, section: Section) -> None:
        """Show `section` in place of the one before."""
        self._title.setText(section.title)
        self.reserve(len(section.rows))
        self._count = len(section.rows)
        for row, shown in zip(self._rows, section.rows, strict=False):
            row.show_row(shown)
        for place, row in enumerate(self._rows):
            if row.isHidden() == (place < self._count):  # asking is cheaper than hiding what is hidden
                row.setVisible(place < self._count)
        self._heights.clear()
        self.updateGeometry()
        self._place()

    def reserve(self, count: int) -> None:
        """Have so many rows at hand."""
        while len(self._rows) < count:
            row = FieldRow(self)
            row.hide()
            row.open_requested.connect(self.open_requested)
            self._rows.append(row)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        heights, edges = self._heights_in(width), self._edges()
        return sum(heights) + SPACING * (len(heights) - 1) + edges.top() + edges.bottom()

    def sizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, 0)  # the height follows from the width

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _parts(self) -> Iterator[PlainLabel | FieldRow]:
        yield self._title
        yield from self._rows[: self._count]

    def _heights_in(self, width: int) -> list[int]:
        if width not in self._heights:
            room = width - self._edges().left() - self._edges().right()
            self._heights[width] = [each.heightForWidth(room) for each in self._parts()]
        return self._heights[width]

    def _edges(self) -> QMargins:
        return MARGINS + self.contentsMargins()

    def _place(self) -> None:
        room = self.rect().marginsRemoved(self._edges())
        y = room.y()
        for part, height in zip(self._parts(), self._heights_in(self.width()), strict=True):
            part.setGeometry(room.x(), y, room.width(), height)
            y += height + SPACING
