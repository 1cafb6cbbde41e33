"""Copying to the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from iamport_desktop.ui.widgets.accessibility import set_description
from iamport_desktop.ui.widgets.icons import icon

DONE_MILLISECONDS = 1200
SIZE = 22

translate = QCoreApplication.translate


def copy_text(text: str) -> None:
    """Put `text` into the clipboard."""
    QGuiApplication.clipboard().setText(text)


class CopyButton(QToolButton):
    """Copies one value. Its icon is shown while the mouse or the keyboard is there; its space is always kept."""

    def __init__(self, parent: QWidget | None = None, *, always_visible: bool = False) -> None:
        super().__init__(parent)
        self._text = ""
        self._always_visible = always_visible
        self._icon_visible = True
        self.setProperty("kind", "inline")
        self.setFixedSize(SIZE, SIZE)
        self._done_timer = QTimer(self, singleShot=True, interval=DONE_MILLISECONDS)
        self._done_timer.timeout.connect(self._show_copy_icon)
        self.clicked.connect(self._copy)
        self._show_copy_icon()

    def set_text(self, text: str, label: str) -> None:
        """Copy `text` when pressed; tooltip and screen reader name it by `label`."""
        self._text = text
        name = translate("Clipboard", "Copy {label}").format(label=label)
        self.setAccessibleName(name)
        set_description(self, name)

    def set_hovered(self, hovered: bool) -> None:
        """Show the icon while the mouse is on the row of this button."""
        if not self._done_timer.isActive():
            self._icon_visible = hovered or self._always_visible or self.hasFocus()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._icon_visible:
            super().paintEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.set_hovered(True)

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.set_hovered(self.underMouse())

    def _copy(self) -> None:
        copy_text(self._text)
        self.setIcon(icon("done"))
        self._done_timer.start()

    def _show_copy_icon(self) -> None:
        self.setIcon(icon("copy"))
        self.set_hovered(self.underMouse())
