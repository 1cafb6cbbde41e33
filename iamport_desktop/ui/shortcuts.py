"""Every keyboard shortcut of the window: key, meaning, and what it does. The keyboard map is made of the same list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from iamport_desktop.ui.labels import PlainLabel

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Key:
    """A key (as Qt writes it), what it means, and what it does; without `act` a widget listens itself."""

    keys: str
    meaning: str
    act: Callable[[], object] | None = None


class ShortcutsDialog(QDialog):
    """The keyboard map."""

    def __init__(self, keys: list[Key], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Shortcuts", "Keyboard"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        for row, key in enumerate(keys):
            shown = QKeySequence(key.keys).toString(QKeySequence.SequenceFormat.NativeText)
            grid.addWidget(PlainLabel(shown, kind="step", one_line=True), row, 0)
            grid.addWidget(PlainLabel(key.meaning, one_line=True), row, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(20)
        column.addLayout(grid)
        column.addWidget(buttons)


def install(keys: list[Key], window: QWidget) -> None:
    """Make each key of `keys` work in `window`."""
    for key in keys:
        if key.act:
            QShortcut(QKeySequence(key.keys), window).activated.connect(key.act)
