"""A text to read, select and copy."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData, QRect, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from iamport_desktop.ui.widgets.clipboard import as_mime_data, copy_text

translate = QCoreApplication.translate

PADDING = 30  # left and right, or above and below: of the style sheet, and the margin of the document


class TextView(QPlainTextEdit):
    """Long words are broken. What is copied of it, by key, menu or drag, is copied as everything else is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)

    def fit_height(self, width: int, largest: int) -> None:
        """Become as high as the text is in `width` pixels, up to `largest`; then it scrolls."""
        room = QRect(0, 0, width - PADDING, largest)
        text = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.toPlainText())
        self.setFixedHeight(min(text.height() + PADDING, largest))

    def visible_range(self) -> tuple[int, int]:
        """Return the positions of the first and the last character in sight, lines scrolled half away included."""
        first = self.firstVisibleBlock().position()
        return first, self.cursorForPosition(self.viewport().rect().bottomRight()).position()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        return as_mime_data(self, self.textCursor().selection().toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.textCursor().hasSelection():
            text = self.textCursor().selection().toPlainText()
            copy_text(self, text, translate("TextView", "The selection"))
        else:
            super().keyPressEvent(event)
