"""Watched payments: one line that counts them, and opens into a list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from iamport_desktop.presentation.watching import WatchList, WatchRow
from iamport_desktop.ui.theme import current_theme
from iamport_desktop.ui.widgets.accessibility import announce, tooltip_of
from iamport_desktop.ui.widgets.icons import icon
from iamport_desktop.ui.widgets.label import PlainLabel, set_style_property

translate = QCoreApplication.translate

STATE, PRODUCT, ORDER, AMOUNT, NEXT_CHECK, FORGET = range(6)
ROW_HEIGHT = 36
MAX_VISIBLE_ROWS = 5
IMP_UID = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class WatchedPayments(QWidget):
    """Hidden without any. It follows a change of language and theme."""

    open_requested = Signal(str)
    forget_requested = Signal(str)
    forget_all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: Callable[[], WatchList] = WatchList
        self._latest = self._title = ""
        self.toggle = QPushButton(icon("bell"), "")
        self._sentence = PlainLabel()
        self._open, self._forget_all = QPushButton(), QPushButton()
        self._line = QFrame()
        self._line.setProperty("kind", "banner")
        row = QHBoxLayout(self._line)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(12)
        row.addWidget(self.toggle)
        row.addWidget(self._sentence, 1)
        for button in (self.toggle, self._open, self._forget_all):
            button.setProperty("kind", "small")
        row.addWidget(self._open)
        row.addWidget(self._forget_all)
        self.list = WatchedList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self.list)
        self.toggle.clicked.connect(lambda: self._set_open(not self.is_open))
        self._open.clicked.connect(lambda: self._choose(self._latest))
        self._forget_all.clicked.connect(self.forget_all_requested)
        self.list.chosen.connect(self._choose)
        self.list.forget_requested.connect(self.forget_requested)
        self.list.closed.connect(self._close)
        self.show_list(WatchList)

    def show_list(self, view: Callable[[], WatchList]) -> None:
        """Show what `view` returns; it is called again when the language or the theme changes."""
        self._view = view
        self._refresh()

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self.list.isVisibleTo(self)

    def announce(self) -> None:
        """Have a screen reader read aloud how the last watch ended."""
        announce(self, self._sentence.text())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._refresh()
        super().changeEvent(event)

    def _refresh(self) -> None:
        view = self._view()
        self._latest, self._title = view.latest, view.title
        self._sentence.setText(view.sentence)
        self._sentence.set_severity(view.severity.value)
        set_style_property(self._line, "severity", view.severity.value)
        self._open.setText(translate("Watch", "Open") if view.latest else "")
        self._open.setAccessibleDescription(view.sentence)
        self._open.setVisible(bool(view.latest))
        self._forget_all.setText(translate("Watch", "Stop all"))
        self.list.setAccessibleName(view.title)
        self.list.setAccessibleDescription(
            translate("Watch", "Enter opens a payment, Delete stops watching it")
        )
        self.list.show_rows(view.rows)
        self.setVisible(bool(view.rows))
        self._show_open(self.is_open and bool(view.rows))

    def _show_open(self, is_open: bool) -> None:
        self.toggle.setText(f"{self._title} {'▴' if is_open else '▾'}")
        self.toggle.setAccessibleName(self._title)
        self.toggle.setAccessibleDescription(
            translate("Watch", "Close the list") if is_open else translate("Watch", "Open the list")
        )
        self._forget_all.setVisible(is_open)
        self.list.setVisible(is_open)

    def _set_open(self, is_open: bool) -> None:
        self._show_open(is_open)
        if is_open:
            self.list.focus_first()

    def _choose(self, imp_uid: str) -> None:
        self._set_open(False)
        self.open_requested.emit(imp_uid)

    def _close(self) -> None:
        self._set_open(False)
        self.toggle.setFocus(Qt.FocusReason.OtherFocusReason)


class WatchedList(QTreeWidget):
    """A click or Enter opens a payment; the row's button or Delete ends its watch; Esc closes the list."""

    chosen = Signal(str)
    forget_requested = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, QTreeWidgetItem] = {}
        self.setColumnCount(FORGET + 1)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        for column in range(FORGET + 1):
            stretches = column in (PRODUCT, ORDER)
            header.setSectionResizeMode(
                column,
                QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.ResizeToContents,
            )
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(STATE, IMP_UID)))
        self.hide()

    def show_rows(self, rows: tuple[WatchRow, ...]) -> None:
        """Show `rows`. The current one stays current."""
        imp_uids = [row.imp_uid for row in rows]
        if imp_uids != list(self._items):
            current, had_focus = self._current(), self._has_focus()
            self._items = {}
            self.clear()
            self._items = {imp_uid: self._add_item(imp_uid) for imp_uid in imp_uids}
            if imp_uids:
                self.setCurrentItem(self._items[current if current in imp_uids else imp_uids[0]])
            if had_focus:  # on a button that is gone
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        for row in rows:
            self._show_row(self._items[row.imp_uid], row)
        self.setFixedHeight(min(len(rows), MAX_VISIBLE_ROWS) * ROW_HEIGHT + 4)

    def focus_first(self) -> None:
        """Give the list the focus, with its first row current."""
        self.setCurrentItem(next(iter(self._items.values())))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._is_escape(event):
            event.accept()  # it closes the list, and does not cancel a lookup
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._current():
                self.chosen.emit(self._current())
            case Qt.Key.Key_Delete if self._current():
                self.forget_requested.emit(self._current())
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case _:
                super().keyPressEvent(event)

    @staticmethod
    def _is_escape(event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape

    def _current(self) -> str:
        item = self.currentItem()
        return item.data(STATE, IMP_UID) if item else ""

    def _has_focus(self) -> bool:
        widget = QApplication.focusWidget()
        return widget is not None and (widget is self or self.isAncestorOf(widget))

    def _add_item(self, imp_uid: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self)
        item.setData(STATE, IMP_UID, imp_uid)
        item.setTextAlignment(AMOUNT, _RIGHT)
        button = QPushButton()
        button.setProperty("kind", "small")
        button.clicked.connect(lambda: self.forget_requested.emit(imp_uid))
        self.setItemWidget(item, FORGET, button)
        return item

    def _show_row(self, item: QTreeWidgetItem, row: WatchRow) -> None:
        for column, text in enumerate(row.cells):
            item.setText(column, text)
            item.setToolTip(column, tooltip_of(text))
        item.setForeground(STATE, QColor(current_theme().severities[row.severity].text))
        button = self.itemWidget(item, FORGET)
        if isinstance(button, QPushButton):
            button.setText(row.forget)
            button.ensurePolished()
            # With room for the padding of the cells.
            item.setData(FORGET, Qt.ItemDataRole.AccessibleTextRole, row.forget)
            item.setSizeHint(FORGET, QSize(button.sizeHint().width() + 16, ROW_HEIGHT))
            button.setAccessibleDescription(" ".join(row.cells[: NEXT_CHECK - 1]))
