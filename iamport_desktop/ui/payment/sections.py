"""A section of a payment: a card of rows. Rows are made once and used again for the next payment."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from iamport_desktop.presentation.view_model import Row, Section
from iamport_desktop.ui.widgets.accessibility import explain
from iamport_desktop.ui.widgets.clipboard import CopyButton
from iamport_desktop.ui.widgets.label import PlainLabel
from iamport_desktop.ui.widgets.receipt_links import ReceiptLink

LABEL_WIDTH = 108
GAP = 10
MARGIN = 1


class FieldRow(QWidget):
    """Places its parts itself: Qt's layouts ask each of 50 rows for its height seven times a payment."""

    open_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel(kind="label", parent=self)
        self._value = PlainLabel(kind="value", parent=self)
        for each in (self._label, self._value):
            each.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._copy = CopyButton(self)
        self._link: ReceiptLink | None = None
        self._text_heights: dict[int, int] = {}

    def show_row(self, row: Row) -> None:
        """Show `row` in place of the one before."""
        self._text_heights.clear()
        self._label.setText(row.label)
        explain(self._label, row.name)
        self._value.setText(row.shown)
        self._value.setAccessibleName(f"{row.label}: {row.shown}")
        explain(self._value, row.hint)
        self._value.set_severity("anomaly" if row.misread else "")
        self._copy.offer(row.copied, row.label)
        if row.link:
            self._link_of_row().offer(row.link)
        if self._link:
            self._link.setVisible(row.link is not None)
        self._place()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._text_height(width) + self._link_height() + 2 * MARGIN

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        width, text = self.width(), self._text_height(self.width())
        self._label.setGeometry(0, MARGIN, LABEL_WIDTH, text)
        self._value.setGeometry(LABEL_WIDTH + GAP, MARGIN, self._value_width(width), text)
        self._copy.move(width - self._copy.width(), MARGIN)
        if self._link:
            self._link.setGeometry(
                LABEL_WIDTH + GAP, MARGIN + text, width - LABEL_WIDTH - GAP, self._link_height()
            )

    def enterEvent(self, event: QEnterEvent) -> None:
        self._copy.hint_at(True)

    def leaveEvent(self, event: object) -> None:
        self._copy.hint_at(False)

    def _link_of_row(self) -> ReceiptLink:
        """Made for the first row that needs it; few do."""
        if self._link is None:
            self._link = ReceiptLink(self, names_host=False)  # the value is the whole address
            self._link.open_requested.connect(self.open_requested)
        return self._link

    def _text_height(self, width: int) -> int:
        if width not in self._text_heights:
            label, value = (
                self._label.heightForWidth(LABEL_WIDTH),
                self._value.heightForWidth(self._value_width(width)),
            )
            self._text_heights[width] = max(label, value, self._copy.height())
        return self._text_heights[width]

    def _value_width(self, width: int) -> int:
        return max(1, width - LABEL_WIDTH - 2 * GAP - self._copy.width())

    def _link_height(self) -> int:
        return self._link.sizeHint().height() if self._link and not self._link.isHidden() else 0


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
