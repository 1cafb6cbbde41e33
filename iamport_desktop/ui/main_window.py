"""The window as it is painted first: the search bar, and a sentence where the body is to come.

Light to import and to build: nothing is here that the first paint does not show, and the namespace Qt, whose enums take
15 ms to be made, is not touched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget

from iamport_desktop.ui.search_bar import SearchBar
from iamport_desktop.ui.theme import Theme, dress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QShowEvent

    from iamport_desktop.ui.body import Body

translate = QCoreApplication.translate

SIZE = (1240, 860)
SMALLEST = (760, 520)
UNPAINTED_MS = 1000  # the slowest of desks has painted a window by then


class MainWindow(QMainWindow):
    """Holds the search bar from the first paint on, and the body from `furnish` on.

    `first_painted` comes once: after the first paint, or where there is none, UNPAINTED_MS after the window was shown.
    """

    first_painted = Signal()
    body: Body
    theme: Theme

    def __init__(self) -> None:
        super().__init__()
        self._painted = False
        self._early_search = ""
        self._early_keys: list[QKeyEvent] = []
        self.search = SearchBar()
        self.search.submitted.connect(self._keep)
        self.starting = StartingPage()
        middle = QWidget()
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.search)
        self._column.addWidget(self.starting, 1)
        self.setCentralWidget(middle)
        self.setWindowTitle(translate("MainWindow", "iamport desktop"))
        self.search.box.setFocus()
        self.resize(*SIZE)
        self.setMinimumSize(*SMALLEST)

    def wear(self, theme: Theme) -> None:
        """Wear the shapes and colours of `theme`."""
        self.theme = theme
        dress(self, theme)

    def change(self, theme: Theme) -> Iterator[None]:
        """Wear `theme` after another one. The steps take 20 to 30 ms each; nothing is painted between them."""
        self.setUpdatesEnabled(False)
        yield  # the application's palette has taken a step's time already
        self.setStyleSheet("")  # where one sheet takes another's place, Qt needs a quarter more
        yield
        self.wear(theme)
        yield
        self.setUpdatesEnabled(True)

    def retranslate(self) -> None:
        """Speak the language that is installed now."""
        self.search.retranslate()
        self.starting.retranslate()

    def furnish(self, body: Body) -> None:
        """Put `body`, which has taken the starting page up, under the search bar, and its banner above."""
        self.body = body
        self._column.insertWidget(0, body.banner)
        self._column.addWidget(body, 1)

    def take_early_search(self) -> str:
        """What was submitted before anybody heard it; nobody is told of later ones. "" for nothing."""
        self.search.submitted.disconnect(self._keep)
        return self._early_search

    def take_early_keys(self) -> list[QKeyEvent]:
        """What was pressed before the body was there, and meant nothing to the search box."""
        early, self._early_keys = self._early_keys, []
        return early

    def _keep(self, text: str) -> None:
        self._early_search = text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not hasattr(self, "body"):
            self._early_keys.append(event.clone())
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(UNPAINTED_MS, self._be_painted)  # a window that is started minimised is not painted

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            QTimer.singleShot(0, self._be_painted)

    def _be_painted(self) -> None:
        if not self._painted:
            self._painted = True
            self.first_painted.emit()


class StartingPage(QWidget):
    """Says what takes a moment."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = QLabel()
        self._sentence.setProperty("kind", "muted")
        self._sentence.setProperty(
            "textFormat", 0
        )  # Qt.TextFormat.PlainText, without making all of Qt's enums
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(self._sentence)
        row.addStretch(1)
        self.retranslate()

    def say(self, text: str) -> None:
        """Say something else, as that nothing will come."""
        self._sentence.setText(text)
        self._sentence.setWordWrap(True)

    def retranslate(self) -> None:
        """Speak the language that is installed now."""
        self._sentence.setText(translate("Pages", "Fetching the key from the keyring…"))
