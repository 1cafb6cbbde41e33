"""From what was searched for to what is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from iamport_desktop.api.errors import PaymentNotFound
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment, PaymentList
from iamport_desktop.domain.attempts import best_first
from iamport_desktop.domain.rules import Rules
from iamport_desktop.lookup.session import Session
from iamport_desktop.lookup.state import (
    Asking,
    Batch,
    Failed,
    FirstStart,
    Loaded,
    Loading,
    LookupState,
    Order,
    Ready,
    Result,
    Results,
    Starting,
    Subject,
)
from iamport_desktop.lookup.worker import PendingRequest
from iamport_desktop.query.parse import ImpUids, OrderNumber, Question, parse, parse_order_number

if TYPE_CHECKING:
    from iamport_desktop.api.client import PortOneClient

MAX_HISTORY = 50


class NavigationHistory:
    """The results of this run, and the index of the current one. A new result removes those ahead of it."""

    def __init__(self) -> None:
        self._results: list[Result] = []
        self._index = -1

    def add(self, result: Result) -> None:
        """Insert `result` behind the current one, or replace the current one where it has the same subject."""
        if self._results and self._results[self._index].subject == result.subject:
            self._results[self._index] = result
            return
        self._results = [*self._results[: self._index + 1], result][-MAX_HISTORY:]
        self._index = len(self._results) - 1

    def can_go(self, steps: int) -> bool:
        """Return whether there is a result `steps` ahead; behind, where negative."""
        return bool(self._results) and 0 <= self._index + steps < len(self._results)

    def go(self, steps: int) -> Result:
        """Make the result `steps` ahead the current one, and return it. Raises IndexError without one."""
        if not self.can_go(steps):
            raise IndexError(steps)
        self._index += steps
        return self._results[self._index]


class LookupController(QObject):
    """Turns searches into states. A new search replaces the one under way, and a stale answer is never shown.

    `state_changed` gets the new LookupState. `recognised` gets the text that names what a search looks up.
    """

    state_changed = Signal(object)
    recognised = Signal(str)

    def __init__(self, now: Callable[[], datetime], rules: Rules, parent: QObject | None = None) -> None:
        """`now` returns the current time, aware."""
        super().__init__(parent)
        self._now, self._rules = now, rules
        self._session: Session | None = None
        self._request: PendingRequest | None = None
        self._wanted: Subject | None = None  # under way, or waiting for a session
        self._history = NavigationHistory()
        self._test_payments: set[str | None] = (
            set()
        )  # found in lists; asked for by imp_uid, they must be included
        self.state: LookupState = Starting()
        self._listed: list[ImpUid] = []  # the latest list, from top to bottom
        self._settled: LookupState = self.state  # the latest that is neither Loading nor Asking
        self.include_test_payments = False

    def set_session(self, session: Session | None) -> None:
        """Use `session`, and close the one before; None without a key. A search that waited for one goes on.

        The history of the session before is cleared: it may be another shop's.
        """
        self._cancel_request()
        if self._session:
            self._session.close()
        self._session, self._history = session, NavigationHistory()
        self._test_payments.clear()
        self._listed.clear()
        if session is None:
            self._set_state(FirstStart())
            return
        asking = self.state if isinstance(self.state, Asking) else None
        self._set_state(Ready())
        if self._wanted:
            self._look_up(self._wanted)
        elif asking:
            self._set_state(asking)
        session.warm_up()

    def search(self, text: str) -> None:
        """Look up what `text` names, or ask first; the same text, submitted again, is the answer Yes."""
        match parse(text):
            case ImpUids((imp_uid,)):
                self.open(imp_uid)
            case ImpUids(imp_uids):
                self._open(Batch(imp_uids))
            case OrderNumber(order_number, or_imp_uid):
                self._open(Order(order_number, or_imp_uid))
            case question if self.state == Asking(question) and question.order_number:
                self.confirm()
            case question:
                self._ask(question)

    def open(self, imp_uid: ImpUid) -> None:
        """Look `imp_uid` up. A test payment that a list showed is included."""
        self._open(imp_uid)

    def open_order(self, order_number: str) -> None:
        """Look up an order that another program names, or ask first where its number looks like personal data."""
        match parse_order_number(order_number):
            case OrderNumber(number):
                self._open(Order(number))
            case question:
                self.recognised.emit(order_number)
                self._ask(question)

    def step_in_list(self, step: int) -> None:
        """Open the payment that is `step` rows below the shown one in the latest list; above, where negative."""
        if not isinstance(self.state, Loaded) or self.state.imp_uid not in self._listed:
            return
        index = self._listed.index(self.state.imp_uid) + step
        if 0 <= index < len(self._listed):
            self.open(self._listed[index])

    def confirm(self) -> None:
        """Look up the text that is asked about, as an order number."""
        if isinstance(self.state, Asking) and self.state.question.order_number:
            self._open(Order(self.state.question.order_number))

    def search_as_order_number(self) -> None:
        """Look up the imp_uid that was not found as an order number."""
        if isinstance(self.state, Failed) and isinstance(self.state.subject, str):
            self._open(Order(self.state.subject))

    def on_text_edited(self) -> None:
        """Prepare for a lookup, which is likely to follow."""
        if self._session:
            self._session.warm_up()

    def refresh(self) -> None:
        """Look up the same once more."""
        if isinstance(self.state, Loaded | Results):
            self._look_up(self.state.subject, shown=self.state)
        elif isinstance(self.state, Failed) and self.state.subject:
            self._look_up(self.state.subject)

    def cancel(self) -> None:
        """Stop the lookup under way, or withdraw the question, and show the state before it."""
        self._cancel_request()
        self._wanted = None
        if isinstance(self.state, Loading | Asking):
            self._set_state(self._settled)

    def clear(self) -> None:
        """Wait for the next search, with nothing on screen."""
        self._cancel_request()
        self._wanted = None
        self._set_state(Ready() if self._session else Starting())

    def fail(self, error: Exception) -> None:
        """Show why there is no key. A search that waits for one goes on waiting."""
        if self._session is None:
            self._set_state(Failed(None, error))

    @property
    def can_refresh(self) -> bool:
        """Whether `refresh` would look something up."""
        return isinstance(self.state, Loaded | Results | Failed) and self.state.subject is not None

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier result."""
        return self._history.can_go(self._steps_back())

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a later result."""
        return self._history.can_go(1)

    def back(self) -> None:
        """Show the earlier result as it was then."""
        if self.can_go_back:
            self._go(self._steps_back())

    def forward(self) -> None:
        """Show the later result as it was then."""
        if self.can_go_forward:
            self._go(1)

    def _steps_back(self) -> int:
        """From a failure or an empty window, which are no results, back leads to the latest result."""
        return -1 if isinstance(self.state, Loaded | Results) else 0

    def _go(self, steps: int) -> None:
        self._cancel_request()
        self._wanted = None
        self._set_state(self._history.go(steps))

    def _open(self, subject: Subject) -> None:
        self.recognised.emit(search_text(subject))
        is_asked = isinstance(self.state, Loading) and self.state.subject == subject
        if self._request is None or not is_asked:
            self._look_up(subject)

    def _ask(self, question: Question) -> None:
        self._cancel_request()
        self._wanted = None
        self._set_state(Asking(question))

    def _look_up(self, subject: Subject, shown: Result | None = None) -> None:
        self._cancel_request()
        self._wanted = subject
        if self._session:
            self._request = self._submit(self._session, subject)
        waits = self._session or isinstance(self._settled, Starting)
        self._set_state(Loading(subject, shown) if waits else self._settled)

    def _submit(self, session: Session, subject: Subject) -> PendingRequest:
        include_sandbox = self.include_test_payments or subject in self._test_payments
        match subject:
            case Order():
                return session.submit(
                    partial(_find_order, subject, include_sandbox=include_sandbox),
                    partial(self._on_order, subject),
                )
            case Batch(imp_uids):
                return session.submit(
                    lambda client: client.get_payments(imp_uids), partial(self._on_payments, subject)
                )
            case imp_uid:
                return session.submit(
                    lambda client: client.get_payment(imp_uid, include_sandbox=include_sandbox),
                    partial(self._on_payment, imp_uid),
                )

    def _cancel_request(self) -> None:
        if self._request:
            self._request.cancel()
            self._request = None

    def _on_payment(self, imp_uid: ImpUid, outcome: Payment | Exception) -> None:
        if isinstance(outcome, Exception):
            self._on_error(imp_uid, outcome)
        else:
            self._on_result(Loaded(imp_uid, outcome, self._now()))

    def _on_order(self, order: Order, outcome: PaymentList | Payment | Exception) -> None:
        if isinstance(outcome, Payment) and order.or_imp_uid:
            self._on_payment(order.or_imp_uid, outcome)
        elif not isinstance(outcome, Payment):
            self._on_payments(order, outcome)

    def _on_payments(self, subject: Order | Batch, outcome: PaymentList | Exception) -> None:
        if isinstance(outcome, Exception):
            self._on_error(subject, outcome)
            return
        now, payments, unclear = self._now(), outcome.payments, outcome.contradictory
        self._test_payments |= {payment.imp_uid for payment in payments if payment.sandbox}
        answered = {*unclear, *(payment.imp_uid for payment in payments)}
        wanted = subject.imp_uids if isinstance(subject, Batch) else ()
        missing = tuple(imp_uid for imp_uid in wanted if imp_uid not in answered)
        if len(payments) == 1 and not missing and not unclear and payments[0].imp_uid:
            attempts_of_order = outcome if isinstance(subject, Order) else None
            self._on_result(Loaded(ImpUid(payments[0].imp_uid), payments[0], now, attempts_of_order))
        else:
            attempts = best_first(payments, now, self._rules)
            self._on_result(Results(subject, attempts, missing, now, unclear, outcome.complete))

    def _on_result(self, result: Result) -> None:
        self._wanted = None
        self._history.add(result)
        self._set_state(result)

    def _on_error(self, subject: Subject, error: Exception) -> None:
        self._wanted = None
        self._set_state(Failed(subject, error))

    def _set_state(self, state: LookupState) -> None:
        if not isinstance(state, Loading | Asking):
            self._settled = state
        if isinstance(state, Results):
            self._listed = [ImpUid(payment.imp_uid) for payment in state.payments if payment.imp_uid]
        self.state = state
        self.state_changed.emit(state)


async def _find_order(order: Order, client: PortOneClient, *, include_sandbox: bool) -> PaymentList | Payment:
    """Find the attempts of `order`, or else the payment that its number may name instead."""
    try:
        return await client.find_payments(order.merchant_uid)
    except PaymentNotFound:
        if order.or_imp_uid is None:
            raise
        return await client.get_payment(order.or_imp_uid, include_sandbox=include_sandbox)


def search_text(subject: Subject) -> str:
    """Return the text that finds `subject` when it is searched for."""
    match subject:
        case Order(merchant_uid=merchant_uid):
            return merchant_uid
        case Batch(imp_uids):
            return " ".join(imp_uids)
        case imp_uid:
            return imp_uid
