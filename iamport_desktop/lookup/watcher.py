"""Asks again, gently, until a payment that waits is decided: "tell me when it is paid"."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from iamport_desktop.api.errors import CredentialsRejected
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.domain.status import State, can_change, state_of
from iamport_desktop.lookup.session import Connection
from iamport_desktop.lookup.state import Loaded
from iamport_desktop.lookup.worker import Answer, ApiWorker

FIRST_PAUSE = timedelta(seconds=20)
LONGEST_PAUSE = timedelta(minutes=5)
GROWTH = 1.5
# A deposit in the last second is known a little later.
GRACE = timedelta(minutes=5)
LONGEST_WATCH = timedelta(hours=24)

_LANE = "watch "


@dataclass(slots=True)
class _Watch:
    payment: Payment
    state: State
    until: datetime
    pause: timedelta
    timer: QTimer
    include_sandbox: bool


class PaymentWatcher(QObject):
    """Watches any number of payments, whatever else is looked up meanwhile.

    `asked` (imp_uid, payment as last seen, when it is asked next) says that it goes on; `decided` (imp_uid, payment)
    that its state changed; `given_up` (imp_uid, payment as last seen) that nobody knows, because the time is over
    or the key is refused; `ended` (imp_uid) that it is watched no longer, whatever the reason.
    """

    asked = Signal(str, object, object)
    decided = Signal(str, object)
    given_up = Signal(str, object)
    ended = Signal(str)

    def __init__(
        self, network: ApiWorker, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._network, self._now = network, now
        self._connection: Connection | None = None
        self._watches: dict[ImpUid, _Watch] = {}
        network.answered.connect(self._take)

    def use(self, connection: Connection | None) -> None:
        """Ask `connection` from now on. What another key saw is watched no longer."""
        for imp_uid in list(self._watches):
            self.stop(imp_uid)
        if self._connection:
            self._network.ask("watch farewell", self._connection.close)
        self._connection = connection

    def watches(self, imp_uid: str) -> bool:
        """Whether `imp_uid` is being watched."""
        return imp_uid in self._watches

    def start(self, found: Loaded, *, include_sandbox: bool) -> None:
        """Watch a found payment until it is decided, its deadline has passed, or 24 hours are over."""
        state = state_of(found.payment, self._now())
        if not can_change(state) or found.imp_uid in self._watches:
            return
        deadline = found.payment.vbank_date
        until = deadline + GRACE if deadline else self._now() + LONGEST_WATCH
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(lambda: self._ask(found.imp_uid))
        self._watches[found.imp_uid] = _Watch(
            found.payment, state, until, FIRST_PAUSE, timer, include_sandbox
        )
        self._wait(found.imp_uid)

    def stop(self, imp_uid: str) -> None:
        """Watch `imp_uid` no longer."""
        if watch := self._watches.pop(ImpUid(imp_uid), None):
            watch.timer.stop()
            watch.timer.deleteLater()
            self._network.cancel(_LANE + imp_uid)
            self.ended.emit(imp_uid)

    def _wait(self, imp_uid: ImpUid) -> None:
        watch = self._watches[imp_uid]
        now = self._now()
        if now >= watch.until:
            self._give_up(imp_uid)
            return
        pause = min(watch.pause, watch.until - now)
        watch.timer.start(math.ceil(pause.total_seconds() * 1000))
        self.asked.emit(imp_uid, watch.payment, now + pause)
        watch.pause = min(watch.pause * GROWTH, LONGEST_PAUSE)

    def _give_up(self, imp_uid: ImpUid) -> None:
        payment = self._watches[imp_uid].payment
        self.stop(imp_uid)
        self.given_up.emit(imp_uid, payment)

    def _ask(self, imp_uid: ImpUid) -> None:
        connection, include_sandbox = self._connection, self._watches[imp_uid].include_sandbox
        if connection:
            self._network.ask(
                _LANE + imp_uid, lambda: connection.payment(imp_uid, include_sandbox=include_sandbox)
            )

    def _take(self, answer: Answer) -> None:
        imp_uid = ImpUid(answer.lane.removeprefix(_LANE))
        if imp_uid not in self._watches:
            return
        if isinstance(answer.outcome, Payment):
            self._see(imp_uid, answer.outcome)
        elif isinstance(answer.outcome, CredentialsRejected):
            self._give_up(imp_uid)
        else:  # the network may be back for the next question
            self._wait(imp_uid)

    def _see(self, imp_uid: ImpUid, payment: Payment) -> None:
        watch = self._watches[imp_uid]
        watch.payment = payment
        now = self._now()
        state = state_of(payment, now)
        # The desk's own clock says that a deadline has passed; the server may be about to tell of a deposit.
        late = state is State.DEPOSIT_EXPIRED and now < watch.until
        if late or state is watch.state:
            self._wait(imp_uid)
        else:
            self.stop(imp_uid)
            self.decided.emit(imp_uid, payment)
