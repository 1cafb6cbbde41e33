"""A short run of the fuzzer, which finds planted defects. `make fuzz` is the long one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from iamport_desktop.api import responses
from iamport_desktop.api.errors import MalformedResponse
from iamport_desktop.api.fields import field_names
from iamport_desktop.api.models import Payment
from iamport_desktop.domain.masking import MASKS
from iamport_desktop.presentation.payment import build_payment_view_model
from tests.fuzz import checks
from tests.fuzz.__main__ import KINDS, fuzz
from tests.fuzz.answers import ALLOWED, PERSONAL, SCHEMA

FEW = 150
AT_ONCE = (Phase.generate,)  # without a search for the smallest example


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_fails(kind: str) -> None:
    ran, failure = fuzz(kind, FEW, 1)
    assert failure == ""
    assert ran >= FEW


def test_the_schema_has_every_field_that_is_read() -> None:
    assert set(SCHEMA["properties"]) == field_names(Payment) - {"extension"}
    assert set(PERSONAL) <= set(SCHEMA["properties"])
    Draft7Validator.check_schema(SCHEMA)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_what_is_made_from_the_schema_is_what_it_allows(data: st.DataObject) -> None:
    Draft7Validator(SCHEMA).validate(data.draw(ALLOWED))


# Planted


def test_a_decoder_that_trips_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def trips(body: bytes) -> responses.Envelope:
        return responses.Envelope(0, "", json.loads(body)["response"]["imp_uid"])

    monkeypatch.setattr(responses, "decode", trips)
    _, failure = fuzz("answers", FEW, 1, AT_ONCE)
    assert "Error" in failure


def test_a_presentation_that_trips_over_a_value_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    real = build_payment_view_model

    def trips(payment: Payment, context: Any) -> Any:
        return real(payment, context) if payment.amount is None or payment.amount >= 0 else 1 / 0

    monkeypatch.setattr(checks, "build_payment_view_model", trips)
    _, failure = fuzz("answers", FEW, 1, AT_ONCE)
    assert "ZeroDivisionError" in failure


def test_an_invisible_character_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "summary", lambda payment, _: payment.merchant_uid or "")
    _, failure = fuzz("answers", FEW, 1, AT_ONCE)
    assert "something unseen" in failure


def test_a_mask_that_lets_through_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MASKS, "buyer_addr", lambda value: value)
    _, failure = fuzz("masks", FEW, 1, AT_ONCE)
    assert "assert" in failure


def test_a_refusal_without_a_sentence_is_found() -> None:
    with pytest.raises(AssertionError):
        checks.check_refusal(RuntimeError())  # type: ignore[arg-type]
    checks.check_refusal(MalformedResponse())
