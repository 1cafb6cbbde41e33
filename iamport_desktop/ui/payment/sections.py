"""A section of a payment: a card with a row for each field. Rows are made once and filled again for each payment."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtGui import QEnterEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from iamport_desktop.presentation.view_model import Row, Section
from iamport_desktop.ui.widgets.accessibility import clear_texts, set_description
from iamport_desktop.ui.widgets.buttons import CopyButton, OpenLink, ReceiptLink
from iamport_desktop.ui.widgets.label import PlainLabel

LABEL_WIDTH = 108
GAP = 10
MARGIN = 1
CARD_MARGINS = QMargins(16, 12, 16, 14)
ROW_SPACING = 6
MIN_CARD_WIDTH = 300


class FieldRow(QWidget):
    """A label, a value and a copy button; below them the button of a link. A click on the value copies it as well.

    It sets the geometry of its parts itself: a Qt layout would ask each of some 50 rows for its height many times.
    """

    def __init__(self, open_link: OpenLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open_link = open_link
        self._label = PlainLabel(kind="label", parent=self)
        self._value = PlainLabel(kind="value", parent=self)
        for label in (self._label, self._value):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._copy = CopyButton(self)
        self._link: ReceiptLink | None = None
        self._text_heights: dict[int, int] = {}

    def show_row(self, row: Row) -> None:
        """Show `row` in place of the previous one."""
        self._text_heights.clear()
        self._label.setText(row.label)
        set_description(self._label, row.name)
        self._value.setText(row.shown)
        self._value.setAccessibleName(f"{row.label}: {row.shown}")
        set_description(self._value, row.hint)
        self._value.set_severity("anomaly" if row.invalid else "")
        self._copy.set_text(row.copied, row.label)
        if row.link:
            self._make_link().show_link(row.link, row.open_text)
        if self._link:
            self._link.setVisible(row.link is not None)
            if row.link is None:
                self._link.clear()
        self._set_geometries()

    def clear(self) -> None:
        """Forget the row: hidden texts are read by some programs all the same."""
        clear_texts(self)
        self._copy.set_text("", "")
        if self._link:
            self._link.clear()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._text_height(width) + self._link_height() + 2 * MARGIN

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_geometries()

    def _set_geometries(self) -> None:
        width, text = self.width(), self._text_height(self.width())
        self._label.setGeometry(0, MARGIN, LABEL_WIDTH, text)
        self._value.setGeometry(LABEL_WIDTH + GAP, MARGIN, self._value_width(width), text)
        self._copy.move(width - self._copy.width(), MARGIN)
        if self._link:
            self._link.setGeometry(
                LABEL_WIDTH + GAP, MARGIN + text, width - LABEL_WIDTH - GAP, self._link_height()
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_value = self._value.geometry().contains(event.position().toPoint())
        if on_value and event.button() == Qt.MouseButton.LeftButton:
            self._copy.click()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._copy.set_hovered(True)

    def leaveEvent(self, event: object) -> None:
        self._copy.set_hovered(False)

    def _make_link(self) -> ReceiptLink:
        """Return the link, made when it is first needed: few rows have one."""
        if self._link is None:
            self._link = ReceiptLink(
                self._open_link, self, shows_host=False
            )  # the value is the whole address
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


class SectionCard(QFrame):
    """A title and rows. It sets their geometry itself, and asks each for its height once for each width."""

    def __init__(self, open_link: OpenLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open_link = open_link
        self.setProperty("kind", "card")
        self._title = PlainLabel(kind="title", parent=self)
        self._rows: list[FieldRow] = []
        self._count = 0
        self._heights: dict[int, list[int]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_section(self, section: Section) -> None:
        """Show `section` in place of the previous one."""
        self._title.setText(section.title)
        self.make_rows(len(section.rows))
        self._count = len(section.rows)
        for index, row in enumerate(self._rows):
            if index < self._count:
                row.show_row(section.rows[index])
            if row.isHidden() == (index < self._count):  # asking is cheaper than hiding what is hidden
                row.setVisible(index < self._count)
                if index >= self._count:
                    row.clear()
        self._heights.clear()
        self.updateGeometry()
        self._set_geometries()

    def clear(self) -> None:
        """Forget the rows of a card that is not shown."""
        if self._count:
            self.show_section(Section("", "", ()))

    def make_rows(self, count: int) -> None:
        """Make widgets until there are `count`."""
        while len(self._rows) < count:
            row = FieldRow(self._open_link, self)
            row.hide()
            self._rows.append(row)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        heights, margins = self._heights_in(width), self._margins()
        return sum(heights) + ROW_SPACING * (len(heights) - 1) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        return QSize(MIN_CARD_WIDTH, 0)  # the height follows from the width

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_geometries()

    def _parts(self) -> Iterator[PlainLabel | FieldRow]:
        yield self._title
        yield from self._rows[: self._count]

    def _heights_in(self, width: int) -> list[int]:
        if width not in self._heights:
            inner = width - self._margins().left() - self._margins().right()
            self._heights[width] = [part.heightForWidth(inner) for part in self._parts()]
        return self._heights[width]

    def _margins(self) -> QMargins:
        return CARD_MARGINS + self.contentsMargins()

    def _set_geometries(self) -> None:
        inner = self.rect().marginsRemoved(self._margins())
        y = inner.y()
        for part, height in zip(self._parts(), self._heights_in(self.width()), strict=True):
            part.setGeometry(inner.x(), y, inner.width(), height)
            y += height + ROW_SPACING
