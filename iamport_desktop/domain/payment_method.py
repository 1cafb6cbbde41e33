"""The kind of money behind a payment, as the rules on refunds and deadlines distinguish it."""

from __future__ import annotations

from enum import StrEnum

from iamport_desktop.api.models import Payment

_GIFT = frozenset("cultureland culturegift smartculture booknlife happymoney".split())
_EASY_PAY = frozenset("kakaopay kakao naverpay naverco payco paypal paypal_v2".split())


class Family(StrEnum):
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


def family_of(payment: Payment) -> Family:
    """The family of `payment`; OTHER where the answer does not tell."""
    method = payment.pay_method or ""
    if method in _GIFT:
        return Family.GIFT_CARD
    easy_pay = _easy_pay(payment)
    if easy_pay.startswith("paypal"):
        return Family.PAYPAL
    if easy_pay.startswith("naver"):
        return Family.NAVERPAY
    if easy_pay.startswith("kakao") and method != "card" and not payment.card_code:
        return Family.KAKAOPAY_MONEY
    if method == "card" or payment.card_code or payment.card_name:
        return Family.CARD
    plain = {"trans": Family.TRANSFER, "vbank": Family.VIRTUAL_ACCOUNT, "phone": Family.PHONE}
    return plain.get(method, Family.OTHER)


def _easy_pay(payment: Payment) -> str:
    for code in (payment.emb_pg_provider, payment.pg_provider, payment.pay_method):
        if code and (code in _EASY_PAY or code.startswith(("naverpay_", "kakaopay_"))):
            return code
    return ""
