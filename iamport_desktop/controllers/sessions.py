"""Which API is asked: the real one with the agent's key, or the sample payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from iamport_desktop.api.clock import ServerClock
from iamport_desktop.api.codes import Language
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import Origin, parse_origin
from iamport_desktop.controllers.credentials import CredentialsController
from iamport_desktop.lookup.controller import LookupController
from iamport_desktop.lookup.follow_ups import FollowUps
from iamport_desktop.lookup.session import Session
from iamport_desktop.lookup.watcher import PaymentWatcher
from iamport_desktop.lookup.worker import ApiWorker

if TYPE_CHECKING:
    from iamport_desktop.sandbox import Sandbox


class SessionController(QObject):
    """Gives lookups, follow-up requests and watches their sessions. In sample mode they ask an embedded sandbox.

    `sample_mode_changed` is emitted when the sample mode is entered or left.
    """

    sample_mode_changed = Signal()

    def __init__(
        self,
        origin: Origin,
        worker: ApiWorker,
        credentials: CredentialsController,
        lookups: LookupController,
        follow_ups: FollowUps,
        watcher: PaymentWatcher,
        clock: ServerClock,
        parent: QObject | None = None,
    ) -> None:
        """`origin` is the real API's. `credentials` finds the key for it. `clock` is set by what it answers."""
        super().__init__(parent)
        self._clock = clock
        self._origin, self._worker, self._credentials = origin, worker, credentials
        self._lookups, self._follow_ups, self._watcher = lookups, follow_ups, watcher
        self._key: Credentials | None = None
        self._sandbox: Sandbox | None = None
        credentials.obtained.connect(self._on_key)
        credentials.missing.connect(self._on_no_key)
        credentials.failed.connect(lookups.fail)

    @property
    def in_sample_mode(self) -> bool:
        """Whether sample payments are shown."""
        return self._sandbox is not None

    @property
    def api(self) -> Origin:
        """The API that is asked: the real one, or the sandbox of the samples."""
        return parse_origin(self._sandbox.url) if self._sandbox else self._origin

    def samples(self, language: Language) -> list[tuple[str, str]]:
        """Return the imp_uid of each sample payment and what it shows; nothing outside of the sample mode."""
        payments = self._sandbox.payments if self._sandbox else ()
        return [
            (sample.imp_uid, sample.shows_ko if language == "ko" else sample.shows_en) for sample in payments
        ]

    def enter_sample_mode(self) -> None:
        """Show sample payments. Watches of real payments go on, and stay in the list."""
        from iamport_desktop.sandbox import Sandbox

        # Of the same time as the real API, whose watched payments are measured by the same clock.
        self._sandbox = Sandbox(clock=lambda: self._clock.now().timestamp())
        self._sandbox.start()
        self.sample_mode_changed.emit()
        credentials = Credentials(self._sandbox.imp_key, self._sandbox.imp_secret)
        self._open_sessions(parse_origin(self._sandbox.url), credentials)

    def leave_sample_mode(self) -> None:
        """Show real payments again, with the key that was in use before. Watches of samples end."""
        if self._sandbox is None:
            return
        self._watcher.forget_all(parse_origin(self._sandbox.url))
        self._sandbox.stop()
        self._sandbox = None
        self.sample_mode_changed.emit()
        if self._key:
            self._open_sessions(self._origin, self._key)
        else:
            self._close_sessions()
            self._credentials.load()

    def toggle_sample_mode(self) -> None:
        """Enter the sample mode, or leave it."""
        if self.in_sample_mode:
            self.leave_sample_mode()
        else:
            self.enter_sample_mode()

    def _on_key(self, key: Credentials) -> None:
        if key != self._key:
            self._watcher.expire_all(self._origin)
        self._key = key
        if not self.in_sample_mode:
            self._open_sessions(self._origin, key)

    def _on_no_key(self) -> None:
        self._watcher.expire_all(self._origin)
        self._key = None
        if not self.in_sample_mode:
            self._close_sessions()

    def _open_sessions(self, origin: Origin, key: Credentials) -> None:
        # One for each, so that a lookup never waits for another request's connection.
        for user in (self._follow_ups, self._watcher, self._lookups):
            user.set_session(Session(self._worker, origin, key, self._clock))

    def _close_sessions(self) -> None:
        for user in (self._follow_ups, self._watcher, self._lookups):
            user.set_session(None)
