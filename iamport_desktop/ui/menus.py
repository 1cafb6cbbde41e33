"""The main menu, and the menu of what can be copied of a payment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QTranslator, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from iamport_desktop.api.codes import Language
from iamport_desktop.api.models import CashReceipt, Payment
from iamport_desktop.domain.attempts import OtherAttempts, Unasked
from iamport_desktop.presentation.i18n import LANGUAGE_NAMES, using_translator
from iamport_desktop.presentation.notices import reply_caution
from iamport_desktop.presentation.reply import reply
from iamport_desktop.presentation.summary import summary
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.ui.widgets.clipboard import copy_text

translate = QCoreApplication.translate

SETTINGS_KEY, KEYS_KEY = "Ctrl+,", "F1"


class CopyMenu(QMenu):
    """Copies texts about a payment in either language. They are masked, whatever the window shows.

    `caution_needed` is emitted after a reply was copied that asks for no payment, for the reason that `caution` states.
    """

    caution_needed = Signal()

    def __init__(
        self,
        format_context: Callable[[], FormatContext],
        translators: Mapping[Language, QTranslator],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._page = parent
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
            translate("CopyMenu", "Summary"),
        )

    def copy_reply(self, language: Language | None = None) -> None:
        """Copy the reply to the customer in `language`, or else in the current one."""
        self._copy(
            partial(reply, other_attempts=self._other_attempts),
            language or self._format_context().language,
            translate("CopyMenu", "Reply to the customer"),
        )
        if self.caution():
            self.caution_needed.emit()

    def _copy(self, write: Callable[[Payment, FormatContext], str], language: Language, name: str) -> None:
        if self._payment is None:
            return
        with using_translator(self._translators[language]):
            text = write(self._payment, replace(self._format_context(), language=language))
        copy_text(self._page, text, name, masked=True)

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
            names = (*names[:2], f"{note} ({LANGUAGE_NAMES['ko']})", f"{note} ({LANGUAGE_NAMES['en']})")
        for action, name in zip(self.actions(), names, strict=False):
            action.setText(name)


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
        self.settings.setText(_with_key(translate("MainMenu", "Settings…"), SETTINGS_KEY))
        self.samples.setText(leave if self._samples else enter)
        self.keys.setText(_with_key(translate("MainMenu", "Keyboard shortcuts"), KEYS_KEY))
        self.about.setText(translate("MainMenu", "About iamport desktop"))


def _with_key(text: str, key: str) -> str:
    """Print `key` at the right of the menu. The window's shortcut handles it: two for one key would block each other."""
    return f"{text}\t{QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)}"
