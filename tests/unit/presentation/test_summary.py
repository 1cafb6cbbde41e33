"""The summary that is pasted into a ticket."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from iamport_desktop.api.codes import CodeTables
from iamport_desktop.api.models import CashReceipt, Payment
from iamport_desktop.presentation.i18n import Translation, using_translator
from iamport_desktop.presentation.summary import MAX_CANCELLATIONS, summary
from iamport_desktop.presentation.view_model import FormatContext
from tests.conftest import NOW, RULES
from tests.support.example_payments import NOW_S
from tests.support.reply_cases import ACCOUNT, FAILED, UNPAID
from tests.support.reply_cases import NOW as THEN

PARTLY_CANCELLED = {
    "imp_uid": "imp_900000000001",
    "merchant_uid": "order-1",
    "status": "cancelled",
    "amount": 30_000,
    "cancel_amount": 10_000,
    "currency": "KRW",
    "name": "머그컵\n외 2건",
    "pg_provider": "nice_v2",
    "pg_id": "MID-1",
    "pg_tid": "TID-1",
    "pay_method": "card",
    "card_code": "366",
    "card_name": "신한카드",
    "card_quota": 3,
    "apply_num": "00003234",
    "buyer_name": "홍길동",
    "started_at": NOW_S - 7200,
    "paid_at": NOW_S - 7200,
    "cancelled_at": NOW_S - 3600,
    "cancel_history": [{"amount": 10_000, "cancelled_at": NOW_S - 3600, "reason": "변심", "pg_tid": "T"}],
}


def payment(**fields: Any) -> Payment:
    return Payment.from_json(PARTLY_CANCELLED | fields)


@pytest.fixture
def here(language: str, codes: CodeTables) -> FormatContext:
    """Each language, revealed: a summary is masked all the same."""
    return FormatContext("ko" if language == "ko" else "en", codes, RULES, NOW, revealed=True)


SUMMARIES = {
    "ko": """\
상태: 부분취소 (cancelled)
결제금액: 30,000원
취소금액: 10,000원
남은 금액: 20,000원
상품명: 머그컵⏎외 2건
결제수단: 신용카드 · 신한카드
할부: 3개월
승인번호: 00003234
결제 요청: 2026-11-22(일) 12:00:00 KST
결제 완료: 2026-11-22(일) 12:00:00 KST · 30,000원
환불 예정: 11-22(일) 취소분 10,000원: 보통 11-25(수)~11-27(금)에 카드사에 반영됩니다.
PG사: 나이스정보통신(신) (nice_v2)
상점아이디(MID): MID-1
PG 거래번호: TID-1
imp_uid: imp_900000000001
주문번호: order-1
취소 1: 2026-11-22 13:00:00 KST · 10,000원 · 변심
조회 시각: 2026-11-22(일) 14:00:00 KST""",
    "en": """\
Status: Partially cancelled (cancelled)
Amount: ₩30,000
Cancelled: ₩10,000
Remaining: ₩20,000
Product: 머그컵⏎외 2건
Method: Card · Shinhan Card
Installments: 3 months
Approval number: 00003234
Requested: 2026-11-22(Sun) 12:00:00 KST
Paid: 2026-11-22(Sun) 12:00:00 KST · ₩30,000
Refund: ₩10,000 cancelled on 11-22(Sun) usually shows at the card company on 11-25(Wed)~11-27(Fri).
PG: NICE Payments (nice_v2)
MID: MID-1
PG transaction no.: TID-1
imp_uid: imp_900000000001
Order number: order-1
Cancellation 1: 2026-11-22 13:00:00 KST · ₩10,000 · 변심
Looked up: 2026-11-22(Sun) 14:00:00 KST""",
}


def test_a_summary(here: FormatContext) -> None:
    assert summary(payment(), here, as_of=NOW) == SUMMARIES[here.language]


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"sandbox": True}, ["Status: Partially cancelled (cancelled) · test payment"]),
        (
            FAILED | {"cancel_amount": 0, "cancel_history": [], "fail_reason": "한도초과"},
            [
                "Failure reason: 한도초과",
                "Meaning: A limit of the card is reached (amount or number of payments). The card company can tell "
                "the customer more.",
            ],
        ),
        (
            {"cancel_history": None, "cancel_reason": "고객 변심"},
            ["Cancelled: 2026-11-22(Sun) 13:00:00 KST · ₩10,000", "Cancellation reason: 고객 변심"],
        ),
        ({"cash_receipt_issued": True}, ["Cash receipt (automatic): Yes"]),
    ],
    ids=["test payment", "failed", "no history", "cash receipt"],
)
def test_what_is_there_is_in_the_summary(
    fields: dict[str, Any], lines: list[str], context: FormatContext
) -> None:
    text = summary(payment(**fields), context)
    assert [line for line in lines if line not in text.splitlines()] == []


def test_an_account_that_takes_a_deposit(context: FormatContext) -> None:
    text = summary(payment(**UNPAID | ACCOUNT | {"cancel_amount": 0, "cancel_history": []}), context)
    assert (
        "Account to pay into: Shinhan Bank 900-000000-00-008 · Account holder: 예시상점 · Amount: ₩30,000 · "
        "Deadline: Fri, November 27, 11:05 PM (Korean time)"
    ) in text.splitlines()


def test_the_cash_receipt_that_was_answered(context: FormatContext) -> None:
    receipt = CashReceipt.from_json(
        {
            "type": "person",
            "amount": 30_000,
            "apply_num": "CASH-1",
            "applied_at": NOW_S,
            "receipt_url": "https://pg.example/r",
        }
    )
    (line,) = [
        line
        for line in summary(payment(), context, cash_receipt=receipt).splitlines()
        if line.startswith("Cash receipt: ")
    ]
    assert "Approval number CASH-1" in line
    assert "https" not in line


def test_the_last_cancellations_are_listed_the_newest_first(context: FormatContext) -> None:
    history = [
        {"amount": 1 + number % 7, "cancelled_at": NOW_S - 300 * 60 + 60 * number, "reason": f"r{number}"}
        for number in range(300)
    ]
    total = sum(entry["amount"] for entry in history if isinstance(entry["amount"], int))
    lines = summary(payment(cancel_history=history, cancel_amount=total), context).splitlines()
    listed = [line for line in lines if line.startswith("Cancellation ")]
    assert [line.rpartition(" · ")[2] for line in listed] == ["r299", "r298", "r297"]
    assert listed[0].startswith("Cancellation 300: ")
    assert len(listed) == MAX_CANCELLATIONS
    assert lines[-1] == "Cancellations: 297 more"


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


def test_the_time_of_the_lookup_is_that_of_the_answer(context: FormatContext) -> None:
    moment: datetime = THEN
    assert summary(payment(), replace(context, now=NOW), as_of=moment).splitlines()[-1] == (
        "Looked up: 2026-11-25(Wed) 21:05:00 KST"
    )
    assert "Looked up" not in summary(payment(), context)
