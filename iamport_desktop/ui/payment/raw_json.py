"""The answer as it came: readable JSON, to be searched and copied."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFontDatabase, QKeySequence, QShortcut, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from iamport_desktop.ui.widgets.clipboard import copy_text
from iamport_desktop.ui.widgets.label import PlainLabel

translate = QCoreApplication.translate


class RawView(QWidget):
    """Shows text and finds in it. Ctrl+F goes to the search box, Enter to the next place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._text.setTabChangesFocus(True)
        self._sought, self._found = QLineEdit(), PlainLabel(kind="muted", one_line=True)
        self._sought.returnPressed.connect(self._next)
        self._sought.textChanged.connect(self._from_top)
        self._copy = QPushButton()
        self._copy.clicked.connect(lambda: copy_text(self._text.toPlainText()))
        row = QHBoxLayout()
        row.setSpacing(8)
        for each, stretch in ((self._sought, 1), (self._found, 0), (self._copy, 0)):
            row.addWidget(each, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._text, 1)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._sought.setFocus)
        self._retranslate()

    def show_text(self, text: str) -> None:
        """Show `text` in place of the one before."""
        if text != self._text.toPlainText():
            self._text.setPlainText(text)
            self._from_top()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _from_top(self) -> None:
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self._next()

    def _next(self) -> None:
        sought = self._sought.text()
        if not sought:
            self._found.setText("")
            return
        found = self._text.find(sought)
        if not found:  # once more, from the top
            self._text.moveCursor(QTextCursor.MoveOperation.Start)
            found = self._text.find(sought, QTextDocument.FindFlag(0))
        self._found.setText("" if found else translate("RawView", "not found"))

    def _retranslate(self) -> None:
        self._sought.setPlaceholderText(translate("RawView", "Find in the answer"))
        self._sought.setAccessibleName(translate("RawView", "Find in the answer"))
        self._text.setAccessibleName(translate("RawView", "The answer as JSON"))
        self._copy.setText(translate("RawView", "Copy all"))
