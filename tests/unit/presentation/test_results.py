"""Several payments to choose from."""

from __future__ import annotations

import pytest

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.domain.status import State
from iamport_desktop.lookup.state import Batch, Order, Results
from iamport_desktop.presentation.results import MAX_REMARKS, attempt_list
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.view_model import FormatContext
from tests.conftest import NOW
from tests.support.example_payments import NOW_S
from tests.support.view_model_texts import texts_in

PAID = Payment.from_json(
    {
        "imp_uid": "imp_2",
        "status": "paid",
        "amount": 5,
        "currency": "KRW",
        "started_at": 1_700_000_100,
        "name": "컵",
    }
)
RETRY = Payment.from_json({"imp_uid": "imp_3", "status": "ready", "amount": 5, "started_at": 1_700_000_200})
PARTLY = Payment.from_json(
    {
        "imp_uid": "imp_4",
        "status": "paid",
        "amount": "12.30",
        "cancel_amount": "2.30",
        "currency": "USD",
        "paid_at": NOW_S - 60,
    }
)
UNCLEAR = Payment.from_json({"imp_uid": "imp_1", "status": "?", "amount": 5})
TEST = Payment.from_json({"imp_uid": "imp_7", "status": "paid", "amount": 5, "sandbox": True})
TIMELESS = Payment.from_json({"imp_uid": "imp_5", "status": "ready", "amount": 5})


def attempts(*payments: Payment, missing: tuple[str, ...] = (), order: str = "order-1") -> Results:
    return Results(Order(order), payments, tuple(map(ImpUid, missing)), NOW)


def test_rows(context: FormatContext) -> None:
    shown = attempt_list(attempts(PAID, PARTLY, TIMELESS, missing=("imp_9",)), context)
    assert [row.cells for row in shown.rows] == [
        ("Paid", "₩5", "", "₩5", "2023-11-15(Wed) 07:15", "", "컵", "imp_2"),
        ("Partially cancelled", "12.30 USD", "2.30 USD", "10.00 USD", "11-22(Sun) 13:59", "", "", "imp_4"),
        ("Not completed", "5", "", "", "", "", "", "imp_5"),
        ("Not found", "", "", "", "", "", "", "imp_9"),
    ]
    assert [row.exact for row in shown.rows] == [
        "2023-11-15(Wed) 07:15:00 KST",
        "2026-11-22(Sun) 13:59:00 KST",
        "",
        "",
    ]
    assert [row.state for row in shown.rows] == [
        State.PAID,
        State.PARTIALLY_CANCELLED,
        State.NOT_COMPLETED,
        None,
    ]
    assert [row.imp_uid for row in shown.rows] == ["imp_2", "imp_4", "imp_5", "imp_9"]
    assert all(len(row.cells) == len(shown.headings) for row in shown.rows)


@pytest.mark.parametrize(
    ("results", "remarks"),
    [
        (attempts(TIMELESS), ()),  # nothing was paid
        (attempts(PAID, TIMELESS), ("Total: paid ₩5 · cancelled ₩0 · remaining ₩5",)),
        (
            attempts(PAID, PARTLY, PAID),
            (
                "Total: paid ₩10 · cancelled ₩0 · remaining ₩10 / "
                "paid 12.30 USD · cancelled 2.30 USD · remaining 10.00 USD",
            ),
        ),
        (
            attempts(PAID, TEST),
            ("Total: paid ₩5 · cancelled ₩0 · remaining ₩5", "1 test payment is not in the total."),
        ),
        (
            Results(Order("order-1"), (PAID, UNCLEAR), (), NOW, ("imp_8",), complete=False),
            (
                "Total: paid ₩5 · cancelled ₩0 · remaining ₩5",
                "2 payments with unclear amounts are not in the total. Not all attempts could be read.",
            ),
        ),
        (
            attempts(PAID, missing=("imp_9",)),
            ("Total: paid ₩5 · cancelled ₩0 · remaining ₩5", "Not found: imp_9"),
        ),
        (
            attempts(missing=("imp_6", "imp_7", "imp_8", "imp_9")),
            ("Not found: imp_6, imp_7, imp_8 and 1 more",),
        ),
    ],
    ids=["unpaid", "paid", "two currencies", "test payment", "unclear", "missing", "many missing"],
)
def test_what_they_add_up_to(results: Results, remarks: tuple[str, ...], context: FormatContext) -> None:
    assert attempt_list(results, context).remarks == remarks
    assert len(remarks) <= MAX_REMARKS


def test_a_test_payment_has_a_badge(context: FormatContext) -> None:
    real, test = attempt_list(attempts(PAID, TEST), context).rows
    assert (real.is_test, test.is_test) == (False, True)
    assert (real.cells[0], test.cells[0]) == ("Paid", "Paid · test")
    assert test.severity is Severity.ANOMALY


def test_contradictory_answers_have_a_row_that_can_be_opened(context: FormatContext) -> None:
    results = Results(Order("order-1"), (PAID,), (ImpUid("imp_9"),), NOW, ("imp_8",))
    shown = attempt_list(results, context)
    assert [row.imp_uid for row in shown.rows] == ["imp_2", "imp_8", "imp_9"]
    assert [row.state for row in shown.rows] == [State.PAID, State.CONTRADICTORY, None]
    assert shown.rows[1].cells[0] == "Contradictory answers"
    assert shown.title == "Order number order-1: 2 attempts"


@pytest.mark.parametrize(
    ("order", "named"),
    [
        ("order-1", "order-1"),
        ("o\u202e1", "o[U+202E]1"),
        ("010-1234-5678", "••••••"),
        ("hong@example.com", "••••••"),
    ],
)
def test_the_title_names_the_order(order: str, named: str, context: FormatContext) -> None:
    assert (
        attempt_list(attempts(PAID, RETRY, order=order), context).title == f"Order number {named}: 2 attempts"
    )
    assert attempt_list(attempts(PAID, order=order), context).title == f"Order number {named}: 1 attempt"


def test_several_pasted_ids_have_no_order(context: FormatContext) -> None:
    shown = attempt_list(Results(Batch((ImpUid("imp_2"),)), (PAID,), (), NOW), context)
    assert shown.title == "1 payment"
    missing = tuple(map(ImpUid, ("imp_8", "imp_9")))
    shown = attempt_list(Results(Batch((ImpUid("imp_2"), *missing)), (PAID,), missing, NOW), context)
    assert shown.title == "1 of 3 payments found"


def test_nothing_personal_or_invisible_is_in_a_list(context: FormatContext) -> None:
    payment = Payment.from_json(
        {
            "imp_uid": "imp_\u202e6",
            "name": "x\u200b" * 1000,
            "buyer_name": "홍길동",
            "status": "pa\u202eid",
            "amount": 1,
        }
    )
    texts = list(texts_in(attempt_list(attempts(payment), context).rows[0].cells))
    assert all(text.isprintable() and len(text) <= 300 for text in texts)
    assert not any("홍길동" in text for text in texts)
