"""A payment with every field, and the ways in which each field can be wrong."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from iamport_desktop.api.fields import field_names
from iamport_desktop.api.models import Cancellation, Deposit, Payment, Promotion
from tests.faults.replies import BUYER

_NESTED = {"cancel_history": Cancellation, "deposit_history": Deposit, "promotion": Promotion}
_TIMES = frozenset(
    "started_at paid_at failed_at cancelled_at vbank_date vbank_issued_at deposited_at".split()
)
_AMOUNTS = frozenset("amount cancel_amount discount".split())
_NUMBERS = frozenset(("card_quota", "card_type"))
_FLAGS = frozenset("sandbox escrow cash_receipt_issued".split())

Path = tuple[str | int, ...]


def whole(imp_uid: str) -> dict[str, Any]:
    """Return a payment with a value in every documented field."""
    texts = {name: f"value of {name}" for name in field_names(Payment)}
    return {
        **texts,
        **dict.fromkeys(_TIMES & field_names(Payment), 1_790_000_000),
        **dict.fromkeys(_FLAGS & field_names(Payment), False),
        "imp_uid": imp_uid,
        "merchant_uid": "order-1",
        "status": "paid",
        "pay_method": "card",
        "amount": 1000,
        "cancel_amount": 10,
        "currency": "KRW",
        "card_quota": 3,
        "card_type": 0,
        "card_number": "123456******1234",
        "receipt_url": "https://pg.example/receipt",
        "cancel_receipt_urls": ["https://pg.example/cancelled"],
        "extension": {"more": "of the PG's"},
        "promotion": {"id": "promotion-1", "discount": 5},
        "cancel_history": [
            {
                "pg_tid": "T1",
                "amount": 10,
                "cancelled_at": 1_790_000_100,
                "reason": "changed mind",
                "cancellation_id": "c1",
                "receipt_url": "https://pg.example/cancelled",
            }
        ],
        "deposit_history": [
            {
                "pg_tid": "D1",
                "amount": 1000,
                "depositor_name": BUYER["buyer_name"],
                "deposited_at": 1_790_000_000,
            }
        ],
        **BUYER,
    }


def paths() -> Iterator[Path]:
    """Yield the path of each documented field, nested ones too."""
    for name in sorted(field_names(Payment)):
        yield (name,)
        if name in _NESTED:
            inside: Path = (name,) if name == "promotion" else (name, 0)
            yield from ((*inside, each) for each in sorted(field_names(_NESTED[name])))


def without(payment: dict[str, Any], path: Path) -> dict[str, Any]:
    """Return `payment` without the field at `path`."""
    changed = copy.deepcopy(payment)
    del _parent(changed, path)[path[-1]]
    return changed


def with_value(payment: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """Return `payment` with `value` in the field at `path`."""
    changed = copy.deepcopy(payment)
    _parent(changed, path)[path[-1]] = value
    return changed


def _parent(payment: Any, path: Path) -> Any:
    for step in path[:-1]:
        payment = payment[step]
    return payment


def wrong_type(path: Path) -> Any:
    """Return a value of a type that the field at `path` never has."""
    return {"an": ["object"]} if path[-1] not in ("promotion", "extension") else ["a list"]


def another_wrong_type(path: Path) -> Any:
    """Return a value of another wrong type: a bool for a number, a number for a list, a list for a text."""
    name = path[-1]
    if name in _AMOUNTS or name in _TIMES or name in _NUMBERS:
        return True
    return "neither" if name in _FLAGS else [1, None, {"deep": [[]]}] if name not in _NESTED else 7


def extreme(path: Path) -> Any:
    """Return the largest value of the field's type, or more."""
    name = path[-1]
    if name in _AMOUNTS or name in _NUMBERS:
        return -(10**17)
    if name in _TIMES:
        return 253_402_300_799  # the last second of the year 9999
    if name in _FLAGS:
        return 1
    if name in ("cancel_history", "deposit_history"):
        return [{"amount": 1}] * 3000
    if name == "cancel_receipt_urls":
        return [f"https://pg.example/{number}" for number in range(3000)]
    if name in ("promotion", "extension"):
        return {f"key {number}": "x" * 1000 for number in range(1000)}
    return "가" * 100_000
