"""Sentences about refunds, deadlines, failures and receipts."""

from __future__ import annotations

import re
from typing import Any

import pytest

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.status import State
from iamport_desktop.presentation.advice import (
    advice,
    cancel_deadline,
    explain_failure,
    partial_cancellation,
    refund_arrival,
)
from iamport_desktop.presentation.i18n import Translation

pytestmark = pytest.mark.usefixtures("spoken")


@pytest.fixture(autouse=True)
def english(spoken: Translation) -> None:
    """The sentences are compared in English."""


def payment(**fields: Any) -> Payment:
    return Payment.from_json({"status": "paid", "amount": 30_000, "currency": "KRW"} | fields)


SAME_DAY = {"paid_at": 1_790_000_000, "cancelled_at": 1_790_000_060, "cancel_amount": 30_000}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"pay_method": "card", "cancel_amount": 10_000}, "3 to 5 business days"),
        ({"pay_method": "card"} | SAME_DAY, "undone the same day"),
        ({"pay_method": "card"} | SAME_DAY | {"cancel_amount": 10_000}, "3 to 5 business days"),
        ({"pay_method": "card"} | SAME_DAY | {"cancelled_at": 1_790_086_400}, "3 to 5 business days"),
        ({"pay_method": "card"} | SAME_DAY | {"paid_at": 0}, "3 to 5 business days"),
        ({"pay_method": "vbank", "paid_at": 1_790_000_000}, "next business day"),
        ({"pay_method": "vbank"}, "before a deposit"),
        ({"pay_method": "trans"}, "same or the next business day"),
        ({"pay_method": "phone"}, "payment company decides"),
    ],
    ids=str,
)
def test_refund_arrival(fields: dict[str, Any], expected: str) -> None:
    assert expected in refund_arrival(payment(**fields))


def test_a_day_ends_at_midnight_in_korea() -> None:
    """Paid at 23:59 KST and cancelled at 00:01 KST: that is 14:59 and 15:01 UTC of one day."""
    midnight = 1_790_002_800  # 2026-09-22 00:00 KST
    late = payment(pay_method="card", cancel_amount=30_000, paid_at=midnight - 60, cancelled_at=midnight + 60)
    early = payment(
        pay_method="card", cancel_amount=30_000, paid_at=midnight + 60, cancelled_at=midnight + 120
    )
    assert "same day" not in refund_arrival(late)
    assert "same day" in refund_arrival(early)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"pay_method": "card"}, "a year"),
        ({"pay_method": "card", "pg_provider": "ksnet"}, "6 months"),
        ({"pay_method": "trans"}, "3 months"),
        ({"pay_method": "vbank"}, "no deadline"),
        ({"pay_method": "phone"}, "month of payment"),
        ({"pay_method": "point", "pg_provider": "kakaopay"}, "5 years"),
        ({"pay_method": "point", "pg_provider": "naverpay"}, "1,095 days"),
        ({"pay_method": "paypal", "pg_provider": "paypal_v2"}, "180 days"),
    ],
    ids=str,
)
def test_cancel_deadline(fields: dict[str, Any], expected: str) -> None:
    assert expected in cancel_deadline(payment(**fields))
    assert any(expected in sentence for sentence in advice(payment(**fields), State.PAID))
    assert not any(expected in sentence for sentence in advice(payment(**fields), State.FULLY_CANCELLED))


def test_nothing_is_said_of_an_unknown_method() -> None:
    assert (
        cancel_deadline(payment(pay_method="sample_coin"))
        == partial_cancellation(payment(pay_method="card"))
        == ""
    )


@pytest.mark.parametrize(
    ("fields", "state", "expected"),
    [
        ({"sandbox": True, "pg_provider": "kcp"}, State.PAID, "charges nothing"),
        ({"sandbox": True, "pg_provider": "html5_inicis"}, State.PAID, "really charges"),
        ({"sandbox": True, "pg_provider": "new_pg"}, State.PAID, "void on the same day"),
        ({"escrow": True}, State.PAID, "Escrow: partial cancellation is not possible"),
        ({"pay_method": "culturegift"}, State.PAID, "Gift card: partial"),
        ({}, State.PAID, "cancelled directly at the PG"),
        ({"pg_provider": "paypal"}, State.FAILED, "turn paid within 2 to 3 days"),
        ({}, State.AWAITING_DEPOSIT, "did not tell a deposit deadline"),
        ({}, State.ABANDONED, "another, paid attempt"),
        ({"pg_provider": "paypal_v2"}, State.PAID, "This PG gives no receipt"),
        (
            {"pg_provider": "tosspayments", "pay_method": "point"},
            State.PAID,
            "Toss Payments gives no receipt",
        ),
        ({"pg_provider": "ksnet", "pay_method": "vbank"}, State.PAID, "KSNET gives receipts for cards"),
        ({"pg_provider": "kcp", "pay_method": "card"}, State.FULLY_CANCELLED, "sent no receipt"),
    ],
    ids=str,
)
def test_advice(fields: dict[str, Any], state: State, expected: str) -> None:
    assert [expected in sentence for sentence in advice(payment(**fields), state)].count(True) == 1


@pytest.mark.parametrize(
    ("fields", "state", "unexpected"),
    [
        ({"sandbox": False}, State.PAID, "Test payment"),
        ({"pg_provider": "paypal_v2"}, State.FAILED, "2 to 3 days"),
        ({"vbank_date": 1_790_000_000}, State.AWAITING_DEPOSIT, "deadline"),
        ({"receipt_url": "https://pg.example/r"}, State.PAID, "receipt"),
        ({}, State.FAILED, "receipt"),
        ({}, State.AWAITING_DEPOSIT, "receipt"),
        ({}, State.UNKNOWN, "receipt"),
    ],
    ids=str,
)
def test_no_advice_without_a_reason(fields: dict[str, Any], state: State, unexpected: str) -> None:
    assert not [sentence for sentence in advice(payment(**fields), state) if unexpected in sentence]


@pytest.mark.parametrize(
    ("reason", "meaning"),
    [
        ("[결제포기] 사용자가 결제를 취소하셨습니다", "closed the payment window"),
        ("사용자가 결제를 취소함", "closed the payment window"),
        ("Cancelled by user", "closed the payment window"),
        ("결제승인에 실패하였습니다. [2116]개인 월 한도금액 초과", "limit of the card"),
        ("Credit limit exceeded", "limit of the card"),
        ("잔액 부족", "not enough money"),
        ("분실된 카드입니다", "blocked or reported lost"),
        ("카드 유효기간을 확인해 주세요.", "has expired"),
        ("Card expired", "has expired"),
        ("비밀번호 오류 횟수 초과", "password was wrong"),
        ("카드번호를 확인해 주세요", "card number or its security code"),
        ("본인인증 실패", "could not be verified"),
        ("시간 초과", "took too long"),
        ("Time limit reached", "took too long"),
        ("Session expired", "took too long"),
        ("은행 시스템 점검 중입니다", "had trouble"),
        ("이미 결제된 주문입니다", "already paid"),
        ("알 수 없는 오류 [9999]", ""),
        ("", ""),
    ],
)
def test_explain_failure(reason: str, meaning: str) -> None:
    explanation = explain_failure(reason)
    assert (meaning in explanation) if meaning else explanation == ""


def test_only_the_beginning_of_an_endless_reason_is_read() -> None:
    assert explain_failure("가" * 10**6 + "한도 초과") == ""


def test_both_languages(language: str) -> None:
    texts = [refund_arrival(payment(**SAME_DAY, pay_method="card")), explain_failure("한도 초과")]
    texts += [text for state in State for text in advice(payment(sandbox=True, pay_method="card"), state)]
    assert len(texts) > 10
    assert all(bool(re.search("[가-힣]", text)) == (language == "ko") for text in texts)
