"""The state of a payment, decided from its status, amounts and deadlines."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from iamport_desktop.domain.status import WINDOW_LIFE, State, can_change, is_refund_state, state_of
from tests.conftest import NOW, RULES
from tests.support.example_payments import EXAMPLES, NOW_S, VBANK, payment

WINDOW_S = int(WINDOW_LIFE.total_seconds())


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, State.PAID),
        ({"cancel_amount": ...}, State.PAID),
        ({"cancel_amount": None}, State.PAID),
        ({"amount": 0}, State.PAID),
        ({"amount": "10000", "cancel_amount": "0"}, State.PAID),
        # The amounts decide, whatever the status says.
        ({"cancel_amount": 1}, State.PARTIALLY_CANCELLED),
        ({"cancel_amount": 9_999}, State.PARTIALLY_CANCELLED),
        ({"amount": 12.30, "cancel_amount": 12.29}, State.UNKNOWN),  # a float is not of our decoding
        ({"amount": "12.30", "cancel_amount": "12.29"}, State.PARTIALLY_CANCELLED),
        ({"amount": "12.30", "cancel_amount": "12.3"}, State.FULLY_CANCELLED),
        ({"status": "cancelled", "cancel_amount": 4_000}, State.PARTIALLY_CANCELLED),
        ({"status": "ready", "cancel_amount": 4_000}, State.PARTIALLY_CANCELLED),
        ({"status": "failed", "cancel_amount": 4_000}, State.PARTIALLY_CANCELLED),
        ({"status": "on_hold", "cancel_amount": 4_000}, State.PARTIALLY_CANCELLED),
        ({"status": "cancelled", "cancel_amount": 10_000}, State.FULLY_CANCELLED),
        ({"status": "paid", "cancel_amount": 10_000}, State.FULLY_CANCELLED),
        ({"status": "failed", "cancel_amount": 10_000}, State.FULLY_CANCELLED),
        ({"status": "ready", "cancel_amount": 10_000}, State.FULLY_CANCELLED),
        # What contradicts itself is called so.
        ({"status": "cancelled"}, State.CONTRADICTORY),
        ({"status": "cancelled", "cancel_amount": ...}, State.CONTRADICTORY),
        ({"cancel_amount": 10_001}, State.CONTRADICTORY),
        ({"status": "cancelled", "cancel_amount": 28_000}, State.CONTRADICTORY),
        ({"cancel_amount": -1}, State.CONTRADICTORY),
        ({"amount": -10_000}, State.CONTRADICTORY),
        ({"amount": 0, "cancel_amount": 1}, State.CONTRADICTORY),
        ({"cancel_history": [{"amount": 4_000}]}, State.CONTRADICTORY),
        ({"cancel_amount": ..., "cancel_history": [{"amount": 4_000}]}, State.CONTRADICTORY),
        ({"status": "failed", "cancel_history": [{"amount": 4_000}]}, State.CONTRADICTORY),
        ({"cancel_history": [{"amount": 0}, {"reason": "?"}]}, State.PAID),
        # What is missing or unreadable is not guessed.
        ({"amount": ...}, State.UNKNOWN),
        ({"amount": None, "status": "failed"}, State.UNKNOWN),
        ({"amount": "ten thousand"}, State.UNKNOWN),
        ({"cancel_amount": "all of it"}, State.UNKNOWN),
        ({"cancel_amount": [4_000]}, State.UNKNOWN),
        ({"status": ...}, State.UNKNOWN),
        ({"status": ""}, State.UNKNOWN),
        ({"status": {"is": "paid"}}, State.UNKNOWN),
        ({"status": "on_hold"}, State.UNKNOWN),
        ({"status": "PAID"}, State.UNKNOWN),
        ({"status": "failed"}, State.FAILED),
        ({"status": "failed", "fail_reason": None}, State.FAILED),
        ({"status": "pending"}, State.PENDING),
        # Awaiting a deposit.
        (VBANK, State.AWAITING_DEPOSIT),
        (VBANK | {"vbank_date": 0}, State.AWAITING_DEPOSIT),
        (VBANK | {"vbank_date": "soon"}, State.AWAITING_DEPOSIT),
        (VBANK | {"vbank_date": NOW_S + 1}, State.AWAITING_DEPOSIT),
        (VBANK | {"vbank_date": NOW_S}, State.DEADLINE_PASSED),
        (VBANK | {"vbank_date": NOW_S - 1}, State.DEADLINE_PASSED),
        (VBANK | {"pay_method": "card"}, State.AWAITING_DEPOSIT),
        (VBANK | {"vbank_num": "unknown"}, State.NOT_COMPLETED),
        (VBANK | {"vbank_num": None, "vbank_issued_at": NOW_S - 60}, State.AWAITING_DEPOSIT),
        (VBANK | {"vbank_num": None, "vbank_date": NOW_S + 60}, State.AWAITING_DEPOSIT),
        (VBANK | {"vbank_num": None}, State.NOT_COMPLETED),
        (VBANK | {"vbank_num": "", "vbank_issued_at": 0, "started_at": NOW_S - 60}, State.WINDOW_OPEN),
        (VBANK | {"status": "paid", "vbank_date": NOW_S - 1}, State.PAID),
        (VBANK | {"status": "cancelled"}, State.CLOSED_BEFORE_DEPOSIT),
        # The window.
        ({"status": "ready", "started_at": NOW_S}, State.WINDOW_OPEN),
        ({"status": "ready", "started_at": NOW_S - WINDOW_S + 1}, State.WINDOW_OPEN),
        ({"status": "ready", "started_at": NOW_S - WINDOW_S}, State.NOT_COMPLETED),
        ({"status": "ready", "started_at": NOW_S - 86_400}, State.NOT_COMPLETED),
        ({"status": "ready", "started_at": NOW_S + 5}, State.WINDOW_OPEN),  # the desk's clock is late
        ({"status": "ready"}, State.NOT_COMPLETED),
        ({"status": "ready", "started_at": 0}, State.NOT_COMPLETED),
    ],
    ids=str,
)
def test_state(fields: dict[str, Any], state: State) -> None:
    assert state_of(payment(**fields), NOW, RULES) is state


def test_a_deadline_passes() -> None:
    awaited = payment(**VBANK, vbank_date=NOW_S + 60)
    assert state_of(awaited, NOW, RULES) is State.AWAITING_DEPOSIT
    assert state_of(awaited, NOW + timedelta(minutes=1), RULES) is State.DEADLINE_PASSED


def test_every_state_has_an_example() -> None:
    assert {state: state_of(example, NOW, RULES) for state, example in EXAMPLES.items()} == {
        state: state for state in State
    }


def test_what_is_waited_for_and_what_is_refunded() -> None:
    assert {state for state in State if can_change(state)} == {
        State.AWAITING_DEPOSIT,
        State.DEADLINE_PASSED,
        State.WINDOW_OPEN,
        State.MAY_STILL_BE_PAID,
        State.NOT_COMPLETED,
        State.PENDING,
    }
    assert {state for state in State if is_refund_state(state)} == {
        State.PARTIALLY_CANCELLED,
        State.FULLY_CANCELLED,
    }
