"""What a person can read in a window, and the controls that they would find by their names."""

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
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)

Kind = TypeVar("Kind", bound=QWidget)


def seen(root: QWidget, kind: type[Kind]) -> list[Kind]:
    """The widgets of `kind` that are to be seen in `root`, scrolled away or not."""
    return [widget for widget in root.findChildren(kind) if widget.isVisibleTo(root)]


def texts(root: QWidget) -> list[str]:
    """Every text in what is to be seen of `root`: words, tooltips, table cells, names for screen readers."""
    return [text for widget in [root, *seen(root, QWidget)] for text in _texts_of(widget) if text]


def button(root: QWidget, text: str) -> QAbstractButton:
    """The one button in sight that says `text`."""
    (found,) = [each for each in seen(root, QAbstractButton) if each.text() == text]
    return found


@cache
def plain(tooltip: str) -> str:
    """The text of a tooltip as Qt shows it."""
    if not QtGui.Qt.mightBeRichText(tooltip):
        return tooltip
    document = QTextDocument()
    document.setHtml(tooltip)
    return document.toPlainText()


def menu_texts(menu: QMenu) -> list[str]:
    """What the menu and its submenus say."""
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
