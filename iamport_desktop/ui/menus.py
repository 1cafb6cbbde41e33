"""The main menu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from iamport_desktop.ui import shortcuts

translate = QCoreApplication.translate


class MainMenu(QMenu):
    """What is not needed during a call: the key, the settings, the samples, the keys, and what the program is."""

    credentials_requested = Signal()
    settings_requested = Signal()
    samples_toggled = Signal()
    keys_requested = Signal()
    about_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples = False
        self.key = self._item(self.credentials_requested)
        self.settings = self._item(self.settings_requested)
        self.addSeparator()
        self.samples = self._item(self.samples_toggled)
        self.addSeparator()
        self.keys = self._item(self.keys_requested)
        self.about = self._item(self.about_requested)
        self._retranslate()

    def show_samples(self, shown: bool) -> None:
        """Offer to leave the sample mode, which needs no key; or to enter it."""
        self._samples = shown
        self.key.setEnabled(not shown)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _item(self, signal: SignalInstance) -> QAction:
        action = self.addAction("")
        action.triggered.connect(lambda: signal.emit())
        return action

    def _retranslate(self) -> None:
        leave, enter = translate("MainMenu", "Leave sample mode"), translate("MainMenu", "Sample payments")
        self.key.setText(translate("MainMenu", "REST API key…"))
        self.settings.setText(_with_key(translate("MainMenu", "Settings…"), shortcuts.SETTINGS))
        self.samples.setText(leave if self._samples else enter)
        self.keys.setText(_with_key(translate("MainMenu", "Keyboard shortcuts"), shortcuts.HELP))
        self.about.setText(translate("MainMenu", "About iamport desktop"))


def _with_key(text: str, key: str) -> str:
    """Print `key` at the right of the menu. The window's shortcut handles it: two for one key would block each other."""
    return f"{text}\t{shortcuts.key_name(key)}"
