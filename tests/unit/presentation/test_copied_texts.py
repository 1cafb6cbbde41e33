"""What is pasted into a ticket and sent to a customer."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from iamport_desktop.api.codes import CodeTables
from iamport_desktop.api.models import Payment
from iamport_desktop.domain.status import State, state_of
from iamport_desktop.presentation.i18n import using_translator
from iamport_desktop.presentation.reply import reply
from iamport_desktop.presentation.summary import MAX_CANCELLATIONS, summary
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.ui.appearance import Translation
from tests.conftest import NOW
from tests.unit.presentation.test_status import EXAMPLES

NOW_S = int(NOW.timestamp())
PARTLY = {
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
    return Payment.from_json(PARTLY | fields)


@pytest.fixture
def said(language: str, codes: CodeTables) -> FormatContext:
    return FormatContext("ko" if language == "ko" else "en", codes, NOW)


def test_a_summary(context: FormatContext) -> None:
    assert summary(payment(), replace(context, revealed=True)).splitlines() == [
        "Status: Partially cancelled (cancelled) · test payment",
        "Amount: ₩30,000",
        "Cancelled: ₩10,000",
        "Remaining: ₩20,000",
        "Product: 머그컵⏎외 2건",
        "Method: Card · Shinhan Card",
        "Requested: 2026-11-22 12:00:00 KST",
        "Paid: 2026-11-22 12:00:00 KST · ₩30,000",
        "imp_uid: imp_900000000001",
        "Order number: order-1",
        "Cancellation 1: 2026-11-22 13:00:00 KST · ₩10,000 · 변심",
    ]


def test_a_summary_ends_somewhere(context: FormatContext) -> None:
    history = [{"amount": 1, "cancelled_at": NOW_S - 300 + number} for number in range(300)]
    lines = summary(payment(cancel_history=history, cancel_amount=300), context).splitlines()
    assert len([line for line in lines if line.startswith("Cancellation ")]) == MAX_CANCELLATIONS
    assert lines[-1] == "Cancellations: 290 more"


def test_a_summary_says_what_is_contradictory(context: FormatContext) -> None:
    text = summary(payment(cancel_amount=40_000, cancel_history=[]), context)
    assert text.startswith("Status: Contradictory (cancelled)")
    assert "Remaining" not in text


@pytest.mark.parametrize("state", State)
def test_a_reply_has_three_sentences_and_nothing_internal(state: State, said: FormatContext) -> None:
    internal = {"imp_uid": "imp_900000000001", "merchant_uid": "order-1", "pg_tid": "TID-1", "pg_id": "MID-1"}
    asked = replace(EXAMPLES[state], currency="KRW", **internal)
    assert state_of(asked, NOW) is state
    text = reply(asked, said)
    assert len(re.findall(r"[.!?](?= |$)", text)) == 3
    assert bool(re.search("[가-힣]", text)) == (said.language == "ko")
    assert [each for each in (*internal, *internal.values(), "{", "}", "%n") if each in text] == []


def test_replies_are_told_apart(said: FormatContext) -> None:
    replies = [reply(each, said) for state, each in EXAMPLES.items()]
    unsure = (State.CONTRADICTORY, State.UNKNOWN)
    assert len(set(replies)) == len(State) - len(unsure) + 1


@pytest.mark.parametrize("state", [State.CONTRADICTORY, State.UNKNOWN])
def test_nothing_is_promised_where_nothing_is_known(state: State, context: FormatContext) -> None:
    text = reply(EXAMPLES[state], context)
    assert "We are checking" in text
    assert not re.search("[0-9]", text)


def test_nobody_is_told_that_nothing_was_charged_while_paypal_decides(context: FormatContext) -> None:
    """The old PayPal reads as failed, and can turn paid days later."""
    failed = {"status": "failed", "cancel_amount": 0, "cancel_history": []}
    assert "nothing was charged" in reply(payment(**failed), context)
    assert "nothing was charged" not in reply(payment(**failed, pg_provider="paypal"), context)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "Of your payment of ₩30,000, ₩10,000 was cancelled."),
        ({"cancel_amount": 30_000}, "Your payment of ₩30,000 was cancelled in full."),
        ({}, "3 to 5 business days"),
        ({"pay_method": "vbank", "card_code": None}, "next business day"),
        (
            {"status": "paid", "cancel_amount": 0, "cancel_history": []},
            "completed on 2026-11-22 12:00 (Korean time)",
        ),
        (
            {"status": "paid", "cancel_amount": 0, "cancel_history": [], "paid_at": 0},
            "₩30,000 was completed.",
        ),
    ],
    ids=str,
)
def test_a_reply_says_what_happened_to_the_money(
    fields: dict[str, Any], says: str, context: FormatContext
) -> None:
    assert says in reply(payment(**fields), context)


def test_the_other_language_is_a_moment_away(context: FormatContext, spoken: Translation) -> None:
    """A ticket may be written in the language that the window does not speak."""
    korean = FormatContext("ko", context.codes, NOW)
    with using_translator(spoken.translators["ko"]):
        assert "부분취소" in summary(payment(), korean)
        assert re.search("[가-힣]", reply(payment(), korean))
        assert "2 hours ago" not in summary(payment(), korean)
    assert summary(payment(), context).startswith("Status: Partially cancelled")
