"""The menu of the window: key, test payments, history, language, appearance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from iamport_desktop.api.codes import Language
from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.i18n import using_translator
from iamport_desktop.presentation.reply import reply
from iamport_desktop.presentation.summary import summary
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.ui.display_context import DisplayContext
from iamport_desktop.ui.widgets.clipboard import copy_text

translate = QCoreApplication.translate

Writer = Callable[[Payment, FormatContext], str]


class CopyMenu(QMenu):
    """What is copied is masked, whatever the window shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._payment: Payment | None = None
        self._outfit: DisplayContext | None = None
        self._texts: tuple[tuple[Writer, Language], ...] = (
            (summary, "ko"),
            (summary, "en"),
            (reply, "ko"),
            (reply, "en"),
        )
        self._entries = [self.addAction("") for _ in self._texts]
        for entry, (write, language) in zip(self._entries, self._texts, strict=True):
            entry.triggered.connect(
                lambda _checked=False, write=write, language=language: self.copy(write, language)
            )

    def offer(self, payment: Payment, outfit: DisplayContext) -> None:
        """Copy `payment` from now on."""
        self._payment, self._outfit = payment, outfit
        names = (
            translate("CopyMenu", "Summary in Korean"),
            translate("CopyMenu", "Summary in English"),
            translate("CopyMenu", "Reply to the customer in Korean"),
            translate("CopyMenu", "Reply to the customer in English"),
        )
        for entry, name in zip(self._entries, names, strict=True):
            entry.setText(name)

    def withdraw(self) -> None:
        """Copy nothing: what is shown now is no payment, and the one before must not be taken for it."""
        self._payment = None

    def copy_summary(self) -> None:
        """Copy the summary in the window's language."""
        if self._outfit:
            self.copy(summary, self._outfit.language)

    def copy_reply(self) -> None:
        """Copy the reply in the window's language."""
        if self._outfit:
            self.copy(reply, self._outfit.language)

    def copy(self, write: Writer, language: Language) -> None:
        """Copy what `write` makes of the payment in `language`."""
        if self._payment is None or self._outfit is None:
            return
        with using_translator(self._outfit.translators[language]):
            copy_text(write(self._payment, self._outfit.reading(language=language)))


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
