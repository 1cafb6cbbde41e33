"""The kind of payment method, as far as refunds and deadlines differ."""

from __future__ import annotations

from enum import StrEnum

from iamport_desktop.api.models import Payment

_GIFT_CARDS = frozenset("cultureland culturegift smartculture booknlife happymoney".split())
_EASY_PAY = frozenset("kakaopay kakao naverpay naverco payco paypal paypal_v2".split())
_EASY_PAY_PREFIXES = ("naverpay_", "kakaopay_")


class PaymentMethodKind(StrEnum):
    """What the customer paid with; OTHER where the payment does not say."""

    CARD = "card"
    TRANSFER = "transfer"
    VIRTUAL_ACCOUNT = "virtual-account"
    PHONE = "phone"
    KAKAOPAY_MONEY = "kakaopay-money"
    NAVERPAY = "naverpay"
    PAYPAL = "paypal"
    GIFT_CARD = "gift-card"
    OTHER = "other"


_BY_PAY_METHOD = {
    "trans": PaymentMethodKind.TRANSFER,
    "vbank": PaymentMethodKind.VIRTUAL_ACCOUNT,
    "phone": PaymentMethodKind.PHONE,
}


def method_kind(payment: Payment) -> PaymentMethodKind:
    """Return the kind of method that `payment` was made with."""
    method = payment.pay_method or ""
    if method in _GIFT_CARDS:
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
    return _BY_PAY_METHOD.get(method, PaymentMethodKind.OTHER)


def _easy_pay(payment: Payment) -> str:
    """Return the code of the easy pay; "" without one. It stands in one of three fields, by gateway."""
    for code in (payment.emb_pg_provider, payment.pg_provider, payment.pay_method):
        if code and (code in _EASY_PAY or code.startswith(_EASY_PAY_PREFIXES)):
            return code
    return ""
