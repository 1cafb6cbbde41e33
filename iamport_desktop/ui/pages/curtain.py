"""What lies over a page while a lookup is under way: a tint, a thin bar, and later that the answer is late."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from iamport_desktop.ui.shortcuts import ESCAPE, with_key
from iamport_desktop.ui.widgets.label import PlainLabel

translate = QCoreApplication.translate

PUT_AWAY, REFRESHING = 0.65, 0.35  # how much of the page is covered by the colour of the window
BAR_HEIGHT = 4
NOTE_TOP = 12


class Curtain(QWidget):
    """Dims the page below. Clicks go through to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._opacity = PUT_AWAY
        self.hide()

    def cover(self, opacity: float) -> None:
        """Dim what is below, by `opacity` between 0 and 1."""
        self._opacity = opacity
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(self.palette().window().color())
        colour.setAlphaF(self._opacity)
        QPainter(self).fillRect(self.rect(), colour)


class RefreshProgress(QWidget):
    """A thin bar on top of the page that is looked up again; and when the answer is late, a note with Cancel."""

    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._note = QFrame(parent)
        self._note.setProperty("kind", "card")
        self._text, self._cancel = PlainLabel(one_line=True), QPushButton()
        self._cancel.setProperty("kind", "small")
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self._note)
        row.setContentsMargins(14, 8, 8, 8)
        row.addWidget(self._text)
        row.addWidget(self._cancel)
        self.clear()
        self._retranslate()

    def begin(self) -> None:
        """Show the bar."""
        self.raise_()
        self.show()

    def show_late(self, late: str) -> None:
        """Say that the answer is late."""
        self._text.setText(late)
        self._note.adjustSize()
        self._place_note()
        self._note.raise_()
        self._note.show()

    def clear(self) -> None:
        """Hide bar and note."""
        self.hide()
        self._note.hide()
        self._text.setText("")

    def place(self, area: QRect) -> None:
        """Lie on the upper edge of `area`, in the parent's coordinates."""
        self.setGeometry(area.x(), area.y(), area.width(), BAR_HEIGHT)
        self._bar.setGeometry(self.rect())
        self._place_note()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _place_note(self) -> None:
        self._note.move(self.x() + (self.width() - self._note.width()) // 2, self.y() + NOTE_TOP)

    def _retranslate(self) -> None:
        self._bar.setAccessibleName(translate("Pages", "Looking up"))
        self._cancel.setText(translate("SearchBar", "Cancel"))
        self._cancel.setToolTip(with_key(self._cancel.text(), ESCAPE))
