"""The state of a payment, computed from its status, amounts, deadlines and the rules of its PG.

`status` alone misleads: the API has no word for a partial cancellation, a missed deposit or a card that was
registered, and `ready` says what PortOne was told, not what the bank knows. An answer that contradicts itself is
CONTRADICTORY; nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.business_days import deposit_closes_at
from iamport_desktop.domain.failure_reasons import Explanation
from iamport_desktop.domain.payment_method import (
    PaymentMethod,
    has_account,
    payment_kind,
    payment_method,
)
from iamport_desktop.domain.pg_rule_types import (
    DepositDeadline,
    OpenAttempt,
    PaymentExpiry,
    RevokedAccount,
)
from iamport_desktop.domain.rules import Rules

# A payment window lives about this long. Afterwards the payment is not known to be over: see `State.NOT_COMPLETED`.
WINDOW_LIFE = timedelta(minutes=30)
_ZERO = Decimal(0)


class State(StrEnum):
    """What is known about the money."""

    PAID = "paid"
    PARTIALLY_CANCELLED = "partially-cancelled"
    FULLY_CANCELLED = "fully-cancelled"
    AWAITING_DEPOSIT = "awaiting-deposit"  # no deposit was reported
    DEADLINE_PASSED = "deadline-passed"  # whether a deposit came is known at the bank and the PG
    CLOSED_BEFORE_DEPOSIT = "closed-before-deposit"
    REGISTERED = "registered"  # a card for recurring payments, without a payment
    REGISTRATION_CANCELLED = "registration-cancelled"
    WINDOW_OPEN = "window-open"
    MAY_STILL_BE_PAID = "may-still-be-paid"
    NOT_COMPLETED = "not-completed"  # no payment was reported
    FAILED = "failed"
    PENDING = "pending"
    CONTRADICTORY = "contradictory"
    UNKNOWN = "unknown"


MONEY_CAME = frozenset({State.PAID, State.PARTIALLY_CANCELLED, State.FULLY_CANCELLED})
_REFUNDED = frozenset({State.PARTIALLY_CANCELLED, State.FULLY_CANCELLED})
_UNDECIDED = frozenset(
    {
        State.AWAITING_DEPOSIT,
        State.DEADLINE_PASSED,
        State.WINDOW_OPEN,
        State.MAY_STILL_BE_PAID,
        State.NOT_COMPLETED,
        State.PENDING,
    }
)

# These leave open whether the payment was approved: where the PG reports results late, it may turn paid all the same.
UNDECIDED_FAILURES = frozenset(
    {
        None,
        Explanation.RESULT_UNKNOWN,
        Explanation.TECHNICAL,
        Explanation.TECHNICAL_BANK,
        Explanation.TECHNICAL_CARD_COMPANY,
        Explanation.TECHNICAL_CARRIER,
    }
)


@dataclass(frozen=True, slots=True)
class Sums:
    """The amounts of a payment as one sum, in its currency's major unit.

    `amount`: what the payment is about: the deposits of a fixed virtual account, or else the amount of the answer;
    None where it is not fixed yet. `deposited`: the sum of the deposits; None for a payment without any.
    """

    amount: Decimal | None
    cancelled: Decimal
    deposited: Decimal | None

    @property
    def remaining(self) -> Decimal | None:
        """What came and was not cancelled; None where the amount is not known."""
        return None if self.amount is None else self.amount - self.cancelled


def sums(payment: Payment) -> Sums:
    """Return the amounts of `payment`. A fixed virtual account takes any number of deposits of any amount."""
    amounts = [deposit.amount for deposit in payment.deposit_history or ()]
    known = [amount for amount in amounts if amount is not None]
    deposited = sum(known, _ZERO) if amounts and len(known) == len(amounts) else None
    amount = deposited if deposited is not None else payment.amount
    if not amount and deposited is None and not payment.paid_at and has_account(payment):
        amount = None
    return Sums(amount, payment.cancel_amount or _ZERO, deposited)


def can_change(state: State) -> bool:
    """Return whether a payment in this state may still become paid."""
    return state in _UNDECIDED


def is_refund_state(state: State) -> bool:
    """Return whether money goes back to the customer."""
    return state in _REFUNDED


def is_registration(payment: Payment) -> bool:
    """Return whether `payment` registers a card for recurring payments and takes no money."""
    registers = bool(payment.customer_uid) or payment.customer_uid_usage == "issue"
    return payment.amount == 0 and registers and not has_account(payment)


def is_decidable(payment: Payment) -> bool:
    """Return whether `payment` has a readable status and amounts.

    An absent cancelled amount is zero; an unreadable one may be any.
    """
    return None not in (payment.amount, payment.status) and "cancel_amount" not in payment.invalid_fields


def state_of(payment: Payment, now: datetime, rules: Rules) -> State:
    """Return the state of `payment` at `now` (aware)."""
    if payment.amount is None or not is_decidable(payment):
        return State.UNKNOWN
    total = sums(payment)
    if total.cancelled < 0 or payment.amount < 0 or (total.deposited or 0) < 0:
        return State.CONTRADICTORY
    if total.cancelled > (total.amount or 0):
        return State.CONTRADICTORY
    if is_registration(payment) and payment.status in ("paid", "cancelled"):
        return State.REGISTERED if payment.status == "paid" else State.REGISTRATION_CANCELLED
    if _is_closed_before_deposit(payment, rules):
        return State.CLOSED_BEFORE_DEPOSIT
    if total.cancelled:
        return State.PARTIALLY_CANCELLED if total.remaining else State.FULLY_CANCELLED
    return _uncancelled(payment, total, now, rules)


def closes_at(payment: Payment, rules: Rules) -> datetime | None:
    """Return until when the virtual account of `payment` takes a deposit (aware); None where that is not known.

    Without a rule, the hour counts that the answer gives.
    """
    if payment.vbank_date is None:
        return None
    rule = rules.pg.find(DepositDeadline, payment_kind(payment))
    return deposit_closes_at(payment.vbank_date, keeps_hour=rule is None or rule.keeps_hour)


def is_expired(payment: Payment, now: datetime, rules: Rules) -> bool:
    """Return whether the time is over in which the PG lets a payment be made that was begun."""
    expiry = rules.pg.find(PaymentExpiry, payment_kind(payment))
    if expiry is None or payment.started_at is None or has_account(payment):
        return False
    return now - payment.started_at > timedelta(minutes=expiry.max_minutes)


def _is_closed_before_deposit(payment: Payment, rules: Rules) -> bool:
    """Return whether a virtual account, or the number for a convenience store, was closed and nothing was paid."""
    if payment.paid_at or payment.deposit_history or "paid_at" in payment.invalid_fields:
        return False
    if payment.status == "cancelled":
        waits_for = (PaymentMethod.VIRTUAL_ACCOUNT, PaymentMethod.CONVENIENCE_STORE)
        return payment_method(payment, rules.pg) in waits_for and not _is_partly_cancelled(payment)
    revoked = rules.pg.find(RevokedAccount, payment_kind(payment))
    return revoked is not None and payment.status == revoked.status and has_account(payment)


def _is_partly_cancelled(payment: Payment) -> bool:
    return bool(payment.cancel_amount) and payment.cancel_amount != payment.amount


def _uncancelled(payment: Payment, total: Sums, now: datetime, rules: Rules) -> State:
    if any(cancellation.amount for cancellation in payment.cancel_history or ()):
        return State.CONTRADICTORY
    if payment.status != "paid" and total.deposited:
        return State.CONTRADICTORY
    match payment.status:
        case "paid":
            return State.PAID
        case "pending":
            return State.PENDING
        case "failed":
            return _failed(payment, now, rules)
        case "ready":
            return _unpaid(payment, now, rules)
        case "cancelled":
            return State.CONTRADICTORY if total.amount else State.FULLY_CANCELLED
    return State.UNKNOWN


def is_failure_decided(payment: Payment, rules: Rules) -> bool | None:
    """Return whether a failed payment stays failed; None where the PG reports results late and says nothing."""
    later = rules.pg.later_result(payment_kind(payment), "failed")
    if later is None:
        return True
    word = (payment.extension or {}).get(later.field) if later.field else None
    if isinstance(word, str) and word:
        return word != later.value
    explanation = rules.failures.explain(payment.fail_reason, payment.pay_method)
    return None if explanation in UNDECIDED_FAILURES else True


def _failed(payment: Payment, now: datetime, rules: Rules) -> State:
    """Return PENDING where the PG reports as failed what it has not decided."""
    decided = is_failure_decided(payment, rules)
    if decided is None:
        decided = not _may_be_decided_later(payment, now, rules)
    return State.FAILED if decided else State.PENDING


def _may_be_decided_later(payment: Payment, now: datetime, rules: Rules) -> bool:
    later, failed_at = rules.pg.later_result(payment_kind(payment), "failed"), payment.failed_at
    if later is None or later.max_days is None or failed_at is None:
        return later is not None
    return now - failed_at <= timedelta(days=later.max_days)


def _unpaid(payment: Payment, now: datetime, rules: Rules) -> State:
    open_attempt = rules.pg.find(OpenAttempt, payment_kind(payment))
    how = open_attempt.how if open_attempt else None
    if has_account(payment) or how == "convenience_store":
        deadline = closes_at(payment, rules)
        if deadline is not None and deadline <= now:
            return State.DEADLINE_PASSED
        return State.MAY_STILL_BE_PAID if how == "convenience_store" else State.AWAITING_DEPOSIT
    # A start in the future counts as recent: the desk's clock is slow.
    if payment.started_at is not None and now - payment.started_at < WINDOW_LIFE:
        return State.WINDOW_OPEN
    # pay_method is only what was chosen in the window: without an account, no deposit can come.
    return State.MAY_STILL_BE_PAID if how in ("qr", "late_report") else State.NOT_COMPLETED
