"""Which further requests apply to a payment: its cash receipt, escrow delivery and balance."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from iamport_desktop.api.models import Payment

# Source: the vendor's description, supported PGs of GET /receipts/{imp_uid} and GET /escrows/logis/{imp_uid}.
_ISSUES_CASH_RECEIPTS = frozenset(
    "nice daou html5_inicis kcp payco smartro uplus tosspayments ksnet smartro_v2 nice_v2 welcome".split()
)
_NEVER_CASH = frozenset(
    "card phone paypal samsung samsungpay applepay cultureland culturegift smartculture booknlife".split()
)


class FollowUp(StrEnum):
    """A request about a payment that has an endpoint of its own."""

    CASH_RECEIPT = "cash-receipt"
    DELIVERY = "delivery"
    BALANCE = "balance"


def applicable_follow_ups(payment: Payment) -> tuple[FollowUp, ...]:
    """Return the requests that can have an answer for `payment`."""
    return tuple(_applicable(payment))


def _applicable(payment: Payment) -> Iterator[FollowUp]:
    can_have_receipt = payment.pg_provider in _ISSUES_CASH_RECEIPTS and payment.pay_method not in _NEVER_CASH
    if payment.cash_receipt_issued or (payment.paid_at and can_have_receipt):
        yield FollowUp.CASH_RECEIPT
    if payment.escrow:
        yield FollowUp.DELIVERY
    if payment.paid_at and "payco" in (payment.pg_provider, payment.emb_pg_provider, payment.pay_method):
        yield FollowUp.BALANCE
