"""One field of a payment: a label, a value and the button that copies it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from iamport_desktop.presentation.view_model import Row
from iamport_desktop.ui.clipboard import CopyButton
from iamport_desktop.ui.labels import PlainLabel
from iamport_desktop.ui.receipt_links import ReceiptLink
from iamport_desktop.ui.tooltips import explain

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
        self._value.set_tone("odd" if row.misread else "")
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
