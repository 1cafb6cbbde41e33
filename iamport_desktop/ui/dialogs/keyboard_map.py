"""The dialog that lists the keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from iamport_desktop.ui.widgets.label import PlainLabel

translate = QCoreApplication.translate

COLUMNS = 2
NAME_WIDTH = 92
MARGIN = 32  # left of the window around the dialog


class KeyGroup(NamedTuple):
    """Keys that belong together: their names and meanings."""

    title: str
    keys: tuple[tuple[str, str], ...]


class KeyboardMap(QDialog):
    """The keys in groups. It scrolls where it is larger than the window."""

    def __init__(self, groups: Iterable[KeyGroup], window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Shortcuts", "Keyboard"))
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(20, 16, 20, 4)
        columns.setSpacing(28)
        groups = tuple(groups)
        half = -(-len(groups) // COLUMNS)
        for start in range(0, len(groups), half):
            columns.addLayout(_column(groups[start : start + half]))
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.windowTitle())  # arrows scroll it
        area.setWidgetResizable(True)
        area.setWidget(page)
        close = QPushButton(translate("Shortcuts", "Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 0, 24, 0)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(8)
        column.addWidget(area, 1)
        column.addLayout(buttons)
        close.setFocus()
        self.ensurePolished()
        needed = page.sizeHint()
        width = needed.width() + area.verticalScrollBar().sizeHint().width() + 8
        height = needed.height() + close.sizeHint().height() + 32
        self.resize(min(width, window.width() - MARGIN), min(height, window.height() - MARGIN))


def _column(groups: tuple[KeyGroup, ...]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(14)
    for group in groups:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, NAME_WIDTH)
        grid.addWidget(PlainLabel(group.title, kind="title", one_line=True), 0, 0, 1, 2)
        for row, (name, meaning) in enumerate(group.keys, 1):
            grid.addWidget(PlainLabel(name, kind="step", one_line=True), row, 0)
            grid.addWidget(PlainLabel(meaning), row, 1)
        column.addLayout(grid)
    column.addStretch(1)
    return column
