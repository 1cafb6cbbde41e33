"""The order of several attempts, and what is known of the others beside one."""

from __future__ import annotations

from typing import Any

import pytest

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.attempts import attempts_besides, best_first
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
