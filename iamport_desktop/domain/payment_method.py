"""What a payment was made with: what rules are chosen by, and what sentences call it."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.pg_rule_types import OpenAttempt, PaymentKind
from iamport_desktop.domain.pg_rules import PgRules

_CARD_TYPES: dict[int | None, Literal["credit", "check"]] = {0: "credit", 1: "check"}
# Seen from Econtext, which is paid at a convenience store and has no account.
_NO_ACCOUNT_NUMBER = "unknown"


class PaymentMethod(StrEnum):
    """How the customer pays, as far as sentences differ; OTHER where the payment does not say."""

    CARD = "card"
    CHECK_CARD = "check-card"
    TRANSFER = "transfer"
    VIRTUAL_ACCOUNT = "virtual-account"
    CONVENIENCE_STORE = "convenience-store"
    PHONE = "phone"
    OTHER = "other"


_BY_PAY_METHOD = {
    "trans": PaymentMethod.TRANSFER,
    "vbank": PaymentMethod.VIRTUAL_ACCOUNT,
    "phone": PaymentMethod.PHONE,
}


def payment_kind(payment: Payment) -> PaymentKind:
    """Return what rules about `payment` are chosen by."""
    return PaymentKind(
        pg_provider=payment.pg_provider or "",
        pay_method=payment.pay_method or "",
        emb_pg_provider=payment.emb_pg_provider or "",
        card_type=_CARD_TYPES.get(payment.card_type, "") if _has_card(payment) else "",
        is_test=payment.sandbox is True,
        escrow=payment.escrow is True,
    )


def payment_method(payment: Payment, rules: PgRules) -> PaymentMethod:
    """Return what sentences about `payment` call its method."""
    open_attempt = rules.find(OpenAttempt, payment_kind(payment))
    if open_attempt is not None and open_attempt.how == "convenience_store":
        return PaymentMethod.CONVENIENCE_STORE
    if payment.pay_method in _BY_PAY_METHOD:
        return _BY_PAY_METHOD[payment.pay_method]
    if _has_card(payment):
        return PaymentMethod.CHECK_CARD if payment.card_type == 1 else PaymentMethod.CARD
    return PaymentMethod.VIRTUAL_ACCOUNT if has_account(payment) else PaymentMethod.OTHER


def has_account(payment: Payment) -> bool:
    """Return whether a virtual account was issued; its number may be missing."""
    return bool(account_number(payment) or payment.vbank_issued_at or payment.vbank_date)


def account_number(payment: Payment) -> str:
    """Return the number of the virtual account; "" without one."""
    number = payment.vbank_num or ""
    return "" if number == _NO_ACCOUNT_NUMBER else number


def _has_card(payment: Payment) -> bool:
    return payment.pay_method == "card" or bool(payment.card_code or payment.card_name)
