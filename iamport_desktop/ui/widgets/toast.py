"""A short message over the window, which takes no focus and no clicks, and goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iamport_desktop.ui.theme import GRID
from iamport_desktop.ui.widgets.accessibility import announce
from iamport_desktop.ui.widgets.label import PlainLabel

VISIBLE_MS = 3_000
MAX_WIDTH = 420


class Toast(QFrame):
    """A sentence, and below it a line of what it is about. A window has one."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("kind", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sentence = PlainLabel(kind="toast-sentence", one_line=True)
        self._detail = PlainLabel(kind="toast-detail", one_line=True)
        self._timer = QTimer(self, singleShot=True, interval=VISIBLE_MS)
        self._timer.timeout.connect(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(2)
        column.addWidget(self._sentence)
        column.addWidget(self._detail)
        self.hide()

    def show_text(self, source: QWidget, sentence: str, detail: str) -> None:
        """Show and announce `sentence`, away from `source`, whose text is being read. `detail` is not announced."""
        self._sentence.setText(sentence)
        room = min(MAX_WIDTH, self._window.width() - 8 * GRID)
        self._detail.setText(self._detail.fontMetrics().elidedText(detail, Qt.TextElideMode.ElideRight, room))
        self._detail.setVisible(bool(detail))
        self.adjustSize()
        self._place(source)
        self.raise_()
        self.show()
        self._timer.start()
        announce(self, sentence)

    def clear(self) -> None:
        """Hide the message, and forget what it was about."""
        self._timer.stop()
        self._sentence.setText("")
        self._detail.setText("")
        self.hide()

    def _place(self, source: QWidget) -> None:
        """Stand at the bottom of the window; at its top where `source`, a part of the page, is there."""
        window = self._window
        place = QRect(QPoint(0, 0), self.size())
        place.moveCenter(window.rect().center())
        place.moveBottom(window.height() - 3 * GRID)
        read = QRect(source.mapTo(window, QPoint(0, 0)), source.size())
        if place.intersects(read) and not read.contains(place):
            place.moveTop(GRID)
        self.move(place.topLeft())


def show_toast(source: QWidget, sentence: str, detail: str = "") -> None:
    """Show and announce `sentence` in the window of `source`, with a line of what it is about."""
    _toast(source.window()).show_text(source, sentence, detail)


def hide_toast(source: QWidget) -> None:
    """Hide the message in the window of `source`: what it is about is gone."""
    if toast := source.window().findChild(Toast):
        toast.clear()


def _toast(window: QWidget) -> Toast:
    return window.findChild(Toast) or Toast(window)
