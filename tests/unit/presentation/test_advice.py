"""Sentences about refunds, deadlines, test money and receipts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.advice import advice
from iamport_desktop.presentation.payment import build_payment_view_model
from iamport_desktop.presentation.refunds import refund_sentences
from iamport_desktop.presentation.view_model import FormatContext
from tests.support.example_payments import NOW_S, VBANK

DAY = 86_400


def payment(**fields: Any) -> Payment:
    """Return a payment of 30,000 won that was paid ten days ago, with `fields`."""
    usual = {"status": "paid", "amount": 30_000, "currency": "KRW", "paid_at": NOW_S - 10 * DAY}
    return Payment.from_json(usual | fields)


def said(context: FormatContext, **fields: Any) -> str:
    return "\n".join(advice(context.assess(payment(**fields)), context))


def at(year: int, month: int, day: int) -> int:
    return int(datetime(year, month, day, tzinfo=UTC).timestamp())


# 2026-11-22, the day of `context`, is a Sunday.
CANCELLED = {"pay_method": "card", "cancel_amount": 30_000, "cancelled_at": at(2026, 11, 20)}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            CANCELLED,
            "₩30,000 cancelled on 11-20(Fri) usually shows at the card company on 11-25(Wed)~11-27(Fri).",
        ),
        (
            CANCELLED | {"card_type": 1},
            "usually returns to the account of the check card on 11-25(Wed)~11-27(Fri).",
        ),
        (
            CANCELLED | {"cancelled_at": at(2026, 10, 1)},
            "The refund of ₩30,000 was to be expected by 10-12(Mon). If it is not there, ask the card company.",
        ),
        (CANCELLED | {"cancelled_at": at(2025, 12, 29)}, "by 1-6(Tue)."),
        (
            CANCELLED | {"pay_method": "trans"},
            "usually arrives in the customer's account on 11-20(Fri)~11-23(Mon).",
        ),
        (
            CANCELLED | {"pay_method": "vbank", "pg_provider": "daou"},
            "usually arrives in the refund account on 12-1(Tue) or later.",
        ),
        (
            CANCELLED | {"pay_method": "vbank", "pg_provider": "mobilians_v2"},
            "on 11-26(Thu).",
        ),
        (
            CANCELLED | {"pay_method": "vbank", "pg_provider": "smartro_v2"},
            "When the refund of ₩30,000 arrives is not known; the bank can tell.",
        ),
        (CANCELLED | {"pay_method": "sample_coin"}, "the PG can tell."),
        ({}, ""),
        (CANCELLED | {"sandbox": True}, ""),
    ],
    ids=str,
)
def test_refunds(fields: dict[str, Any], expected: str, context: FormatContext) -> None:
    sentences = refund_sentences(context.assess(payment(**fields)), context)
    assert len(sentences) == bool(expected)
    assert expected in "".join(sentences)


def test_of_many_cancellations_only_the_open_ones_have_dates(context: FormatContext) -> None:
    history = [{"amount": 100, "cancelled_at": NOW_S - number * DAY} for number in range(300)]
    many = payment(pay_method="card", cancel_amount=30_000, paid_at=NOW_S - 400 * DAY, cancel_history=history)
    shown = build_payment_view_model(many, context)
    sentences = [sentence for sentence in (shown.header.status.meaning, *shown.advice) if "₩" in sentence]
    assert len(sentences) == 6  # five windows, and one sentence for all that are over
    assert sum("was to be expected by" in sentence for sentence in sentences) == 1
    assert "₩29,300 was to be expected by" in sentences[-1]


def test_the_window_passes(context: FormatContext) -> None:
    cancelled = payment(**CANCELLED)
    friday = replace(context, now=datetime(2026, 11, 27, 14, 59, tzinfo=UTC))  # the last minute in Korea
    assert "usually shows" in refund_sentences(friday.assess(cancelled), friday)[0]
    saturday = replace(friday, now=friday.now + timedelta(minutes=1))
    assert "was to be expected" in refund_sentences(saturday.assess(cancelled), saturday)[0]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"pay_method": "card"}, "Can usually be cancelled until about 2027-11-12(Fri)."),
        (
            {"pay_method": "card", "paid_at": at(2025, 6, 16)},
            "The deadline for cancelling, about 2026-06-16(Tue), has passed. The shop gives the money back by itself.",
        ),
        ({"pay_method": "card", "pg_provider": "ksnet"}, "until 2027-05-12(Wed)"),
        ({"pay_method": "trans"}, "until about 2027-02-12(Fri)"),
        ({"pay_method": "vbank"}, "There is no deadline for cancelling."),
        ({"pay_method": "phone"}, "Can be cancelled until 2026-11-30(Mon)."),
        (
            {"pay_method": "phone", "paid_at": at(2026, 9, 5)},
            "The deadline for cancelling, 2026-09-30(Wed), has passed. Ask the PG",
        ),
        ({"pay_method": "point", "pg_provider": "kakaopay"}, "until 2031-11-12(Wed)"),
        ({"pay_method": "paypal", "pg_provider": "paypal_v2"}, "until 2027-05-11(Tue)"),
        ({"pay_method": "vbank", "pg_provider": "danal"}, "does not refund virtual accounts"),
        ({"pay_method": "vbank", "pg_provider": "kcp"}, "a contract of the shop"),
        ({"pay_method": "vbank", "pg_provider": "tosspayments"}, "needs the customer's account."),
        ({"pay_method": "vbank", "pg_provider": "ksnet"}, "takes no refunds from 23:00 to 06:00"),
        ({"pay_method": "card", "escrow": True}, "A part of this payment cannot be cancelled"),
        ({"pay_method": "card", "pg_provider": "ksnet"}, "Up to 9 partial cancellations"),
        ({"pay_method": "cvs", "pg_provider": "inicis_jp"}, "cannot be cancelled at the PG"),
        ({"pay_method": "paypal", "pg_provider": "paypal_v2"}, "The PG may also refuse it."),
        ({}, "cancelled directly at the PG"),
        ({"sandbox": True, "pg_provider": "kcp", "pay_method": "card"}, "charges nothing"),
        (
            {"sandbox": True, "pg_provider": "html5_inicis"},
            "cancels it on the same day from 23:00 to 23:50. It stays",
        ),
        ({"sandbox": True, "pg_provider": "paymentwall"}, "is not cancelled by itself"),
        (
            {"sandbox": True, "pg_provider": "kcp", "emb_pg_provider": "kakaopay"},
            "is not cancelled by itself",
        ),
        ({"sandbox": True, "pg_provider": "new_pg"}, "is not documented"),
        ({"sandbox": True, "pg_provider": "nice_v2"}, "partial cancellations are not shown rightly"),
        (
            {"sandbox": True, "pg_provider": "kcp"} | VBANK,
            "a real deposit to this account does not turn it paid",
        ),
        ({"pg_provider": "settle_acc"}, "gives no receipt"),
        ({"pg_provider": "tosspayments", "pay_method": "point"}, "gives no receipt"),
        ({"pg_provider": "ksnet", "pay_method": "vbank"}, "gives no receipt"),
        ({"pg_provider": "kcp", "cancel_amount": 30_000}, "sent no receipt"),
        (VBANK, "did not state a deposit deadline"),
        (VBANK, "If the customer has paid: check amount and account number"),
        (VBANK | {"vbank_date": NOW_S}, "If the customer has paid"),
        ({"status": "ready", "paid_at": 0}, "It may still turn paid"),
        ({"status": "ready", "paid_at": 0}, "another, paid attempt"),
        ({"status": "failed", "paid_at": 0}, "another, paid attempt"),
        (
            {"status": "ready", "paid_at": 0, "pg_provider": "tosspay_v2", "started_at": NOW_S - 3601},
            "The time in which this PG lets such a payment be made is over.",
        ),
        (
            {"status": "ready", "paid_at": 0, "pg_provider": "daou", "pay_method": "card"},
            "reports its results late",
        ),
        ({"status": "ready", "paid_at": 0, "pg_provider": "kicc_v2", "pay_method": "wechat"}, "A code that"),
        (
            {"status": "ready", "paid_at": 0, "pg_provider": "galaxia", "pay_method": "cvs"},
            "pays at the store",
        ),
        ({"status": "failed", "paid_at": 0, "pg_provider": "paypal"}, "within 3 days"),
        (
            {"amount": 0, "customer_uid": "c", "pay_method": "card", "pg_provider": "danal_tpay"},
            "charges ₩10 for a registration, and cancels that after about 30 minutes",
        ),
    ],
    ids=str,
)
def test_advice(fields: dict[str, Any], expected: str, context: FormatContext) -> None:
    assert said(context, **fields).count(expected) == 1


@pytest.mark.parametrize(
    ("fields", "unexpected"),
    [
        ({"sandbox": False}, "Test payment"),
        ({"status": "failed", "pg_provider": "paypal_v2"}, "3 days"),
        (VBANK | {"vbank_date": NOW_S + 60, "paid_at": 0}, "state a deposit deadline"),
        ({"receipt_url": "https://pg.example/r"}, "receipt"),
        ({"status": "failed", "paid_at": 0}, "receipt"),
        (VBANK | {"paid_at": 0}, "receipt"),
        ({"status": "on_hold"}, "receipt"),
        ({"pay_method": "sample_coin"}, "cancelled until"),
        ({"pay_method": "card", "cancel_amount": 30_000}, "Can usually be cancelled"),
        ({"pay_method": "vbank", "pg_provider": "danal"}, "no deadline"),
        ({"pay_method": "card", "sandbox": True}, "until"),
    ],
    ids=str,
)
def test_no_advice_without_a_reason(fields: dict[str, Any], unexpected: str, context: FormatContext) -> None:
    assert unexpected not in said(context, **fields)
