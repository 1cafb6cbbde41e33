"""Every state in which the window is seen, filled without a network."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import shiboken6
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from iamport_desktop.api.codes import Language
from iamport_desktop.api.errors import CredentialsRejected, PaymentNotFound, ServerError
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.desktop.keyring import KeyringTimeout
from iamport_desktop.domain.follow_ups import FollowUp
from iamport_desktop.lookup import state
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.presentation.messages import describe
from iamport_desktop.presentation.notices import watching_message
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.sandbox.samples import SamplePayment, load_samples
from iamport_desktop.ui.dialogs.credentials import CredentialsDialog
from iamport_desktop.ui.menus import MenuState
from iamport_desktop.ui.pages.payment import PAYMENT, RAW
from iamport_desktop.ui.shortcuts import ShortcutsDialog, shortcut_keys
from iamport_desktop.ui.theme import LIGHT, Theme, apply_theme
from tests.support.built_window import Context, built_window

NOW = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
A, B, MISSING = ImpUid("imp_100000000001"), ImpUid("imp_100000000002"), ImpUid("imp_999999999999")
LONG_ADDRESS = "https://payment-gateway.internal.example.com:8443"


class Stage:
    """A window in one language and one theme, to be brought into each state."""

    def __init__(self, qt: QApplication, translation: Translation, language: Language, theme: Theme) -> None:
        translation.use(language)
        apply_theme(qt, theme)
        self.context = Context(language, NOW)
        self.window = built_window(self.context, translation)
        self.window.search.set_enabled(back=True, forward=False, refresh=True)
        state = MenuState(
            test_payments=True,
            history=True,
            language=language,
            theme="",
            samples=False,
            hides_from_captures=False,
        )
        self.window.menu.show_state(state)
        self._samples = load_samples(NOW.timestamp(), f"{LONG_ADDRESS}/receipt").payments

    def bring(self, state: str) -> QWidget:
        """Show `state`, and nothing of the one before; return the window, dialog or menu that is looked at."""
        window = self.window
        for dialog in window.findChildren(QDialog):
            dialog.close()
            dialog.deleteLater()
        window.menu.hide()
        window.pages.payment.reveal.mask()
        window.pages.payment.tabs.setCurrentIndex(PAYMENT)
        for imp_uid in (A, B):
            window.watch_bars.end(imp_uid)
        for button in window.watch_bars.findChildren(QPushButton):
            button.click()
        window.set_samples(None)
        shown = STATES[state](self)
        settle()
        return shown

    def payment(self, number: int) -> Payment:
        """The sample with this number."""
        body: Any = json.dumps(
            next(each.body for each in self._samples if each.imp_uid.endswith(f"{number:012}"[-11:]))
        )
        return Payment.from_json(json.loads(body, parse_float=Decimal))

    def samples(self) -> list[tuple[str, str]]:
        """What the list of samples shows."""
        return [(each.imp_uid, self._said(each)) for each in self._samples]

    def _said(self, sample: SamplePayment) -> str:
        return sample.shows_ko if self.context.language == "ko" else sample.shows_en


@contextmanager
def staged(qt: QApplication, translation: Translation, theme: Theme) -> Iterator[Stage]:
    """A stage in English that is gone at the end: a window that still lives is dressed anew with each theme."""
    stage = Stage(qt, translation, "en", theme)
    stage.window.resize(1240, 1800)
    stage.window.show()
    stage.window.activateWindow()
    yield stage
    shiboken6.delete(stage.window)
    apply_theme(qt, LIGHT)


def settle() -> None:
    """The heights of wrapped texts need some turns of the event loop."""
    for _ in range(5):
        QApplication.processEvents()


def _screen(screen: state.LookupState) -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        stage.window.show_state(screen)
        return stage.window

    return show


def _payment(number: int) -> Callable[[Stage], QWidget]:
    def show(stage: Stage) -> QWidget:
        payment = stage.payment(number)
        stage.window.show_state(state.Loaded(ImpUid(payment.imp_uid or ""), payment, NOW))
        stage.window.pages.payment.view.header.show_watch(possible=False, on=False)
        return stage.window

    return show


def _awaiting(stage: Stage) -> QWidget:
    """With the watch on, and its bar."""
    _payment(5)(stage)
    stage.window.pages.payment.view.header.show_watch(possible=True, on=True)

    def text() -> str:
        return watching_message(A, stage.payment(5), NOW + timedelta(minutes=1), stage.context())

    stage.window.watch_bars.show_watching(A, text)
    stage.window.watch_bars.show_change(B, text, Severity.SUCCESS)
    return stage.window


def _revealed(stage: Stage) -> QWidget:
    """With what was asked afterwards, too: one failed."""
    _payment(26)(stage)
    stage.window.pages.payment.reveal.toggle()
    stage.window.pages.payment.add_follow_up(FollowUp.CASH_RECEIPT, ServerError("broken", http_status=502))
    return stage.window


def _raw(stage: Stage) -> QWidget:
    _payment(3)(stage)
    stage.window.pages.payment.tabs.setCurrentIndex(RAW)
    return stage.window


def _attempts(stage: Stage) -> QWidget:
    payments = tuple(stage.payment(number) for number in (40, 39, 2, 5))
    subject = state.Order("ORD-SAMPLE-RETRY")
    stage.window.show_state(state.Results(subject, payments, (MISSING,), NOW))
    return stage.window


def _samples(stage: Stage) -> QWidget:
    stage.window.set_samples(stage.samples)
    return stage.window


def _hint(stage: Stage) -> QWidget:
    stage.window.show_state(state.Ready())
    text, action = stage.window.search.box.placeholderText(), stage.window.windowTitle()
    stage.window.show_note(lambda: f"{text}. {text}. {text}.", lambda: action)
    return stage.window


def _key_dialog(stage: Stage) -> QWidget:
    dialog = CredentialsDialog(LONG_ADDRESS, stage.window)
    dialog.offer_removal(True)
    dialog.show()
    message = describe(KeyringTimeout())
    dialog.show_status(lambda: f"{message.what} {message.next_step}", Severity.ERROR)
    return dialog


def _keyboard_map(stage: Stage) -> QWidget:
    dialog = ShortcutsDialog(shortcut_keys(stage.window), stage.window)
    dialog.show()
    return dialog


def _menu(stage: Stage) -> QWidget:
    stage.window.menu.show()
    return stage.window.menu


STATES: Mapping[str, Callable[[Stage], QWidget]] = {
    "first start": _screen(state.FirstStart()),
    "starting": _screen(state.Starting()),
    "ready": _screen(state.Ready()),
    "loading": _screen(state.Loading(A)),
    "paid": _payment(1),
    "partially cancelled": _payment(2),
    "fully cancelled": _payment(4),
    "awaiting deposit": _awaiting,
    "failed": _payment(11),
    "pending": _payment(20),
    "test payment": _payment(23),
    "unknown": _payment(34),
    "hostile": _payment(35),
    "revealed": _revealed,
    "raw answer": _raw,
    "not found": _screen(state.Failed(A, PaymentNotFound("none", http_status=404, included_sandbox=False))),
    "key refused": _screen(state.Failed(A, CredentialsRejected("no", http_status=401))),
    "keyring silent": _screen(state.Failed(None, KeyringTimeout())),
    "attempts": _attempts,
    "samples": _samples,
    "hint": _hint,
    "key dialog": _key_dialog,
    "keyboard map": _keyboard_map,
    "menu": _menu,
}
