"""The key: from the keyring, from the dialog, and back into the keyring."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.errors import CredentialsRejected
from iamport_desktop.api.origin import Origin
from iamport_desktop.desktop.keyring import (
    CredentialStore,
    CredentialStoreError,
    EntryUnreadable,
    InvalidCredentials,
    KeyringTimeout,
    StoredKey,
    parse_credentials,
)
from iamport_desktop.desktop.keyring.worker import KeyringWorker, PendingCall
from iamport_desktop.lookup.session import check_credentials
from iamport_desktop.lookup.worker import ApiWorker, PendingRequest
from iamport_desktop.presentation.messages import describe
from iamport_desktop.presentation.notices import stored_key_message
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.ui.dialogs.credentials import CredentialsDialog
from iamport_desktop.ui.widgets.message_bars import Text

translate = QCoreApplication.translate


class CredentialsController(QObject):
    """Loads the key of one origin, and lets the agent enter, check, save, replace and remove it.

    A key is saved once the payment server has accepted it, or when the agent insists after a refusal or a check that
    failed. `obtained` gets a key to use; `missing` is emitted when there is none; `failed` gets the
    CredentialStoreError when the keyring does not tell. `link_activated` gets a link of the dialog to open.
    """

    link_activated = Signal(str)
    obtained = Signal(Credentials)
    missing = Signal()
    failed = Signal(object)

    def __init__(
        self,
        origin: Origin,
        store: CredentialStore,
        keyring: KeyringWorker,
        worker: ApiWorker,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """`now` returns the time (aware) that a key is saved with."""
        super().__init__(parent)
        self._origin, self._store, self._now = origin, store, now
        self._keyring, self._worker = keyring, worker
        self._dialog: CredentialsDialog | None = None
        self._stored: StoredKey | None = None  # as far as it is known
        self._lacks_keyring = False  # as far as it is known
        self._loading: PendingCall | None = None
        self._storing: PendingCall | None = None  # saves or removes
        self._checking: PendingRequest | None = None
        self._entered: Credentials | None = None  # the key to use once it is saved

    def load(self) -> None:
        """Load the key from the keyring: `obtained`, `missing` or `failed` follows."""
        self._forget_loading()
        self._loading = self._keyring.run(
            lambda: self._store.load(self._origin), self._on_loaded, self._on_slow_loading
        )

    def open_dialog(self, window: QWidget) -> None:
        """Open the dialog over `window`."""
        if self._dialog:
            self._dialog.raise_()
            return
        dialog = self._dialog = CredentialsDialog(self._origin, window)
        dialog.once.setChecked(self._lacks_keyring)
        self._show_stored()
        dialog.check_requested.connect(self._check)
        dialog.save_requested.connect(self._check_and_save)
        dialog.use_once_requested.connect(self._use_once)
        dialog.remove_requested.connect(self._ask_about_removal)
        dialog.link_activated.connect(self.link_activated)
        dialog.edited.connect(self._on_edited)
        dialog.finished.connect(self._on_finished)
        if self._storing and self._storing.is_pending:
            self._show_error(KeyringTimeout(), busy=True)
        dialog.open()

    def _on_finished(self) -> None:
        self._cancel_check()
        if self._dialog:
            self._dialog.deleteLater()
            self._dialog = None

    def _parse(self, imp_key: str, imp_secret: str) -> Credentials | None:
        try:
            return parse_credentials(imp_key, imp_secret)
        except InvalidCredentials as error:
            self._show_error(error)
            return None

    # Check

    def _check(self, imp_key: str, imp_secret: str) -> None:
        if credentials := self._parse(imp_key, imp_secret):
            self._begin_check(credentials, self._on_checked)

    def _check_and_save(self, imp_key: str, imp_secret: str) -> None:
        if credentials := self._parse(imp_key, imp_secret):
            self._begin_check(credentials, partial(self._on_checked_to_save, credentials))

    def _begin_check(self, credentials: Credentials, on_done: Callable[[Exception | None], None]) -> None:
        self._show_status(
            lambda: translate("CredentialsController", "Checking…"), Severity.WAITING, busy=True
        )
        self._checking = check_credentials(self._worker, self._origin, credentials, on_done)

    def _on_checked(self, outcome: Exception | None) -> None:
        if isinstance(outcome, Exception):
            self._show_error(outcome)
        else:
            self._show_status(
                lambda: translate("CredentialsController", "The payment server accepts this key."),
                Severity.SUCCESS,
            )

    def _on_checked_to_save(self, credentials: Credentials, outcome: Exception | None) -> None:
        match outcome:
            case None:
                self._save(credentials)
            case CredentialsRejected():
                self._show_status(
                    partial(self._refusal, outcome),
                    Severity.ERROR,
                    lambda: translate("CredentialsController", "Save anyway"),
                    lambda: self._save(credentials),
                )
            case _:
                self._show_status(
                    partial(_doubt, outcome),
                    Severity.WARNING,
                    lambda: translate("CredentialsController", "Save unchecked"),
                    lambda: self._save(credentials),
                )

    def _refusal(self, error: CredentialsRejected) -> str:
        kept = translate("CredentialsController", "Nothing was saved.")
        if self._stored:
            kept = translate("CredentialsController", "The stored key was not replaced.")
        return f"{_sentences(error)} {kept}"

    def _on_edited(self) -> None:
        """Cancel a check: its outcome would be about the key before."""
        if self._cancel_check() and self._dialog:
            self._dialog.set_busy(False)
            self._dialog.clear_status()

    def _cancel_check(self) -> bool:
        """Return whether a check was under way."""
        if self._checking and self._checking.is_pending:
            self._checking.cancel()
            return True
        return False

    # Save, use once, remove

    def _save(self, credentials: Credentials) -> None:
        self._entered = credentials
        now = self._now()
        self._storing = self._keyring.run(
            lambda: self._store.save(self._origin, credentials, now),
            partial(self._on_saved, credentials),
            self._on_slow,
        )
        self._show_status(lambda: translate("CredentialsController", "Saving…"), Severity.WAITING, busy=True)

    def _on_saved(self, credentials: Credentials, outcome: StoredKey | Exception) -> None:
        """Use the key, though the dialog may be closed: what is stored is what is used."""
        if isinstance(outcome, Exception):
            self._note_keyring(outcome)
            self._show_error(outcome)
            if self._dialog and self._lacks_keyring:
                self._dialog.once.setChecked(True)
            return
        self._note_keyring(None)
        self._stored = outcome
        self._show_stored()
        if credentials is self._entered:
            self._use(credentials)
        elif self._dialog:
            self._dialog.clear_status()
            self._dialog.set_busy(False)

    def _use_once(self, imp_key: str, imp_secret: str) -> None:
        if credentials := self._parse(imp_key, imp_secret):
            self._entered = credentials  # in place of one that is being saved
            self._use(credentials)

    def _ask_about_removal(self) -> None:
        self._show_status(
            lambda: translate(
                "CredentialsController",
                "Remove the stored key? Payments cannot be looked up until one is entered again.",
            ),
            Severity.WARNING,
            lambda: translate("CredentialsController", "Remove"),
            self._remove,
        )

    def _remove(self) -> None:
        self._storing = self._keyring.run(
            lambda: self._store.remove(self._origin), self._on_removed, self._on_slow
        )
        self._show_status(
            lambda: translate("CredentialsController", "Removing…"), Severity.WAITING, busy=True
        )

    def _on_removed(self, outcome: Exception | None) -> None:
        if isinstance(outcome, Exception):
            self._show_error(outcome)
            return
        self._stored = None
        self._show_stored()
        self._show_status(
            lambda: translate("CredentialsController", "The stored key was removed."), Severity.SUCCESS
        )
        self.missing.emit()

    def _on_loaded(self, outcome: StoredKey | Exception | None) -> None:
        error = outcome if isinstance(outcome, Exception) else None
        self._note_keyring(error)
        self._stored = None if isinstance(outcome, Exception) else outcome
        self._show_stored()
        if error:
            self.failed.emit(error)
        elif self._stored:
            self.obtained.emit(self._stored.credentials)
        else:
            self.missing.emit()

    def _on_slow_loading(self) -> None:
        self._note_keyring(KeyringTimeout())
        self.failed.emit(KeyringTimeout())

    def _on_slow(self) -> None:
        self._show_error(KeyringTimeout(), busy=True)

    def _use(self, credentials: Credentials) -> None:
        self._forget_loading()
        if self._dialog:
            self._dialog.accept()
        self.obtained.emit(credentials)

    def _forget_loading(self) -> None:
        if self._loading:
            self._loading.forget()

    def _note_keyring(self, error: Exception | None) -> None:
        """Note whether a key can be stored: a damaged entry can be replaced, other errors leave use once."""
        self._lacks_keyring = isinstance(error, CredentialStoreError) and not isinstance(
            error, EntryUnreadable
        )

    def _show_stored(self) -> None:
        if self._dialog:
            key = self._stored
            sentence = (
                partial(stored_key_message, key.credentials.imp_key, key.saved_at, self._origin)
                if key
                else None
            )
            self._dialog.show_stored(sentence)

    def _show_error(self, error: Exception, *, busy: bool = False) -> None:
        self._show_status(partial(_sentences, error), Severity.ERROR, busy=busy)

    def _show_status(
        self,
        text: Text,
        severity: Severity,
        action: Text | None = None,
        on_action: Callable[[], object] | None = None,
        *,
        busy: bool = False,
    ) -> None:
        if self._dialog:
            self._dialog.show_status(text, severity, action, on_action)
            self._dialog.set_busy(busy)


def _sentences(error: Exception) -> str:
    message = describe(error)
    return f"{message.what} {message.next_step}"


def _doubt(error: Exception) -> str:
    question = translate("CredentialsController", "The key could not be checked. Save it all the same?")
    return f"{describe(error).what} {question}"
