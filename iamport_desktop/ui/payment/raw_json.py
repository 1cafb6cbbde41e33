"""The raw answer as readable JSON, with a search."""

from __future__ import annotations

import re
from bisect import bisect_left

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget

from iamport_desktop.presentation.severity import Severity
from iamport_desktop.ui.shortcuts import FIND, with_key
from iamport_desktop.ui.theme import current_theme
from iamport_desktop.ui.widgets.accessibility import announce
from iamport_desktop.ui.widgets.clipboard import copy_text
from iamport_desktop.ui.widgets.label import PlainLabel
from iamport_desktop.ui.widgets.text_view import TextView

translate = QCoreApplication.translate


class FindLine(QLineEdit):
    """Enter asks for the next hit, Shift+Enter for the one before."""

    step_requested = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            backwards = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_requested.emit(-1 if backwards else 1)
        else:
            super().keyPressEvent(event)


class RawJsonView(QWidget):
    """Shows text and finds in it, without regard to upper and lower case. Every hit is highlighted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = TextView()
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.line = FindLine()
        self._count = PlainLabel(kind="muted", one_line=True)
        self._hits: list[tuple[int, int]] = []  # start and end, as Qt counts characters
        self._hit = 0
        self.line.textChanged.connect(self._find)
        self.line.step_requested.connect(self._step)
        self.text.verticalScrollBar().valueChanged.connect(self._highlight)
        self._copy = QPushButton()
        self._copy.clicked.connect(self._copy_all)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self._count)
        row.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        self._retranslate()

    def show_text(self, text: str) -> None:
        """Show `text` in place of the previous one. Without any, the search is emptied as well."""
        if not text:
            self.line.clear()
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
            self._find()

    def focus_search(self) -> None:
        """Go to the search line."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._highlight()
        super().changeEvent(event)

    def _copy_all(self) -> None:
        copy_text(self, self.text.toPlainText(), translate("RawJsonView", "The raw answer"))

    def _find(self) -> None:
        """Find all hits, and go to the first."""
        wanted = self.line.text()
        self._hits = _hits(wanted, self.text.toPlainText()) if wanted else []
        self._hit = 0
        self._show_hit()
        self._highlight()

    def _step(self, step: int) -> None:
        if self._hits:
            self._hit = (self._hit + step) % len(self._hits)
            self._show_hit()
        announce(self.line, self._count.text())

    def _show_hit(self) -> None:
        cursor = QTextCursor(self.text.document())
        if self._hits:
            start, end = self._hits[self._hit]
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self._show_count()

    def _show_count(self) -> None:
        if self._hits:
            self._count.setText(f"{self._hit + 1}/{len(self._hits)}")
        else:
            self._count.setText(translate("RawJsonView", "not found") if self.line.text() else "")

    def _highlight(self) -> None:
        """Highlight the hits in sight: a single letter is found thousands of times."""
        first, last = self.text.visible_range()
        highlight = QTextCharFormat()
        highlight.setBackground(QColor(current_theme().severities[Severity.WARNING].tint))
        highlights = []
        for start, end in self._hits[bisect_left(self._hits, (first, 0)) :]:
            if start > last:
                break
            selection = QTextEdit.ExtraSelection()
            selection.format = highlight
            selection.cursor = QTextCursor(self.text.document())
            selection.cursor.setPosition(start)
            selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            highlights.append(selection)
        self.text.setExtraSelections(highlights)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._highlight()

    def _retranslate(self) -> None:
        name = translate("RawJsonView", "Find in the answer")
        self.line.setPlaceholderText(with_key(name, FIND))
        self.line.setAccessibleName(name)
        self.text.setAccessibleName(translate("RawJsonView", "The answer as JSON"))
        self._copy.setText(translate("RawJsonView", "Copy all"))
        self._show_count()


def _hits(wanted: str, text: str) -> list[tuple[int, int]]:
    """Return start and end of each `wanted` in `text`, in Qt's characters: those beyond U+FFFF count twice."""
    wide = [match.start() for match in re.finditer("[\U00010000-\U0010ffff]", text)]
    return [
        (match.start() + bisect_left(wide, match.start()), match.end() + bisect_left(wide, match.end()))
        for match in re.finditer(re.escape(wanted), text, re.IGNORECASE)
    ]
