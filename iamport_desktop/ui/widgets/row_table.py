"""A table of which whole rows are selected, opened and copied."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from iamport_desktop.ui.widgets.clipboard import copy_text

translate = QCoreApplication.translate

AnyIndex = QModelIndex | QPersistentModelIndex
ALIGNED_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class RowModel(QAbstractTableModel):
    """The rows of a RowTable."""

    def as_text(self, rows: list[int]) -> str:
        """Return the headings and these rows as tab-separated text."""
        raise NotImplementedError


class RowTable(QTableView):
    """Enter or a double click opens a row, Ctrl+C copies the selected ones."""

    opened = Signal(QModelIndex)

    def __init__(self, model: RowModel, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.doubleClicked.connect(self.opened)

    def selected_rows(self) -> list[int]:
        """Return the indexes of the selected rows from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = self.selected_rows()
            copy_text(self, self._rows.as_text(rows), translate("RowTable", "%n rows", None, len(rows)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():  # of an Enter that was pressed in the search box
                self.opened.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.MoveToStartOfDocument):
            self._go_to(0)
        elif event.matches(QKeySequence.StandardKey.MoveToEndOfDocument):
            self._go_to(self._rows.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def _go_to(self, row: int) -> None:
        """Select `row` alone. With Ctrl pressed, Qt would leave the selection where it was, or add to it."""
        index = self._rows.index(row, max(0, self.currentIndex().column()))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
