"""The reply to the customer."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from iamport_desktop.api.codes import CodeTables
from iamport_desktop.api.models import Payment
from iamport_desktop.domain.attempts import Unasked, attempts_besides
from iamport_desktop.domain.status import State, state_of
from iamport_desktop.presentation.i18n import Translation, using_translator
from iamport_desktop.presentation.reply import reply
from iamport_desktop.presentation.view_model import FormatContext
from tests.conftest import NOW, RULES
from tests.support.example_payments import EXAMPLES, NOW_S


def payment(**fields: Any) -> Payment:
    """Return a payment of 30,000 won, of which 10,000 were cancelled, with `fields`."""
    usual = {
        "status": "cancelled",
        "amount": 30_000,
        "cancel_amount": 10_000,
        "currency": "KRW",
        "pay_method": "card",
        "paid_at": NOW_S - 7200,
        "cancelled_at": NOW_S - 3600,
    }
    return Payment.from_json(usual | fields)


@pytest.fixture
def spoken_context(language: str, codes: CodeTables) -> FormatContext:
    return FormatContext("ko" if language == "ko" else "en", codes, RULES, NOW)


@pytest.mark.parametrize("state", State)
def test_a_reply_has_three_sentences_and_nothing_internal(
    state: State, spoken_context: FormatContext
) -> None:
    internal: dict[str, Any] = {
        "imp_uid": "imp_900000000001",
        "merchant_uid": "order-1",
        "pg_tid": "TID-1",
        "pg_id": "MID-1",
    }
    example = replace(EXAMPLES[state], currency="KRW", **internal)
    assert state_of(example, NOW, RULES) is state
    text = reply(example, spoken_context)
    assert len(re.findall(r"[.!?](?= |$)", text)) == 3
    assert bool(re.search("[가-힣]", text)) == (spoken_context.language == "ko")
    assert [value for value in (*internal, *internal.values(), "{", "}", "%n") if value in text] == []


def test_every_state_has_a_reply_of_its_own(spoken_context: FormatContext) -> None:
    replies = [reply(example, spoken_context) for state, example in EXAMPLES.items()]
    unclear = (State.CONTRADICTORY, State.UNKNOWN)
    assert len(set(replies)) == len(State) - len(unclear) + 1


@pytest.mark.parametrize("state", [State.CONTRADICTORY, State.UNKNOWN])
def test_nothing_is_promised_in_an_unclear_state(state: State, context: FormatContext) -> None:
    text = reply(EXAMPLES[state], context)
    assert "We are checking" in text
    assert not re.search("[0-9]", text)


def test_paypal_may_still_charge_a_failed_payment(context: FormatContext) -> None:
    """The old PayPal reads as failed, and can turn paid days later."""
    failed = {"status": "failed", "cancel_amount": 0}
    assert "did not go through" in reply(payment(**failed), context)
    assert "waiting for the payment company's approval" in reply(
        payment(**failed, pg_provider="paypal"), context
    )


def test_only_where_no_other_attempt_is_paid_the_customer_is_invited_to_pay(context: FormatContext) -> None:
    failed = payment(status="failed", cancel_amount=0)
    paid = attempts_besides("imp_900000000009", [EXAMPLES[State.PAID]], NOW, RULES)
    invited = [
        "try again" in reply(failed, context, others)
        for others in ((), paid, Unasked.NOT_ASKED, Unasked.ASKING, Unasked.ASK_FAILED)
    ]
    assert invited == [True, False, False, False, False]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "Of your payment of ₩30,000, ₩10,000 was cancelled."),
        ({"cancel_amount": 30_000}, "Your payment of ₩30,000 was cancelled in full."),
        ({}, "usually arrives on 11-25(Wed)~11-27(Fri)"),
        ({"pay_method": "vbank", "card_code": None}, "usually arrives on 11-23(Mon)~11-24(Tue)"),
        (
            {"status": "paid", "cancel_amount": 0},
            "completed on 2026-11-22 12:00 (Korean time)",
        ),
        (
            {"status": "paid", "cancel_amount": 0, "paid_at": 0},
            "₩30,000 was completed.",
        ),
    ],
    ids=str,
)
def test_a_reply_says_what_happened_to_the_money(
    fields: dict[str, Any], expected: str, context: FormatContext
) -> None:
    assert expected in reply(payment(**fields), context)


def test_another_language_than_the_installed_one(context: FormatContext, translation: Translation) -> None:
    korean = FormatContext("ko", context.codes, RULES, NOW)
    with using_translator(translation.translators["ko"]):
        assert re.search("[가-힣]", reply(payment(), korean))
    assert not re.search("[가-힣]", reply(payment(), context))
