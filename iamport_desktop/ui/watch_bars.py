"""A bar for each payment that is being watched, with a button that stops it; and one for each that has changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iamport_desktop.presentation.severity import Tone
from iamport_desktop.ui.announcing import announce
from iamport_desktop.ui.message_bar import MessageBar

translate = QCoreApplication.translate


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
            bar = self._watching[imp_uid] = MessageBar(Tone.NEUTRAL, self, kind="banner")
            bar.action_requested.connect(lambda: self.stop_requested.emit(imp_uid))
            self._column.addWidget(bar)
        self._watching[imp_uid].say(text, translate("Watch", "Stop"))

    def end(self, imp_uid: str) -> None:
        """Say no longer that `imp_uid` is watched."""
        self._remove(self._watching, imp_uid)

    def show_change(self, imp_uid: str, text: str, tone: Tone) -> None:
        """Say how it went with `imp_uid`, with a button that opens it and takes the bar away."""
        self._remove(self._changed, imp_uid)
        bar = self._changed[imp_uid] = MessageBar(tone, self, kind="banner")
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
