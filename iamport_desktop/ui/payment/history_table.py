"""The cancel history (and the deposit history) as a table: sorted, filtered, copied as tab-separated text."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QSignalBlocker,
    Qt,
)
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QWidget,
)

from iamport_desktop.presentation.formatting import tab_separated
from iamport_desktop.presentation.view_model import History, HistoryRow
from iamport_desktop.ui.widgets.accessibility import announce, clear_texts, tooltip_of
from iamport_desktop.ui.widgets.buttons import OpenLink
from iamport_desktop.ui.widgets.cards import Card
from iamport_desktop.ui.widgets.label import PlainLabel
from iamport_desktop.ui.widgets.row_table import ALIGNED_RIGHT, AnyIndex, RowModel, RowTable

translate = QCoreApplication.translate

MOMENT = 1  # the column
NEWEST_FIRST = MOMENT, Qt.SortOrder.DescendingOrder
ROW_HEIGHT = 34
MAX_VISIBLE_ROWS = 8  # more have a filter
MAX_COLUMN_WIDTH = 320
FILTER_WIDTH = 240


class HistoryModel(RowModel):
    """The rows of a history that hold what was asked for, sorted by their values, not by their texts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: History | None = None
        self._headings: tuple[str, ...] = ()
        self._words: tuple[str, ...] = ()
        self._sorting = NEWEST_FIRST
        self._order: list[int] = []  # the shown rows, by their index in the history

    def set_history(self, history: History) -> None:
        """Take the rows of `history`, the newest first."""
        self.beginResetModel()
        self._history, self._headings = history, history.headings
        self._words, self._sorting = (), NEWEST_FIRST
        self._order = self._arranged()
        self.endResetModel()

    def clear(self) -> None:
        """Forget the rows: a hidden table is read by some programs all the same."""
        self.beginResetModel()
        self._history, self._headings, self._words, self._order = None, (), (), []
        self.endResetModel()

    def update_texts(self, history: History) -> None:
        """Take the texts of the same rows, masked or revealed or in another language. Order and selection stay."""
        self._history, self._headings = history, history.headings
        if self._words:
            self._rearrange()  # which rows hold the words depends on what is masked
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self._order:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def filter(self, text: str) -> None:
        """Keep the rows that hold each word of `text`."""
        self._words = tuple(text.lower().split())
        self._rearrange()

    @property
    def count(self) -> int:
        """How many rows the history has, shown or not."""
        return len(self._history.rows) if self._history else 0

    def row(self, index: int) -> HistoryRow:
        """Return the row at `index` in the current order."""
        assert self._history is not None  # noqa: S101 - without a history there is no row
        return self._history.rows[self._order[index]]

    def as_text(self, rows: list[int]) -> str:
        return tab_separated([self._headings, *(self.row(row).copied for row in rows)])

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return len(self._order)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and self._is_amount(section):
            return ALIGNED_RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return translate("HistoryCard", "Click to sort, or press the menu key in the table")
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.row(index.row()), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.cells[column]
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_of(row.hints[column])
            case Qt.ItemDataRole.AccessibleDescriptionRole if row.hints[column] != row.cells[column]:
                return row.hints[column]
            case Qt.ItemDataRole.TextAlignmentRole if self._is_amount(column):
                return ALIGNED_RIGHT
            case Qt.ItemDataRole.ForegroundRole if self._is_link(row, column):
                return QApplication.palette().link()
            case _:
                return None

    def _is_amount(self, column: int) -> bool:
        return self._history is not None and column in self._history.amounts

    def _is_link(self, row: HistoryRow, column: int) -> bool:
        return row.link is not None and row.link.openable and column == len(self._headings) - 1

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = column, order
        self._rearrange()

    def _rearrange(self) -> None:
        """Sort and filter. The selection stays with its rows."""
        self.layoutAboutToBeChanged.emit()
        old_indexes = self.persistentIndexList()
        rows = [self._order[index.row()] for index in old_indexes]
        self._order = self._arranged()
        new_rows = {row: index for index, row in enumerate(self._order)}
        new_indexes = [
            self.index(new_rows[row], index.column()) if row in new_rows else QModelIndex()
            for index, row in zip(old_indexes, rows, strict=True)
        ]
        self.changePersistentIndexList(old_indexes, new_indexes)
        self.layoutChanged.emit()

    def _arranged(self) -> list[int]:
        if self._history is None:
            return []
        rows, (column, order) = self._history.rows, self._sorting

        def key(row: int) -> tuple[bool, Any, int]:
            value = rows.value(row, column)
            return value is not None, 0 if value is None else value, row

        return sorted(rows.matching(self._words), key=key, reverse=order == Qt.SortOrder.DescendingOrder)


class HistoryView(RowTable):
    """Opening a row opens its receipt; a click on a heading sorts, and so does the context menu."""

    def __init__(self, model: HistoryModel, open_link: OpenLink, parent: QWidget | None = None) -> None:
        super().__init__(model, ROW_HEIGHT, parent)
        self._history, self._open_link = model, open_link
        self._widths: list[int] = []
        self.setSortingEnabled(True)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setResizeContentsPrecision(MAX_VISIBLE_ROWS)
        self.opened.connect(self._open)
        self.clicked.connect(self._open_clicked)

    def show_newest_first(self) -> None:
        """Have the header show the order that a history begins with."""
        header = self.horizontalHeader()
        with QSignalBlocker(header):
            header.setSortIndicator(*NEWEST_FIRST)

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
        rows = min(self._history.count, MAX_VISIBLE_ROWS)
        bar = self.horizontalScrollBar().sizeHint().height() if too_wide else 0
        self.setFixedHeight(header.sizeHint().height() + rows * ROW_HEIGHT + bar + 4)

    def _available_width(self) -> int:
        """Return the width for columns. `viewport()` is not called: PySide would make every class of widgets for it."""
        width = self.maximumViewportSize().width()
        scrolls = self._history.count > MAX_VISIBLE_ROWS
        return width - self.verticalScrollBar().sizeHint().width() if scrolls else width

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sort_text = translate("HistoryCard", "Sort by: {heading}")
        for column in range(self._history.columnCount()):
            heading = self._history.headerData(column, Qt.Orientation.Horizontal)
            menu.addAction(sort_text.format(heading=heading), partial(self._sort_by, column))
        menu.popup(event.globalPos())

    def _sort_by(self, column: int) -> None:
        """Do what a click on the heading does."""
        header = self.horizontalHeader()
        sorted_so = header.sortIndicatorSection(), header.sortIndicatorOrder()
        ascending = sorted_so != (column, Qt.SortOrder.AscendingOrder)
        order = Qt.SortOrder.AscendingOrder if ascending else Qt.SortOrder.DescendingOrder
        header.setSortIndicator(column, order)

    def _open_clicked(self, index: QModelIndex) -> None:
        if index.column() == self._history.columnCount() - 1:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        link = self._history.row(index.row()).link if index.isValid() else None
        if link and link.openable:
            self._open_link(link.url)


class HistoryCard(Card):
    """A history with its title, its total, what is left, and a filter where it is long."""

    def __init__(self, open_link: OpenLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: History | None = None
        self._title = PlainLabel(kind="title", one_line=True)
        self._total = PlainLabel(one_line=True)
        self.filter = QLineEdit(clearButtonEnabled=True)
        self.filter.setProperty("kind", "small")
        self.filter.setMaximumWidth(FILTER_WIDTH)
        self.model = HistoryModel(self)
        self.view = HistoryView(self.model, open_link)
        title_row = QHBoxLayout()
        title_row.setSpacing(16)
        title_row.addWidget(self._title)
        title_row.addStretch(1)
        title_row.addWidget(self.filter, 4)
        title_row.addWidget(self._total)
        self.column.addLayout(title_row)
        self.column.addWidget(self.view)
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self._enter_rows)

    def show_history(self, history: History | None, *, same_rows: bool = False) -> None:
        """Show `history`; hide and empty the card for None.

        With `same_rows` it is the same history, at a later time, revealed or in another language: sorting, filter,
        selection and the widths of the columns stay.
        """
        self.setVisible(history is not None)
        if history is None:
            self._clear()
        elif not same_rows or self._shown is None:
            self._shown = None  # so that the rows before are not filtered once more
            self.filter.clear()
            self._shown = history
            self.model.set_history(history)
            self.view.show_newest_first()
            self.view.fit_columns()
            self._show_texts(history)
        elif history != self._shown:
            is_translated = history.headings != self._shown.headings
            self._shown = history
            self.model.update_texts(history)
            if is_translated:
                self.view.fit_columns()
            self._show_texts(history)

    def _clear(self) -> None:
        if self._shown is not None:
            self._shown = None
            self.model.clear()
            self.filter.clear()
            clear_texts(self)
            self.view.setAccessibleDescription("")

    def _show_texts(self, history: History) -> None:
        total = translate("HistoryCard", "Total {amount}").format(amount=history.total)
        if history.remaining:
            remaining = translate("HistoryCard", "Remaining {amount}").format(amount=history.remaining)
            total = f"{total} · {remaining}"
        self._total.setText(total)
        self.view.setAccessibleName(history.title)
        self.view.setAccessibleDescription(total)
        placeholder = translate("HistoryCard", "Filter by reason, amount or day")
        self.filter.setPlaceholderText(placeholder)
        self.filter.setAccessibleName(placeholder)
        self.filter.setVisible(len(history.rows) > MAX_VISIBLE_ROWS)
        self._show_title(history)

    def _show_title(self, history: History) -> None:
        count, shown = len(history.rows), self.model.rowCount()
        text = str(count)
        if self.filter.text():
            text = translate("HistoryCard", "{shown} of {count}").format(shown=shown, count=count)
        self._title.setText(f"{history.title} ({text})")

    def _filter(self, text: str) -> None:
        if self._shown is not None:
            self.model.filter(text)
            self._show_title(self._shown)
            announce(self, self._title.text())

    def _enter_rows(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.view.selected_rows():
            self.view.selectRow(0)
