"""The cancel history (and the deposit history) as a table: sorted by click, copied as tab-separated text."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from iamport_desktop.presentation.formatting import escape_formula
from iamport_desktop.presentation.view_model import History, HistoryRow
from iamport_desktop.ui.widgets.accessibility import tooltip_of
from iamport_desktop.ui.widgets.cards import Card, TitledRow
from iamport_desktop.ui.widgets.clipboard import copy_text
from iamport_desktop.ui.widgets.label import PlainLabel

translate = QCoreApplication.translate

NUMBER, MOMENT, MONEY = 0, 1, 2
ROW_HEIGHT = 34
MOST_ROWS_AT_ONCE = 8
WIDEST = 320

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

AnyIndex = QModelIndex | QPersistentModelIndex


class LedgerModel(QAbstractTableModel):
    """The rows of a ledger. Sorting is done here, on the values and not on their text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger: History | None = None
        self._headings: tuple[str, ...] = ()
        self._order: list[int] = []

    def show_ledger(self, ledger: History) -> None:
        """Take the rows of `ledger`, in its own order."""
        self.beginResetModel()
        self._ledger, self._headings, self._order = ledger, ledger.headings, list(range(len(ledger.rows)))
        self.endResetModel()

    def row(self, place: int) -> HistoryRow:
        """The row at `place`, as sorted now."""
        assert self._ledger is not None  # noqa: S101 - without a ledger there is no place
        return self._ledger.rows[self._order[place]]

    def as_text(self, places: list[int]) -> str:
        """The rows at `places` as lines of tab-separated text, with the headings first."""
        lines = [self._headings, *(self.row(place).copied for place in places)]
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
            case Qt.ItemDataRole.ForegroundRole if self._opens(row, column):
                return QApplication.palette().link()
            case _:
                return None

    def _opens(self, row: HistoryRow, column: int) -> bool:
        return row.link is not None and row.link.openable and column == len(self._headings) - 1

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()  # of the selection, which stays with its rows
        own = [self._order[index.row()] for index in held]
        descending = order == Qt.SortOrder.DescendingOrder
        self._order.sort(key=lambda place: self._value(place, column), reverse=descending)
        places = {row: place for place, row in enumerate(self._order)}
        moved = [self.index(places[row], index.column()) for index, row in zip(held, own, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _value(self, place: int, column: int) -> tuple[bool, Any]:
        if column < 0 or self._ledger is None:  # sorted by nothing, that is, as the server sent them
            return (True, place)
        value = self._ledger.rows.value(place, column)
        return (value is not None, value if value is not None else 0)


class LedgerView(QTableView):
    """Whole rows are selected; Enter or a double click opens the row's receipt, Ctrl+C copies the rows."""

    open_requested = Signal(str)

    def __init__(self, model: LedgerModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger = model
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
        header.setResizeContentsPrecision(MOST_ROWS_AT_ONCE)
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._open_if_receipt)

    def fit(self) -> None:
        """Take the height of the rows, up to a limit, and the widths of what is in sight."""
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setMinimumSectionSize(36)
        self._widths = [self._width_of(column) for column in range(self._ledger.columnCount())]
        for column, width in enumerate(self._widths):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, width)
        self._fit_into_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._widths:
            self._fit_into_room()

    def _width_of(self, column: int) -> int:
        heading = self.horizontalHeader().sectionSizeHint(column)
        return min(max(self.sizeHintForColumn(column), heading) + 8, WIDEST)

    def _fit_into_room(self) -> None:
        """Where the columns are too wide for the window they are scrolled, and the bar covers no row."""
        header = self.horizontalHeader()
        too_wide = sum(self._widths) > self.viewport().width()
        header.setStretchLastSection(not too_wide)
        if too_wide:
            self.setColumnWidth(len(self._widths) - 1, self._widths[-1])
        rows = min(self._ledger.rowCount(), MOST_ROWS_AT_ONCE)
        bar = self.horizontalScrollBar().sizeHint().height() if too_wide else 0
        self.setFixedHeight(header.sizeHint().height() + rows * ROW_HEIGHT + bar + 4)

    def selected_places(self) -> list[int]:
        """The selected rows from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_text(self._ledger.as_text(self.selected_places()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open_if_receipt(self, index: QModelIndex) -> None:
        if index.column() == self._ledger.columnCount() - 1:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        link = self._ledger.row(index.row()).link if index.isValid() else None
        if link and link.openable:
            self.open_requested.emit(link.url)


class LedgerCard(Card):
    """A ledger with its title and total."""

    open_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(kind="title")
        self._total = PlainLabel(one_line=True)
        self.model = LedgerModel(self)
        self.view = LedgerView(self.model)
        self.view.open_requested.connect(self.open_requested)
        self.column.addLayout(TitledRow(self._title, self._total))
        self.column.addWidget(self.view)

    def show_ledger(self, ledger: History) -> None:
        """Show `ledger` in place of the one before."""
        count = len(ledger.rows)
        self._title.setText(f"{ledger.title} ({count})")
        self._total.setText(translate("Ledger", "Total {amount}").format(amount=ledger.total))
        self.view.setAccessibleName(ledger.title)
        self.model.show_ledger(ledger)
        self.view.fit()
