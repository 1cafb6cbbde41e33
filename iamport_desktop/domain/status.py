"""The state of a payment, computed from its status, amounts and deadlines.

The API has no word for a partial cancellation or a missed deposit, and `status` alone misleads. An answer that
contradicts itself is CONTRADICTORY; nothing is guessed.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from iamport_desktop.api.models import Payment

# A payment window lives about this long; until then the customer may still be paying.
WINDOW_LIFE = timedelta(minutes=30)


class State(StrEnum):
    """What happened to the money."""

    PAID = "paid"
    PARTIALLY_CANCELLED = "partially-cancelled"
    FULLY_CANCELLED = "fully-cancelled"
    AWAITING_DEPOSIT = "awaiting-deposit"
    DEPOSIT_EXPIRED = "deposit-expired"
    WINDOW_OPEN = "window-open"
    ABANDONED = "abandoned"
    FAILED = "failed"
    PENDING = "pending"
    CONTRADICTORY = "contradictory"
    UNKNOWN = "unknown"


_UNDECIDED = frozenset({State.AWAITING_DEPOSIT, State.PENDING, State.WINDOW_OPEN})
_REFUNDED = frozenset({State.PARTIALLY_CANCELLED, State.FULLY_CANCELLED})


def can_change(state: State) -> bool:
    """Return whether a payment in this state may still become paid."""
    return state in _UNDECIDED


def is_refund_state(state: State) -> bool:
    """Return whether money goes back to the customer."""
    return state in _REFUNDED


def state_of(payment: Payment, now: datetime) -> State:
    """Return the state of `payment` at `now` (aware)."""
    if payment.amount is None or not is_decidable(payment):
        return State.UNKNOWN
    cancelled = payment.cancel_amount or 0
    if cancelled < 0 or payment.amount < 0 or cancelled > payment.amount:
        return State.CONTRADICTORY
    if cancelled:
        return State.FULLY_CANCELLED if cancelled == payment.amount else State.PARTIALLY_CANCELLED
    return _uncancelled(payment, now)


def is_decidable(payment: Payment) -> bool:
    """Return whether `payment` has a readable status and amounts.

    An absent cancelled amount is zero; an unreadable one may be any.
    """
    return None not in (payment.amount, payment.status) and "cancel_amount" not in payment.invalid_fields


def _uncancelled(payment: Payment, now: datetime) -> State:
    if any(cancellation.amount for cancellation in payment.cancel_history or ()):
        return State.CONTRADICTORY
    if payment.status == "ready":
        return _unpaid(payment, now)
    return {
        "paid": State.PAID,
        "failed": State.FAILED,
        "pending": State.PENDING,
        "cancelled": State.CONTRADICTORY,
    }.get(payment.status or "", State.UNKNOWN)


def _unpaid(payment: Payment, now: datetime) -> State:
    # pay_method is only what was chosen in the window; an account shows that one was issued.
    if payment.vbank_num or payment.vbank_issued_at or payment.vbank_date:
        expired = payment.vbank_date is not None and payment.vbank_date <= now
        return State.DEPOSIT_EXPIRED if expired else State.AWAITING_DEPOSIT
    # A start in the future counts as recent: the desk's clock is slow.
    recent = payment.started_at is not None and now - payment.started_at < WINDOW_LIFE
    return State.WINDOW_OPEN if recent else State.ABANDONED
