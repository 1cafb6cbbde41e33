"""The way to the key: from the keyring, from the dialog, and back into the keyring."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import Origin
from iamport_desktop.desktop.keyring import InvalidCredentials, KeyringTimeout, parse_credentials
from iamport_desktop.desktop.keyring.worker import KeyringResult, KeyringWorker
from iamport_desktop.lookup.session import Connection
from iamport_desktop.lookup.worker import Answer, ApiWorker
from iamport_desktop.presentation.messages import describe
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.ui.dialogs.credentials import CredentialsDialog
from iamport_desktop.ui.widgets.message_bars import Text

translate = QCoreApplication.translate

CHECK = "check"


class CredentialsController(QObject):
    """Finds the key for one origin, and lets the agent enter, check, replace and remove it."""

    obtained = Signal(Credentials)
    missing = Signal()
    failed = Signal(object)

    def __init__(
        self, origin: Origin, keyring: KeyringWorker, network: ApiWorker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._origin = origin
        self._keyring = keyring
        self._network = network
        self._dialog: CredentialsDialog | None = None
        self._stored = False
        self._loading = self._saving = self._removing = 0
        self._entered: Credentials | None = None
        keyring.answered.connect(self._take)
        keyring.still_waiting.connect(self._wait)
        network.answered.connect(self._checked)

    def load(self) -> None:
        """Fetch the key from the keyring: `obtained`, `missing` or `failed` follows."""
        self._keyring.abandon(self._loading)
        self._loading = self._keyring.load(self._origin)

    def ask(self, window: QWidget) -> None:
        """Open the dialog over `window`."""
        if self._dialog:
            self._dialog.raise_()
            return
        dialog = self._dialog = CredentialsDialog(str(self._origin), window)
        dialog.offer_removal(self._stored)
        dialog.check_requested.connect(self._check)
        dialog.save_requested.connect(self._save)
        dialog.use_once_requested.connect(self._use_once)
        dialog.remove_requested.connect(self._remove)
        dialog.edited.connect(self._cancel_check)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self._network.cancel(CHECK)
        self._entered = None
        if self._dialog:
            self._dialog.deleteLater()
            self._dialog = None

    def _clean(self, imp_key: str, imp_secret: str) -> Credentials | None:
        try:
            return parse_credentials(imp_key, imp_secret)
        except InvalidCredentials as error:
            self._tell(error)
            return None

    def _check(self, imp_key: str, imp_secret: str) -> None:
        if credentials := self._clean(imp_key, imp_secret):
            self._say(lambda: translate("CredentialsController", "Checking…"), Severity.WAITING, busy=True)
            connection = Connection(self._origin, credentials)
            self._network.ask(CHECK, connection.check_once)

    def _checked(self, answer: Answer) -> None:
        if answer.lane != CHECK:
            return
        if isinstance(answer.outcome, Exception):
            self._tell(answer.outcome)
        else:
            self._say(
                lambda: translate("CredentialsController", "The payment server accepts this key."),
                Severity.SUCCESS,
            )

    def _cancel_check(self) -> None:
        """The key was edited: the answer would be about another one."""
        if self._dialog and self._network.busy(CHECK):
            self._network.cancel(CHECK)
            self._dialog.set_busy(False)
            self._dialog.clear_status()

    def _save(self, imp_key: str, imp_secret: str) -> None:
        if credentials := self._clean(imp_key, imp_secret):
            self._entered = credentials
            self._saving = self._keyring.save(self._origin, credentials)
            self._say(lambda: translate("CredentialsController", "Saving…"), Severity.WAITING, busy=True)

    def _use_once(self, imp_key: str, imp_secret: str) -> None:
        if credentials := self._clean(imp_key, imp_secret):
            self._keyring.abandon(self._saving)
            self._keyring.abandon(self._loading)
            self._accept(credentials)

    def _remove(self) -> None:
        self._removing = self._keyring.remove(self._origin)
        self._say(lambda: translate("CredentialsController", "Removing…"), Severity.WAITING, busy=True)

    def _take(self, answer: KeyringResult) -> None:
        if answer.ticket == self._loading:
            self._loaded(answer.outcome)
        elif answer.ticket == self._saving and isinstance(answer.outcome, Exception):
            self._tell(answer.outcome)
        elif answer.ticket == self._saving and self._entered:
            self._stored = True
            self._accept(self._entered)
        elif answer.ticket == self._removing:
            self._removed(answer.outcome)

    def _loaded(self, outcome: object) -> None:
        if isinstance(outcome, Credentials):
            self._stored = True
            self.obtained.emit(outcome)
        elif isinstance(outcome, Exception):
            self.failed.emit(outcome)
        else:
            self.missing.emit()

    def _removed(self, outcome: object) -> None:
        if isinstance(outcome, Exception):
            self._tell(outcome)
            return
        self._stored = False
        if self._dialog:
            self._dialog.offer_removal(False)
        self._say(lambda: translate("CredentialsController", "The stored key was removed."), Severity.SUCCESS)
        self.missing.emit()

    def _wait(self, ticket: int) -> None:
        if ticket == self._loading:
            self.failed.emit(KeyringTimeout())
        else:
            self._tell(KeyringTimeout(), busy=True)

    def _accept(self, credentials: Credentials) -> None:
        if self._dialog:
            self._dialog.accept()
        self.obtained.emit(credentials)

    def _tell(self, error: Exception, *, busy: bool = False) -> None:
        self._say(lambda: _sentences(error), Severity.ERROR, busy=busy)

    def _say(self, text: Text, severity: Severity, *, busy: bool = False) -> None:
        if self._dialog:
            self._dialog.show_status(text, severity)
            self._dialog.set_busy(busy)


def _sentences(error: Exception) -> str:
    message = describe(error)
    return f"{message.what} {message.next_step}"
