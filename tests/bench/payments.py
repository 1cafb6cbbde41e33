"""Payments to measure with: the samples, and some larger than any shop's."""

from __future__ import annotations

import json
from typing import Any

from iamport_desktop.sandbox.samples import load_samples

_NOON = 1_795_316_400.0  # 2026-11-22 03:00 UTC
_RECEIPTS = "http://127.0.0.1:8000/receipt"


def bodies() -> list[dict[str, Any]]:
    """Return every sample payment, as the API's `response` has it."""
    return [dict(each.body) for each in load_samples(_NOON, _RECEIPTS).payments]


def body_with(*, cancellations: int) -> dict[str, Any]:
    """Return a cancelled sample with so many cancellations."""
    body = next(each for each in bodies() if each.get("cancel_history"))
    (first, *_) = body["cancel_history"]
    body["cancel_history"] = [
        {
            **first,
            "amount": 1,
            "cancelled_at": first["cancelled_at"] + number,
            "cancellation_id": f"c-{number}",
        }
        for number in range(cancellations)
    ]
    body["amount"] = body["cancel_amount"] = cancellations
    return body


LONG_HISTORY, UNDOCUMENTED = "imp_199999999998", "imp_199999999999"


def huge_bodies() -> list[dict[str, Any]]:
    """Return a payment with 10,000 cancellations, and one with 1 MB in a field that the API does not document."""
    text = "가나다 " * 100_000  # 10 bytes each
    return [
        body_with(cancellations=10_000) | {"imp_uid": LONG_HISTORY},
        body_with(cancellations=1) | {"imp_uid": UNDOCUMENTED, "undocumented": text},
    ]


def as_answer(body: dict[str, Any]) -> bytes:
    """Return the bytes of a successful answer."""
    return json.dumps({"code": 0, "message": None, "response": body}).encode("ascii")
