"""How much was left after each cancellation, and when that is not known."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from iamport_desktop.domain.cancellations import remaining_after_each
from tests.support.example_payments import NOW_S, payment


def cancelled(*amounts_and_times: tuple[object, int | None]) -> list[dict[str, Any]]:
    return [{"amount": amount, "cancelled_at": at and NOW_S + at} for amount, at in amounts_and_times]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"cancel_amount": 4_000, "cancel_history": cancelled((4_000, 1))}, ["6000"]),
        (
            {"cancel_amount": 10_000, "cancel_history": cancelled((4_000, 1), (1_000, 2), (5_000, 3))},
            ["6000", "5000", "0"],
        ),
        (  # in the order of time, whatever the order of the answer
            {"cancel_amount": 6_000, "cancel_history": cancelled((1_000, 3), (3_000, 1), (2_000, 2))},
            ["4000", "7000", "5000"],
        ),
        (  # which of the same second came first is not known
            {"cancel_amount": 6_000, "cancel_history": cancelled((1_000, 1), (3_000, 2), (2_000, 2))},
            ["9000", "4000", "4000"],
        ),
        (
            {
                "currency": "USD",
                "amount": "12.30",
                "cancel_amount": "2.3",
                "cancel_history": cancelled(("2.30", 1)),
            },
            ["10.00"],
        ),
        ({"cancel_amount": 0, "cancel_history": cancelled((0, 1))}, ["10000"]),
        # Nothing is said where the sums contradict each other, or something is missing.
        ({"cancel_amount": 5_000, "cancel_history": cancelled((4_000, 1))}, None),
        ({"cancel_amount": 0, "cancel_history": cancelled((4_000, 1))}, None),
        ({"cancel_amount": ..., "cancel_history": cancelled((4_000, 1))}, None),
        ({"cancel_amount": "all", "cancel_history": cancelled((4_000, 1))}, None),
        ({"amount": ..., "cancel_amount": 4_000, "cancel_history": cancelled((4_000, 1))}, None),
        ({"amount": 3_000, "cancel_amount": 4_000, "cancel_history": cancelled((4_000, 1))}, None),
        ({"cancel_amount": 4_000, "cancel_history": cancelled((4_000, None))}, None),
        ({"cancel_amount": 4_000, "cancel_history": cancelled((4_000, 1), (None, 2))}, None),
        ({"cancel_amount": 4_000, "cancel_history": cancelled((5_000, 1), (-1_000, 2))}, None),
        ({"status": ..., "cancel_amount": 4_000, "cancel_history": cancelled((4_000, 1))}, None),
    ],
)
def test_remaining(fields: dict[str, Any], expected: list[str] | None) -> None:
    assert remaining_after_each(payment(**fields)) == (expected and tuple(map(Decimal, expected)))


@pytest.mark.parametrize(
    ("deposits", "cancellations", "expected"),
    [
        ([(3_000, 1), (5_000, 3)], [(3_000, 2), (1_000, 4)], ["0", "4000"]),
        ([(3_000, 1)], [(3_000, 1)], ["0"]),
        ([(5_000, 2)], [(3_000, 1)], None),  # went back before it came
        ([(5_000, None)], [(3_000, 1)], None),
        ([(None, 1)], [(3_000, 1)], None),
    ],
)
def test_a_fixed_account_holds_what_was_deposited_so_far(
    deposits: list[tuple[int | None, int | None]],
    cancellations: list[tuple[object, int | None]],
    expected: list[str] | None,
) -> None:
    history = cancelled(*cancellations)
    body = {
        "pay_method": "vbank",
        "deposit_history": [{"amount": amount, "deposited_at": at and NOW_S + at} for amount, at in deposits],
        "cancel_history": history,
        "cancel_amount": sum(entry["amount"] for entry in history),
    }
    assert remaining_after_each(payment(**body)) == (expected and tuple(map(Decimal, expected)))
