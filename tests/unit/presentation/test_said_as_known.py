"""Payments of which more was said than is known: what is said of them now, from the answer to the window's texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.assessment import Assessment
from iamport_desktop.domain.status import State
from iamport_desktop.presentation.payment import build_payment_view_model
from iamport_desktop.presentation.reply import reply
from iamport_desktop.presentation.view_model import FormatContext, PaymentViewModel
from tests.conftest import RULES

NOW = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)  # a Wednesday
NOW_S = int(NOW.timestamp())
DAY = 86_400
ACCOUNT = {
    "pay_method": "vbank",
    "vbank_code": "004",
    "vbank_num": "90000000000006",
    "vbank_holder": "예시상점",
    "vbank_issued_at": NOW_S - 3 * DAY,
    "card_name": None,
    "card_code": None,
}
UNPAID = {"status": "ready", "paid_at": 0, "started_at": NOW_S - 7200, "receipt_url": None}


@dataclass(frozen=True)
class Case:
    """Changes to a paid card payment; what is said of it and what is not, as patterns of both languages."""

    fields: dict[str, Any]
    state: State
    said: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)


NEVER_CHARGED = "nothing was charged|No money moved|결제된 금액은 없습니다|청구된 금액은 없"
PAY_AGAIN = "pay again|another way to pay|order again|다시 결제|다시 주문|다시 시도|다른 결제수단"
NOT_SENT = "has not sent|아직 입금하지 않|did not arrive|기한 안에 입금되지"

CASES = {
    "F1 dead PayPal": Case(
        {
            "pg_provider": "paypal",
            "pay_method": "paypal",
            "currency": "USD",
            "amount": "10.05",
            "status": "failed",
            "paid_at": 0,
            "started_at": 1699999900,
            "failed_at": 1700000000,
            "receipt_url": None,
            "fail_reason": "사용자가 결제를 취소하셨습니다",
            "card_code": None,
            "card_name": None,
        },
        State.FAILED,
        said=("Payment failed|결제실패", "did not go through|완료되지 않았습니다"),
        unsaid=("waiting for|승인을 기다리", "can still become paid|바뀔 수 있습니다"),
    ),
    "F1 pending by PayPal's word, whatever the age": Case(
        {
            "pg_provider": "paypal",
            "pay_method": "paypal",
            "status": "failed",
            "paid_at": 0,
            "failed_at": 1700000000,
            "extension": {"PaymentStatus": "Pending", "PendingReason": "echeck"},
        },
        State.PENDING,
        said=("Pending approval|승인대기",),
        unsaid=(NEVER_CHARGED, PAY_AGAIN),
    ),
    "F1 not pending by PayPal's word, though young": Case(
        {
            "pg_provider": "paypal",
            "pay_method": "paypal",
            "status": "failed",
            "paid_at": 0,
            "failed_at": NOW_S - 3600,
            "extension": {"PaymentStatus": "Denied"},
        },
        State.FAILED,
    ),
    "F1 young, without a word": Case(
        {
            "pg_provider": "paypal",
            "pay_method": "paypal",
            "status": "failed",
            "paid_at": 0,
            "failed_at": NOW_S - DAY,
        },
        State.PENDING,
        unsaid=(NEVER_CHARGED, PAY_AGAIN),
    ),
    "F2 the shop's fault": Case(
        {"status": "failed", "paid_at": 0, "fail_reason": "[8901] 미등록PG업체/거래정지업체"},
        State.FAILED,
        said=("the shop's contract|상점의 계약", "8901"),
        unsaid=("blocked|분실", PAY_AGAIN),
    ),
    "F2 cancelled by the system": Case(
        {
            "status": "failed",
            "paid_at": 0,
            "fail_reason": "승인 후 통신 장애로 자동 결제를 취소 처리하였습니다",
        },
        State.FAILED,
        said=("may have been approved|승인되었을 수 있",),
        unsaid=("closed the payment window|결제창을 닫", NEVER_CHARGED, PAY_AGAIN),
        facts={"final": False},
    ),
    "F2 no guess": Case(
        {"status": "failed", "paid_at": 0, "fail_reason": "알 수 없는 오류 [9999]"},
        State.FAILED,
        said=(r"9999\][”’]\.$",),
        facts={"failure": None},
    ),
    "F3a a scanned code": Case(
        UNPAID | {"pay_method": "wechat", "pg_provider": "kicc_v2"},
        State.MAY_STILL_BE_PAID,
        said=("May still be paid|결제될 수 있음", "scanned|스캔"),
        unsaid=(NEVER_CHARGED, PAY_AGAIN, "does not change any more|더 이상 바뀌지"),
        facts={"watchable": True, "may_still_be_paid": "qr"},
    ),
    "F3b a convenience store": Case(
        UNPAID | {"pay_method": "cvs", "pg_provider": "inicis_jp", "currency": "JPY"},
        State.MAY_STILL_BE_PAID,
        said=("Awaiting payment at a store|편의점 결제대기",),
        unsaid=(NEVER_CHARGED, PAY_AGAIN),
        facts={"watchable": True, "may_still_be_paid": "convenience_store"},
    ),
    "F3c a bank transfer": Case(
        UNPAID | {"pay_method": "trans", "pg_provider": "html5_inicis"},
        State.NOT_COMPLETED,
        said=("Not completed|결제 미확인", "PG's console|PG사 관리자 화면"),
        unsaid=(NEVER_CHARGED, PAY_AGAIN, "does not change any more|더 이상 바뀌지"),
        facts={"watchable": True},
    ),
    "F4a before the deadline": Case(
        UNPAID | ACCOUNT | {"vbank_date": NOW_S + DAY},
        State.AWAITING_DEPOSIT,
        said=(
            "no deposit has been reported|입금이 통보되지 않았습니다",
            "amount and account number|금액과 계좌번호",
        ),
        unsaid=(NOT_SENT,),
    ),
    "F4b after the deadline": Case(
        UNPAID | ACCOUNT | {"vbank_date": NOW_S - DAY},
        State.DEADLINE_PASSED,
        said=(
            "Deadline passed|입금기한 지남",
            "PG's console|PG사 관리자 화면",
            "sent money already|이미 입금하셨다면",
        ),
        unsaid=(NOT_SENT, PAY_AGAIN),
        facts={"watchable": True},
    ),
    "F4c the whole day": Case(
        UNPAID | ACCOUNT | {"vbank_date": NOW_S - 3600, "pg_provider": "danal"},
        State.AWAITING_DEPOSIT,
        said=(r"Deadline: 2026-11-25\(Wed\) \(|입금기한: 2026-11-25\(수\) \(",),
    ),
    "F4c the whole day is over": Case(
        UNPAID | ACCOUNT | {"vbank_date": NOW_S - DAY, "pg_provider": "jtnet"}, State.DEADLINE_PASSED
    ),
    "F6a a deposit after the cancellation": Case(
        ACCOUNT
        | {
            "pg_provider": "settle",
            "amount": 50000,
            "cancel_amount": 50000,
            "status": "cancelled",
            "paid_at": 1795500060,
            "cancelled_at": 1795505000,
            "cancel_history": [{"amount": 50000, "cancelled_at": 1795505000}],
            "deposit_history": [
                {"amount": 50000, "deposited_at": 1795500060},
                {"amount": 20000, "deposited_at": 1795511000},
            ],
        },
        State.PARTIALLY_CANCELLED,
        said=("(₩20,000|20,000원).*(deposited after the last cancellation|입금되었고)", "₩70,000|70,000원"),
        unsaid=("cancelled in full|전액이 취소|The whole amount|전액",),
        facts={"money.remaining": 20000, "money.deposited": 70000},
    ),
    "F6b deposits without an amount": Case(
        ACCOUNT
        | {
            "amount": 0,
            "deposit_history": [
                {"amount": 30000, "deposited_at": 1795500060},
                {"amount": 20000, "deposited_at": 1795511000},
            ],
        },
        State.PAID,
        said=("₩50,000|50,000원",),
        unsaid=(r"(?<![0-9,])(₩0|0원)",),
    ),
    "F6c no deposit, no amount": Case(
        UNPAID | ACCOUNT | {"amount": 0},
        State.AWAITING_DEPOSIT,
        said=("No fixed amount|금액 미정",),
        unsaid=(r"(?<![0-9,])(₩0|0원)",),
    ),
    "F6d cancelled, with a deposit": Case(
        ACCOUNT
        | {
            "amount": 0,
            "cancel_amount": 0,
            "status": "cancelled",
            "cancelled_at": 1795505000,
            "deposit_history": [{"amount": 30000, "deposited_at": 1795500060}],
        },
        State.CONTRADICTORY,
        said=("(₩30,000|30,000원).*(no cancellation of it is recorded|취소 내역이 없습니다)",),
    ),
    "F7 a revoked account": Case(
        UNPAID
        | ACCOUNT
        | {
            "vbank_date": NOW_S + 10 * DAY,
            "status": "failed",
            "failed_at": NOW_S - 60,
            "fail_reason": "계좌말소",
            "receipt_url": "https://pg.example/r",
        },
        State.CLOSED_BEFORE_DEPOSIT,
        said=("No money may be sent|입금하면 안 됩니다", "do not send money|입금하지 말아"),
        unsaid=("refused or interrupted|거절되었거나", "Deposit deadline$|^입금기한$"),
        facts={"account": None},
    ),
    "F7 a revoked account without a reason": Case(
        UNPAID | ACCOUNT | {"status": "failed", "failed_at": NOW_S - 60}, State.CLOSED_BEFORE_DEPOSIT
    ),
    "F7 cancelled before a deposit": Case(
        UNPAID | ACCOUNT | {"status": "cancelled", "cancel_amount": 0}, State.CLOSED_BEFORE_DEPOSIT
    ),
    "F8 daou": Case(
        ACCOUNT
        | {"pg_provider": "daou", "status": "cancelled", "cancel_amount": 30000, "cancelled_at": NOW_S},
        State.FULLY_CANCELLED,
        said=(r"12-4\(Fri\) or later|12-4\(금\) 이후",),
        unsaid=("next business day|다음 영업일",),
    ),
    "F8 mobilians": Case(
        ACCOUNT
        | {
            "pg_provider": "mobilians_v2",
            "status": "cancelled",
            "cancel_amount": 30000,
            "cancelled_at": NOW_S,
        },
        State.FULLY_CANCELLED,
        said=(r"12-3\(Thu\)|12-3\(목\)",),
    ),
    "F8 danal": Case(
        ACCOUNT | {"pg_provider": "danal"},
        State.PAID,
        said=("does not refund virtual accounts|환불을 지원하지 않",),
        unsaid=("no deadline|기한이 없", "contract of the shop|특약"),
    ),
    "F9 paymentwall": Case(
        {"sandbox": True, "pg_provider": "paymentwall"},
        State.PAID,
        said=("not cancelled by itself|자동으로 취소되지 않",),
        unsaid=("same day|당일", "Thank you|감사합니다"),
    ),
    "F9 easy pay inside a PG": Case(
        {"sandbox": True, "pg_provider": "kcp", "emb_pg_provider": "kakaopay"},
        State.PAID,
        said=("not cancelled by itself|자동으로 취소되지 않",),
        unsaid=("charges nothing|출금되지 않습니다",),
    ),
    "F9 NICE": Case(
        {"sandbox": True, "pg_provider": "nice_v2"},
        State.PAID,
        said=("partial cancellations are not shown rightly|부분취소가 올바르게",),
    ),
    "F11 a registration": Case(
        {"amount": 0, "customer_uid": "u1", "customer_uid_usage": "issue"},
        State.REGISTERED,
        said=("Registered for recurring payments|정기결제 등록", "No payment|결제 없음"),
        unsaid=(r"(?<![0-9,])(₩0|0원)", "be cancelled until|취소할 수 있습니다", "Thank you|감사합니다"),
    ),
    "F11 a cancelled registration": Case(
        {"amount": 0, "customer_uid": "u1", "customer_uid_usage": "issue", "status": "cancelled"},
        State.REGISTRATION_CANCELLED,
        unsaid=("Contradictory|상태 불일치",),
    ),
    "F12 the slip of an account": Case(
        UNPAID | ACCOUNT | {"pg_provider": "uplus", "vbank_date": 0, "receipt_url": "https://pg.example/r"},
        State.AWAITING_DEPOSIT,
        facts={"has_receipt": False},
    ),
    "F13 econtext": Case(
        UNPAID | ACCOUNT | {"pg_provider": "eximbay", "vbank_num": "unknown", "vbank_code": None},
        State.MAY_STILL_BE_PAID,
        said=("store|편의점",),
        unsaid=("account was issued|가상계좌가 발급", "Please transfer|입금해 주시기"),
    ),
    "F14 a card of 17 months ago": Case(
        {"paid_at": NOW_S - 527 * DAY},
        State.PAID,
        said=(r"2026-06-16\(Tue\), has passed|취소 기한 2026-06-16\(화\) 지남",),
        unsaid=("about a year|약 1년",),
    ),
    "F14 a phone payment of September": Case(
        {
            "pay_method": "phone",
            "card_code": None,
            "card_name": None,
            "paid_at": int(datetime(2026, 9, 20, tzinfo=UTC).timestamp()),
        },
        State.PAID,
        said=(r"2026-09-30\(Wed\), has passed|취소 기한 2026-09-30\(수\) 지남",),
    ),
    "dates of a refund": Case(
        {"status": "cancelled", "cancel_amount": 10000, "cancelled_at": NOW_S - DAY},
        State.PARTIALLY_CANCELLED,
        said=(r"on 11-27\(Fri\)~12-1\(Tue\)|보통 11-27\(금\)~12-1\(화\)에 카드사에 반영",),
    ),
}


def decoded(fields: dict[str, Any]) -> Payment:
    usual = {
        "imp_uid": "imp_900000000001",
        "merchant_uid": "order-1",
        "status": "paid",
        "amount": 30000,
        "cancel_amount": 0,
        "currency": "KRW",
        "pay_method": "card",
        "pg_provider": "html5_inicis",
        "card_code": "366",
        "card_name": "신한카드",
        "card_type": 0,
        "started_at": NOW_S - 3 * DAY,
        "paid_at": NOW_S - 3 * DAY,
        "failed_at": 0,
        "cancelled_at": 0,
        "sandbox": False,
    }
    return Payment.from_json(usual | fields)


def texts_of(shown: PaymentViewModel) -> list[str]:
    header = shown.header
    texts = [header.status.word, header.status.meaning, header.amount, header.cancelled, header.remaining]
    texts += [notice.text for notice in shown.notices] + [step.title for step in shown.timeline]
    return texts + list(shown.advice)


def fact(assessment: Assessment, name: str) -> Any:
    value: Any = assessment
    for part in name.split("."):
        value = getattr(value, part)
    return value


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_is_said(case: Case, language: str, context: FormatContext) -> None:
    payment = decoded(case.fields)
    here = FormatContext("ko" if language == "ko" else "en", context.codes, RULES, NOW)
    assessment = here.assess(payment)
    assert assessment.state is case.state
    texts = [*texts_of(build_payment_view_model(payment, here)), reply(payment, here)]
    for pattern in case.said:
        assert any(re.search(pattern, text) for text in texts), (pattern, texts)
    for pattern in case.unsaid:
        assert not [text for text in texts if re.search(pattern, text)], (pattern, texts)
    assert {name: fact(assessment, name) for name in case.facts} == case.facts


@pytest.mark.parametrize("method", "cvs paypay amazonpay rakutenpay merpay aupay dbarai alipay_plus".split())
def test_methods_have_names(method: str, context: FormatContext) -> None:
    assert context.codes.name("pay_method", method, "ko") not in (None, method)
