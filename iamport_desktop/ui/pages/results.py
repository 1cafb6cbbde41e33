"""Several payments to choose from; Enter or a double click opens one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from iamport_desktop.lookup.state import Results
from iamport_desktop.presentation.results import AttemptList, AttemptRow, attempt_list
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.ui.theme import current_theme
from iamport_desktop.ui.widgets.accessibility import tooltip_of
from iamport_desktop.ui.widgets.cards import Card
from iamport_desktop.ui.widgets.icons import icon_pixmap
from iamport_desktop.ui.widgets.label import PlainLabel

AnyIndex = QModelIndex | QPersistentModelIndex

STATUS, METHOD, PRODUCT = 0, 3, 4
STRETCHED = (METHOD, PRODUCT)  # and elided in a narrow window; their tooltips hold the whole text
ROW_HEIGHT = 40
MAX_COLUMN_WIDTH = 340
ICON_SIZE = 18


class ResultsModel(QAbstractTableModel):
    """The rows of the list; the status has an icon and a colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[str, ...] = ()
        self._rows: tuple[AttemptRow, ...] = ()

    def set_rows(self, results: AttemptList) -> None:
        """Take other rows."""
        self.beginResetModel()
        self._headings, self._rows = results.headings, results.rows
        self.endResetModel()

    def clear(self) -> None:
        """Forget the rows: a hidden table is read by some programs all the same."""
        self.beginResetModel()
        self._headings, self._rows = (), ()
        self.endResetModel()

    def update_texts(self, results: AttemptList) -> None:
        """Take the texts of the same rows in another language. The selection stays."""
        self._headings, self._rows = results.headings, results.rows
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def row(self, index: int) -> AttemptRow:
        """Return the row at `index`."""
        return self._rows[index]

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[column]
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_of(row.cells[column])
            case Qt.ItemDataRole.DecorationRole if column == STATUS:
                return QIcon(icon_pixmap(_icon_name(row), _colour(row), ICON_SIZE, 2.0))
            case Qt.ItemDataRole.ForegroundRole if column == STATUS:
                return QColor(_colour(row))
            case _:
                return None


def _icon_name(row: AttemptRow) -> str:
    if row.is_test:
        return "test"
    return f"status-{row.state}" if row.state else "status-unknown"


def _colour(row: AttemptRow) -> str:
    return current_theme().severities[row.severity].text


class ResultsView(QTableView):
    """A table in which whole rows are selected."""

    chosen = Signal(str)

    def __init__(self, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = model
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(20)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._choose)

    def fit_columns(self) -> None:
        """Fit the columns to their content."""
        header = self.horizontalHeader()
        for column in range(self._results.columnCount()):
            width = max(self.sizeHintForColumn(column), header.sectionSizeHint(column)) + 12
            self.setColumnWidth(column, min(width, MAX_COLUMN_WIDTH))
        for column in STRETCHED:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():  # of an Enter that was pressed in the search box
                self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self._results.row(index.row()).state is not None:
            self.chosen.emit(self._results.row(index.row()).imp_uid)


class ResultsPage(QWidget):
    """The list under its title."""

    def __init__(self, format_context: Callable[[], FormatContext], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._format_context = format_context
        self._results: Results | None = None
        self._title = PlainLabel(kind="headline")
        self.model = ResultsModel(self)
        self.view = ResultsView(self.model)
        card = Card()
        card.column.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(card, 1)

    def show_results(self, results: Results) -> None:
        """Show `results`, and select the first row."""
        self._results = results
        rows = attempt_list(results, self._format_context())
        self._show_title(rows.title)
        self.model.set_rows(rows)
        self.view.fit_columns()
        self.view.selectRow(0)

    def clear(self) -> None:
        """Forget the results: another page is shown."""
        if self._results:
            self._results = None
            self.model.clear()
            self._show_title("")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._results:
            rows = attempt_list(self._results, self._format_context())
            self._show_title(rows.title)
            self.model.update_texts(rows)
            self.view.fit_columns()
        super().changeEvent(event)

    def _show_title(self, title: str) -> None:
        self._title.setText(title)
        self.view.setAccessibleName(title)
