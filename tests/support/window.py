"""Find the texts and widgets that are visible in a window."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypeVar

from PySide6 import QtGui
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)

Kind = TypeVar("Kind", bound=QWidget)
SETTLED_AFTER = 12  # turns of the event loop


def seen(root: QWidget, kind: type[Kind]) -> list[Kind]:
    """Return the visible widgets of `kind` in `root`, scrolled away or not."""
    return [widget for widget in root.findChildren(kind) if widget.isVisibleTo(root)]


def texts(root: QWidget) -> list[str]:
    """Return every text of the visible widgets in `root`: labels, tooltips, table cells, accessible names."""
    return [text for widget in [root, *seen(root, QWidget)] for text in _texts_of(widget) if text]


def button(root: QWidget, text: str) -> QAbstractButton:
    """Return the one visible button with this text."""
    (found,) = [each for each in seen(root, QAbstractButton) if each.text() == text]
    return found


@cache
def plain(tooltip: str) -> str:
    """Return the text of a tooltip as Qt shows it."""
    if not QtGui.Qt.mightBeRichText(tooltip):
        return tooltip
    document = QTextDocument()
    document.setHtml(tooltip)
    return document.toPlainText()


def settle() -> None:
    """Process events until wrapped texts have their heights."""
    for _ in range(SETTLED_AFTER):
        QApplication.processEvents()


def menu_texts(menu: QMenu) -> list[str]:
    """Return the texts of the menu and its submenus."""
    said = []
    for action in menu.actions():
        said.append(action.text())
        if isinstance(submenu := action.menu(), QMenu):
            said += menu_texts(submenu)
    return [text for text in said if text]


def _texts_of(widget: QWidget) -> Iterator[str]:
    yield plain(widget.toolTip())
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if widget.isWindow():
        yield widget.windowTitle()
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.text()
            yield widget.placeholderText()
        case QPlainTextEdit():
            yield widget.toPlainText()
        case QTabBar():
            yield from (widget.tabText(place) for place in range(widget.count()))
        case QAbstractItemView():
            yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if isinstance(view, QTableView):
        for column in range(model.columnCount()):
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(model.rowCount(QModelIndex())):
        for column in range(model.columnCount(QModelIndex())):
            index = model.index(row, column)
            yield str(index.data() or "")
            yield plain(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))
