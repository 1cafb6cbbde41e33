"""What is known about a payment, as one object."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from iamport_desktop.domain.assessment import Ask, Assessment, CancelTerm, assess
from iamport_desktop.domain.attempts import OtherAttempts, Unasked, attempts_besides
from iamport_desktop.domain.business_days import DateWindow
from iamport_desktop.domain.failure_reasons import Explanation
from iamport_desktop.domain.status import State
from tests.conftest import NOW, RULES
from tests.support.example_payments import EXAMPLES, NOW_S, VBANK, payment

DAY = 86_400
ACCOUNT = VBANK | {"vbank_code": "004", "vbank_name": "국민은행", "vbank_holder": "예시상점"}
PAID_ELSEWHERE = attempts_besides(None, [payment()], NOW, RULES)
FAILED_ELSEWHERE = attempts_besides(None, [payment(status="failed")], NOW, RULES)
OPEN_ELSEWHERE = attempts_besides(None, [payment(status="ready")], NOW, RULES)


def assessed(**fields: Any) -> Assessment:
    return assess(payment(**fields), NOW, RULES)


# The money


@pytest.mark.parametrize(
    ("fields", "sums"),
    [
        ({}, (10_000, None, 10_000)),
        ({"cancel_amount": 4_000}, (10_000, None, 6_000)),
        ({"cancel_amount": 20_000}, (10_000, None, None)),  # contradictory
        ({"status": "ready"}, (10_000, None, None)),
        ({"status": "ready", "amount": 0}, (0, None, None)),
        (ACCOUNT | {"amount": 0}, (None, None, None)),
        (
            ACCOUNT | {"amount": 0, "status": "paid", "deposit_history": [{"amount": 30}, {"amount": 20}]},
            (50, 50, 50),
        ),
        (
            ACCOUNT | {"cancel_amount": 10_000, "deposit_history": [{"amount": 10_000}, {"amount": 5}]},
            (10_005, 10_005, 5),
        ),
        ({"deposit_history": [{"amount": 30}, {"amount": None}]}, (10_000, None, 10_000)),
    ],
    ids=str,
)
def test_deposits_cancellations_and_amount_are_one_sum(
    fields: dict[str, Any], sums: tuple[int | None, ...]
) -> None:
    money = assessed(**fields).money
    assert (money.amount, money.deposited, money.remaining) == sums


def test_what_was_deposited_after_the_last_cancellation() -> None:
    history = [{"amount": 10_000, "deposited_at": NOW_S - 9}, {"amount": 5, "deposited_at": NOW_S - 3}]
    fields = ACCOUNT | {"status": "cancelled", "cancel_amount": 10_000, "deposit_history": history}
    assert assessed(**fields, cancelled_at=NOW_S - 6).money.deposited_since == 5
    assert assessed(**fields, cancelled_at=NOW_S).money.deposited_since is None
    assert assessed(**fields).money.deposited_since is None  # it is not known when it was cancelled


# The virtual account


def test_the_account_is_there_only_while_it_takes_a_deposit() -> None:
    awaiting = assessed(**ACCOUNT, vbank_date=NOW_S + 60)
    assert awaiting.account is not None
    assert (awaiting.account.number, awaiting.account.bank_name) == ("900-000000-00-008", "국민은행")
    assert (awaiting.account.amount, awaiting.account.deadline) == (10_000, NOW + timedelta(minutes=1))
    assert assessed(**ACCOUNT, vbank_date=NOW_S - 60).account is None
    assert assessed(**ACCOUNT | {"status": "cancelled"}).account is None
    assert assessed(**ACCOUNT | {"status": "paid"}).account is None
    assert assessed(**ACCOUNT | {"vbank_num": None}, vbank_date=NOW_S + 60).account is None


@pytest.mark.parametrize(
    ("pg", "state", "keeps_hour"),
    [
        ("html5_inicis", State.DEADLINE_PASSED, True),
        ("danal", State.AWAITING_DEPOSIT, False),
        ("new_pg", State.DEADLINE_PASSED, True),
    ],
)
def test_a_deadline_without_its_hour_is_the_whole_day(pg: str, state: State, keeps_hour: bool) -> None:
    known = assessed(**ACCOUNT, pg_provider=pg, vbank_date=NOW_S - 3600)
    assert (known.state, known.keeps_hour) == (state, keeps_hour)
    midnight = datetime(2026, 11, 22, 15, tzinfo=UTC)
    assert known.closes_at == (NOW - timedelta(hours=1) if keeps_hour else midnight)


# The way back


def test_cancellations_are_joined_by_their_window() -> None:
    """2026-11-22 is a Sunday: what was cancelled from Friday to Sunday arrives from Wednesday to Friday."""
    times = [NOW_S - 40 * DAY, NOW_S - 2 * DAY, NOW_S - 1 * DAY, NOW_S - 4 * DAY]
    history = [{"amount": 1_000, "cancelled_at": moment} for moment in times]
    refunds = assessed(
        pay_method="card", cancel_amount=4_000, paid_at=NOW_S - 50 * DAY, cancel_history=history
    ).refunds
    assert [(refund.amount, refund.count, refund.window) for refund in refunds.open] == [
        (1_000, 1, DateWindow(date(2026, 11, 23), date(2026, 11, 25))),
        (2_000, 2, DateWindow(date(2026, 11, 25), date(2026, 11, 27))),
    ]
    assert refunds.passed is not None
    assert (refunds.passed.amount, refunds.passed.count, refunds.passed.passed) == (1_000, 1, True)
    assert refunds.undated is None


@pytest.mark.parametrize(
    ("fields", "undated"),
    [
        ({"pay_method": "sample_coin"}, 4_000),
        ({"pay_method": "card", "cancelled_at": 0}, 4_000),
        ({"pay_method": "card"}, None),
        ({"pay_method": "card", "sandbox": True}, None),  # the test channel's matter
    ],
    ids=str,
)
def test_what_has_no_date(fields: dict[str, Any], undated: int | None) -> None:
    usual = {"status": "cancelled", "cancel_amount": 4_000, "cancelled_at": NOW_S}
    refunds = assessed(**usual | fields).refunds
    assert refunds.undated == undated
    assert bool(refunds.open) == (undated is None and "sandbox" not in fields)


@pytest.mark.parametrize(
    ("fields", "ask"),
    [
        ({"pay_method": "card"}, Ask.CARD_COMPANY),
        ({"pay_method": "card", "card_type": 1}, Ask.CARD_COMPANY),
        ({"pay_method": "trans"}, Ask.BANK),
        ({"pay_method": "vbank"}, Ask.BANK),
        ({"pay_method": "phone"}, Ask.CARRIER),
        ({}, Ask.PG),
    ],
    ids=str,
)
def test_whom_to_ask(fields: dict[str, Any], ask: Ask) -> None:
    assert assessed(**fields).ask is ask


@pytest.mark.parametrize(
    ("fields", "term"),
    [
        (
            {"pay_method": "phone", "paid_at": NOW_S},
            CancelTerm(last_day=date(2026, 11, 30), over=False, approximate=False, afterwards="pg"),
        ),
        (
            {"pay_method": "card", "paid_at": NOW_S - 366 * DAY},
            CancelTerm(last_day=date(2026, 11, 21), over=True, approximate=True, afterwards="shop"),
        ),
        (
            {"pay_method": "vbank", "paid_at": NOW_S},
            CancelTerm(last_day=None, over=False, approximate=False, afterwards=None),
        ),
        ({"pay_method": "card", "paid_at": 0}, None),
        ({"pay_method": "card", "paid_at": NOW_S, "sandbox": True}, None),
        ({"pay_method": "sample_coin", "paid_at": NOW_S}, None),
    ],
    ids=str,
)
def test_until_when_it_can_be_cancelled(fields: dict[str, Any], term: CancelTerm | None) -> None:
    cancelling = assessed(**fields).cancelling
    assert cancelling is not None
    assert cancelling.term == term


def test_hours_without_refunds() -> None:
    night = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)  # 23:30 in Korea
    example = payment(pg_provider="ksnet", pay_method="vbank")
    known = [assess(example, moment, RULES).cancelling for moment in (NOW, night)]
    assert [cancelling.closed_now for cancelling in known if cancelling] == [False, True]


# The end


@pytest.mark.parametrize(
    ("fields", "final"),
    [
        ({"status": "failed"}, True),
        ({"status": "failed", "fail_reason": "잔액 부족"}, True),
        ({"status": "failed", "fail_reason": "승인 후 통신 장애로 자동 결제를 취소 처리하였습니다"}, False),
        ({"status": "failed", "pg_provider": "paypal", "failed_at": NOW_S - 9 * DAY}, False),  # not told
        ({"status": "failed", "pg_provider": "paypal", "extension": {"PaymentStatus": "Denied"}}, True),
        ({"status": "ready"}, False),
        ({"status": "ready", "pg_provider": "tosspay_v2", "started_at": NOW_S - 3601}, True),
        ({"status": "ready", "pg_provider": "tosspay_v2", "started_at": NOW_S - 3599}, False),
        (ACCOUNT | {"vbank_date": NOW_S - DAY}, False),
        (ACCOUNT | {"status": "cancelled"}, True),
        ({"status": "pending"}, False),
        ({}, False),
    ],
    ids=str,
)
def test_only_what_is_documented_is_final(fields: dict[str, Any], final: bool) -> None:
    known = assessed(**fields)
    assert known.final is final
    assert not (final and known.watchable)


def test_what_is_watchable() -> None:
    watchable = {state for state, example in EXAMPLES.items() if assess(example, NOW, RULES).watchable}
    assert watchable == {
        State.AWAITING_DEPOSIT,
        State.DEADLINE_PASSED,
        State.WINDOW_OPEN,
        State.MAY_STILL_BE_PAID,
        State.NOT_COMPLETED,
        State.PENDING,
    }


@pytest.mark.parametrize("state", State)
def test_only_a_failed_or_closed_attempt_invites_to_pay(state: State) -> None:
    invites = assess(EXAMPLES[state], NOW, RULES, ()).may_invite_to_pay
    assert invites == (state in (State.FAILED, State.CLOSED_BEFORE_DEPOSIT))


@pytest.mark.parametrize(
    ("others", "invites"),
    [
        ((), True),
        (FAILED_ELSEWHERE, True),
        (PAID_ELSEWHERE, False),
        (OPEN_ELSEWHERE, False),
        *((reason, False) for reason in Unasked),
    ],
    ids=str,
)
def test_an_invitation_waits_for_the_other_attempts(others: OtherAttempts, invites: bool) -> None:
    known = assess(payment(status="failed"), NOW, RULES, others)
    assert known.may_invite_to_pay is invites
    assert known.paid_attempts == (others if others is PAID_ELSEWHERE else ())


# The reason


@pytest.mark.parametrize(
    ("reason", "failure", "may_have_been_charged"),
    [
        ("잔액 부족", Explanation.BALANCE, False),
        ("알 수 없는 오류", None, False),
        ("승인 후 통신 장애로 자동 결제를 취소 처리하였습니다", Explanation.CANCELLED_BY_SYSTEM, True),
    ],
)
def test_why_it_failed(reason: str, failure: Explanation | None, may_have_been_charged: bool) -> None:
    known = assessed(status="failed", pay_method="trans", fail_reason=reason)
    assert (known.failure, known.may_have_been_charged) == (failure, may_have_been_charged)
    assert assessed(fail_reason=reason).failure is None  # it was paid


# Registrations, tests, receipts


def test_a_registration() -> None:
    plain, charged = (
        assessed(amount=0, customer_uid="customer-1", pay_method="card", pg_provider=pg)
        for pg in ("html5_inicis", "danal_tpay")
    )
    assert plain.registration is not None
    assert plain.registration.charge is None
    assert charged.registration is not None
    assert charged.registration.charge is not None
    assert charged.registration.charge.amount == Decimal(10)
    assert assessed(amount=0).registration is None
    assert assessed(customer_uid="customer-1", customer_uid_usage="issue").registration is None


def test_a_receipt_is_one_of_money_that_came() -> None:
    link: dict[str, Any] = {"receipt_url": "https://pg.example/r"}
    assert assessed(**link).has_receipt
    assert not assessed(**link, **ACCOUNT).has_receipt
    assert not assessed(**link, status="failed").has_receipt


def test_test_channels() -> None:
    kept = assessed(sandbox=True, pg_provider="paymentwall").test
    assert kept is not None
    assert kept.money is not None
    assert kept.money.outcome == "kept"
    unknown = assessed(sandbox=True, pg_provider="new_pg").test
    assert unknown is not None
    assert unknown.money is None
    assert assessed(pg_provider="paymentwall").test is None
