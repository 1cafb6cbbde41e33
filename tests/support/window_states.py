"""Every state of the window, shown without a network."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import shiboken6
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from iamport_desktop import __version__
from iamport_desktop.api.codes import Language
from iamport_desktop.api.errors import CredentialsRejected, PaymentNotFound, ServerError
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.api.origin import PORTONE, parse_origin
from iamport_desktop.desktop.keyring import KeyringTimeout
from iamport_desktop.diagnostics import diagnostics
from iamport_desktop.domain.follow_ups import FollowUp
from iamport_desktop.lookup import state
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.presentation.messages import describe
from iamport_desktop.presentation.notices import stored_key_message
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.watching import WatchList, watch_list
from iamport_desktop.query.parse import Question, Reason
from iamport_desktop.resources import license_text
from iamport_desktop.sandbox.samples import SamplePayment, load_samples
from iamport_desktop.ui.dialogs.about import AboutDialog
from iamport_desktop.ui.dialogs.credentials import CredentialsDialog
from iamport_desktop.ui.dialogs.settings import SettingsDialog, SettingsState
from iamport_desktop.ui.keyboard import show_keys
from iamport_desktop.ui.pages.payment import PAYMENT, RAW
from iamport_desktop.ui.theme import LIGHT, Theme, apply_theme
from tests.support.build_window import Context, build_window
from tests.support.window import settle

NOW = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
A, B, MISSING = ImpUid("imp_100000000001"), ImpUid("imp_100000000002"), ImpUid("imp_999999999999")
LONG_ADDRESS = "https://payment-gateway.internal.example.com:8443"


class StateGallery:
    """A window in one language and one theme that can show every state."""

    def __init__(self, qt: QApplication, translation: Translation, language: Language, theme: Theme) -> None:
        translation.use(language)
        apply_theme(qt, theme)
        self.context = Context(language, NOW)
        self.window = build_window(self.context, translation)
        self.window.search.set_enabled(back=True, forward=False, refresh=True)
        self._samples = load_samples(NOW.timestamp(), f"{LONG_ADDRESS}/receipt").payments

    def show(self, state: str) -> QWidget:
        """Show `state`, and nothing of the one before; return the window, dialog or menu that shows it."""
        window = self.window
        for dialog in window.findChildren(QDialog):
            dialog.close()
            dialog.deleteLater()
        window.menu.hide()
        window.pages.payment.reveal.mask()
        window.pages.payment.tabs.setCurrentIndex(PAYMENT)
        window.watched.show_list(WatchList)
        window.set_samples(None)
        shown = STATES[state](self)
        settle()
        return shown

    def payment(self, number: int) -> Payment:
        """Return the sample with this number."""
        body: Any = json.dumps(
            next(each.body for each in self._samples if each.imp_uid.endswith(f"{number:012}"[-11:]))
        )
        return Payment.from_json(json.loads(body, parse_float=Decimal))

    def samples(self) -> list[tuple[str, str]]:
        """Return what the list of samples shows."""
        return [(each.imp_uid, self._description(each)) for each in self._samples]

    def _description(self, sample: SamplePayment) -> str:
        return sample.shows_ko if self.context.language == "ko" else sample.shows_en


@contextmanager
def state_gallery(qt: QApplication, translation: Translation, theme: Theme) -> Iterator[StateGallery]:
    """Yield a gallery in English, and delete its window at the end: it would follow later changes of theme."""
    gallery = StateGallery(qt, translation, "en", theme)
    gallery.window.resize(1240, 1800)
    gallery.window.show()
    gallery.window.activateWindow()
    yield gallery
    shiboken6.delete(gallery.window)
    apply_theme(qt, LIGHT)


def _screen(screen: state.LookupState) -> Callable[[StateGallery], QWidget]:
    def show(gallery: StateGallery) -> QWidget:
        gallery.window.show_state(screen)
        return gallery.window

    return show


def _payment(number: int) -> Callable[[StateGallery], QWidget]:
    def show(gallery: StateGallery) -> QWidget:
        payment = gallery.payment(number)
        gallery.window.show_state(state.Loaded(ImpUid(payment.imp_uid or ""), payment, NOW))
        gallery.window.pages.payment.view.header.show_watch(possible=False, on=False)
        return gallery.window

    return show


def _awaiting(gallery: StateGallery) -> QWidget:
    """With a watch, one that ended, and their list."""
    _payment(5)(gallery)
    gallery.window.pages.payment.view.header.show_watch(possible=True, on=True)

    waiting = state.WatchedPayment(
        A, gallery.payment(5), PORTONE, state.WatchState.WAITING, NOW + timedelta(minutes=1)
    )
    over = state.WatchedPayment(B, gallery.payment(20), PORTONE, state.WatchState.TIME_OVER)
    gallery.window.watched.show_list(lambda: watch_list([over, waiting], gallery.context()))
    gallery.window.watched.toggle.click()
    return gallery.window


def _revealed(gallery: StateGallery) -> QWidget:
    """With a follow-up request that failed."""
    _payment(26)(gallery)
    gallery.window.pages.payment.reveal.toggle()
    gallery.window.pages.payment.add_follow_up(FollowUp.CASH_RECEIPT, ServerError("broken", http_status=502))
    return gallery.window


def _raw(gallery: StateGallery) -> QWidget:
    _payment(3)(gallery)
    gallery.window.pages.payment.tabs.setCurrentIndex(RAW)
    return gallery.window


def _popover(gallery: StateGallery) -> QWidget:
    _payment(23)(gallery)
    gallery.window.pages.payment.copy_popover.copy_reply()
    return gallery.window


def _toast(gallery: StateGallery) -> QWidget:
    _payment(2)(gallery)
    gallery.window.pages.payment.copy_approval_number()
    return gallery.window


def _attempts(gallery: StateGallery) -> QWidget:
    payments = tuple(gallery.payment(number) for number in (40, 39, 2, 5))
    subject = state.Order("ORD-SAMPLE-RETRY")
    gallery.window.show_state(state.Results(subject, payments, (MISSING,), NOW))
    return gallery.window


def _samples(gallery: StateGallery) -> QWidget:
    gallery.window.set_samples(gallery.samples)
    return gallery.window


def _hint(gallery: StateGallery) -> QWidget:
    gallery.window.show_state(state.Ready())
    text = gallery.window.search.box.placeholderText()
    gallery.window.show_note(lambda: f"{text}. {text}. {text}.")
    return gallery.window


def _key_dialog(gallery: StateGallery) -> QWidget:
    origin = parse_origin(LONG_ADDRESS)
    dialog = CredentialsDialog(origin, gallery.window)
    dialog.show_stored(lambda: stored_key_message("1234567890123456", NOW, origin))
    dialog.show()
    message = describe(KeyringTimeout())
    dialog.show_status(
        lambda: f"{message.what} {message.next_step}", Severity.ERROR, gallery.window.windowTitle
    )
    return dialog


def _settings(gallery: StateGallery) -> QWidget:
    state = SettingsState(
        language=gallery.context.language,
        theme="",
        shop_name="예시상점 강남역 지하상가점",
        keeps_history=True,
        has_history=True,
        include_test_payments=True,
        hides_from_captures=True,
        samples=False,
    )
    dialog = SettingsDialog(state, gallery.window)
    dialog.show()
    return dialog


def _about(gallery: StateGallery) -> QWidget:
    screen = gallery.window.screen()
    text = diagnostics(parse_origin(LONG_ADDRESS), gallery.context.language, "", screen, None)
    dialog = AboutDialog(__version__, text, license_text(), gallery.window)
    dialog.show()
    return dialog


def _keyboard_map(gallery: StateGallery) -> QWidget:
    return show_keys(gallery.window)


def _menu(gallery: StateGallery) -> QWidget:
    gallery.window.menu.show()
    return gallery.window.menu


STATES: Mapping[str, Callable[[StateGallery], QWidget]] = {
    "first start": _screen(state.FirstStart()),
    "starting": _screen(state.Starting()),
    "ready": _screen(state.Ready()),
    "question": _screen(state.Asking(Question(Reason.PHONE, "010-0000-5678"))),
    "no number": _screen(state.Asking(Question(Reason.NO_NUMBER))),
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
    "copy popover": _popover,
    "toast": _toast,
    "not found": _screen(state.Failed(A, PaymentNotFound("none", http_status=404, included_sandbox=False))),
    "key refused": _screen(state.Failed(A, CredentialsRejected("no", http_status=401))),
    "keyring silent": _screen(state.Failed(None, KeyringTimeout())),
    "attempts": _attempts,
    "samples": _samples,
    "hint": _hint,
    "key dialog": _key_dialog,
    "keyboard map": _keyboard_map,
    "settings": _settings,
    "about": _about,
    "menu": _menu,
}
