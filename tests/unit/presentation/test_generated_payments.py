"""Generated payments with any JSON in any field: the view model is built, and its masks hold.

Whatever must be masked is in runes here, and nothing else is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iamport_desktop.api.codes import CodeTables, Table
from iamport_desktop.api.fields import field_names
from iamport_desktop.api.models import Cancellation, Deposit, Payment, Promotion
from iamport_desktop.presentation.payment import build_payment_view_model
from iamport_desktop.presentation.view_model import FormatContext
from tests.conftest import NOW, RULES
from tests.support.view_model_texts import all_text, drawn, texts_in

PERSONAL = frozenset(
    "buyer_name buyer_tel buyer_email buyer_addr buyer_postcode card_number custom_data depositor_name".split()
)
NOT_TEXT = frozenset(
    "sandbox escrow cash_receipt_issued card_quota card_type amount cancel_amount discount vbank_date "
    "vbank_issued_at started_at paid_at failed_at cancelled_at deposited_at".split()
)
NESTED = {"cancel_history": Cancellation, "deposit_history": Deposit, "promotion": Promotion}

LATIN = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20)
RUNES = st.text(st.characters(min_codepoint=0x16A0, max_codepoint=0x16EA), min_size=2, max_size=12)
NUMBERS = (
    st.integers(-(10**19), 10**19)
    | st.integers(0, 2_000_000_000)
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.sampled_from(
        [0, 1, 10_000, Decimal("12.30"), Decimal("1E-9999"), Decimal("1E+9999"), 253_402_300_799]
    )
)
SCALARS = st.none() | st.booleans() | NUMBERS
HIDDEN_JSON = st.recursive(
    SCALARS | RUNES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(RUNES, inner, max_size=3),
    max_leaves=6,
)
ANY_JSON = st.recursive(
    SCALARS | st.text(st.characters(codec=None, categories=None), max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LATIN, inner, max_size=3),
    max_leaves=6,
)
URLS = st.sampled_from(
    ["https://example.com/r?a=b+c%2B", "http://[half", "javascript:x", "//", "https://a@b", "\\\\a\\b"]
)


# Where an object is expected, the names of its members are labels, and shown.
_without_names = SCALARS | RUNES | st.lists(SCALARS | RUNES, min_size=1, max_size=3)


def _value(name: str) -> st.SearchStrategy[Any]:
    """For a field of the API: what it usually holds, or something of another type that has to be masked."""
    wrong = st.lists(HIDDEN_JSON, min_size=1, max_size=2) | st.dictionaries(
        RUNES, HIDDEN_JSON, min_size=1, max_size=2
    )
    if name in NESTED:
        record = _record(field_names(NESTED[name]))
        return _without_names | record | st.lists(record, max_size=6)
    if name == "extension":
        return wrong.filter(lambda value: isinstance(value, list)) | st.dictionaries(
            LATIN, HIDDEN_JSON, max_size=3
        )
    if name in PERSONAL:
        return HIDDEN_JSON
    if name in NOT_TEXT:
        return HIDDEN_JSON | NUMBERS
    if name == "cancel_receipt_urls":
        return st.lists(LATIN | URLS, max_size=3) | wrong
    return LATIN | URLS | NUMBERS | wrong


@st.composite
def _record(draw: st.DrawFn, names: frozenset[str]) -> dict[str, Any]:
    chosen = draw(st.lists(st.sampled_from(sorted(names)), unique=True, max_size=8))
    # The value of an undocumented field is hidden; its name is shown.
    unknown = draw(st.dictionaries(LATIN.filter(lambda name: name not in names), HIDDEN_JSON, max_size=2))
    return unknown | {name: draw(_value(name)) for name in chosen}


# So that every state occurs.
HEADS = st.fixed_dictionaries(
    {
        "status": st.sampled_from(["paid", "cancelled", "ready", "failed", "pending", "on_hold"]),
        "amount": st.sampled_from([0, 1000, Decimal("10.50")]),
        "cancel_amount": st.sampled_from([0, 10, 1000, 5000, -1, None]),
        "currency": st.sampled_from(["KRW", "USD", "KWD", None, "?"]),
    }
)
PAYMENTS = st.builds(lambda head, record: head | record, HEADS | st.just({}), _record(field_names(Payment)))
quick = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def context() -> FormatContext:
    """Without names for codes: every code stands for itself, and a failure is reported on a page."""
    return FormatContext("en", CodeTables({table: {} for table in get_args(Table)}), RULES, NOW)


@quick
@given(source=PAYMENTS)
def test_what_must_be_masked_is_masked(source: dict[str, Any], context: FormatContext) -> None:
    if context.assess(Payment.from_json(source)).account:  # which is the shop's, and shown
        source = {name: value for name, value in source.items() if name not in ("vbank_num", "vbank_holder")}
    text = all_text(Payment.from_json(source), context, revealed=False)
    assert re.findall("[\u16a0-\u16ea]{2,}", text) == []


@quick
@given(source=PAYMENTS)
def test_what_is_revealed_is_there(source: dict[str, Any], context: FormatContext) -> None:
    view_model = build_payment_view_model(Payment.from_json(source), replace(context, revealed=True))
    text = "\n".join(texts_in(view_model))
    assert [value for value in _runes_in(source) if value not in text] == []


@quick
@given(source=st.dictionaries(st.sampled_from(sorted(field_names(Payment))) | LATIN, ANY_JSON, max_size=60))
def test_any_json_in_any_field(source: dict[str, Any], context: FormatContext) -> None:
    payment = Payment.from_json(source)
    for revealed in (False, True):
        view_model = build_payment_view_model(payment, replace(context, revealed=revealed))
        all_text(payment, context, revealed=revealed).encode("utf-8")
        assert all(len(text) <= 400 for text in drawn(view_model))


def test_runes_are_seen_where_nothing_masks_them(context: FormatContext) -> None:
    """The test of the tests above: a text field shows what it holds."""
    payment = Payment.from_json(
        {"pg_tid": "ᚠᚢᚦ", "fail_reason": "ᚠᚢᚦ", "cancel_history": [{"reason": "ᚠᚢᚦ"}]}
    )
    assert len(re.findall("ᚠᚢᚦ", all_text(payment, context, revealed=False))) >= 6


def _runes_in(value: Any) -> list[str]:
    """In the values; what is empty is not shown, and neither is its name."""
    if isinstance(value, str):
        return re.findall("[\u16a0-\u16ea]{2,}", value)
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value for member in members for value in _runes_in(member)]
