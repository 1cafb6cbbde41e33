"""Several payments to choose from, with what they add up to; Enter or a double click opens one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QVBoxLayout, QWidget

from iamport_desktop.lookup.state import Results
from iamport_desktop.presentation.formatting import tab_separated
from iamport_desktop.presentation.results import (
    AMOUNTS,
    MAX_REMARKS,
    TIME,
    AttemptList,
    AttemptRow,
    attempt_list,
)
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.ui.theme import current_theme
from iamport_desktop.ui.widgets.accessibility import tooltip_of
from iamport_desktop.ui.widgets.cards import Card
from iamport_desktop.ui.widgets.icons import icon_pixmap
from iamport_desktop.ui.widgets.label import PlainLabel
from iamport_desktop.ui.widgets.row_table import ALIGNED_RIGHT, AnyIndex, RowModel, RowTable

STATUS, METHOD, PRODUCT = 0, 5, 6
STRETCHED = (METHOD, PRODUCT)  # and elided in a narrow window; their tooltips hold the whole text
ROW_HEIGHT = 40
MAX_COLUMN_WIDTH = 340
MARGIN = 4
ICON_SIZE = 18


class ResultsModel(RowModel):
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

    def as_text(self, rows: list[int]) -> str:
        return tab_separated([self._headings, *(self._rows[row].cells for row in rows)])

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in AMOUNTS:
            return ALIGNED_RIGHT
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[column]
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_of(row.exact if column == TIME else row.cells[column])
            case Qt.ItemDataRole.TextAlignmentRole if column in AMOUNTS:
                return ALIGNED_RIGHT
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


class ResultsView(RowTable):
    """As high as its rows, while the window has the space. A narrow one has no column for the method."""

    chosen = Signal(str)

    def __init__(self, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, ROW_HEIGHT, parent)
        self._results = model
        self._needed_width = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.horizontalHeader().setResizeContentsPrecision(20)
        self.opened.connect(self._choose)

    def sizeHint(self) -> QSize:
        header = self.horizontalHeader()
        height = header.sizeHint().height() + self._results.rowCount() * ROW_HEIGHT + MARGIN
        if header.length() > self.maximumViewportSize().width():
            height += self.horizontalScrollBar().sizeHint().height()
        return QSize(super().sizeHint().width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_method_if_it_fits()

    def fit_columns(self) -> None:
        """Fit the columns to their content."""
        header = self.horizontalHeader()
        columns = range(self._results.columnCount())
        headings = [header.sectionSizeHint(column) for column in columns]
        widths = [max(self.sizeHintForColumn(column) + 12, headings[column]) for column in columns]
        for column, width in enumerate(widths):
            self.setColumnWidth(column, min(width, MAX_COLUMN_WIDTH))
        for column in STRETCHED:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        smallest = max(headings[column] for column in STRETCHED)
        header.setMinimumSectionSize(smallest)
        self._needed_width = sum(
            smallest if column in STRETCHED else max(smallest, self.columnWidth(column)) for column in columns
        )
        self._show_method_if_it_fits()

    def _show_method_if_it_fits(self) -> None:
        self.setColumnHidden(METHOD, self._needed_width > self.maximumViewportSize().width())
        self.updateGeometry()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self._results.row(index.row()).state is not None:
            self.chosen.emit(self._results.row(index.row()).imp_uid)


class ResultsPage(QWidget):
    """The list under its title, and what its payments add up to."""

    def __init__(self, format_context: Callable[[], FormatContext], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._format_context = format_context
        self._results: Results | None = None
        self._title = PlainLabel(kind="headline")
        self._remarks = [PlainLabel(kind="muted") for _ in range(MAX_REMARKS)]
        self.model = ResultsModel(self)
        self.view = ResultsView(self.model)
        card = Card()
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        card.column.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        for label in self._remarks:
            column.addWidget(label)
        column.addWidget(card)
        column.addStretch(1)

    def show_results(self, results: Results) -> None:
        """Show `results`, and select the first row."""
        self._results = results
        rows = attempt_list(results, self._format_context())
        self._show_heading(rows.title, rows.remarks)
        self.model.set_rows(rows)
        self.view.fit_columns()
        self.view.selectRow(0)

    def clear(self) -> None:
        """Forget the results: another page is shown."""
        if self._results:
            self._results = None
            self.model.clear()
            self._show_heading("")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._results:
            rows = attempt_list(self._results, self._format_context())
            self._show_heading(rows.title, rows.remarks)
            self.model.update_texts(rows)
            self.view.fit_columns()
        super().changeEvent(event)

    def _show_heading(self, title: str, remarks: tuple[str, ...] = ()) -> None:
        self._title.setText(title)
        self.view.setAccessibleName(title)
        self.view.setAccessibleDescription(" ".join(remarks))
        for index, label in enumerate(self._remarks):
            label.setText(remarks[index] if index < len(remarks) else "")
            label.setVisible(index < len(remarks))
