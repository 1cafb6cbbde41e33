"""Which further requests apply to a payment: its cash receipt, escrow delivery and balance."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.payment_method import payment_kind
from iamport_desktop.domain.pg_rule_types import BalanceLookup, CashReceiptLookup
from iamport_desktop.domain.pg_rules import PgRules


class FollowUp(StrEnum):
    """A request about a payment that has an endpoint of its own."""

    CASH_RECEIPT = "cash-receipt"
    DELIVERY = "delivery"
    BALANCE = "balance"


def applicable_follow_ups(payment: Payment, rules: PgRules) -> tuple[FollowUp, ...]:
    """Return the requests that can have an answer for `payment`."""
    return tuple(_applicable(payment, rules))


def _applicable(payment: Payment, rules: PgRules) -> Iterator[FollowUp]:
    kind, is_paid = payment_kind(payment), payment.paid_at is not None
    if payment.cash_receipt_issued or (is_paid and _is_answered(rules.find(CashReceiptLookup, kind))):
        yield FollowUp.CASH_RECEIPT
    if payment.escrow:
        yield FollowUp.DELIVERY
    if is_paid and _is_answered(rules.find(BalanceLookup, kind)):
        yield FollowUp.BALANCE


def _is_answered(rule: CashReceiptLookup | BalanceLookup | None) -> bool:
    return rule is not None and rule.answered
