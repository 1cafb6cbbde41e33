"""Labels that take every text for plain text, and break a long id rather than cut it off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QStaticText, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def set_look(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet selects by, and have the style sheet look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        # With no sheet of its own it takes the window's up again. `style()` would leave Python with an object for a
        # style that dies with the window, or with the next change of colours.
        widget.setStyleSheet("")


SHORT = 80  # characters; longer texts hardly ever fit


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
        severity: str = "",
        one_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._one_line = one_line
        self._centred, self._aligned = True, Qt.AlignmentFlag.AlignLeft  # as labels are in Qt
        self._begins_left = True
        self._laid_out = QStaticText()
        self._laid_out.setTextFormat(Qt.TextFormat.PlainText)
        self._laid_out_for: int | None = None
        self._rooms: dict[int, QSize] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setProperty("severity", severity)
        self.setWordWrap(not one_line)  # which makes the height follow the width
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        if text != self.text():
            self._forget_layout()
            super().setText(text)

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:  # noqa: N802 - Qt's name
        self._forget_layout()
        self._centred = bool(alignment & Qt.AlignmentFlag.AlignVCenter)
        self._aligned = alignment & Qt.AlignmentFlag.AlignHorizontal_Mask
        self._begins_left = self._aligned in (Qt.AlignmentFlag(0), Qt.AlignmentFlag.AlignLeft)
        super().setAlignment(alignment)

    def set_severity(self, severity: str) -> None:
        """Change the colour family."""
        set_look(self, "severity", severity)

    def set_kind(self, kind: str) -> None:
        """Change the role in the page."""
        set_look(self, "kind", kind)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._room_in(width).height()

    def sizeHint(self) -> QSize:
        return self._room_in(-1)

    def minimumSizeHint(self) -> QSize:
        whole = self._room_in(-1)
        least = self.fontMetrics().averageCharWidth() * 6
        return whole if self._one_line else QSize(min(whole.width(), least), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        width = self.width()
        if self._one_line or (self._begins_left and self._fits_on_its_lines(width)):
            width = -1  # as it was laid out when its room was asked for
        spare = self.height() - self._room_in(width).height() if self._centred else 0
        self._lay_out(width)
        QPainter(self).drawStaticText(0, spare // 2, self._laid_out)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget_layout()
        super().changeEvent(event)

    def _room_in(self, width: int) -> QSize:
        """How much room the text takes in `width` pixels (-1: on one line). Layouts ask for the same many times."""
        if width not in self._rooms:
            fits = self._fits_on_its_lines(width)
            self._rooms[width] = self._room_in(-1) if fits else self._measured(width)
        return self._rooms[width]

    def _measured(self, width: int) -> QSize:
        self._lay_out(width)
        size = self._laid_out.size().toSize()
        return QSize(size.width() + 1, max(size.height(), self.fontMetrics().height()))

    def _fits_on_its_lines(self, width: int) -> bool:
        """Whether nothing is broken in `width`: most of a payment's texts are short, and then all widths are alike."""
        return width >= 0 and len(self.text()) < SHORT and self._room_in(-1).width() <= width

    def _lay_out(self, width: int) -> None:
        if width == self._laid_out_for:
            return
        self.ensurePolished()  # the style sheet decides the size of the letters
        option = QTextOption(self._aligned)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._laid_out.setText(self.text())
        self._laid_out.setTextOption(option)
        self._laid_out.setTextWidth(width)
        self._laid_out.prepare(font=self.font())
        self._laid_out_for = width

    def _forget_layout(self) -> None:
        self._rooms.clear()
        self._laid_out_for = None
