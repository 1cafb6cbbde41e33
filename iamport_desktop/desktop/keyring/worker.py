"""Keyring calls off the window's thread.

Each call runs on its own daemon thread, so a hung call (a keyring may wait for a prompt for ever) blocks neither
later calls nor the exit of the process.
"""

from __future__ import annotations

import contextlib
import itertools
import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from iamport_desktop.desktop.keyring import CredentialStoreError

SLOW_AFTER_MS = 2000  # a keyring without a prompt answers in well under a second

T = TypeVar("T")


class PendingCall:
    """A call under way. Its callbacks run at most once, and never after `forget`."""

    def __init__(self, on_done: Callable[[Any], None], slow_timer: QTimer) -> None:
        """Calls are made by `KeyringWorker.run`."""
        self._on_done: Callable[[Any], None] | None = on_done
        self._slow_timer = slow_timer

    @property
    def is_pending(self) -> bool:
        """Whether the outcome is still to come."""
        return self._on_done is not None

    def forget(self) -> None:
        """Drop the outcome. The call itself cannot be stopped."""
        if self._on_done is not None:
            self._on_done = None
            self._slow_timer.stop()
            self._slow_timer.deleteLater()

    def finish(self, outcome: object) -> None:
        """Run the callback with `outcome`. Called by the worker, on the window's thread."""
        on_done = self._on_done
        self.forget()
        if on_done is not None:
            on_done(outcome)


class KeyringWorker(QObject):
    """Runs calls in the background, and their callbacks on the thread that this object lives on."""

    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None, *, slow_after_ms: int = SLOW_AFTER_MS) -> None:
        super().__init__(parent)
        self._slow_after_ms = slow_after_ms
        self._numbers = itertools.count(1)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self, call: Callable[[], T], on_done: Callable[[T | Exception], None], on_slow: Callable[[], None]
    ) -> PendingCall:
        """Run `call`; `on_done` gets its result, or the exception object that it ended with.

        `on_slow` runs before that when the call takes long, most likely because the keyring is showing a prompt.
        """
        timer = QTimer(self, singleShot=True, interval=self._slow_after_ms)
        timer.timeout.connect(on_slow)
        timer.start()
        pending = PendingCall(on_done, timer)
        name = f"keyring-{next(self._numbers)}"
        threading.Thread(target=self._execute, args=(pending, call), name=name, daemon=True).start()
        return pending

    def _deliver(self, pending: PendingCall, outcome: object) -> None:
        pending.finish(outcome)

    # What follows runs on the call's own thread.

    def _execute(self, pending: PendingCall, call: Callable[[], object]) -> None:
        outcome: object
        try:
            outcome = call()
        except Exception as error:  # noqa: BLE001 - passed on as an object
            if not isinstance(error, CredentialStoreError):  # an unforeseen failure is reported as well
                sys.excepthook(type(error), error, error.__traceback__)
            outcome = error
        with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
            self._finished.emit(pending, outcome)
