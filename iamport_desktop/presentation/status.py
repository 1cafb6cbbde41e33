"""The state of a payment in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.status import State, is_decidable, state_of
from iamport_desktop.presentation.i18n import QT_TRANSLATE_NOOP, translate
from iamport_desktop.presentation.severity import Severity


@dataclass(frozen=True, slots=True)
class StatusView:
    """A state in words: `word` for the badge, `meaning` for the sentence under it, `raw` as the server sent it."""

    state: State
    severity: Severity
    word: str
    meaning: str
    raw: str


_WORDS: dict[State, tuple[Severity, str, str]] = {
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

_UNDECIDABLE = QT_TRANSLATE_NOOP(
    "Status", "The amounts or the status are missing or unreadable, so nothing is concluded from them."
)


def status_view(payment: Payment, now: datetime) -> StatusView:
    """Return the state of `payment` at `now` (aware) in words."""
    state = state_of(payment, now)
    severity, word, meaning = _WORDS[state]
    if state is State.UNKNOWN and not is_decidable(payment):
        meaning = _UNDECIDABLE
    return StatusView(
        state,
        severity,
        translate("Status", word),
        translate("Status", meaning),
        payment.status or "",
    )
