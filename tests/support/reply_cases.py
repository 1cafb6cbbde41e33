"""Payments of every kind, for which `tests/unit/presentation/replies.txt` has the whole reply in both languages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.attempts import Attempt, OtherAttempts, Unasked
from iamport_desktop.domain.status import State

NOW = datetime(2026, 11, 25, 12, 5, tzinfo=UTC)  # a Wednesday, five past nine in the evening in Korea
NOW_S = int(NOW.timestamp())
HOUR, DAY = 3600, 86_400
ACCOUNT = {
    "pay_method": "vbank",
    "card_code": None,
    "card_name": None,
    "vbank_code": "088",
    "vbank_name": "신한은행",
    "vbank_num": "900-000000-00-008",
    "vbank_holder": "예시상점",
    "vbank_date": NOW_S + 2 * DAY + 7200,
}
UNPAID = {"status": "ready", "paid_at": 0}
FAILED = {"status": "failed", "paid_at": 0, "failed_at": NOW_S - HOUR}
CANCELLED = {"status": "cancelled", "cancel_amount": 30_000, "cancelled_at": NOW_S - DAY}
REGISTERED = {"amount": 0, "customer_uid": "customer-1", "customer_uid_usage": "issue"}
PAID_ELSEWHERE = (
    Attempt("imp_900000000009", State.PAID, Decimal(30_000), "KRW", NOW - timedelta(hours=2), is_test=False),
)
WAITING_ELSEWHERE = (
    Attempt("imp_900000000009", State.AWAITING_DEPOSIT, Decimal(30_000), "KRW", None, is_test=False),
)


@dataclass(frozen=True)
class Case:
    """Changes to a paid card payment, and the other attempts for its order."""

    fields: dict[str, Any] = field(default_factory=dict)
    others: OtherAttempts = ()

    def payment(self) -> Payment:
        usual = {
            "imp_uid": "imp_900000000001",
            "merchant_uid": "order-1",
            "name": "머그컵 외 2건",
            "status": "paid",
            "amount": 30_000,
            "cancel_amount": 0,
            "currency": "KRW",
            "pay_method": "card",
            "pg_provider": "html5_inicis",
            "pg_id": "MID-1",
            "pg_tid": "TID-1",
            "card_code": "366",
            "card_name": "신한카드",
            "card_type": 0,
            "started_at": NOW_S - 2 * DAY - 60,
            "paid_at": NOW_S - 2 * DAY,
            "sandbox": False,
        }
        return Payment.from_json(usual | self.fields)


def _cancelled(*days_and_amounts: tuple[int, int], **fields: Any) -> dict[str, Any]:
    history = [{"amount": amount, "cancelled_at": NOW_S - days * DAY} for days, amount in days_and_amounts]
    return {
        "cancel_amount": sum(amount for _, amount in days_and_amounts),
        "cancel_history": history,
    } | fields


CASES = {
    "paid": Case(),
    "paid without a time": Case({"paid_at": 0}),
    "paid last year": Case({"paid_at": NOW_S - 400 * DAY}),
    "paid in dollars": Case({"amount": "10.05", "currency": "USD"}),
    "paid by a deposit": Case(ACCOUNT),
    "paid by several deposits": Case(
        ACCOUNT
        | {
            "amount": 0,
            "deposit_history": [
                {"amount": 30_000, "deposited_at": NOW_S - 2 * DAY},
                {"amount": 20_000, "deposited_at": NOW_S - DAY},
            ],
        }
    ),
    "paid in escrow": Case({"escrow": True}),
    "paid with a registered card": Case({"customer_uid": "customer-1", "customer_uid_usage": "payment"}),
    "partly cancelled": Case(_cancelled((0, 10_000))),
    "partly cancelled on several days": Case(_cancelled((20, 5_000), (1, 10_000))),
    "partly cancelled, in dollars": Case(
        _cancelled((1, 4), amount="10.05", currency="USD", pg_provider="paypal_v2", pay_method="paypal")
        | {"card_code": None, "card_name": None}
    ),
    "cancelled": Case(CANCELLED),
    "cancelled, check card": Case(CANCELLED | {"card_type": 1}),
    "cancelled, virtual account": Case(ACCOUNT | CANCELLED),
    "cancelled, Thursdays": Case(ACCOUNT | CANCELLED | {"pg_provider": "mobilians_v2"}),
    "cancelled, or later": Case(ACCOUNT | CANCELLED | {"pg_provider": "daou"}),
    "cancelled long ago": Case(CANCELLED | {"cancelled_at": NOW_S - 60 * DAY, "paid_at": NOW_S - 61 * DAY}),
    "cancelled, PayPal": Case(
        CANCELLED | {"pg_provider": "paypal_v2", "pay_method": "paypal", "card_code": None, "card_name": None}
    ),
    "cancelled, then a deposit": Case(
        ACCOUNT
        | {
            "pg_provider": "settle",
            "status": "cancelled",
            "cancel_amount": 30_000,
            "cancel_history": [{"amount": 30_000, "cancelled_at": NOW_S - DAY}],
            "deposit_history": [
                {"amount": 30_000, "deposited_at": NOW_S - 2 * DAY},
                {"amount": 20_000, "deposited_at": NOW_S - HOUR},
            ],
        }
    ),
    "registered": Case(REGISTERED),
    "registration cancelled": Case(REGISTERED | {"status": "cancelled", "cancelled_at": NOW_S}),
    "registration failed": Case(FAILED | REGISTERED | {"fail_reason": "유효기간 오류"}),
    "awaiting a deposit": Case(UNPAID | ACCOUNT),
    "awaiting a deposit, whole day": Case(UNPAID | ACCOUNT | {"pg_provider": "danal"}),
    "awaiting a deposit, no amount": Case(UNPAID | ACCOUNT | {"amount": 0, "vbank_date": 0}),
    "awaiting a deposit, holder is the buyer": Case(
        UNPAID | ACCOUNT | {"vbank_holder": "홍길동", "buyer_name": "홍 길동"}
    ),
    "awaiting a deposit, another waits too": Case(UNPAID | ACCOUNT, WAITING_ELSEWHERE),
    "awaiting a deposit, another is paid": Case(UNPAID | ACCOUNT, PAID_ELSEWHERE),
    "awaiting a deposit, others not known": Case(UNPAID | ACCOUNT, Unasked.ASKING),
    "deadline passed": Case(UNPAID | ACCOUNT | {"vbank_date": NOW_S - DAY}),
    "account closed": Case(FAILED | ACCOUNT | {"fail_reason": "계좌말소"}),
    "awaiting payment at a store": Case(
        UNPAID | {"pg_provider": "inicis_jp", "pay_method": "cvs", "currency": "JPY", "amount": 3000}
    ),
    "window open": Case(UNPAID | {"started_at": NOW_S - 60}),
    "window open, others not known": Case(UNPAID | {"started_at": NOW_S - 60}, Unasked.NOT_ASKED),
    "code scanned": Case(UNPAID | {"pg_provider": "kicc_v2", "pay_method": "wechat"}),
    "window left": Case(UNPAID),
    "window left, another is paid": Case(UNPAID, PAID_ELSEWHERE),
    "failed, no reason": Case(FAILED),
    "failed, card limit": Case(FAILED | {"fail_reason": "한도초과"}),
    "failed, card limit, another is paid": Case(FAILED | {"fail_reason": "한도초과"}, PAID_ELSEWHERE),
    "failed, card limit, others not known": Case(FAILED | {"fail_reason": "한도초과"}, Unasked.ASK_FAILED),
    "failed, customer": Case(FAILED | {"fail_reason": "사용자가 결제를 취소하셨습니다"}),
    "failed, card's expiry": Case(FAILED | {"fail_reason": "유효기간 오류"}),
    "failed, shop's contract": Case(FAILED | {"fail_reason": "[8901] 미등록PG업체/거래정지업체"}),
    "failed, technical": Case(FAILED | {"fail_reason": "카드사 전산장애"}),
    "failed, perhaps approved": Case(
        FAILED | {"fail_reason": "승인 후 통신 장애로 자동 결제를 취소 처리하였습니다"}
    ),
    "pending": Case({"status": "pending", "paid_at": 0}),
    "pending at PayPal": Case(
        FAILED | {"pg_provider": "paypal", "pay_method": "paypal", "card_code": None, "card_name": None}
    ),
    "contradictory": Case({"cancel_amount": 40_000}),
    "unknown": Case({"status": "on_hold"}),
    "test, charged": Case({"sandbox": True, "pg_provider": "kcp", "emb_pg_provider": "kakaopay"}),
    "test, failed": Case(FAILED | {"sandbox": True}),
}
