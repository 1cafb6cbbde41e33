"""The line into which an imp_uid is typed or pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent

LONGEST = 20_000  # a long web page; Qt lays a line out whole, and takes half a second for five times as much


class SearchBox(QLineEdit):
    """A line that knows whether somebody is in the middle of typing into it."""

    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composes = False
        self.setProperty("kind", "search")
        self.setMaxLength(LONGEST)

    def complete(self) -> None:
        """Add what the first paint does not show: completions, and the button that empties the line."""
        from PySide6.QtCore import QStringListModel, Qt
        from PySide6.QtGui import QAction
        from PySide6.QtWidgets import QCompleter

        from iamport_desktop.ui.icons import icon

        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(10)
        self.setCompleter(completer)
        # Not Qt's own: that one looks through the desktop's icon themes, for 40 ms.
        clear = QAction(icon("close"), "", self)
        clear.setVisible(bool(self.text()))
        clear.triggered.connect(self.clear)
        clear.triggered.connect(self.emptied)
        self.textChanged.connect(lambda text: clear.setVisible(bool(text)))
        self.addAction(clear, QLineEdit.ActionPosition.TrailingPosition)

    @property
    def clearing_button(self) -> QToolButton:
        """The button that empties the line; it is there when this is complete."""
        return self.findChildren(QToolButton)[0]

    def offer(self, texts: list[str]) -> None:
        """Offer these as completions, in this order."""
        self._known.setStringList(texts)

    def is_being_typed_into(self) -> bool:
        """Whether its text was changed by hand, or an input method composes a syllable that is no text yet."""
        return self._composes or self.isModified()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composes = bool(event.preeditString())
        super().inputMethodEvent(event)
