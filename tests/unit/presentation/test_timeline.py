"""The steps of a payment in the order of time."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.timeline import timeline
from iamport_desktop.presentation.view_model import FormatContext, Step
from tests.conftest import NOW

AT = int(NOW.timestamp()) - 86_400  # a day ago
DAY = 86_400


def steps(context: FormatContext, **fields: Any) -> list[tuple[str, str, str]]:
    usual = {"amount": 30_000, "currency": "KRW"}
    payment = Payment.from_json(usual | fields)
    return [
        (step.title, step.ago, step.amount) for step in timeline(payment, context.assess(payment), context)
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"started_at": 0, "paid_at": None}, []),
        (
            {"started_at": AT - 3600, "paid_at": AT, "failed_at": 0},
            [("Requested", "1 day ago", ""), ("Paid", "1 day ago", "₩30,000")],
        ),
        ({"started_at": AT, "failed_at": AT}, [("Requested", "1 day ago", ""), ("Failed", "1 day ago", "")]),
        (
            {"status": "ready", "started_at": AT, "vbank_issued_at": AT, "vbank_date": AT + 3 * DAY},
            [
                ("Requested", "1 day ago", ""),
                ("Account issued", "1 day ago", ""),
                ("Deposit deadline", "about 2 days left", ""),
            ],
        ),
        (
            {"vbank_issued_at": AT, "pay_method": "vbank", "vbank_date": AT + 3 * DAY, "paid_at": AT + 60},
            [("Account issued", "1 day ago", ""), ("Deposited", "23 hours ago", "₩30,000")],
        ),
        (
            {"paid_at": AT, "cancelled_at": AT + 60, "cancel_amount": 500},
            [("Paid", "1 day ago", "₩30,000"), ("Cancelled", "23 hours ago", "₩500")],
        ),
        (
            {"paid_at": AT, "cancelled_at": AT, "cancel_history": [{"amount": 500, "cancelled_at": AT}]},
            [("Paid", "1 day ago", "₩30,000"), ("Cancelled", "1 day ago", "₩500")],
        ),
        (  # the answer's own order does not matter
            {
                "cancel_history": [
                    {"amount": 2, "cancelled_at": AT + 2 * 3600},
                    {"amount": 1, "cancelled_at": AT + 3600},
                    {"amount": 3},
                ]
            },
            [("Cancelled", "23 hours ago", "₩1"), ("Cancelled", "22 hours ago", "₩2")],
        ),
        (  # the desk's clock is slow
            {"paid_at": AT + 2 * DAY},
            [("Paid", "", "₩30,000")],
        ),
    ],
    ids=str,
)
def test_steps(fields: dict[str, Any], expected: list[tuple[str, str, str]], context: FormatContext) -> None:
    assert steps(context, **fields) == expected


def test_deposits_and_their_sum(context: FormatContext) -> None:
    history = [{"amount": 10_000, "deposited_at": AT + number * 3600} for number in range(3)]
    assert steps(context, pay_method="vbank", deposit_history=history, paid_at=AT + 2 * 3600) == [
        ("Deposited", "1 day ago", "₩10,000"),
        ("Deposited", "23 hours ago", "₩10,000"),
        ("Deposited", "22 hours ago", "₩10,000"),
        ("Paid", "22 hours ago", "₩30,000"),
    ]


@pytest.mark.parametrize(("count", "shown"), [(1, 1), (4, 4), (5, 3), (300, 3)])
def test_many_cancellations_are_condensed(count: int, shown: int, context: FormatContext) -> None:
    history = [{"amount": 10, "cancelled_at": AT + number} for number in range(count)]
    shown_steps = steps(context, cancel_history=history)
    assert len(shown_steps) == shown
    if shown < count:
        assert shown_steps[1][0] == f"{count - 2} more cancellations"
        assert shown_steps[1][2] == f"₩{(count - 2) * 10:,}"


def test_many_deposits_are_condensed(context: FormatContext) -> None:
    """A fixed virtual account may take deposits for years."""
    history = [{"amount": 10, "deposited_at": AT + number} for number in range(300)]
    shown_steps = steps(context, pay_method="vbank", deposit_history=history)
    assert [(title, amount) for title, _, amount in shown_steps] == [
        ("Deposited", "₩10"),
        ("298 more deposits", "₩2,980"),
        ("Deposited", "₩10"),
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"started_at": "2026-11-20 23:04:59", "paid_at": "2026-11-22 14:00:00"},
            [
                ("11-20(Fri) 23:04 KST", "2026-11-20(Fri) 23:04:59 KST"),
                ("11-22(Sun) 14:00", "2026-11-22(Sun) 14:00:00 KST"),
            ],
        ),
        ({"paid_at": "2025-12-31 09:00:00"}, [("2025-12-31(Wed) 09:00 KST", "2025-12-31(Wed) 09:00:00 KST")]),
        (  # a day whose hours do not count
            {
                "pg_provider": "danal_tpay",
                "vbank_issued_at": "2026-11-22 12:00:00",
                "vbank_date": "2026-11-24 08:00:00",
            },
            [
                ("11-22(Sun) 12:00 KST", "2026-11-22(Sun) 12:00:00 KST"),
                ("11-24(Tue)", "2026-11-24(Tue)"),
            ],
        ),
    ],
    ids=["same year", "another year", "a deadline"],
)
def test_times_have_a_weekday_and_kst_once(
    fields: dict[str, Any], expected: list[tuple[str, str]], context: FormatContext
) -> None:
    times = {
        name: int(datetime.fromisoformat(f"{text}+09:00").timestamp())
        if name.endswith(("_at", "_date"))
        else text
        for name, text in fields.items()
    }
    payment = Payment.from_json(
        {"amount": 5, "status": "ready", "pay_method": "vbank", "vbank_num": "1"} | times
    )
    shown = timeline(payment, context.assess(payment), context)
    assert [(step.when, step.exact) for step in shown] == expected


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"status": "ready"}, True),
        ({"status": "cancelled", "cancelled_at": AT + 60}, False),
        ({"status": "paid", "paid_at": AT + 60}, False),
        ({"status": "failed", "failed_at": AT + 60}, False),
    ],
)
def test_a_deadline_ends_with_the_payment(
    fields: dict[str, Any], shown: bool, context: FormatContext
) -> None:
    account = {"pay_method": "vbank", "vbank_num": "1", "vbank_issued_at": AT, "vbank_date": AT + 3 * DAY}
    titles = [title for title, _, _ in steps(context, **account | fields)]
    assert ("Deposit deadline" in titles) is shown


def test_both_languages(language: str, context: FormatContext) -> None:
    payment = Payment.from_json(
        {"started_at": AT, "vbank_issued_at": AT, "paid_at": AT, "failed_at": AT, "cancelled_at": AT}
    )
    all_steps: tuple[Step, ...] = timeline(payment, context.assess(payment), context)
    assert len({step.title for step in all_steps}) == 5
    assert all(step.title.isascii() == (language == "en") for step in all_steps)
