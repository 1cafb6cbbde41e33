"""Payments of which more could be said than is known: from the answer to the window's texts, reply and summary.

Each case is an answer of the API; its words are patterns that fit both languages. That a wrong desk clock changes
nothing is `test_desk_clock`'s matter, that no two sentences contradict each other `test_one_truth`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from iamport_desktop.api.codes import CodeTables
from iamport_desktop.api.errors import PaymentNotFound
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.domain.assessment import Assessment
from iamport_desktop.domain.status import State
from iamport_desktop.lookup.state import Failed, Loaded
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.presentation.reply import reply
from iamport_desktop.presentation.summary import summary
from iamport_desktop.ui.main_window import MainWindow
from tests.support.build_window import Context, build_window
from tests.support.window import settle, texts

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
    """Changes to a paid card payment, and what is known then.

    `said`: patterns of the window's texts; `reply`, `summary`: of what is copied, `reply_if_alone`: of the
    reply once no other attempt is paid; `unsaid`: of what stands nowhere.
    `invites`: whether the reply asks to pay again once no other attempt is paid; None where that is no matter.
    """

    fields: dict[str, Any]
    state: State
    said: tuple[str, ...] = ()
    reply: tuple[str, ...] = ()
    reply_if_alone: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    invites: bool | None = None
    facts: dict[str, Any] = field(default_factory=dict)


NEVER_CHARGED = "[Nn]othing was charged|[Nn]o money moved|결제된 금액은 없|청구된 금액은 없|승인된 금액은 없"
PAY_AGAIN = (
    r"(?<!not )(?<!need to )\b(pay|order|try) again|another way to pay|by other means"
    "|다시 (결제|주문|시도)(?!하지)|다른 결제수단"
)
NOT_SENT = "has not sent|아직 입금하지 않|did not arrive|기한 안에 입금되지"
NEVER_CHANGES = "does not change any more|더 이상 바뀌지"
ZERO = r"(?<![0-9,.])(₩0|0원)"
THANKS = "Thank you for your order|주문해 주셔서 감사"
FAILED = {"status": "failed", "paid_at": 0, "failed_at": NOW_S - 3600}
PAYPAL = FAILED | {"pg_provider": "paypal", "pay_method": "paypal", "card_code": None, "card_name": None}
CANCELLED = {"status": "cancelled", "cancel_amount": 30000, "cancelled_at": NOW_S}
PERSONAL = "환불계좌 국민 900000-00-000075 홍길동 / 010-0000-7575 guest@example.com"
SHOP = "the shop's contract|상점의 계약"
REGISTRATION = {"amount": 0, "customer_uid": "u1", "customer_uid_usage": "issue"}

CASES = {
    "F1 dead PayPal": Case(
        PAYPAL
        | {
            "currency": "USD",
            "amount": "10.05",
            "started_at": 1699999900,
            "failed_at": 1700000000,
            "fail_reason": "사용자가 결제를 취소하셨습니다",
        },
        State.FAILED,
        said=("Payment failed|결제실패", r"사용자가 결제를 취소하셨습니다"),
        reply=("did not go through|완료되지 않았습니다", "10.05 USD|10.05달러|US\\$10.05"),
        summary=("Payment failed|결제실패",),
        unsaid=("waiting for|승인을 기다리", "can still become paid|바뀔 수 있습니다"),
        invites=True,
    ),
    "F1 pending by PayPal's word, whatever the age": Case(
        PAYPAL
        | {"failed_at": 1700000000, "extension": {"PaymentStatus": "Pending", "PendingReason": "echeck"}},
        State.PENDING,
        said=("Pending approval|승인대기", "can still become paid|바뀔 수 있습니다"),
        reply=("waiting for|승인을 기다리",),
        summary=("Pending approval|승인대기",),
        unsaid=(NEVER_CHARGED, "Payment failed|결제실패"),
        invites=False,
    ),
    "F1 not pending by PayPal's word, though young": Case(
        PAYPAL | {"extension": {"PaymentStatus": "Denied"}},
        State.FAILED,
        unsaid=("waiting for|승인을 기다리",),
        invites=True,
    ),
    "F1 young, without a word": Case(
        PAYPAL | {"failed_at": NOW_S - DAY}, State.PENDING, unsaid=(NEVER_CHARGED,), invites=False
    ),
    "F1 young, and the customer cancelled": Case(
        PAYPAL | {"failed_at": NOW_S - DAY, "fail_reason": "사용자가 결제를 취소하셨습니다"},
        State.FAILED,
        unsaid=("waiting for|승인을 기다리",),
        invites=True,
    ),
    "F2 cancelled by the system": Case(
        FAILED | {"fail_reason": "승인 후 통신 장애로 자동 결제를 취소 처리하였습니다"},
        State.FAILED,
        said=("may have been approved|승인되었을 수 있",),
        unsaid=("closed the payment window|결제창을 닫", NEVER_CHARGED),
        invites=False,
        facts={"final": False},
    ),
    "F2 the shop's contract": Case(
        FAILED | {"fail_reason": "[8901] 미등록PG업체/거래정지업체"},
        State.FAILED,
        said=("the shop's contract|상점의 계약", "8901"),
        unsaid=("blocked|분실", "ask the card company|카드사에 문의"),
    ),
    "F2 no guess": Case(
        FAILED | {"fail_reason": "알 수 없는 오류 [9999]"},
        State.FAILED,
        said=(r"9999\][”’]\.$",),
        facts={"failure": None},
    ),
    "F3a a scanned code": Case(
        UNPAID | {"pay_method": "wechat", "pg_provider": "kicc_v2"},
        State.MAY_STILL_BE_PAID,
        said=("May still be paid|결제될 수 있음", "scanned|스캔"),
        reply=("has not been confirmed yet|not been notified|아직 (완료가 )?확인되지",),
        summary=("May still be paid|결제될 수 있음",),
        unsaid=(NEVER_CHARGED, NEVER_CHANGES),
        invites=False,
        facts={"watchable": True, "may_still_be_paid": "qr"},
    ),
    "F3a Alipay+": Case(
        UNPAID | {"pay_method": "alipay_plus", "pg_provider": "kicc_v2"},
        State.MAY_STILL_BE_PAID,
        unsaid=(NEVER_CHARGED, NEVER_CHANGES),
        invites=False,
        facts={"watchable": True, "may_still_be_paid": "qr"},
    ),
    "F3b a convenience store": Case(
        UNPAID | {"pay_method": "cvs", "pg_provider": "inicis_jp", "currency": "JPY"},
        State.MAY_STILL_BE_PAID,
        said=("Awaiting payment at a store|편의점 결제대기",),
        summary=("Convenience store|편의점",),
        unsaid=(NEVER_CHARGED, NEVER_CHANGES),
        invites=False,
        facts={"watchable": True, "may_still_be_paid": "convenience_store"},
    ),
    "F3b a convenience store in Korea": Case(
        UNPAID | {"pay_method": "cvs", "pg_provider": "galaxia"},
        State.MAY_STILL_BE_PAID,
        said=("Awaiting payment at a store|편의점 결제대기",),
        unsaid=(NEVER_CHARGED, NEVER_CHANGES),
        invites=False,
        facts={"watchable": True},
    ),
    "F3c a bank transfer": Case(
        UNPAID | {"pay_method": "trans", "pg_provider": "html5_inicis"},
        State.NOT_COMPLETED,
        said=("Not completed|결제 미확인", "PG's console|PG사 관리자 화면"),
        unsaid=(NEVER_CHARGED, NEVER_CHANGES),
        invites=False,
        facts={"watchable": True},
    ),
    "F3c a bank transfer that is reported late": Case(
        UNPAID | {"pay_method": "trans", "pg_provider": "daou"},
        State.MAY_STILL_BE_PAID,
        said=("reports its results late|결과를 늦게",),
        unsaid=(NEVER_CHARGED, NEVER_CHANGES),
        invites=False,
        facts={"may_still_be_paid": "late_report"},
    ),
    "F4a before the deadline": Case(
        UNPAID | ACCOUNT | {"vbank_date": NOW_S + DAY},
        State.AWAITING_DEPOSIT,
        said=(
            "no deposit has been reported|입금이 통보되지 않았습니다",
            "amount and account number|금액과 계좌번호",
        ),
        reply=("not been notified|확인되지 않았습니다",),
        unsaid=(NOT_SENT, NEVER_CHARGED),
        facts={"watchable": True},
    ),
    "F4b after the deadline": Case(
        UNPAID | ACCOUNT | {"vbank_date": NOW_S - DAY},
        State.DEADLINE_PASSED,
        said=("Deadline passed|입금기한 지남", "PG's console|PG사 관리자 화면"),
        reply=("sent money already|already paid|이미 입금하셨다면",),
        unsaid=(NOT_SENT, NEVER_CHARGED),
        facts={"watchable": True},
    ),
    "F4c the whole day, Danal": Case(
        UNPAID | ACCOUNT | {"vbank_date": NOW_S - 3600, "pg_provider": "danal"},
        State.AWAITING_DEPOSIT,
        said=(r"2026-11-25\(Wed\) \(|2026-11-25\(수\) \(",),
        unsaid=("Deadline passed|입금기한 지남",),
    ),
    "F4c the whole day, JTNet": Case(
        UNPAID | ACCOUNT | {"vbank_date": NOW_S - 3600, "pg_provider": "jtnet"}, State.AWAITING_DEPOSIT
    ),
    "F4c the whole day is over": Case(
        UNPAID | ACCOUNT | {"vbank_date": NOW_S - DAY, "pg_provider": "jtnet"}, State.DEADLINE_PASSED
    ),
    "F4c elsewhere the hour counts": Case(
        UNPAID | ACCOUNT | {"vbank_date": NOW_S - 3600}, State.DEADLINE_PASSED
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
        summary=("₩20,000|20,000원", "₩70,000|70,000원"),
        unsaid=("cancelled in full|The whole amount|Fully cancelled|전액|전체취소",),
        facts={"money.remaining": 20000, "money.deposited": 70000},
    ),
    "F6b deposits without an amount": Case(
        ACCOUNT
        | {
            "pg_provider": "settle",
            "amount": 0,
            "deposit_history": [
                {"amount": 30000, "deposited_at": 1795500060},
                {"amount": 20000, "deposited_at": 1795511000},
            ],
        },
        State.PAID,
        said=("₩50,000|50,000원",),
        reply=("₩50,000|50,000원",),
        summary=("₩50,000|50,000원",),
    ),
    "F6c no deposit, no amount": Case(
        UNPAID | ACCOUNT | {"pg_provider": "settle", "amount": 0},
        State.AWAITING_DEPOSIT,
        said=("No fixed amount|금액 미정",),
        summary=("No fixed amount|금액 미정",),
    ),
    "F6d cancelled, with a deposit": Case(
        ACCOUNT
        | {
            "pg_provider": "settle",
            "amount": 0,
            "cancel_amount": 0,
            "status": "cancelled",
            "cancelled_at": 1795505000,
            "deposit_history": [{"amount": 30000, "deposited_at": 1795500060}],
        },
        State.CONTRADICTORY,
        said=("(₩30,000|30,000원).*(no cancellation of it is recorded|취소 내역이 없습니다)",),
        unsaid=(PAY_AGAIN,),
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
        said=("No money may be sent|입금하면 안 됩니다",),
        reply=("do not send money|send no money|입금하지 말아",),
        unsaid=("refused or interrupted|거절되었거나", "Open receipt|영수증 열기", "days left|일 남음"),
        facts={"account": None, "has_receipt": False},
    ),
    "F7 a revoked account without a reason": Case(
        UNPAID | ACCOUNT | {"status": "failed", "failed_at": NOW_S - 60},
        State.CLOSED_BEFORE_DEPOSIT,
        said=("No money may be sent|입금하면 안 됩니다",),
        reply=("do not send money|send no money|입금하지 말아",),
    ),
    "F7 cancelled before a deposit": Case(
        UNPAID | ACCOUNT | {"status": "cancelled", "cancel_amount": 0, "cancelled_at": NOW_S - 60},
        State.CLOSED_BEFORE_DEPOSIT,
        said=("No money may be sent|입금하면 안 됩니다",),
        unsaid=("Contradictory|상태 불일치",),
    ),
    "F8 Kiwoom": Case(
        ACCOUNT | CANCELLED | {"pg_provider": "daou"},
        State.FULLY_CANCELLED,
        said=(r"12-4\(Fri\) or later|12-4\(금\) 이후",),
        reply=("12-4|December 4|12월 4일",),
        unsaid=("next business day|다음 영업일",),
    ),
    "F8 Mobilians, asked on a Wednesday": Case(
        ACCOUNT | CANCELLED | {"pg_provider": "mobilians_v2"},
        State.FULLY_CANCELLED,
        said=(r"12-3\(Thu\)|12-3\(목\)",),
        reply=("12-3|December 3|12월 3일",),
    ),
    "F8 Mobilians, asked on a Tuesday": Case(
        ACCOUNT | CANCELLED | {"pg_provider": "mobilians_v2", "cancelled_at": NOW_S - DAY},
        State.FULLY_CANCELLED,
        said=(r"11-26\(Thu\)|11-26\(목\)",),
    ),
    "F8 Danal": Case(
        ACCOUNT | {"pg_provider": "danal"},
        State.PAID,
        said=("does not refund virtual accounts|환불을 지원하지 않",),
        unsaid=("no deadline|기한이 없", "contract of the shop|특약"),
    ),
    "F8 KSNET at night": Case(
        ACCOUNT | {"pg_provider": "ksnet"},
        State.PAID,
        said=("takes no refunds from 23:00 to 06:00|23:00~06:00",),
    ),
    "F8 Toss Payments without a contract": Case(
        ACCOUNT | {"pg_provider": "tosspayments"}, State.PAID, unsaid=("contract of the shop|특약",)
    ),
    "F9 Paymentwall": Case(
        {"sandbox": True, "pg_provider": "paymentwall"},
        State.PAID,
        said=("not cancelled by itself|자동으로 취소되지 않",),
        reply=("test payment|테스트 결제",),
        summary=("test payment|테스트 결제",),
        unsaid=("same day|당일", THANKS),
    ),
    "F9 easy pay inside a PG": Case(
        {"sandbox": True, "pg_provider": "kcp", "emb_pg_provider": "kakaopay"},
        State.PAID,
        said=("not cancelled by itself|자동으로 취소되지 않",),
        unsaid=("charges nothing|출금되지 않습니다", THANKS),
    ),
    "F9 another easy pay inside another PG": Case(
        {"sandbox": True, "pg_provider": "html5_inicis", "emb_pg_provider": "naverpay"},
        State.PAID,
        said=("not cancelled by itself|자동으로 취소되지 않",),
        unsaid=("same day|당일",),
    ),
    "F9 KakaoPay's card inside Smartro": Case(
        {"sandbox": True, "pg_provider": "smartro_v2", "emb_pg_provider": "kakaopay"},
        State.PAID,
        said=("not cancelled by itself|자동으로 취소되지 않",),
        unsaid=("same day|당일",),
    ),
    "F9 NICE": Case(
        {"sandbox": True, "pg_provider": "nice_v2"},
        State.PAID,
        said=("partial cancellations are not shown rightly|부분취소가 올바르게",),
        unsaid=(THANKS,),
    ),
    "F11 a registration": Case(
        REGISTRATION,
        State.REGISTERED,
        said=("Registered for recurring payments|정기결제 등록", "No payment|결제 없음"),
        reply=("registered for recurring|정기결제 수단이 등록",),
        summary=("Registered for recurring payments|정기결제 등록",),
        unsaid=("be cancelled until|취소할 수 있습니다", THANKS),
    ),
    "F11 a cancelled registration": Case(
        REGISTRATION | {"status": "cancelled", "cancelled_at": NOW_S - 60},
        State.REGISTRATION_CANCELLED,
        reply=("cancelled|취소",),
        unsaid=("Contradictory|상태 불일치", "refund|환불"),
    ),
    "F12 the slip of an account": Case(
        UNPAID | ACCOUNT | {"pg_provider": "uplus", "vbank_date": 0, "receipt_url": "https://pg.example/r"},
        State.AWAITING_DEPOSIT,
        unsaid=("Open receipt|영수증 열기",),
        facts={"has_receipt": False},
    ),
    "F12 a failed payment with a receipt": Case(
        FAILED | {"receipt_url": "https://pg.example/r"},
        State.FAILED,
        unsaid=("Open receipt|영수증 열기",),
        facts={"has_receipt": False},
    ),
    "F13 econtext": Case(
        UNPAID | ACCOUNT | {"pg_provider": "eximbay", "vbank_num": "unknown", "vbank_code": None},
        State.MAY_STILL_BE_PAID,
        said=("store|편의점",),
        reply_if_alone=("store|편의점",),
        unsaid=(
            "account was issued|가상계좌가 발급",
            "Please transfer|Please send the money|아래 계좌로|안내받으신 계좌",
            "••",
        ),
        invites=False,
    ),
    "F14 a card of 17 months ago": Case(
        {"paid_at": NOW_S - 527 * DAY, "started_at": NOW_S - 527 * DAY},
        State.PAID,
        said=(r"2026-06-16\(Tue\), has passed|취소 기한 2026-06-16\(화\) 지남",),
        unsaid=("about a year|약 1년",),
    ),
    "F14 a phone payment of September": Case(
        {
            "pay_method": "phone",
            "pg_provider": "danal",
            "card_code": None,
            "card_name": None,
            "paid_at": int(datetime(2026, 9, 20, tzinfo=UTC).timestamp()),
        },
        State.PAID,
        said=(r"2026-09-30\(Wed\), has passed|취소 기한 2026-09-30\(수\) 지남",),
        unsaid=("month of the payment|결제한 달",),
    ),
    "F15 personal data in free text": Case(
        {
            "name": "홍길동(010-0000-7575) 예약금",
            "status": "cancelled",
            "cancel_amount": 10000,
            "cancelled_at": NOW_S - 3600,
            "cancel_reason": PERSONAL,
            "cancel_history": [{"amount": 10000, "cancelled_at": NOW_S - 3600, "reason": PERSONAL}],
        },
        State.PARTIALLY_CANCELLED,
        said=("환불계좌", "예약금"),
        summary=("환불계좌", "예약금"),
        unsaid=("0000-7575", "00-000075", "guest@example.com"),
    ),
    "F15 a card number in a reason": Case(
        FAILED | {"fail_reason": "카드번호 1234-0000-0000-0075 승인 거절"},
        State.FAILED,
        said=("승인 거절",),
        unsaid=("0000-0075", "0000-0000"),
    ),
    "a refund on its way": Case(
        {"status": "cancelled", "cancel_amount": 10000, "cancelled_at": NOW_S - DAY},
        State.PARTIALLY_CANCELLED,
        said=(r"on 11-27\(Fri\)~12-1\(Tue\)|보통 11-27\(금\)~12-1\(화\)에 카드사에 반영",),
    ),
    "a refund that was to be there": Case(
        CANCELLED | {"cancelled_at": NOW_S - 30 * DAY, "paid_at": NOW_S - 31 * DAY},
        State.FULLY_CANCELLED,
        said=("was to be expected by.*card company|예상 기간.*카드사",),
        reply=("card company|카드사",),
        unsaid=("usually|보통",),
    ),
}

# Why it failed: the PG's text, the method, and what it means; None where the text does not name its subject.
REASONS: list[tuple[str, str, str | None]] = [
    ("…[인증실패] 업체정보에 이상이 있습니다. 해당 서비스 업체로 문의…", "phone", SHOP),
    ("…[코드: V023] …본인인증은 계약되지 않은 인증방법입니다. 상점에 문의…", "card", SHOP),
    ("[8901] 미등록PG업체/거래정지업체", "card", SHOP),
    ("할부개월 한도 초과", "card", "installment months|할부 개월"),
    ("제휴카드 사용불가 가맹점", "card", "kind of card is not taken|이 종류의 카드"),
    ("가맹점 월 한도금액 초과", "card", "limit of the shop|상점의 결제 한도"),
    ("가상계좌 유효기간 만료", "vbank", "closed before a deposit|입금되기 전에 가상계좌가 말소"),
    ("payment is expired", "card", "open for too long|결제 시간이 지났"),
    ("휴대폰 한도 초과", "phone", "mobile carrier|통신사"),
    ("미납 사용 불가", "phone", "mobile carrier|통신사"),
    ("해외카드 사용불가", "card", "issued abroad|해외 발급"),
    ("결제금액 위변조가 의심되어 결제를 취소합니다", "card", "may have been approved|승인되었을 수"),
    ("승인 후 통신 장애로 자동 결제를 취소 처리하였습니다", "card", "may have been approved|승인되었을 수"),
    ("포인트 잔액 부족", "point", "points or prepaid|포인트나 충전"),
    ("카드 잔액 값 오류", "card", None),
    ("결제금액이 1000원 미만으로 최소 한도 미달", "card", "below the minimum|최소 결제금액"),
    ("API call limit exceeded", "card", "technical trouble|시스템 문제"),
    ("USER_CANCEL", "card", "customer cancelled|고객이 결제를 취소"),
    ("사용자에 의해 결제가 취소되었습니다", "card", "customer cancelled|고객이 결제를 취소"),
    ("paymentTimeExpire 결제 가능한 시간이 지났습니다", "card", "open for too long|결제 시간이 지났"),
]


CANARY = ACCOUNT | {
    "name": "카나리아 상품",
    "merchant_uid": "카나리아-1",
    "status": "cancelled",
    "cancel_amount": 10000,
    "cancelled_at": NOW_S - 3600,
    "cancel_reason": "카나리아 사유",
    "cancel_history": [{"amount": 10000, "cancelled_at": NOW_S - 3600, "reason": "카나리아 사유"}],
    "deposit_history": [{"amount": 30000, "deposited_at": NOW_S - 7200, "depositor_name": "카나리아"}],
    "custom_data": "카나리아",
    "fail_reason": "카나리아",
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


@dataclass(frozen=True)
class Shown:
    """All that is said of a payment: in the window, in the reply (without and with the other attempts), summary."""

    window: list[str]
    reply: str
    reply_if_alone: str
    summary: str

    def everything(self) -> list[str]:
        return [*self.window, self.reply, self.reply_if_alone, self.summary]


@pytest.fixture(scope="module")
def desk(
    styled_app: QApplication, installed_translation: Translation
) -> Iterator[tuple[MainWindow, Context]]:
    """One window for all payments, and its context, whose language can change."""
    context = Context("en", NOW)
    window = build_window(context, installed_translation)
    window.show()
    yield window, context
    window.close()


@pytest.fixture
def show(desk: tuple[MainWindow, Context], language: str) -> Callable[[Payment], Shown]:
    """Show a payment in the window, in each language in turn."""
    window, context = desk

    def shown(payment: Payment) -> Shown:
        context.language = "ko" if language == "ko" else "en"
        window.show_state(Loaded(ImpUid(payment.imp_uid or ""), payment, NOW))
        settle()
        here = context()
        return Shown(
            texts(window.pages.payment),
            reply(payment, here),
            reply(payment, here, ()),
            summary(payment, here),
        )

    return shown


def everything_in(window: QWidget) -> str:
    """Return every text of the widgets and models in `window`, hidden ones included."""
    found = []
    for widget in window.findChildren(QWidget):
        found += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            found.append(widget.text())
        elif isinstance(widget, QPlainTextEdit):
            found.append(widget.toPlainText())
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found += _cells(widget.model())
    return "\n".join(found)


def _cells(model: QAbstractItemModel) -> list[str]:
    root = QModelIndex()
    indexes = [
        model.index(row, column)
        for row in range(model.rowCount(root))
        for column in range(model.columnCount(root))
    ]
    return [str(index.data() or "") for index in indexes]


def fact(assessment: Assessment, name: str) -> Any:
    value: Any = assessment
    for part in name.split("."):
        value = getattr(value, part)
    return value


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_is_said(case: Case, show: Callable[[Payment], Shown], desk: tuple[MainWindow, Context]) -> None:
    payment = decoded(case.fields)
    shown, assessment = show(payment), desk[1]().assess(payment)
    assert assessment.state is case.state
    assert {name: fact(assessment, name) for name in case.facts} == case.facts
    for pattern in case.said:
        assert any(re.search(pattern, text) for text in shown.window), (pattern, shown.window)
    for pattern in case.reply:
        assert re.search(pattern, shown.reply), (pattern, shown.reply)
    for pattern in case.reply_if_alone:
        assert re.search(pattern, shown.reply_if_alone), (pattern, shown.reply_if_alone)
    for pattern in case.summary:
        assert re.search(pattern, shown.summary), (pattern, shown.summary)
    for pattern in case.unsaid:
        assert [text for text in shown.everything() if re.search(pattern, text)] == [], pattern
    assert not re.search(PAY_AGAIN, shown.reply), "the other attempts are not known"
    if case.invites is not None:
        assert bool(re.search(PAY_AGAIN, shown.reply_if_alone)) == case.invites, shown.reply_if_alone


@pytest.mark.parametrize(("reason", "method", "meaning"), REASONS)
def test_why_it_failed(
    reason: str, method: str, meaning: str | None, show: Callable[[Payment], Shown]
) -> None:
    account = ACCOUNT if method == "vbank" else {}
    shown = show(decoded(FAILED | account | {"pay_method": method, "fail_reason": reason}))
    meanings = {other for _, _, other in REASONS if other}
    said = {other for other in meanings if any(re.search(other, text) for text in shown.window)}
    assert said == ({meaning} if meaning else set())
    assert any(reason in text for text in shown.window), "the PG's own words"


@pytest.mark.parametrize(
    "name",
    [
        "F6b deposits without an amount",
        "F6c no deposit, no amount",
        "F11 a registration",
        "F11 a cancelled registration",
    ],
)
def test_no_amount_of_zero_is_shown_as_a_payment(name: str, show: Callable[[Payment], Shown]) -> None:
    """The table of fields has it as the API answered it."""
    shown = show(decoded(CASES[name].fields))
    assert not re.search(ZERO, shown.reply + shown.summary)


@pytest.mark.parametrize("method", "cvs paypay amazonpay rakutenpay merpay aupay dbarai alipay_plus".split())
def test_methods_have_names(method: str, show: Callable[[Payment], Shown], codes: CodeTables) -> None:
    shown = show(decoded({"pay_method": method, "pg_provider": "inicis_jp", "currency": "JPY"}))
    names = [codes.name("pay_method", method, "ko"), codes.name("pay_method", method, "en")]
    assert None not in names
    assert any(name in shown.summary for name in names if name)


def test_nothing_of_the_payment_before_is_left(
    show: Callable[[Payment], Shown], desk: tuple[MainWindow, Context]
) -> None:
    """In no cell and no label, showing or hidden (F16)."""
    window = desk[0]
    show(decoded(CANARY))
    assert "카나리아" in everything_in(window)
    show(decoded({}))
    assert "카나리아" not in everything_in(window)
    show(decoded(CANARY))
    window.show_state(Failed(ImpUid("imp_900000000002"), PaymentNotFound()))
    settle()
    assert "카나리아" not in everything_in(window)
