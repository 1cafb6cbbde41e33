"""Cards and the rows in them. Rows are made once and used again for the next payment."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from iamport_desktop.presentation.sheet import Row, Section
from iamport_desktop.ui.clipboard import CopyButton
from iamport_desktop.ui.labels import PlainLabel, explain
from iamport_desktop.ui.receipt_links import ReceiptLink

LABEL_WIDTH = 108


class Card(QFrame):
    """A surface with rounded corners and one column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 14)
        self.column.setSpacing(6)


class FieldRow(QWidget):
    """A label, a value and the button that copies it."""

    open_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel(kind="label")
        self._label.setFixedWidth(LABEL_WIDTH)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._value = PlainLabel(kind="value")
        self._value.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._copy = CopyButton()
        self._link = ReceiptLink(names_host=False)  # the value is the whole address
        self._link.open_requested.connect(self.open_requested)
        self._link.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 1, 0, 1)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self._value, 0, 1)
        grid.addWidget(self._copy, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._link, 1, 1, 1, 2)

    def show_row(self, row: Row) -> None:
        """Show `row` in place of the one before."""
        self._label.setText(row.label)
        explain(self._label, row.name)
        self._value.setText(row.shown)
        self._value.setAccessibleName(f"{row.label}: {row.shown}")
        explain(self._value, row.hint)
        self._value.set_tone("odd" if row.misread else "")
        self._copy.offer(row.copied, row.label)
        if row.link:
            self._link.offer(row.link)
        self._link.setVisible(row.link is not None)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._copy.hint_at(True)

    def leaveEvent(self, event: object) -> None:
        self._copy.hint_at(False)


class SectionCard(Card):
    """A section of the payment."""

    open_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(kind="title")
        self.column.addWidget(self._title)
        self._rows: list[FieldRow] = []

    def show_section(self, section: Section) -> None:
        """Show `section` in place of the one before."""
        self._title.setText(section.title)
        while len(self._rows) < len(section.rows):
            self._add_row()
        for place, row in enumerate(self._rows):
            if place < len(section.rows):
                row.show_row(section.rows[place])
            row.setVisible(place < len(section.rows))

    def _add_row(self) -> None:
        row = FieldRow()
        row.open_requested.connect(self.open_requested)
        self._rows.append(row)
        self.column.addWidget(row)


class TitledRow(QHBoxLayout):
    """A title at the left and something at the right."""

    def __init__(self, title: QWidget, right: QWidget) -> None:
        super().__init__()
        self.addWidget(title, 1)
        self.addWidget(right)
