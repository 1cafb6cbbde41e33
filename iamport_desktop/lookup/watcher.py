"""Polls payments that are waiting, until their state changes: "tell me when it is paid"."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from iamport_desktop.api.errors import CredentialsRejected
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.api.origin import Origin
from iamport_desktop.domain.rules import Rules
from iamport_desktop.domain.status import can_change, closes_at, state_of
from iamport_desktop.lookup.session import Session
from iamport_desktop.lookup.state import Loaded, WatchedPayment, WatchState
from iamport_desktop.lookup.worker import PendingRequest

FIRST_INTERVAL = timedelta(seconds=20)
LONGEST_INTERVAL = timedelta(minutes=5)
GROWTH = 1.5
# A deposit in the last second is known a little later.
GRACE = timedelta(minutes=5)
LONGEST_WATCH = timedelta(hours=24)
_LAST_MOMENT = datetime.max.replace(tzinfo=UTC) - GRACE


@dataclass(slots=True)
class _Watch:
    session: Session
    payment: Payment
    until: datetime
    interval: timedelta
    timer: QTimer
    include_sandbox: bool
    next_check: datetime
    request: PendingRequest | None = None


class PaymentWatcher(QObject):
    """Watches any number of payments, whatever else is looked up meanwhile.

    `ended` gets the WatchedPayment when a watch ends by itself: the payment is decided, the time is over, or the key is
    of no use any more. `items_changed` is emitted whenever `items` returns something else.
    """

    ended = Signal(object)
    items_changed = Signal()

    def __init__(self, now: Callable[[], datetime], rules: Rules, parent: QObject | None = None) -> None:
        """`now` returns the current time, aware."""
        super().__init__(parent)
        self._now, self._rules = now, rules
        self._session: Session | None = None
        self._watches: dict[ImpUid, _Watch] = {}
        self._ended: dict[ImpUid, WatchedPayment] = {}

    def set_session(self, session: Session | None) -> None:
        """Use `session` for new watches; None without a key. Each watch goes on with the session it began with."""
        previous, self._session = self._session, session
        self._close_if_unused(previous)

    def items(self) -> list[WatchedPayment]:
        """Return the watches that ended by themselves, the latest first, and then those that go on, the oldest first.

        The former stay until `forget` or a new watch of the same payment.
        """
        waiting = [
            WatchedPayment(imp_uid, watch.payment, watch.session.origin, WatchState.WAITING, watch.next_check)
            for imp_uid, watch in self._watches.items()
        ]
        return [*reversed(self._ended.values()), *waiting]

    def is_watched(self, imp_uid: str) -> bool:
        """Return whether `imp_uid` is being watched."""
        return imp_uid in self._watches

    def start(self, loaded: Loaded, *, include_sandbox: bool) -> None:
        """Watch a payment until it is decided, its deadline has passed, or 24 hours are over."""
        payment, now = loaded.payment, self._now()
        if self._session is None or loaded.imp_uid in self._watches or not self._can_change(payment):
            return
        deadline = closes_at(payment, self._rules)
        until = now + LONGEST_WATCH
        if deadline and deadline > now:
            until = min(deadline, _LAST_MOMENT) + GRACE
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(lambda: self._poll(loaded.imp_uid))
        self._ended.pop(loaded.imp_uid, None)
        self._watches[loaded.imp_uid] = _Watch(
            self._session, loaded.payment, until, FIRST_INTERVAL, timer, include_sandbox, now
        )
        self._schedule(loaded.imp_uid)

    def forget(self, imp_uid: str) -> None:
        """End the watch of `imp_uid`, or forget how it ended."""
        watch = self._stop(ImpUid(imp_uid))
        if watch or self._ended.pop(ImpUid(imp_uid), None):
            self.items_changed.emit()

    def forget_all(self, origin: Origin | None = None) -> None:
        """End and forget every watch; with `origin`, every one there."""
        for item in self.items():
            if origin in (None, item.origin):
                self.forget(item.imp_uid)

    def expire_all(self, origin: Origin) -> None:
        """End every watch at `origin`, whose key was replaced or removed, and emit `ended` for each."""
        for imp_uid in [
            imp_uid for imp_uid, watch in self._watches.items() if watch.session.origin == origin
        ]:
            self._end(imp_uid, WatchState.KEY_GONE)

    def _stop(self, imp_uid: ImpUid) -> _Watch | None:
        if watch := self._watches.pop(imp_uid, None):
            watch.timer.stop()
            watch.timer.deleteLater()
            if watch.request:
                watch.request.cancel()
            self._close_if_unused(watch.session)
        return watch

    def _end(self, imp_uid: ImpUid, state: WatchState) -> None:
        if watch := self._stop(imp_uid):
            item = WatchedPayment(imp_uid, watch.payment, watch.session.origin, state)
            self._ended[imp_uid] = item
            self.items_changed.emit()
            self.ended.emit(item)

    def _close_if_unused(self, session: Session | None) -> None:
        in_use = [self._session, *(watch.session for watch in self._watches.values())]
        if session and session not in in_use:
            session.close()

    def _schedule(self, imp_uid: ImpUid) -> None:
        watch = self._watches[imp_uid]
        now = self._now()
        if now >= watch.until:
            self._end(imp_uid, WatchState.TIME_OVER)
            return
        interval = min(watch.interval, watch.until - now)
        watch.timer.start(math.ceil(interval.total_seconds() * 1000))
        watch.next_check = now + interval
        watch.interval = min(watch.interval * GROWTH, LONGEST_INTERVAL)
        self.items_changed.emit()

    def _can_change(self, payment: Payment) -> bool:
        return can_change(state_of(payment, self._now(), self._rules))

    def _poll(self, imp_uid: ImpUid) -> None:
        watch = self._watches[imp_uid]
        watch.request = watch.session.submit(
            lambda client: client.get_payment(imp_uid, include_sandbox=watch.include_sandbox),
            partial(self._on_polled, imp_uid),
        )

    def _on_polled(self, imp_uid: ImpUid, outcome: Payment | Exception) -> None:
        if isinstance(outcome, Payment):
            self._on_payment(imp_uid, outcome)
        elif isinstance(outcome, CredentialsRejected):
            self._end(imp_uid, WatchState.KEY_GONE)
        else:  # the network may be back for the next request
            self._schedule(imp_uid)

    def _on_payment(self, imp_uid: ImpUid, payment: Payment) -> None:
        self._watches[imp_uid].payment = payment
        if self._can_change(payment):
            self._schedule(imp_uid)
        else:
            self._end(imp_uid, WatchState.CHANGED)
