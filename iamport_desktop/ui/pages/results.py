"""Several payments to choose from; Enter or a double click opens one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from iamport_desktop.presentation.results import AttemptList, AttemptRow
from iamport_desktop.ui.theme import Theme
from iamport_desktop.ui.widgets.accessibility import tooltip_of
from iamport_desktop.ui.widgets.cards import Card
from iamport_desktop.ui.widgets.icons import drawn
from iamport_desktop.ui.widgets.label import PlainLabel

AnyIndex = QModelIndex | QPersistentModelIndex

STATUS, METHOD, PRODUCT = 0, 3, 4
GIVING_WAY = (METHOD, PRODUCT)  # in a narrow window; their tooltips have the whole text
ROW_HEIGHT = 40
WIDEST = 340


class AttemptsModel(QAbstractTableModel):
    """The rows of the list, the state with its icon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[str, ...] = ()
        self._rows: tuple[AttemptRow, ...] = ()
        self._theme: Theme | None = None

    def show_list(self, attempts: AttemptList, theme: Theme) -> None:
        """Take the rows of `attempts`."""
        self.beginResetModel()
        self._headings, self._rows, self._theme = attempts.headings, attempts.rows, theme
        self.endResetModel()

    def row(self, place: int) -> AttemptRow:
        """The row at `place`."""
        return self._rows[place]

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
                return self._icon(row)
            case Qt.ItemDataRole.ForegroundRole if column == STATUS and self._theme:
                return QColor(self._theme.severities[row.severity].text)
            case _:
                return None

    def _icon(self, row: AttemptRow) -> QIcon:
        assert self._theme is not None  # noqa: S101 - rows come with a theme
        name = f"status-{row.state}" if row.state else "status-unknown"
        return QIcon(drawn(name, self._theme.severities[row.severity].text, 18, 2.0))


class AttemptsView(QTableView):
    """Whole rows are chosen."""

    chosen = Signal(str)

    def __init__(self, model: AttemptsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attempts = model
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setHighlightSections(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._choose)

    def start(self) -> None:
        """Fit the columns, select the first row and take the keyboard."""
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(20)
        for column in range(self._attempts.columnCount()):
            width = max(self.sizeHintForColumn(column), header.sectionSizeHint(column)) + 12
            self.setColumnWidth(column, min(width, WIDEST))
        for column in GIVING_WAY:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.selectRow(0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self._attempts.row(index.row()).state is not None:
            self.chosen.emit(self._attempts.row(index.row()).imp_uid)


class AttemptsPage(QWidget):
    """The list under its title."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(kind="headline")
        self.model = AttemptsModel(self)
        self.view = AttemptsView(self.model)
        self.view.chosen.connect(self.chosen)
        card = Card()
        card.column.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(card, 1)

    def show_list(self, attempts: AttemptList, theme: Theme) -> None:
        """Show `attempts`."""
        self._title.setText(attempts.title)
        self.view.setAccessibleName(attempts.title)
        self.model.show_list(attempts, theme)
        self.view.start()
