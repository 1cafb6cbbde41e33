"""The state of a payment in words."""

from __future__ import annotations

from dataclasses import dataclass

from iamport_desktop.domain.assessment import Assessment
from iamport_desktop.domain.payment_method import PaymentMethod
from iamport_desktop.domain.status import State
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
        QT_TRANSLATE_NOOP("Status", "The payment went through, and nothing has been cancelled."),
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
        QT_TRANSLATE_NOOP(
            "Status", "The account was issued, and no deposit has been reported to PortOne so far."
        ),
    ),
    State.DEADLINE_PASSED: (
        Severity.WARNING,
        QT_TRANSLATE_NOOP("Status", "Deadline passed"),
        QT_TRANSLATE_NOOP(
            "Status",
            "The deadline has passed, and no deposit was reported to PortOne. Whether one came is known at the bank "
            "and in the PG's console.",
        ),
    ),
    State.CLOSED_BEFORE_DEPOSIT: (
        Severity.NEUTRAL,
        QT_TRANSLATE_NOOP("Status", "Account closed"),
        QT_TRANSLATE_NOOP(
            "Status",
            "The virtual account was closed before a deposit. No money may be sent to it; ask the PG about a "
            "transfer that was already made.",
        ),
    ),
    State.REGISTERED: (
        Severity.SUCCESS,
        QT_TRANSLATE_NOOP("Status", "Registered for recurring payments"),
        QT_TRANSLATE_NOOP(
            "Status", "A card or account was registered for recurring payments, and nothing was charged."
        ),
    ),
    State.REGISTRATION_CANCELLED: (
        Severity.NEUTRAL,
        QT_TRANSLATE_NOOP("Status", "Registration cancelled"),
        QT_TRANSLATE_NOOP(
            "Status",
            "The registration of a card or account for recurring payments was cancelled. This is no payment.",
        ),
    ),
    State.WINDOW_OPEN: (
        Severity.WAITING,
        QT_TRANSLATE_NOOP("Status", "Not paid (window open)"),
        QT_TRANSLATE_NOOP(
            "Status", "The customer opened the payment window a moment ago and may still be paying."
        ),
    ),
    State.MAY_STILL_BE_PAID: (
        Severity.WAITING,
        QT_TRANSLATE_NOOP("Status", "May still be paid"),
        QT_TRANSLATE_NOOP(
            "Status", "No payment has been reported to PortOne so far, and it may still be reported as paid."
        ),
    ),
    State.NOT_COMPLETED: (
        Severity.NEUTRAL,
        QT_TRANSLATE_NOOP("Status", "Not completed"),
        QT_TRANSLATE_NOOP(
            "Status",
            "The payment window was opened, and no payment has been reported to PortOne. The PG's console shows "
            "whether one was made.",
        ),
    ),
    State.FAILED: (
        Severity.ERROR,
        QT_TRANSLATE_NOOP("Status", "Payment failed"),
        QT_TRANSLATE_NOOP(
            "Status", "The payment was refused or interrupted; PortOne has no payment on record."
        ),
    ),
    State.PENDING: (
        Severity.WAITING,
        QT_TRANSLATE_NOOP("Status", "Pending approval"),
        QT_TRANSLATE_NOOP("Status", "The payment company has not decided yet. It can still become paid."),
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
_MAY_HAVE_BEEN_CHARGED = QT_TRANSLATE_NOOP(
    "Status",
    "PortOne has it as failed, but by the PG's words it may have been approved. Check it in the PG's console.",
)
_AT_A_STORE: dict[State, tuple[str, str]] = {
    State.MAY_STILL_BE_PAID: (
        QT_TRANSLATE_NOOP("Status", "Awaiting payment at a store"),
        QT_TRANSLATE_NOOP(
            "Status",
            "It is paid at a convenience store by the number that the customer was given. No payment has been "
            "reported to PortOne so far.",
        ),
    ),
    State.DEADLINE_PASSED: (
        QT_TRANSLATE_NOOP("Status", "Deadline passed"),
        QT_TRANSLATE_NOOP(
            "Status",
            "The deadline for paying at a convenience store has passed, and no payment was reported to PortOne. The "
            "PG's console shows whether one was made.",
        ),
    ),
    State.CLOSED_BEFORE_DEPOSIT: (
        QT_TRANSLATE_NOOP("Status", "Closed before payment"),
        QT_TRANSLATE_NOOP("Status", "It was closed before it was paid at a convenience store."),
    ),
}
_CHARGED_REGISTRATION = QT_TRANSLATE_NOOP(
    "Status", "A card or account was registered for recurring payments. This is no payment."
)
_FAILED_REGISTRATION = (
    QT_TRANSLATE_NOOP("Status", "Registration failed"),
    QT_TRANSLATE_NOOP("Status", "The registration of a card or account was refused or interrupted."),
)


def status_view(assessment: Assessment) -> StatusView:
    """Return the state of a payment in words."""
    severity, word, meaning = _WORDS[assessment.state]
    word, meaning = _special_words(assessment) or (word, meaning)
    return StatusView(
        assessment.state,
        severity,
        translate("Status", word),
        translate("Status", meaning),
        assessment.raw_status,
    )


def _special_words(assessment: Assessment) -> tuple[str, str] | None:
    """Return the words for a state that means something of its own for this payment."""
    state = assessment.state
    if state is State.UNKNOWN and not assessment.is_decidable:
        return _WORDS[state][1], _UNDECIDABLE
    if assessment.method is PaymentMethod.CONVENIENCE_STORE and state in _AT_A_STORE:
        return _AT_A_STORE[state]
    if state is State.REGISTERED and assessment.registration and assessment.registration.charge:
        return _WORDS[state][1], _CHARGED_REGISTRATION
    if state is State.FAILED and assessment.registration:
        return _FAILED_REGISTRATION
    if assessment.may_have_been_charged and state is State.FAILED:
        return _WORDS[state][1], _MAY_HAVE_BEEN_CHARGED
    return None
