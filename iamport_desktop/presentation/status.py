"""The state of a payment as the desk means it, computed from everything the payment tells.

The API has no word for a partial cancellation or a missed deposit, and `status` alone misleads: amounts and
deadlines decide. What contradicts itself is called so and never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.i18n import QT_TRANSLATE_NOOP, translate
from iamport_desktop.presentation.severity import Severity

# A payment window lives about this long; before that the customer may still be paying.
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


@dataclass(frozen=True, slots=True)
class StatusView:
    """A state in words: `word` for the badge, `meaning` for the sentence under it, `raw` as the API has it."""

    state: State
    severity: Severity
    word: str
    meaning: str
    raw: str


_LOOK: dict[State, tuple[Severity, str, str]] = {
    State.PAID: (
        Severity.SUCCESS,
        QT_TRANSLATE_NOOP("Status", "Paid"),
        QT_TRANSLATE_NOOP("Status", "The payment went through, and nothing of it has been cancelled."),
    ),
    State.PARTIALLY_CANCELLED: (
        Severity.WARNING,
        QT_TRANSLATE_NOOP("Status", "Partially cancelled"),
        QT_TRANSLATE_NOOP("Status", "A part of the payment was cancelled; the remaining amount stays paid."),
    ),
    State.FULLY_CANCELLED: (
        Severity.NEUTRAL,
        QT_TRANSLATE_NOOP("Status", "Fully cancelled"),
        QT_TRANSLATE_NOOP("Status", "The whole amount was cancelled."),
    ),
    State.AWAITING_DEPOSIT: (
        Severity.WAITING,
        QT_TRANSLATE_NOOP("Status", "Awaiting deposit"),
        QT_TRANSLATE_NOOP("Status", "The account was issued, and the customer has not sent the money yet."),
    ),
    State.DEPOSIT_EXPIRED: (
        Severity.ERROR,
        QT_TRANSLATE_NOOP("Status", "Deposit deadline passed"),
        QT_TRANSLATE_NOOP("Status", "No money arrived in time. The customer has to order again."),
    ),
    State.WINDOW_OPEN: (
        Severity.WAITING,
        QT_TRANSLATE_NOOP("Status", "Not paid (window open)"),
        QT_TRANSLATE_NOOP(
            "Status", "The customer opened the payment window a moment ago and may still be paying."
        ),
    ),
    State.ABANDONED: (
        Severity.NEUTRAL,
        QT_TRANSLATE_NOOP("Status", "Not paid (window left)"),
        QT_TRANSLATE_NOOP("Status", "The customer opened the payment window and left. No money moved."),
    ),
    State.FAILED: (
        Severity.ERROR,
        QT_TRANSLATE_NOOP("Status", "Payment failed"),
        QT_TRANSLATE_NOOP("Status", "The payment was refused or interrupted. No money moved."),
    ),
    State.PENDING: (
        Severity.WAITING,
        QT_TRANSLATE_NOOP("Status", "Pending approval"),
        QT_TRANSLATE_NOOP(
            "Status", "The payment company has not decided yet. It can still become paid or failed."
        ),
    ),
    State.CONTRADICTORY: (
        Severity.ANOMALY,
        QT_TRANSLATE_NOOP("Status", "Contradictory"),
        QT_TRANSLATE_NOOP(
            "Status", "The status and the amounts do not fit together. Check it in the PG's console."
        ),
    ),
    State.UNKNOWN: (
        Severity.ANOMALY,
        QT_TRANSLATE_NOOP("Status", "Unknown status"),
        QT_TRANSLATE_NOOP("Status", "This app does not know this status. It is shown as the server sent it."),
    ),
}

_TELLS_TOO_LITTLE = QT_TRANSLATE_NOOP(
    "Status", "The amounts or the status are missing or unreadable, so nothing is concluded from them."
)


def state_of(payment: Payment, now: datetime) -> State:
    """Decide the state of `payment` at `now` (aware)."""
    if payment.amount is None or not _tells_enough(payment):
        return State.UNKNOWN
    cancelled = payment.cancel_amount or 0
    if cancelled < 0 or payment.amount < 0 or cancelled > payment.amount:
        return State.CONTRADICTORY
    if cancelled:
        return State.FULLY_CANCELLED if cancelled == payment.amount else State.PARTIALLY_CANCELLED
    return _uncancelled(payment, now)


def _tells_enough(payment: Payment) -> bool:
    """A cancelled amount that is absent is none; one that came in an unreadable form may be any."""
    return None not in (payment.amount, payment.status) and "cancel_amount" not in payment.misread


def _uncancelled(payment: Payment, now: datetime) -> State:
    if any(each.amount for each in payment.cancel_history or ()):
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
    # pay_method alone says only what was chosen in the window.
    if payment.vbank_num or payment.vbank_issued_at or payment.vbank_date:
        expired = payment.vbank_date is not None and payment.vbank_date <= now
        return State.DEPOSIT_EXPIRED if expired else State.AWAITING_DEPOSIT
    # A start that lies ahead is a desk clock that is late.
    fresh = payment.started_at is not None and now - payment.started_at < WINDOW_LIFE
    return State.WINDOW_OPEN if fresh else State.ABANDONED


def status_view(payment: Payment, now: datetime) -> StatusView:
    """The state of `payment` at `now` (aware), in the language that is installed."""
    state = state_of(payment, now)
    severity, word, meaning = _LOOK[state]
    if state is State.UNKNOWN and not _tells_enough(payment):
        meaning = _TELLS_TOO_LITTLE
    return StatusView(
        state,
        severity,
        translate("Status", word),
        translate("Status", meaning),
        payment.status or "",
    )
