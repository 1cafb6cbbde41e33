"""A section of a payment: a card with a row for each field. Rows are made once and filled again for each payment."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QWidget

from iamport_desktop.presentation.view_model import Row, Section
from iamport_desktop.ui.widgets.accessibility import clear_texts, set_description, set_role
from iamport_desktop.ui.widgets.buttons import COPY_BUTTON_SIZE, CopyButton, OpenLink, ReceiptLink
from iamport_desktop.ui.widgets.clipboard import copy_text
from iamport_desktop.ui.widgets.label import PlainLabel
from iamport_desktop.ui.widgets.text_view import TextView

LABEL_WIDTH = 108
GAP = 10
MARGIN = 1
CARD_MARGINS = QMargins(16, 12, 16, 14)
ROW_SPACING = 6
MIN_CARD_WIDTH = 300


class _Selection(TextView):
    """Lies over a value while a part of it is selected."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "selection")
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def select(self, start: QPoint, end: QPoint) -> None:
        """Select the characters between two points of this widget."""
        cursor = self.cursorForPosition(start)
        cursor.setPosition(self.cursorForPosition(end).position(), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:  # its own menu
            self.close_selection()

    def close_selection(self) -> None:
        """Show the value again."""
        self.hide()
        self.setPlainText("")


class FieldRow(QWidget):
    """A field with its value, and below it the button of a link: one item for a screen reader.

    A click copies the value; dragging over it selects a part, which Ctrl+C copies.

    It sets the geometry of its parts itself: a Qt layout would ask each of some 30 rows for its height many times.
    """

    entered = Signal()  # by the pointer

    def __init__(self, open_link: OpenLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open_link = open_link
        self._copied = ""
        self._label = PlainLabel(kind="label", parent=self)
        self._value = PlainLabel(kind="value", parent=self)
        for label in (self._label, self._value):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._link: ReceiptLink | None = None
        self._selection: _Selection | None = None
        self._pressed: QPoint | None = None
        self._text_heights: dict[int, int] = {}
        self.setProperty("kind", "row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self, "ListItem")

    def show_row(self, row: Row) -> None:
        """Show `row` in place of the previous one."""
        self._text_heights.clear()
        if self._selection and row.shown != self._value.text():
            self._selection.close_selection()
        self._copied = row.copied
        self._label.setText(row.label)
        set_description(self._label, row.name)
        self._value.setText(row.shown)
        set_description(self._value, row.hint)
        self._value.set_severity("anomaly" if row.invalid else "")
        self.setAccessibleName(f"{row.label}: {row.shown}")
        opens = f"Enter: {row.open_text}" if row.link and row.link.openable else ""
        self.setAccessibleDescription(". ".join(filter(None, (row.hint, opens))))
        if row.link:
            self._make_link().show_link(row.link, row.open_text)
        if self._link:
            self._link.setVisible(row.link is not None)
            if row.link is None:
                self._link.clear()
        self._set_geometries()

    def clear(self) -> None:
        """Forget the row: hidden texts are read by some programs all the same."""
        self._copied = ""
        if self._selection:
            self._selection.close_selection()
        self.setAccessibleName("")
        self.setAccessibleDescription("")
        clear_texts(self)
        if self._link:
            self._link.clear()

    def copy(self) -> None:
        """Copy the value."""
        if self._copied:
            copy_text(self, self._copied, self._label.text())

    def open_link(self) -> bool:
        """Open the link; return whether there is one that may be opened."""
        return self._link is not None and self._link.open()

    @property
    def label(self) -> str:
        """The name of the field."""
        return self._label.text()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._text_height(width) + self._link_height() + 2 * MARGIN

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_geometries()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.entered.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._pressed is None or not self._value.geometry().contains(self._pressed):
            return
        if (here - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._select(self._pressed, here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        if self._selection and not self._selection.isHidden():
            self._selection.setFocus()
        elif self.rect().contains(event.position().toPoint()):
            self.copy()

    def _select(self, start: QPoint, end: QPoint) -> None:
        if self._selection is None:
            self._selection = _Selection(self)
        if self._selection.isHidden():
            self._selection.setPlainText(self._value.text())
            self._selection.setGeometry(self._value.geometry())
            self._selection.show()
        corner = self._value.pos()
        self._selection.select(start - corner, end - corner)

    def _set_geometries(self) -> None:
        width, text = self.width(), self._text_height(self.width())
        self._label.setGeometry(0, MARGIN, LABEL_WIDTH, text)
        self._value.setGeometry(LABEL_WIDTH + GAP, MARGIN, self._value_width(width), text)
        if self._link:
            self._link.setGeometry(
                LABEL_WIDTH + GAP, MARGIN + text, width - LABEL_WIDTH - GAP, self._link_height()
            )

    def _make_link(self) -> ReceiptLink:
        """Return the link, made when it is first needed: few rows have one."""
        if self._link is None:
            # The value is the whole address. Enter on the row opens it, so that the button is no stop of Tab.
            self._link = ReceiptLink(self._open_link, self, shows_host=False, is_stop=False)
        return self._link

    def _text_height(self, width: int) -> int:
        if width not in self._text_heights:
            label, value = (
                self._label.heightForWidth(LABEL_WIDTH),
                self._value.heightForWidth(self._value_width(width)),
            )
            self._text_heights[width] = max(label, value, COPY_BUTTON_SIZE)
        return self._text_heights[width]

    def _value_width(self, width: int) -> int:
        return max(1, width - LABEL_WIDTH - 2 * GAP - COPY_BUTTON_SIZE)

    def _link_height(self) -> int:
        return self._link.sizeHint().height() if self._link and not self._link.isHidden() else 0


class SectionCard(QFrame):
    """A title and rows: one stop of Tab, with arrows inside, and one copy button for the row under pointer or focus.

    It sets the geometry of its rows itself, and asks each for its height once for each width.
    """

    def __init__(self, open_link: OpenLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open_link = open_link
        self.setProperty("kind", "card")
        set_role(self, "List")
        self._title = PlainLabel(kind="title", parent=self)
        self._rows: list[FieldRow] = []
        self._count = 0
        self._current = 0
        self._copy = CopyButton(self)
        self._copy.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._copy.hide()
        self._heights: dict[int, list[int]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_section(self, section: Section) -> None:
        """Show `section` in place of the previous one."""
        self._title.setText(section.title)
        self.setAccessibleName(section.title)
        is_in_use = any(row.hasFocus() for row in self._rows)
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
        self._make_current(min(self._current, max(0, self._count - 1)) if is_in_use else 0)
        self.updateGeometry()
        self._set_geometries()
        self._follow()

    def clear(self) -> None:
        """Forget the rows of a card that is not shown."""
        if self._count:
            self.show_section(Section("", "", ()))

    def make_rows(self, count: int) -> None:
        """Make widgets until there are `count`."""
        while len(self._rows) < count:
            row = FieldRow(self._open_link, self)
            row.entered.connect(partial(self._show_copy, row))
            row.installEventFilter(self)
            row.hide()
            self._rows.append(row)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        heights, margins = self._heights_in(width), self._margins()
        return sum(heights) + ROW_SPACING * (len(heights) - 1) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        return QSize(MIN_CARD_WIDTH, 0)  # the height follows from the width

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_geometries()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._rows[self._current]
        match event.key():
            case Qt.Key.Key_Down:
                self._focus_row(self._current + 1)
            case Qt.Key.Key_Up:
                self._focus_row(self._current - 1)
            case Qt.Key.Key_Home:
                self._focus_row(0)
            case Qt.Key.Key_End:
                self._focus_row(self._count - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.isAutoRepeat():
                if not row.open_link():
                    row.copy()
            case _ if event.matches(QKeySequence.StandardKey.Copy):
                row.copy()
            case _:
                super().keyPressEvent(event)  # the page scrolls

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._follow()
        return False

    def leaveEvent(self, event: QEvent) -> None:
        self._follow()

    def _follow(self) -> None:
        """Show the copy button in the row that has the pointer, or else the focus, or nowhere."""
        shown = self._rows[: self._count]
        row = next(filter(FieldRow.underMouse, shown), None) or next(filter(FieldRow.hasFocus, shown), None)
        if row:
            self._show_copy(row)
        else:
            self._copy.hide()

    def _focus_row(self, index: int) -> None:
        self._make_current(max(0, min(index, self._count - 1)))
        self._rows[self._current].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_current(self, current: int) -> None:
        """Let Tab lead to this row, and to no other of the section."""
        self._current = current
        for index, row in enumerate(self._rows):
            is_stop = index == current and index < self._count
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)

    def _show_copy(self, row: FieldRow) -> None:
        """Put the copy button at the end of `row`."""
        self._copy.follow(row.copy, row.label)
        self._copy.move(row.geometry().right() - COPY_BUTTON_SIZE, row.y() + MARGIN)
        self._copy.show()
        self._copy.raise_()

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
