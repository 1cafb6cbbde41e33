"""Labels that take every text for plain text, and break a long id rather than cut it off."""

from __future__ import annotations

import html

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QStaticText, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def tooltip_of(text: str) -> str:
    """`text` as a tooltip that cannot become rich text: Qt guesses, so it is given escaped rich text."""
    return f"<span>{html.escape(text)}</span>" if text else ""


def explain(widget: QWidget, text: str) -> None:
    """Say `text` about `widget`: to the eye as a tooltip, to a screen reader as its description."""
    widget.setToolTip(tooltip_of(text))
    widget.setAccessibleDescription(text)  # else it would be the tooltip with its markup


def set_look(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet selects by, and have the style sheet look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class PlainLabel(QLabel):
    """A label for text from anywhere. `kind` and `tone` choose its look in the style sheet.

    QLabel itself breaks only between words. This one breaks anywhere where a word is longer than the line, and
    with `one_line` never.
    """

    def __init__(
        self,
        text: str = "",
        *,
        kind: str = "",
        tone: str = "",
        one_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._one_line = one_line
        self._laid_out = QStaticText()
        self._laid_out.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setProperty("tone", tone)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(not one_line)
        self.setSizePolicy(policy)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Change the colour family."""
        set_look(self, "tone", tone)

    def set_kind(self, kind: str) -> None:
        """Change the role in the page."""
        set_look(self, "kind", kind)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return not self._one_line

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._layout_for(width).height()

    def sizeHint(self) -> QSize:
        return self._layout_for(-1)

    def minimumSizeHint(self) -> QSize:
        whole = self._layout_for(-1)
        least = self.fontMetrics().averageCharWidth() * 6
        return whole if self._one_line else QSize(min(whole.width(), least), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        spare = self.height() - self._layout_for(-1 if self._one_line else self.width()).height()
        centred = self.alignment() & Qt.AlignmentFlag.AlignVCenter
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawStaticText(QPointF(0, spare / 2 if centred else 0), self._laid_out)

    def _layout_for(self, width: int) -> QSize:
        """Lay the text out in `width` pixels (-1: one line) and say how much room it takes."""
        self.ensurePolished()  # the style sheet decides the size of the letters
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._laid_out.setText(self.text())
        self._laid_out.setTextOption(option)
        self._laid_out.setTextWidth(width)
        self._laid_out.prepare(font=self.font())
        size = self._laid_out.size().toSize()
        return QSize(size.width() + 1, max(size.height(), self.fontMetrics().height()))
