"""Several attempts to pay for one order: their order, and what is known of the others beside one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum

from iamport_desktop.api.models import Payment, PaymentList
from iamport_desktop.domain.rules import Rules
from iamport_desktop.domain.status import State, can_change, state_of

_PAID = frozenset({State.PAID, State.PARTIALLY_CANCELLED})
_NOT_CLEAR = frozenset({State.CONTRADICTORY, State.UNKNOWN})
_EARLIEST = datetime.min.replace(tzinfo=UTC)
# What holds the customer's money comes first, what never had money last.
_RANKS = {
    State.PAID: 0,
    State.PARTIALLY_CANCELLED: 0,
    State.FULLY_CANCELLED: 1,
    State.CONTRADICTORY: 1,
    State.UNKNOWN: 1,
    State.PENDING: 2,
    State.AWAITING_DEPOSIT: 2,
    State.MAY_STILL_BE_PAID: 2,
    State.WINDOW_OPEN: 2,
    State.DEADLINE_PASSED: 2,
    State.REGISTERED: 3,
    State.REGISTRATION_CANCELLED: 3,
    State.NOT_COMPLETED: 4,
    State.FAILED: 4,
    State.CLOSED_BEFORE_DEPOSIT: 4,
}


@dataclass(frozen=True, slots=True)
class Attempt:
    """Another attempt to pay for the same order; `amount` in the currency's major unit, `at` aware."""

    imp_uid: str
    state: State
    amount: Decimal | None
    currency: str | None
    at: datetime | None
    is_test: bool

    @property
    def is_paid(self) -> bool:
        """Whether it holds money of the customer; a test payment does not count."""
        return self.state in _PAID and not self.is_test

    @property
    def may_hold_money(self) -> bool:
        """Whether it holds money of the customer, or that is not decided."""
        return not self.is_test and self.state in _PAID | _NOT_CLEAR | {State.PENDING}

    @property
    def may_be_paid(self) -> bool:
        """Whether it holds money of the customer, or may come to."""
        return not self.is_test and (self.state in _PAID | _NOT_CLEAR or can_change(self.state))


class Unasked(StrEnum):
    """Why the other attempts of an order are not known."""

    NOT_ASKED = "not-asked"
    ASKING = "asking"
    ASK_FAILED = "ask-failed"


# The other attempts of the order, the best first, or why they are not known.
OtherAttempts = tuple[Attempt, ...] | Unasked


def attempts_besides(
    imp_uid: str | None, payments: Iterable[Payment], now: datetime, rules: Rules
) -> tuple[Attempt, ...]:
    """Return the attempts among `payments` but `imp_uid`, as they are at `now` (aware), the best first."""
    return tuple(
        Attempt(
            imp_uid=payment.imp_uid or "",
            state=state_of(payment, now, rules),
            amount=payment.amount,
            currency=payment.currency,
            at=attempt_time(payment),
            is_test=payment.sandbox is True,
        )
        for payment in best_first(payments, now, rules)
        if payment.imp_uid != imp_uid
    )


def asks_for_other_attempts(payment: Payment, now: datetime, rules: Rules) -> bool:
    """Return whether the order of `payment` should be asked for: it is not paid, and another attempt may be."""
    return bool(payment.merchant_uid) and state_of(payment, now, rules) not in _PAID


def other_attempts(payment: Payment, found: PaymentList, now: datetime, rules: Rules) -> OtherAttempts:
    """Return the attempts besides `payment` among those that were `found` for its order.

    ASK_FAILED where these are not all, or not this order's, since then `payment` would be among them. Contradictory
    answers are an attempt of that state. `payment` itself is among the attempts where it was found in another state.
    """
    itself = [attempt for attempt in found.payments if attempt.imp_uid == payment.imp_uid]
    if not found.complete or not (itself or payment.imp_uid in found.contradictory):
        return Unasked.ASK_FAILED
    state = state_of(payment, now, rules)
    has_changed = any(state_of(attempt, now, rules) is not state for attempt in itself)
    attempts = attempts_besides(None if has_changed else payment.imp_uid, found.payments, now, rules)
    unclear = (
        Attempt(imp_uid, State.CONTRADICTORY, amount=None, currency=None, at=None, is_test=False)
        for imp_uid in found.contradictory
    )
    return (*attempts, *unclear)


def best_first(payments: Iterable[Payment], now: datetime, rules: Rules) -> tuple[Payment, ...]:
    """Sort by state at `now` (aware): paid ones first, test payments last, the newest first among equals."""
    newest_first = sorted(payments, key=lambda payment: attempt_time(payment) or _EARLIEST, reverse=True)
    return tuple(
        sorted(
            newest_first,
            key=lambda payment: (payment.sandbox is True, _RANKS[state_of(payment, now, rules)]),
        )
    )


def attempt_time(payment: Payment) -> datetime | None:
    """Return when `payment` was paid, or else started or failed (aware); None for one without any time."""
    return payment.paid_at or payment.started_at or payment.failed_at
