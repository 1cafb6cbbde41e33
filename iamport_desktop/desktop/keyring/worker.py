"""Keyring calls off the UI thread, each on a daemon thread of its own.

A keyring blocks while it asks a person, perhaps for ever. A call that never returns keeps its thread and
nothing else: the next call starts afresh, and a process that leaves does not wait for it.
"""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from iamport_desktop.desktop.keyring import CredentialStore, CredentialStoreError

if TYPE_CHECKING:
    from iamport_desktop.api.credentials import Credentials
    from iamport_desktop.api.origin import Origin

PATIENCE_MS = 2000  # a keyring that asks nobody answers in well under a second


@dataclass(frozen=True, slots=True)
class KeyringResult:
    """The outcome of a call: what it returned, or the exception object that it ended with."""

    ticket: int
    outcome: object


class KeyringWorker(QObject):
    """Loads, saves and removes credentials in the background.

    Each call returns a ticket at once; `answered` follows with it on the UI thread, and before that
    `still_waiting` when the keyring takes its time, most likely because it asks the person something.
    """

    answered = Signal(KeyringResult)
    still_waiting = Signal(int)
    _arrived = Signal(KeyringResult)

    def __init__(
        self, store: CredentialStore, parent: QObject | None = None, *, patience_ms: int = PATIENCE_MS
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._patience_ms = patience_ms
        self._tickets = 0
        self._pending: dict[int, QTimer] = {}
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def load(self, origin: Origin) -> int:
        """The outcome is Credentials, None when there are none, or a CredentialStoreError."""
        return self._start(lambda: self._store.load(origin))

    def save(self, origin: Origin, credentials: Credentials) -> int:
        """The outcome is None or a CredentialStoreError."""
        return self._start(lambda: self._store.save(origin, credentials))

    def remove(self, origin: Origin) -> int:
        """The outcome is None or a CredentialStoreError."""
        return self._start(lambda: self._store.remove(origin))

    def abandon(self, ticket: int) -> None:
        """Forget a call: nothing is answered for it any more. The call itself cannot be stopped."""
        if timer := self._pending.pop(ticket, None):
            timer.stop()
            timer.deleteLater()

    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._pending)

    def _start(self, call: Callable[[], object]) -> int:
        self._tickets += 1
        ticket = self._tickets
        timer = QTimer(self, singleShot=True, interval=self._patience_ms)
        timer.timeout.connect(lambda: self.still_waiting.emit(ticket))
        timer.start()
        self._pending[ticket] = timer
        threading.Thread(target=self._run, args=(ticket, call), name=f"keyring-{ticket}", daemon=True).start()
        return ticket

    def _deliver(self, answer: KeyringResult) -> None:
        if answer.ticket in self._pending:
            self.abandon(answer.ticket)
            self.answered.emit(answer)

    # What follows runs on the call's own thread.

    def _run(self, ticket: int, call: Callable[[], object]) -> None:
        try:
            outcome = call()
        except Exception as error:  # noqa: BLE001 - it travels on as an object; left here it would reach nobody
            if not isinstance(error, CredentialStoreError):  # nobody foresaw it: it is reported, too
                sys.excepthook(type(error), error, error.__traceback__)
            outcome = error
        with contextlib.suppress(RuntimeError):  # the answer came after the window was gone
            self._arrived.emit(KeyringResult(ticket, outcome))
