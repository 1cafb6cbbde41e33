"""Several attempts to pay for one order: their order, and what is known of the others beside one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum

from iamport_desktop.api.models import Payment
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
