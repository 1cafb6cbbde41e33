"""The kind of money behind a payment, as the rules on refunds and deadlines distinguish it."""

from __future__ import annotations

from enum import StrEnum

from iamport_desktop.api.models import Payment

_GIFT = frozenset("cultureland culturegift smartculture booknlife happymoney".split())
_EASY_PAY = frozenset("kakaopay kakao naverpay naverco payco paypal paypal_v2".split())


class PaymentMethodKind(StrEnum):
    """Who holds the money that would go back."""

    CARD = "card"
    TRANSFER = "transfer"
    VIRTUAL_ACCOUNT = "virtual-account"
    PHONE = "phone"
    KAKAOPAY_MONEY = "kakaopay-money"
    NAVERPAY = "naverpay"
    PAYPAL = "paypal"
    GIFT_CARD = "gift-card"
    OTHER = "other"


def method_kind(payment: Payment) -> PaymentMethodKind:
    """The family of `payment`; OTHER where the answer does not tell."""
    method = payment.pay_method or ""
    if method in _GIFT:
        return PaymentMethodKind.GIFT_CARD
    easy_pay = _easy_pay(payment)
    if easy_pay.startswith("paypal"):
        return PaymentMethodKind.PAYPAL
    if easy_pay.startswith("naver"):
        return PaymentMethodKind.NAVERPAY
    if easy_pay.startswith("kakao") and method != "card" and not payment.card_code:
        return PaymentMethodKind.KAKAOPAY_MONEY
    if method == "card" or payment.card_code or payment.card_name:
        return PaymentMethodKind.CARD
    plain = {
        "trans": PaymentMethodKind.TRANSFER,
        "vbank": PaymentMethodKind.VIRTUAL_ACCOUNT,
        "phone": PaymentMethodKind.PHONE,
    }
    return plain.get(method, PaymentMethodKind.OTHER)


def _easy_pay(payment: Payment) -> str:
    for code in (payment.emb_pg_provider, payment.pg_provider, payment.pay_method):
        if code and (code in _EASY_PAY or code.startswith(("naverpay_", "kakaopay_"))):
            return code
    return ""
