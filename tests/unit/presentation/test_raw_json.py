"""The answer as readable JSON."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.masking import HIDDEN
from iamport_desktop.presentation.raw_json import MAX_DOCUMENT, raw_json

SOURCE: dict[str, Any] = {
    "imp_uid": "imp_900000000001",
    "amount": 30_000,
    "fee": Decimal("0.10"),
    "sandbox": False,
    "name": 'quoted "name"\n\\',
    "buyer_name": "홍길동",
    "buyer_tel": 1012345678,
    "pg_tid": None,
    "cancel_history": [{"amount": 1, "reason": "변심", "note": "x", "cancelled_at": "yesterday"}, {}],
    "deposit_history": [],
    "extension": {"a": {"b": 1}},
    "new": [1, {"x": None}],
}


def test_revealed_it_is_the_answer_itself() -> None:
    text = raw_json(Payment.from_json(SOURCE), revealed=True)
    text = text.replace('"fee": 0.10', '"fee": "0.10"')
    assert json.loads(text) == SOURCE | {"fee": "0.10"}
    assert list(json.loads(text)) == list(SOURCE)
    assert '  "imp_uid": "imp_900000000001",\n' in text


def test_masked_like_the_page() -> None:
    document = json.loads(raw_json(Payment.from_json(SOURCE), revealed=False))
    assert document == SOURCE | {
        "fee": HIDDEN,
        "buyer_name": "홍*동",
        "buyer_tel": "101***5678",
        "cancel_history": [{"amount": 1, "reason": "변심", "note": HIDDEN, "cancelled_at": HIDDEN}, {}],
        "extension": HIDDEN,
        "new": HIDDEN,
    }


@pytest.mark.parametrize("revealed", [True, False])
def test_every_character_can_be_seen(revealed: bool) -> None:
    text = raw_json(Payment.from_json({"name": "a\u202eb\x00c\ud83d", "k\u200b": "x"}), revealed=revealed)
    assert all(line.isprintable() for line in text.splitlines())
    assert "[U+202E]" in text


def test_a_long_answer_is_cut() -> None:
    payment = Payment.from_json(
        {"cancel_history": [{"amount": number, "reason": "변심"} for number in range(10_000)]}
    )
    text = raw_json(payment, revealed=False)
    assert len(text) <= MAX_DOCUMENT + 2
    assert text.endswith("\n…")


def test_a_long_text_is_cut() -> None:
    text = raw_json(Payment.from_json({"name": "x" * 10**6, "user_agent": "after it"}), revealed=True)
    assert len(text) < 3_000
    assert "after it" in text


def test_what_is_nested_without_end_ends() -> None:
    value: Any = 1
    for _ in range(5_000):
        value = [value]
    assert raw_json(Payment.from_json({"new": value}), revealed=True).count("[") < 100
