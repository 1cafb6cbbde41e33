"""Payments that differ from the documentation: field by field, and as a whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from iamport_desktop.api.connections import Limits
from iamport_desktop.api.errors import WrongPayment
from tests.faults import payments, replies
from tests.faults.assertions import check_found, check_none, check_problem
from tests.faults.case import Case
from tests.faults.case_context import PERSONAL, CaseContext, patience
from tests.faults.fault import serving
from tests.faults.payments import Path, with_value, without
from tests.faults.user_actions import look_everywhere
from tests.support.app_driver import AppDriver

# A payment of some megabytes is to be shown, not refused; and it takes its time on a busy machine.
ROOMY = Limits(deadline=60)

Json = dict[str, Any]
Change = Callable[[Json, Path], Json]


def _each_field(change: Change, context: CaseContext) -> None:
    """Look payments up in one window, each with another field changed."""
    with patience(ROOMY), serving(replies.paid) as target:
        driver = context.open(target.url)
        for number, path in enumerate(payments.paths(), 1):
            imp_uid, order = f"imp_9000000{number:05}", f"order-{number}-"
            payment = payments.whole(imp_uid) | {"merchant_uid": order}
            target.server.lookup = replies.respond(change(payment, path))
            try:
                _look(driver, imp_uid, path, order, f"order-{number - 1}-")
            except AssertionError as error:
                raise AssertionError(f"{'.'.join(map(str, path))}: {error}") from error


def _look(driver: AppDriver, imp_uid: str, path: Path, order: str, order_before: str) -> None:
    outcome = driver.look_up(imp_uid)
    if path == ("imp_uid",):
        check_problem(driver, outcome, WrongPayment)
        driver.set_language("en")
        return
    check_found(driver, outcome)
    seen = driver.texts()
    assert path == ("merchant_uid",) or any(order in text for text in seen), "its order number is not shown"
    check_none(seen, (order_before, *PERSONAL))


def _whole_payments(bodies: dict[str, Json], context: CaseContext) -> None:
    """Look up a payment with each of `bodies`, and show all of it."""
    with patience(ROOMY), serving(replies.paid) as target:
        driver = context.open(target.url)
        for number, (name, fields) in enumerate(bodies.items(), 1):
            imp_uid = f"imp_9100000{number:05}"
            target.server.lookup = replies.respond(payments.whole(imp_uid) | fields)
            try:
                check_found(driver, driver.look_up(imp_uid))
                look_everywhere(driver)
            except AssertionError as error:
                raise AssertionError(f"{name}: {error}") from error


_EACH_FIELD: dict[str, Change] = {
    "each field absent": without,
    "each field null": lambda payment, path: with_value(payment, path, None),
    "each field empty": lambda payment, path: with_value(payment, path, ""),
    "each field 0": lambda payment, path: with_value(payment, path, 0),
    "each field of a wrong type": lambda payment, path: with_value(payment, path, payments.wrong_type(path)),
    "each field of another wrong type": lambda payment, path: with_value(
        payment, path, payments.another_wrong_type(path)
    ),
    "each field extreme": lambda payment, path: with_value(payment, path, payments.extreme(path)),
}

_CANCELLATION = {
    "pg_tid": "T1",
    "amount": 1,
    "cancelled_at": 1_790_000_000,
    "reason": "changed mind",
    "cancellation_id": "c",
    "receipt_url": "https://pg.example/r?x=1",
}
_AT = "started_at paid_at failed_at cancelled_at vbank_date vbank_issued_at".split()


def _times(value: object) -> Json:
    return dict.fromkeys(_AT, value)


def _nested(depth: int) -> Any:
    value: Any = "the end"
    for _ in range(depth):
        value = [value]
    return value


_WHOLE: dict[str, dict[str, Json]] = {
    "unknown status": {
        status: {"status": status} for status in ("on_hold", "PAID", "결제완료", "\u200b", "null")
    },
    "unknown method and provider": {
        code: dict.fromkeys(("pay_method", "pg_provider", "emb_pg_provider", "channel", "card_code"), code)
        for code in ("new_pay", "한글", "../..")
    },
    "unknown currency": {
        code: {"currency": code, "amount": amount}
        for code, amount in (("XXX", 10), ("KWD", 1), ("원", 1000), ("?", 0), ("krw", 1000))
    },
    "cancelled more than paid": {
        "more": {"cancel_amount": 2000},
        "negative": {"cancel_amount": -1},
        "of nothing": {"amount": 0, "cancel_amount": 1},
    },
    "histories that do not add up": {
        "other sum": {"cancel_history": [_CANCELLATION], "cancel_amount": 999},
        "without amounts": {"cancel_history": [{}, {}], "cancel_amount": 10},
    },
    "times that are none": {
        "zero": _times(0),
        "negative": _times(-1),
        "in milliseconds": _times(1_790_000_000_000),
        "year 9999": _times(253_402_300_799),
        "after the year 9999": _times(253_402_300_800),
        "as texts": _times("1790000000"),
        "dates": _times("2026-11-22T05:00:00Z"),
    },
    "10,000 whole cancellations": {
        "alike": {"cancel_history": [_CANCELLATION] * 10_000, "cancel_amount": 1000},
        "with fields unknown": {"cancel_history": [_CANCELLATION | {"new": "x"}] * 10_000},
        "of wrong types": {"cancel_history": [{"amount": [], "reason": {}}] * 10_000},
    },
    "10,000 deposits": {
        "alike": {
            "deposit_history": [{"pg_tid": "D", "amount": 1, "depositor_name": "홍길동", "deposited_at": 1}]
            * 10_000
        }
    },
    "10,000 fields that are not documented": {
        "texts": {f"field {number}": "value" for number in range(10_000)},
        "in extension": {"extension": {f"field {number}": "value" for number in range(10_000)}},
        "receipts": {"cancel_receipt_urls": [f"https://pg.example/{number}" for number in range(10_000)]},
    },
    "1 MB custom_data that is not JSON": {
        "words": {"custom_data": "not JSON " * 120_000},
        "one word": {"custom_data": "x" * 1_000_000},
        "lines": {"custom_data": "a\n" * 500_000},
    },
    "nested 500 deep": {"lists": {"extension": {"deep": _nested(500)}}},
}

_FIELDS = len(list(payments.paths()))
SCHEMA_CASES = [
    *(Case("Schema", name, partial(_each_field, change), _FIELDS) for name, change in _EACH_FIELD.items()),
    *(Case("Schema", name, partial(_whole_payments, bodies), len(bodies)) for name, bodies in _WHOLE.items()),
]
