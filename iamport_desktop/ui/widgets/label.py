"""Labels for plain text: one breaks a long id rather than cut it off, one elides a long text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QStaticText, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from iamport_desktop.ui.widgets.accessibility import set_description, set_role

HEADINGS = ("headline", "title")  # kinds
SHORT = 80  # characters; longer texts hardly ever fit on one line


def set_style_property(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet selects by, and apply the style sheet again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        # Resetting the (empty) style sheet of the widget polishes it again. `style()` is not called: PySide would
        # keep a wrapper of a style that Qt deletes with the window or with its next style sheet.
        widget.setStyleSheet("")


class PlainLabel(QLabel):
    """A label for text from outside. The style sheet selects by its `kind` and `severity`.

    QLabel breaks lines between words only. PlainLabel also breaks a word that is longer than the line; with
    `one_line` it breaks nothing. It lays its text out itself and remembers the size for each width, because layouts
    ask for the same sizes many times.
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
        self._vertically_centred, self._alignment = True, Qt.AlignmentFlag.AlignLeft  # the defaults of QLabel
        self._is_left_aligned = True
        self._static_text = QStaticText()
        self._static_text.setTextFormat(Qt.TextFormat.PlainText)
        self._static_text_width: int | None = None
        self._sizes: dict[int, QSize] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setProperty("severity", severity)
        if kind in HEADINGS:
            set_role(self, "Heading")
        self.setWordWrap(not one_line)  # which makes the height follow the width
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        if text != self.text():
            self._clear_sizes()
            super().setText(text)

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:  # noqa: N802 - Qt's name
        self._clear_sizes()
        self._vertically_centred = bool(alignment & Qt.AlignmentFlag.AlignVCenter)
        self._alignment = alignment & Qt.AlignmentFlag.AlignHorizontal_Mask
        self._is_left_aligned = self._alignment in (Qt.AlignmentFlag(0), Qt.AlignmentFlag.AlignLeft)
        super().setAlignment(alignment)

    def set_severity(self, severity: str) -> None:
        """Set the severity, which decides the colour."""
        set_style_property(self, "severity", severity)

    def set_kind(self, kind: str) -> None:
        """Set the kind, which decides size, weight and colour."""
        set_style_property(self, "kind", kind)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._size_in(width).height()

    def sizeHint(self) -> QSize:
        return self._size_in(-1)

    def minimumSizeHint(self) -> QSize:
        size = self._size_in(-1)
        if self._one_line:
            return size
        return QSize(
            min(size.width(), self.fontMetrics().averageCharWidth() * 6), self.fontMetrics().height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        width = self.width()
        if self._one_line or (self._is_left_aligned and self._fits_unbroken(width)):
            width = -1  # unbroken, as it was measured
        spare = self.height() - self._size_in(width).height() if self._vertically_centred else 0
        self._prepare_text(width)
        QPainter(self).drawStaticText(0, spare // 2, self._static_text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._clear_sizes()
        super().changeEvent(event)

    def _size_in(self, width: int) -> QSize:
        """Return the size of the text in `width` pixels (-1: unbroken)."""
        if width not in self._sizes:
            fits = self._fits_unbroken(width)
            self._sizes[width] = self._size_in(-1) if fits else self._measure(width)
        return self._sizes[width]

    def _measure(self, width: int) -> QSize:
        self._prepare_text(width)
        size = self._static_text.size().toSize()
        return QSize(size.width() + 1, max(size.height(), self.fontMetrics().height()))

    def _fits_unbroken(self, width: int) -> bool:
        """Return whether a short text needs no break in `width`, so that it need not be measured again."""
        return width >= 0 and len(self.text()) < SHORT and self._size_in(-1).width() <= width

    def _prepare_text(self, width: int) -> None:
        if width == self._static_text_width:
            return
        self.ensurePolished()  # the style sheet decides the font
        option = QTextOption(self._alignment)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._static_text.setText(self.text())
        self._static_text.setTextOption(option)
        self._static_text.setTextWidth(width)
        self._static_text.prepare(font=self.font())
        self._static_text_width = width

    def _clear_sizes(self) -> None:
        self._sizes.clear()
        self._static_text_width = None


class ElidedLabel(QLabel):
    """One line of text from outside, elided where it does not fit. The tooltip and screen readers have it whole.

    `mode`: ElideLeft for a host, whose end is what counts.
    """

    def __init__(
        self,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        *,
        kind: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)

    def show_text(self, text: str) -> None:
        """Show `text`."""
        self.setText(text)
        set_description(self, text)

    def shown_text(self) -> str:
        """Return what of the text fits."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.width())

    def minimumSizeHint(self) -> QSize:
        size = super().minimumSizeHint()
        return QSize(min(size.width(), self.fontMetrics().averageCharWidth() * 6), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter.value, self.shown_text())
