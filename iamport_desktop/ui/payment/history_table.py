"""The cancel history (and the deposit history) as a table: sorted by click, copied as tab-separated text."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHBoxLayout, QHeaderView, QTableView, QWidget

from iamport_desktop.presentation.formatting import escape_formula
from iamport_desktop.presentation.view_model import History, HistoryRow
from iamport_desktop.ui.widgets.accessibility import clear_texts, tooltip_of
from iamport_desktop.ui.widgets.buttons import OpenLink, copy_text
from iamport_desktop.ui.widgets.cards import Card
from iamport_desktop.ui.widgets.label import PlainLabel

translate = QCoreApplication.translate

NUMBER, MOMENT, MONEY = 0, 1, 2
ROW_HEIGHT = 34
MAX_VISIBLE_ROWS = 8
MAX_COLUMN_WIDTH = 320

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

AnyIndex = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractTableModel):
    """The rows of a history. It sorts them by their values, not by their texts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: History | None = None
        self._headings: tuple[str, ...] = ()
        self._order: list[int] = []

    def set_history(self, history: History) -> None:
        """Take the rows of `history`, in its own order."""
        self.beginResetModel()
        self._history, self._headings, self._order = history, history.headings, list(range(len(history.rows)))
        self.endResetModel()

    def clear(self) -> None:
        """Forget the rows: a hidden table is read by some programs all the same."""
        self.beginResetModel()
        self._history, self._headings, self._order = None, (), []
        self.endResetModel()

    def update_texts(self, history: History) -> None:
        """Take the texts of the same rows, masked or revealed or in another language. Order and selection stay."""
        self._history, self._headings = history, history.headings
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def row(self, index: int) -> HistoryRow:
        """Return the row at `index` in the current order."""
        assert self._history is not None  # noqa: S101 - without a history there is no row
        return self._history.rows[self._order[index]]

    def as_text(self, indexes: list[int]) -> str:
        """Return the headings and the rows at `indexes` as lines of tab-separated text."""
        lines = [self._headings, *(self.row(index).copied for index in indexes)]
        return "\n".join("\t".join(escape_formula(cell) for cell in line) for line in lines)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return len(self._order)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == MONEY:
            return _RIGHT
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.row(index.row()), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.cells[column]
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_of(row.cells[column])
            case Qt.ItemDataRole.TextAlignmentRole if column == MONEY:
                return _RIGHT
            case Qt.ItemDataRole.ForegroundRole if self._is_link(row, column):
                return QApplication.palette().link()
            case _:
                return None

    def _is_link(self, row: HistoryRow, column: int) -> bool:
        return row.link is not None and row.link.openable and column == len(self._headings) - 1

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        old_indexes = self.persistentIndexList()  # the selection, which stays with its rows
        rows = [self._order[index.row()] for index in old_indexes]
        descending = order == Qt.SortOrder.DescendingOrder
        self._order.sort(key=lambda row: self._value(row, column), reverse=descending)
        new_rows = {row: index for index, row in enumerate(self._order)}
        new_indexes = [
            self.index(new_rows[row], index.column()) for index, row in zip(old_indexes, rows, strict=True)
        ]
        self.changePersistentIndexList(old_indexes, new_indexes)
        self.layoutChanged.emit()

    def _value(self, row: int, column: int) -> tuple[bool, Any]:
        if column < 0 or self._history is None:  # unsorted: in the order of the answer
            return (True, row)
        value = self._history.rows.value(row, column)
        return (value is not None, value if value is not None else 0)


class HistoryView(QTableView):
    """Whole rows are selected; Enter or a double click opens the row's receipt, Ctrl+C copies the rows."""

    def __init__(self, model: HistoryModel, open_link: OpenLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history, self._open_link = model, open_link
        self._widths: list[int] = []
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setResizeContentsPrecision(MAX_VISIBLE_ROWS)
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._open_clicked)

    def clear_sorting(self) -> None:
        """Show the rows in the order of the answer."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def fit_columns(self) -> None:
        """Fit the columns to the visible rows, and the height to the rows, up to MAX_VISIBLE_ROWS."""
        header = self.horizontalHeader()
        header.setMinimumSectionSize(36)
        self._widths = [self._width_of(column) for column in range(self._history.columnCount())]
        for column, width in enumerate(self._widths):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, width)
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._widths:
            self._fit_height()

    def _width_of(self, column: int) -> int:
        heading = self.horizontalHeader().sectionSizeHint(column)
        return min(max(self.sizeHintForColumn(column), heading) + 8, MAX_COLUMN_WIDTH)

    def _fit_height(self) -> None:
        """Leave space for the scroll bar where the columns are too wide for the window."""
        header = self.horizontalHeader()
        too_wide = sum(self._widths) > self._available_width()
        header.setStretchLastSection(not too_wide)
        if too_wide:
            self.setColumnWidth(len(self._widths) - 1, self._widths[-1])
        rows = min(self._history.rowCount(), MAX_VISIBLE_ROWS)
        bar = self.horizontalScrollBar().sizeHint().height() if too_wide else 0
        self.setFixedHeight(header.sizeHint().height() + rows * ROW_HEIGHT + bar + 4)

    def _available_width(self) -> int:
        """Return the width for columns. `viewport()` is not called: PySide would make every class of widgets for it."""
        width = self.maximumViewportSize().width()
        scrolls = self._history.rowCount() > MAX_VISIBLE_ROWS
        return width - self.verticalScrollBar().sizeHint().width() if scrolls else width

    def selected_rows(self) -> list[int]:
        """Return the indexes of the selected rows from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_text(self._history.as_text(self.selected_rows()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open_clicked(self, index: QModelIndex) -> None:
        if index.column() == self._history.columnCount() - 1:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        link = self._history.row(index.row()).link if index.isValid() else None
        if link and link.openable:
            self._open_link(link.url)


class HistoryCard(Card):
    """A history with its title and total."""

    def __init__(self, open_link: OpenLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(kind="title")
        self._total = PlainLabel(one_line=True)
        self.model = HistoryModel(self)
        self.view = HistoryView(self.model, open_link)
        title_row = QHBoxLayout()
        title_row.addWidget(self._title, 1)
        title_row.addWidget(self._total)
        self.column.addLayout(title_row)
        self.column.addWidget(self.view)

    def show_history(self, history: History | None, *, same_rows: bool = False) -> None:
        """Show `history`; hide and empty the card for None.

        With `same_rows` it is the same history, revealed or in another language: sorting and selection stay.
        """
        self.setVisible(history is not None)
        if history is None:
            if self.model.rowCount():
                self.model.clear()
                clear_texts(self)
            return
        self._title.setText(f"{history.title} ({len(history.rows)})")
        self._total.setText(translate("HistoryCard", "Total {amount}").format(amount=history.total))
        self.view.setAccessibleName(history.title)
        if same_rows:
            self.model.update_texts(history)
        else:
            self.model.set_history(history)
            self.view.clear_sorting()
        self.view.fit_columns()
