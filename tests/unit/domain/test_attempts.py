"""The order of several attempts, and what is known of the others beside one."""

from __future__ import annotations

from typing import Any

import pytest

from iamport_desktop.api.models import Payment, PaymentList
from iamport_desktop.domain.attempts import (
    Attempt,
    Unasked,
    asks_for_other_attempts,
    attempts_besides,
    best_first,
    other_attempts,
)
from iamport_desktop.domain.status import State
from tests.conftest import NOW, RULES
from tests.support.example_payments import VBANK, payment

FAILED = payment(status="failed", failed_at=1_700_000_000)
RETRIED = payment(status="ready", started_at=1_700_000_200)
TIMELESS = payment(status="ready")
PAID = payment(paid_at=1_700_000_100, started_at=1_700_000_020)
PARTLY = payment(status="cancelled", cancel_amount=4_000, paid_at=1_700_000_090)
CANCELLED = payment(status="cancelled", cancel_amount=10_000, paid_at=1_700_000_300)
CLOSED = payment(**VBANK | {"status": "cancelled"}, started_at=1_700_000_900)
TEST = payment(sandbox=True, paid_at=1_700_000_999)


def test_what_holds_money_comes_first_and_what_never_had_any_last() -> None:
    attempts = best_first([TEST, FAILED, CLOSED, RETRIED, CANCELLED, TIMELESS, PARTLY, PAID], NOW, RULES)
    assert attempts == (PAID, PARTLY, CANCELLED, CLOSED, RETRIED, FAILED, TIMELESS, TEST)


@pytest.mark.parametrize(
    ("fields", "is_paid", "may_be_paid"),
    [
        ({}, True, True),
        ({"cancel_amount": 4_000}, True, True),
        ({"cancel_amount": 10_000}, False, False),
        ({"status": "failed"}, False, False),
        ({"status": "ready"}, False, True),
        (VBANK, False, True),
        ({"status": "on_hold"}, False, True),
        ({"status": "cancelled"}, False, True),  # contradictory
        ({"sandbox": True}, False, False),
    ],
    ids=str,
)
def test_another_attempt(fields: dict[str, Any], is_paid: bool, may_be_paid: bool) -> None:
    (attempt,) = attempts_besides("imp_900000000009", [payment(**fields)], NOW, RULES)
    assert (attempt.is_paid, attempt.may_be_paid) == (is_paid, may_be_paid)


def test_an_attempt_is_not_beside_itself() -> None:
    others = [PAID, Payment.from_json({"imp_uid": "imp_900000000002", "status": "failed", "amount": 5})]
    (attempt,) = attempts_besides("imp_900000000001", others, NOW, RULES)
    assert (attempt.imp_uid, attempt.state, attempt.amount) == ("imp_900000000002", State.FAILED, 5)


def of_order(imp_uid: str, **fields: Any) -> Payment:
    return Payment.from_json({"imp_uid": imp_uid, "merchant_uid": "order-1", "amount": 5, **fields})


ASKED = of_order("imp_1", status="failed")
ELSEWHERE = of_order("imp_2", status="paid")


@pytest.mark.parametrize(
    ("payment", "asks"),
    [
        (ASKED, True),
        (of_order("imp_1", status="ready"), True),
        (of_order("imp_1", status="cancelled", cancel_amount=5), True),
        (of_order("imp_1", status="on_hold"), True),
        (of_order("imp_1", status="paid"), False),
        (of_order("imp_1", status="cancelled", cancel_amount=2), False),
        (of_order("imp_1", status="failed", merchant_uid=None), False),
    ],
    ids=lambda value: str(getattr(value, "raw", value)),
)
def test_whether_the_order_is_asked_for(payment: Payment, asks: bool) -> None:
    assert asks_for_other_attempts(payment, NOW, RULES) is asks


def test_the_others_of_the_order() -> None:
    (other,) = other_attempts(ASKED, PaymentList((ELSEWHERE, ASKED)), NOW, RULES)
    assert (other.imp_uid, other.is_paid) == ("imp_2", True)


def test_an_order_of_one_attempt_has_no_others() -> None:
    assert other_attempts(ASKED, PaymentList((ASKED,)), NOW, RULES) == ()


@pytest.mark.parametrize(
    "found",
    [PaymentList((ELSEWHERE, ASKED), complete=False), PaymentList((ELSEWHERE,)), PaymentList(())],
    ids=["cut-off", "of-another-order", "empty"],
)
def test_a_list_that_cannot_be_all_of_the_order_is_no_answer(found: PaymentList) -> None:
    assert other_attempts(ASKED, found, NOW, RULES) is Unasked.ASK_FAILED


@pytest.mark.parametrize("imp_uid", ["imp_1", "imp_3"])
def test_a_contradictory_answer_may_be_a_paid_attempt(imp_uid: str) -> None:
    listed = (ELSEWHERE,) if imp_uid == "imp_1" else (ELSEWHERE, ASKED)
    attempts = other_attempts(ASKED, PaymentList(listed, (imp_uid,)), NOW, RULES)
    assert attempts[-1] == Attempt(imp_uid, State.CONTRADICTORY, None, None, None, is_test=False)
    assert attempts[-1].may_be_paid


def test_the_payment_itself_counts_where_it_has_turned_paid() -> None:
    paid = of_order("imp_1", status="paid")
    (itself,) = other_attempts(ASKED, PaymentList((paid,)), NOW, RULES)
    assert (itself.imp_uid, itself.is_paid) == ("imp_1", True)
