"""The main menu, and the menu of what can be copied of a payment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QTranslator, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from iamport_desktop.api.codes import Language
from iamport_desktop.api.models import CashReceipt, Payment
from iamport_desktop.domain.attempts import OtherAttempts, Unasked
from iamport_desktop.presentation.i18n import using_translator
from iamport_desktop.presentation.notices import reply_caution
from iamport_desktop.presentation.reply import reply
from iamport_desktop.presentation.summary import summary
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.ui.widgets.buttons import copy_text

translate = QCoreApplication.translate


LANGUAGES = {"ko": "한국어", "en": "English"}  # in themselves, for users who cannot read the current one
THEMES = ("", "light", "dark")


class CopyMenu(QMenu):
    """Copies texts about a payment in either language. They are masked, whatever the window shows.

    `caution_needed` is emitted after a reply was copied that asks for no payment, for the reason that `caution` states.
    """

    caution_needed = Signal()

    def __init__(
        self,
        format_context: Callable[[], FormatContext],
        translators: Mapping[Language, QTranslator],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._format_context, self._translators = format_context, translators
        self._payment: Payment | None = None
        self._as_of: datetime | None = None
        self._cash_receipt: CashReceipt | None = None
        self._other_attempts: OtherAttempts = Unasked.NOT_ASKED
        languages: tuple[Language, ...] = ("ko", "en")
        for copy in (self.copy_summary, self.copy_reply):
            for language in languages:
                action = self.addAction("")
                action.triggered.connect(lambda _checked=False, copy=copy, language=language: copy(language))
        self._caution = self.addAction("")
        self._caution.setEnabled(False)
        self._caution.setVisible(False)
        self.aboutToShow.connect(self._show_caution)
        self._retranslate()

    def set_payment(self, payment: Payment | None, as_of: datetime | None = None) -> None:
        """Copy `payment`, as it was at `as_of` (aware), from now on; nothing while there is none."""
        self._payment, self._as_of, self._cash_receipt = payment, as_of, None
        self._other_attempts = Unasked.NOT_ASKED
        self._retranslate()

    def set_other_attempts(self, other_attempts: OtherAttempts) -> None:
        """Word the reply by the other attempts for the payment's order, or by why they are not known."""
        self._other_attempts = other_attempts

    def caution(self) -> str:
        """Return why the reply does not ask for a payment that it would ask for otherwise; "" where it may ask."""
        if self._payment is None:
            return ""
        context, others = self._format_context(), self._other_attempts
        if reply(self._payment, context, others) == reply(self._payment, context, ()):
            return ""
        return reply_caution(context.assess(self._payment, others))

    def set_cash_receipt(self, cash_receipt: CashReceipt) -> None:
        """Add the payment's cash receipt to the summary."""
        self._cash_receipt = cash_receipt

    def copy_summary(self, language: Language | None = None) -> None:
        """Copy the summary in `language`, or else in the current one."""
        self._copy(
            partial(summary, as_of=self._as_of, cash_receipt=self._cash_receipt),
            language or self._format_context().language,
        )

    def copy_reply(self, language: Language | None = None) -> None:
        """Copy the reply to the customer in `language`, or else in the current one."""
        self._copy(
            partial(reply, other_attempts=self._other_attempts), language or self._format_context().language
        )
        if self.caution():
            self.caution_needed.emit()

    def _copy(self, write: Callable[[Payment, FormatContext], str], language: Language) -> None:
        if self._payment is None:
            return
        with using_translator(self._translators[language]):
            copy_text(write(self._payment, replace(self._format_context(), language=language)))

    def _show_caution(self) -> None:
        self._caution.setText(self.caution())
        self._caution.setVisible(bool(self.caution()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        names = (
            translate("CopyMenu", "Summary in Korean"),
            translate("CopyMenu", "Summary in English"),
            translate("CopyMenu", "Reply to the customer in Korean"),
            translate("CopyMenu", "Reply to the customer in English"),
        )
        if self._payment is not None and self._payment.sandbox is True:
            note = translate("CopyMenu", "Note on the test payment, instead of a reply")
            names = (*names[:2], f"{note} ({LANGUAGES['ko']})", f"{note} ({LANGUAGES['en']})")
        for action, name in zip(self.actions(), names, strict=False):
            action.setText(name)


@dataclass(frozen=True, slots=True)
class MenuState:
    """What the menu ticks.

    `theme` is "" for the system's. `samples` says that sample payments are shown. `hides_from_captures` is None where
    the system cannot hide a window from screen captures.
    """

    test_payments: bool
    history: bool
    language: str
    theme: str
    samples: bool
    hides_from_captures: bool | None


class MainMenu(QMenu):
    """Key, test payments, shop's name, history, language, theme: what is not needed during a call."""

    credentials_requested = Signal()
    test_payments_toggled = Signal(bool)
    history_toggled = Signal(bool)
    history_cleared = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    captures_toggled = Signal(bool)
    shop_name_requested = Signal()
    samples_toggled = Signal()
    keys_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples = False
        self.key = self._item(self.credentials_requested)
        self.test_payments = self._switch(self.test_payments_toggled)
        self.captures = self._switch(self.captures_toggled)
        self.shop_name = self._item(self.shop_name_requested)
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
        self._retranslate()

    def show_state(self, state: MenuState) -> None:
        """Tick what holds now, without a signal."""
        self.test_payments.setChecked(state.test_payments)
        self.history.setChecked(state.history)
        self.captures.setVisible(state.hides_from_captures is not None)
        self.captures.setChecked(bool(state.hides_from_captures))
        self._languages[state.language].setChecked(True)
        self._themes[state.theme].setChecked(True)
        self.key.setEnabled(not state.samples)
        self.test_payments.setEnabled(not state.samples)
        self._samples = state.samples
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

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

    def _retranslate(self) -> None:
        self.key.setText(translate("MainMenu", "REST API key…"))
        self.test_payments.setText(translate("MainMenu", "Include test payments"))
        self.captures.setText(translate("MainMenu", "Hide the window from screen captures"))
        self.shop_name.setText(translate("MainMenu", "Shop name in replies…"))
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
        self.keys.setText(translate("MainMenu", "Keyboard shortcuts"))
        self.samples.setText(leave if self._samples else enter)
