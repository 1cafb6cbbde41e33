"""A bar for each payment that is being watched, with a button that stops it; and one for each that has changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.view_model import Notice
from iamport_desktop.ui.widgets.accessibility import announce
from iamport_desktop.ui.widgets.label import PlainLabel, set_look


class MessageBar(QFrame):
    """Hidden until it has something to say."""

    action_requested = Signal()

    def __init__(self, severity: Severity, parent: QWidget | None = None, *, kind: str = "notice") -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setProperty("severity", severity.value)
        self._text = PlainLabel(severity=severity.value)
        self._button = QPushButton()
        self._button.setProperty("kind", "small")
        self._button.clicked.connect(self.action_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self.say("")

    def say(self, text: str, action: str = "") -> None:
        """Show `text`, with a button `action`; nothing at all for an empty text."""
        self._text.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setVisible(bool(text))

    def text(self) -> str:
        """What it says now."""
        return self._text.text()


translate = QCoreApplication.translate


class TroubleBar(MessageBar):
    """Hidden until there is trouble."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Severity.ERROR, parent, kind="banner")
        self._sentence: Callable[[], str] | None = None
        self.action_requested.connect(self._close)

    def tell(self, sentence: Callable[[], str]) -> None:
        """Say what `sentence` gives, in whatever language is spoken then."""
        self._sentence = sentence
        self.say(sentence(), translate("TroubleBar", "Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._sentence:
            self.tell(self._sentence)
        super().changeEvent(event)

    def _close(self) -> None:
        self._sentence = None
        self.say("")


class NoticeBar(QFrame):
    """One sentence on a tint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._text = PlainLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 14, 9)
        row.addWidget(self._text)

    def show_notice(self, notice: Notice) -> None:
        """Show `notice` in its colours."""
        self._text.setText(notice.text)
        self._text.set_severity(notice.severity.value)
        set_look(self, "severity", notice.severity.value)


class Notices(QWidget):
    """All notices of a payment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[NoticeBar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_notices(self, notices: tuple[Notice, ...]) -> None:
        """Show `notices` in place of those before; none take no room."""
        while len(self._bars) < len(notices):
            self._bars.append(NoticeBar())
            self._column.addWidget(self._bars[-1])
        for place, bar in enumerate(self._bars):
            if place < len(notices):
                bar.show_notice(notices[place])
            bar.setVisible(place < len(notices))
        self.setVisible(bool(notices))


class WatchBars(QWidget):
    """Stands under the search box, whatever page is shown."""

    stop_requested = Signal(str)
    open_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watching: dict[str, MessageBar] = {}
        self._changed: dict[str, MessageBar] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_watching(self, imp_uid: str, text: str) -> None:
        """Say that `imp_uid` is watched."""
        if imp_uid not in self._watching:
            bar = self._watching[imp_uid] = MessageBar(Severity.NEUTRAL, self, kind="banner")
            bar.action_requested.connect(lambda: self.stop_requested.emit(imp_uid))
            self._column.addWidget(bar)
        self._watching[imp_uid].say(text, translate("Watch", "Stop"))

    def end(self, imp_uid: str) -> None:
        """Say no longer that `imp_uid` is watched."""
        self._remove(self._watching, imp_uid)

    def show_change(self, imp_uid: str, text: str, severity: Severity) -> None:
        """Say how it went with `imp_uid`, with a button that opens it and takes the bar away."""
        self._remove(self._changed, imp_uid)
        bar = self._changed[imp_uid] = MessageBar(severity, self, kind="banner")
        bar.action_requested.connect(lambda: self._open(imp_uid))
        self._column.addWidget(bar)
        self._changed[imp_uid].say(text, translate("Watch", "Open"))
        announce(self._changed[imp_uid], text)

    def _open(self, imp_uid: str) -> None:
        self._remove(self._changed, imp_uid)
        self.open_requested.emit(imp_uid)

    def _remove(self, bars: dict[str, MessageBar], imp_uid: str) -> None:
        if bar := bars.pop(imp_uid, None):
            bar.hide()
            bar.deleteLater()
