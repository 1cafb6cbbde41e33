"""Labels that take every text for plain text, and break it anywhere rather than be cut off."""

from __future__ import annotations

import html

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
_TALL = 1_000_000


def tooltip_of(text: str) -> str:
    """`text` as a tooltip that cannot become rich text: Qt guesses, so it is given escaped rich text."""
    return f"<span>{html.escape(text)}</span>" if text else ""


def set_look(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet selects by, and have the style sheet look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class PlainLabel(QLabel):
    """A label for text from anywhere. `kind` and `tone` choose its look in the style sheet."""

    def __init__(
        self, text: str = "", *, kind: str = "", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("kind", kind)
        self.setProperty("tone", tone)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Change the colour family."""
        set_look(self, "tone", tone)

    def set_kind(self, kind: str) -> None:
        """Change the role in the page."""
        set_look(self, "kind", kind)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._needed(width).height()

    def sizeHint(self) -> QSize:
        return self._needed(_TALL)

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(min(self.sizeHint().width(), metrics.averageCharWidth() * 6), metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        # QLabel itself breaks only between words, so that a long id would be cut off.
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.contentsRect(), int(self.alignment()) | int(_FLAGS), self.text())

    def _needed(self, width: int) -> QSize:
        self.ensurePolished()  # the style sheet decides the size of the letters
        room = QRect(0, 0, max(width, 1), _TALL)
        return self.fontMetrics().boundingRect(room, int(_FLAGS), self.text() or " ").size() + QSize(1, 0)
