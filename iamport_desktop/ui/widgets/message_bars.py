"""Bars with a sentence and perhaps a button: notices of a payment, banners of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.view_model import Notice
from iamport_desktop.ui.widgets.accessibility import announce
from iamport_desktop.ui.widgets.label import PlainLabel, set_style_property

translate = QCoreApplication.translate

Text = Callable[[], str]  # returns a text in the current language


class MessageBar(QFrame):
    """A sentence with a button; hidden without a sentence. It follows a change of the language."""

    action_requested = Signal()

    def __init__(self, severity: Severity, parent: QWidget | None = None, *, kind: str = "notice") -> None:
        super().__init__(parent)
        self._sentence: Text | None = None
        self._action: Text | None = None
        self.setProperty("kind", kind)
        self.setProperty("severity", severity.value)
        self._label = PlainLabel(severity=severity.value)
        self._button = QPushButton()
        self._button.setProperty("kind", "small")
        self._button.clicked.connect(self.action_requested)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 16, 6)
        self._row.setSpacing(12)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._button)
        self.clear()

    def show_text(self, sentence: Text, action: Text | None = None) -> None:
        """Show what `sentence` returns, with a button named by `action`."""
        self._sentence, self._action = sentence, action
        self._retranslate()
        self._button.setVisible(action is not None)
        self.show()

    def clear(self) -> None:
        """Hide the bar."""
        self._sentence = self._action = None
        self._label.setText("")
        self.hide()

    def text(self) -> str:
        """Return the sentence; "" while the bar is hidden."""
        return self._label.text() if self._sentence else ""

    def announce(self) -> None:
        """Have a screen reader read the sentence aloud."""
        announce(self, self.text())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        if self._sentence:
            self._label.setText(self._sentence())
        if self._action:
            self._button.setText(self._action())


class NoticeBar(QFrame):
    """One sentence on a tint, with a button where it is about another payment."""

    payment_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._imp_uid = ""
        self.setProperty("kind", "notice")
        self._label = PlainLabel()
        self._open = QPushButton()
        self._open.setProperty("kind", "small")
        self._open.clicked.connect(lambda: self.payment_chosen.emit(self._imp_uid))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 14, 9)
        row.setSpacing(12)
        row.addWidget(self._label, 1)
        row.addWidget(self._open)
        self._retranslate()

    def show_notice(self, notice: Notice) -> None:
        """Show `notice` in the colours of its severity."""
        self._imp_uid = notice.opens
        self._open.setVisible(bool(notice.opens))
        self._open.setAccessibleDescription(notice.text if notice.opens else "")
        self._label.setText(notice.text)
        self._label.set_severity(notice.severity.value)
        set_style_property(self, "severity", notice.severity.value)
        self.show()

    def clear(self) -> None:
        """Hide the bar, and hold nothing of a payment."""
        self._imp_uid = ""
        self._open.setAccessibleDescription("")
        self._label.setText("")
        self.hide()

    def announce_link(self) -> None:
        """Have a screen reader read a sentence about another payment aloud."""
        if self._imp_uid:
            announce(self, self._label.text())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._open.setText(translate("Notices", "Open"))


class Notices(QWidget):
    """All notices of a payment; hidden without any. `payment_chosen` gets the imp_uid of one to open."""

    payment_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[NoticeBar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_notices(self, notices: tuple[Notice, ...]) -> None:
        """Show `notices` in place of the previous ones."""
        while len(self._bars) < len(notices):
            bar = NoticeBar()
            bar.payment_chosen.connect(self.payment_chosen)
            self._bars.append(bar)
            self._column.addWidget(bar)
        for bar, notice in zip(self._bars, notices, strict=False):
            bar.show_notice(notice)
        for bar in self._bars[len(notices) :]:
            bar.clear()
        self.setVisible(bool(notices))

    def announce_links(self) -> None:
        """Have a screen reader read the notices about other payments aloud."""
        for bar in self._bars:
            bar.announce_link()
