"""A made-up payment with something in every part of the page, to lay out before there is a real one."""

from __future__ import annotations

from iamport_desktop.api.models import Payment

_CANCELLATION = {
    "amount": 1000,
    "cancelled_at": 86_400,
    "reason": "-",
    "receipt_url": "https://receipt.invalid/2",
}

REHEARSED = Payment.from_json(
    {
        "imp_uid": "imp_000000000000",
        "merchant_uid": "-",
        "status": "cancelled",
        "name": "-",
        "amount": 10_000,
        "cancel_amount": 1000,
        "currency": "KRW",
        "pay_method": "card",
        "pg_provider": "html5_inicis",
        "card_name": "-",
        "buyer_name": "-",
        "buyer_tel": "010-0000-0000",
        "started_at": 3600,
        "paid_at": 3660,
        "cancelled_at": 86_400,
        "receipt_url": "https://receipt.invalid/1",
        "cancel_history": [_CANCELLATION],
        "of_a_later_version": "-",
    }
)
