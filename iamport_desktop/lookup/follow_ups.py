"""Requests that follow a loaded payment, and never delay it: cash receipt, delivery, balance, the order's attempts."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment, PaymentList
from iamport_desktop.domain.attempts import OtherAttempts, Unasked, asks_for_other_attempts, other_attempts
from iamport_desktop.domain.follow_ups import FollowUp, applicable_follow_ups
from iamport_desktop.domain.rules import Rules
from iamport_desktop.lookup.session import Session
from iamport_desktop.lookup.state import Loaded, LookupState, Order, Results
from iamport_desktop.lookup.worker import PendingRequest

if TYPE_CHECKING:
    from iamport_desktop.api.client import PortOneClient

_Call = Callable[["PortOneClient"], Coroutine[Any, Any, Any]]

# For how long the attempts of a list are taken for those of the present.
LISTED_LIFE = timedelta(minutes=1)


class FollowUps(QObject):
    """Sends the follow-up requests of the payment on screen.

    `answered` gets each result, or its PortOneError. `other_attempts_changed` gets the OtherAttempts for the payment's
    order: with each state, and when they are known.
    """

    answered = Signal(FollowUp, object)
    other_attempts_changed = Signal(object)

    def __init__(self, now: Callable[[], datetime], rules: Rules, parent: QObject | None = None) -> None:
        """`now` returns the current time, aware."""
        super().__init__(parent)
        self._now, self._rules = now, rules
        self._session: Session | None = None
        self._unsent: list[tuple[_Call, Callable[[Any], None]]] = []
        # The paint goes first: parsing the answers would hold it up.
        self._after_paint = QTimer(self, singleShot=True, interval=0)
        self._after_paint.timeout.connect(self._send)
        self._requests: list[PendingRequest] = []
        self._order: Results | None = None  # the attempts that were listed last

    def set_session(self, session: Session | None) -> None:
        """Use `session`, and close the one before; None without a key.

        It should serve nothing else: the next lookup must not wait for a connection.
        """
        self.cancel()
        if self._session:
            self._session.close()
        self._session, self._order = session, None

    def follow(self, state: LookupState) -> None:
        """Send what applies to `state`, in place of what was sent for another one."""
        self.cancel()
        if isinstance(state, Results) and isinstance(state.subject, Order):
            self._order = state
        if isinstance(state, Loaded) and self._session:
            self._unsent = [
                (_request(follow_up, state.imp_uid), partial(self.answered.emit, follow_up))
                for follow_up in applicable_follow_ups(state.payment, self._rules.pg)
            ]
            self._follow_order(state)
            self._after_paint.start()

    def _send(self) -> None:
        if self._session:
            self._requests = [self._session.submit(call, on_done) for call, on_done in self._unsent]
        self._unsent = []

    def _follow_order(self, loaded: Loaded) -> None:
        """Ask for the order's attempts, unless the payment is paid, or a search has just listed them."""
        payment, merchant_uid = loaded.payment, loaded.payment.merchant_uid
        if merchant_uid is None or not asks_for_other_attempts(payment, self._now(), self._rules):
            self.other_attempts_changed.emit(Unasked.NOT_ASKED)
        elif listed := self._listed(loaded):
            self._on_attempts(payment, listed)
        else:
            self.other_attempts_changed.emit(Unasked.ASKING)
            self._unsent.append(
                (lambda client: client.find_payments(merchant_uid), partial(self._on_attempts, payment))
            )

    def _listed(self, loaded: Loaded) -> PaymentList | None:
        """Return the attempts of the payment's order, if the search that found it listed them a moment ago."""
        attempts, as_of, order = loaded.attempts, loaded.as_of, self._order
        if attempts is None and order and order.subject == Order(loaded.payment.merchant_uid or ""):
            attempts, as_of = PaymentList(order.payments, order.contradictory, order.complete), order.as_of
        return attempts if self._now() - as_of <= LISTED_LIFE else None

    def _on_attempts(self, payment: Payment, outcome: PaymentList | Exception) -> None:
        attempts: OtherAttempts = Unasked.ASK_FAILED
        if isinstance(outcome, PaymentList):
            attempts = other_attempts(payment, outcome, self._now(), self._rules)
        self.other_attempts_changed.emit(attempts)

    @property
    def is_pending(self) -> bool:
        """Whether an outcome is still to come."""
        return bool(self._unsent) or any(request.is_pending for request in self._requests)

    def cancel(self) -> None:
        """Stop what is under way."""
        self._after_paint.stop()
        self._unsent = []
        for request in self._requests:
            request.cancel()
        self._requests = []


def _request(follow_up: FollowUp, imp_uid: ImpUid) -> _Call:
    match follow_up:
        case FollowUp.CASH_RECEIPT:
            return lambda client: client.get_cash_receipt(imp_uid)
        case FollowUp.DELIVERY:
            return lambda client: client.get_delivery(imp_uid)
        case FollowUp.BALANCE:
            return lambda client: client.get_balance(imp_uid)
