"""Copying, with a sign that it happened."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from iamport_desktop.ui.widgets.accessibility import explain
from iamport_desktop.ui.widgets.icons import icon

SIGN_MILLISECONDS = 1200
SIZE = 22

translate = QCoreApplication.translate


def copy_text(text: str) -> None:
    """Put `text` into the clipboard."""
    QGuiApplication.clipboard().setText(text)


class CopyButton(QToolButton):
    """Copies one value. It keeps its place and shows its icon only when it is of use: under mouse or focus."""

    def __init__(self, parent: QWidget | None = None, *, always_visible: bool = False) -> None:
        super().__init__(parent)
        self._text = ""
        self._always_visible = always_visible
        self._shown = True
        self.setProperty("kind", "inline")
        self.setFixedSize(SIZE, SIZE)
        self._sign_over = QTimer(self, singleShot=True, interval=SIGN_MILLISECONDS)
        self._sign_over.timeout.connect(self._rest)
        self.clicked.connect(self._copy)
        self._rest()

    def offer(self, text: str, label: str) -> None:
        """Copy `text` when pressed; `label` names it for tooltip and screen reader."""
        self._text = text
        said = translate("Clipboard", "Copy {label}").format(label=label)
        self.setAccessibleName(said)
        explain(self, said)

    def hint_at(self, near: bool) -> None:
        """Show the icon while the mouse is near."""
        if not self._sign_over.isActive():
            self._shown = near or self._always_visible or self.hasFocus()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown:  # most of these buttons are not, in each of 50 rows
            super().paintEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.hint_at(True)

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.hint_at(self.underMouse())

    def _copy(self) -> None:
        copy_text(self._text)
        self.setIcon(icon("done"))
        self._sign_over.start()

    def _rest(self) -> None:
        self.setIcon(icon("copy"))
        self.hint_at(self.underMouse())
