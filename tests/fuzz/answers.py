"""Strategies for answers: as the vendor's schema allows them, wrong in places, and damaged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tests.fuzz.schemas import TEXTS, values_of

SCHEMA: dict[str, Any] = json.loads(
    Path(__file__).with_name("payment_schema.json").read_text(encoding="utf-8")
)
# Masked wherever it stands in one of these; written in runes, as nothing else is.
PERSONAL = (
    "buyer_name buyer_tel buyer_email buyer_addr buyer_postcode vbank_num vbank_holder card_number custom_data"
).split()

RUNES = st.text(st.characters(min_codepoint=0x16A0, max_codepoint=0x16EA), min_size=2, max_size=12)
NUMBERS = st.sampled_from(
    [0, -1, 1, 10**17, -(10**25), 1e308, 1e-9, 1_790_000_000, 253_402_300_800, 1_790_000_000_000]
)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=8,
)
ALLOWED = values_of(SCHEMA)


@st.composite
def with_a_person(draw: st.DrawFn) -> dict[str, Any]:
    """What the schema allows, with personal data written in runes."""
    personal: dict[str, Any] = draw(st.fixed_dictionaries({}, optional=dict.fromkeys(PERSONAL, RUNES)))
    return {**without_runes(draw(ALLOWED)), **personal}


@st.composite
def wrong_in_places(draw: st.DrawFn) -> Any:
    """A payment with anything in some of its fields, under unknown names, or in its histories."""
    payment = draw(ALLOWED)
    names = st.sampled_from(sorted(SCHEMA["properties"])) | TEXTS
    changed = payment | draw(st.dictionaries(names, ANY_JSON, min_size=1, max_size=5))
    for history in ("cancel_history", "deposit_history"):
        if isinstance(entries := changed.get(history), list):
            changed[history] = entries + draw(st.lists(ANY_JSON, max_size=2))
    return changed


def envelope(response: Any, code: Any = 0, message: Any = None) -> bytes:
    """Return an answer's body."""
    return json.dumps({"code": code, "message": message, "response": response}).encode("ascii")


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """The body of a good answer that was cut off or mixed with other bytes."""
    body = envelope(draw(ALLOWED))
    start = draw(st.integers(0, len(body)))
    end = draw(st.integers(start, min(len(body), start + 20)) | st.just(len(body)))
    return body[:start] + draw(st.binary(max_size=20)) + body[end:]


BODIES: st.SearchStrategy[bytes] = st.one_of(
    ALLOWED.map(envelope),
    wrong_in_places().map(envelope),
    damaged(),
    st.builds(envelope, ANY_JSON, ANY_JSON, ANY_JSON),
    st.binary(max_size=200),
)


def without_runes(value: Any) -> Any:
    """Return `value` without runes."""
    if isinstance(value, str):
        return "".join(sign for sign in value if not "\u16a0" <= sign <= "\u16ea")
    if isinstance(value, list):
        return [without_runes(each) for each in value]
    if isinstance(value, dict):
        return {without_runes(name): without_runes(each) for name, each in value.items()}
    return value
