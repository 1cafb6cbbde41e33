"""The raw answer as readable JSON, with a search."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtGui import QFontDatabase, QKeyEvent, QKeySequence, QShortcut, QTextCursor, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from iamport_desktop.ui.widgets.clipboard import as_mime_data, copy_text
from iamport_desktop.ui.widgets.label import PlainLabel

translate = QCoreApplication.translate


class _RawText(QPlainTextEdit):
    """A text whose selection is guarded, too, when it is copied or dragged."""

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        return as_mime_data(self, self.textCursor().selection().toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.textCursor().hasSelection():
            text = self.textCursor().selection().toPlainText()
            copy_text(self, text, translate("RawJsonView", "The selection"))
        else:
            super().keyPressEvent(event)


class RawJsonView(QWidget):
    """Shows text and finds in it. Ctrl+F focuses the search box, Enter goes to the next match."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = _RawText()
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text.setTabChangesFocus(True)
        self._search, self._search_result = QLineEdit(), PlainLabel(kind="muted", one_line=True)
        self._search.returnPressed.connect(self._find_next)
        self._search.textChanged.connect(self._find_first)
        self._copy = QPushButton()
        self._copy.clicked.connect(self._copy_all)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._search, 1)
        row.addWidget(self._search_result)
        row.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._search.setFocus)
        self._retranslate()

    def show_text(self, text: str) -> None:
        """Show `text` in place of the previous one. Without any, the search is emptied as well."""
        if not text:
            self._search.clear()
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
            self._find_first()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _copy_all(self) -> None:
        copy_text(self, self.text.toPlainText(), translate("RawJsonView", "The raw answer"))

    def _find_first(self) -> None:
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._find_next()

    def _find_next(self) -> None:
        wanted = self._search.text()
        if not wanted:
            self._search_result.setText("")
            return
        found = self.text.find(wanted)
        if not found:  # wrap around
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            found = self.text.find(wanted)
        self._search_result.setText("" if found else translate("RawJsonView", "not found"))

    def _retranslate(self) -> None:
        self._search.setPlaceholderText(translate("RawJsonView", "Find in the answer"))
        self._search.setAccessibleName(translate("RawJsonView", "Find in the answer"))
        self.text.setAccessibleName(translate("RawJsonView", "The answer as JSON"))
        self._copy.setText(translate("RawJsonView", "Copy all"))
