"""The menu of the window: key, test payments, history, language, appearance."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

translate = QCoreApplication.translate

# Each language is named in itself, so that whoever is lost finds the way back.
LANGUAGES = {"ko": "한국어", "en": "English"}
THEMES = ("", "light", "dark")


@dataclass(frozen=True, slots=True)
class MenuState:
    """What the menu ticks: `theme` is "" for the system's, `samples` says that samples are shown, and

    `hides_from_captures` is None where the system cannot do that.
    """

    test_payments: bool
    history: bool
    language: str
    theme: str
    samples: bool
    hides_from_captures: bool | None


class MainMenu(QMenu):
    """Everything that is not looked for during a call."""

    credentials_requested = Signal()
    test_payments_toggled = Signal(bool)
    history_toggled = Signal(bool)
    history_cleared = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    captures_toggled = Signal(bool)
    samples_toggled = Signal()
    keys_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = self._item(self.credentials_requested)
        self.test_payments = self._switch(self.test_payments_toggled)
        self.captures = self._switch(self.captures_toggled)
        self.addSeparator()
        self.history = self._switch(self.history_toggled)
        self.clear_history = self._item(self.history_cleared)
        self.addSeparator()
        self._language, self._theme = QMenu(self), QMenu(self)
        self.addMenu(self._language)
        self.addMenu(self._theme)
        self._languages = self._choices(self._language, tuple(LANGUAGES), self.language_chosen)
        self._themes = self._choices(self._theme, THEMES, self.theme_chosen)
        self.addSeparator()
        self.samples = self._item(self.samples_toggled)
        self.keys = self._item(self.keys_requested)

    def show_state(self, state: MenuState) -> None:
        """Tick what is in force, without telling anybody that it was chosen."""
        self.test_payments.setChecked(state.test_payments)
        self.history.setChecked(state.history)
        self.captures.setVisible(state.hides_from_captures is not None)
        self.captures.setChecked(bool(state.hides_from_captures))
        self._languages[state.language].setChecked(True)
        self._themes[state.theme].setChecked(True)
        self.key.setEnabled(not state.samples)
        self.test_payments.setEnabled(not state.samples)
        self._retranslate(samples=state.samples)

    def _item(self, signal: SignalInstance) -> QAction:
        action = self.addAction("")
        action.triggered.connect(lambda: signal.emit())
        return action

    def _switch(self, signal: SignalInstance) -> QAction:
        action = self.addAction("")
        action.setCheckable(True)
        action.triggered.connect(signal)
        return action

    def _choices(self, menu: QMenu, values: tuple[str, ...], signal: SignalInstance) -> dict[str, QAction]:
        group = QActionGroup(menu)
        actions = {}
        for value in values:
            action = actions[value] = menu.addAction(LANGUAGES.get(value, ""))
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, chosen=value: signal.emit(chosen))
            group.addAction(action)
        return actions

    def _retranslate(self, *, samples: bool) -> None:
        self.key.setText(translate("MainMenu", "REST API key…"))
        self.test_payments.setText(translate("MainMenu", "Include test payments"))
        self.captures.setText(translate("MainMenu", "Hide the window from screen captures"))
        self.history.setText(translate("MainMenu", "Remember looked-up imp_uids"))
        self.clear_history.setText(translate("MainMenu", "Clear the remembered imp_uids"))
        self._language.setTitle(translate("MainMenu", "Language (언어)"))
        self._theme.setTitle(translate("MainMenu", "Appearance"))
        names = (
            translate("MainMenu", "As the system"),
            translate("MainMenu", "Light"),
            translate("MainMenu", "Dark"),
        )
        for value, name in zip(THEMES, names, strict=True):
            self._themes[value].setText(name)
        leave, enter = translate("MainMenu", "Leave sample mode"), translate("MainMenu", "Sample payments")
        self.keys.setText(translate("MainMenu", "Keyboard…"))
        self.samples.setText(leave if samples else enter)
