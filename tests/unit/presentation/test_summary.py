"""The summary that is pasted into a ticket."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.i18n import Translation, using_translator
from iamport_desktop.presentation.summary import MAX_CANCELLATIONS, summary
from iamport_desktop.presentation.view_model import FormatContext
from tests.conftest import NOW, RULES
from tests.support.example_payments import NOW_S

PARTLY_CANCELLED = {
    "imp_uid": "imp_900000000001",
    "merchant_uid": "order-1",
    "status": "cancelled",
    "amount": 30_000,
    "cancel_amount": 10_000,
    "currency": "KRW",
    "name": "머그컵\n외 2건",
    "pay_method": "card",
    "card_code": "366",
    "buyer_name": "홍길동",
    "sandbox": True,
    "started_at": NOW_S - 7200,
    "paid_at": NOW_S - 7200,
    "cancelled_at": NOW_S - 3600,
    "cancel_history": [{"amount": 10_000, "cancelled_at": NOW_S - 3600, "reason": "변심", "pg_tid": "T"}],
}


def payment(**fields: Any) -> Payment:
    return Payment.from_json(PARTLY_CANCELLED | fields)


def test_a_summary(context: FormatContext) -> None:
    assert summary(payment(), replace(context, revealed=True)).splitlines() == [
        "Status: Partially cancelled (cancelled) · test payment",
        "Amount: ₩30,000",
        "Cancelled: ₩10,000",
        "Remaining: ₩20,000",
        "Product: 머그컵⏎외 2건",
        "Method: Card · Shinhan Card",
        "Requested: 2026-11-22(Sun) 12:00:00 KST",
        "Paid: 2026-11-22(Sun) 12:00:00 KST · ₩30,000",
        "imp_uid: imp_900000000001",
        "Order number: order-1",
        "Cancellation 1: 2026-11-22 13:00:00 KST · ₩10,000 · 변심",
    ]


def test_the_number_of_cancellations_is_limited(context: FormatContext) -> None:
    history = [{"amount": 1, "cancelled_at": NOW_S - 300 + number} for number in range(300)]
    lines = summary(payment(cancel_history=history, cancel_amount=300), context).splitlines()
    assert len([line for line in lines if line.startswith("Cancellation ")]) == MAX_CANCELLATIONS
    assert lines[-1] == "Cancellations: 290 more"


def test_a_contradictory_payment(context: FormatContext) -> None:
    text = summary(payment(cancel_amount=40_000, cancel_history=[]), context)
    assert text.startswith("Status: Contradictory (cancelled)")
    assert "Remaining" not in text


def test_another_language_than_the_installed_one(context: FormatContext, translation: Translation) -> None:
    """A ticket may be written in a language that is not the window's."""
    korean = FormatContext("ko", context.codes, RULES, NOW)
    with using_translator(translation.translators["ko"]):
        assert "부분취소" in summary(payment(), korean)
        assert "2 hours ago" not in summary(payment(), korean)
    assert summary(payment(), context).startswith("Status: Partially cancelled")
