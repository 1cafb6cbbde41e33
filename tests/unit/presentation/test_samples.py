"""Every sample payment: all of it is in the view model, and nothing personal before it is revealed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from iamport_desktop.api.codes import CodeTables
from iamport_desktop.api.fields import field_names
from iamport_desktop.api.models import Payment
from iamport_desktop.domain.business_days import KST
from iamport_desktop.presentation.fields import MAPPED_FIELDS
from iamport_desktop.presentation.formatting import escape_invisible
from iamport_desktop.presentation.payment import build_payment_view_model
from iamport_desktop.presentation.raw_json import raw_json
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.sandbox.samples import load_samples
from tests.conftest import NOW, RULES
from tests.support.personal_data import MASKED_PARTS, PERSONAL_DATA
from tests.support.view_model_texts import all_text, rows_of, texts_in

SAMPLES = {
    sample.imp_uid: sample.body
    for sample in load_samples(NOW.timestamp(), "http://127.0.0.1:8000/receipts").payments
}
EMPTY: tuple[object, ...] = (None, "", 0, "0", [], {})

# Personal data in every field that can hold any.
EVERYWHERE: dict[str, Any] = PERSONAL_DATA | {
    "extension": {"REMITTER": "카나리아송금", "more": [{"deep": "canary-extension"}]},
    "promotion": {"id": "p", "discount": "canary-discount", "note": "canary-promotion"},
    "paid_at": "canary-time",
    "name": {"wrong": "canary-product"},
    "secret_list": ["canary-list", {"key": "canary-object"}],
    "secret_number": 70605,
}
PERSON_IN_HISTORY: dict[str, dict[str, Any]] = {
    "cancel_history": {"note": "canary-cancel", "cancelled_at": "canary-when", "reason": ["canary-why"]},
    "deposit_history": {"depositor_name": "카나리아입금", "note": "canary-deposit", "amount": ["canary-sum"]},
}
# The parts of it that a mask may not show.
HIDDEN = [
    *MASKED_PARTS,
    *"나리아송 나리아입 70605 canary-extension canary-discount canary-promotion canary-time canary-product".split(),
    *"canary-list canary-object canary-cancel canary-when canary-why canary-deposit canary-sum".split(),
]


@pytest.fixture
def masked(language: str, codes: CodeTables) -> FormatContext:
    """Masked, in both languages."""
    return FormatContext("ko" if language == "ko" else "en", codes, RULES, NOW)


def revealed(context: FormatContext) -> FormatContext:
    return replace(context, revealed=True)


def with_person(body: Mapping[str, Any]) -> Payment:
    """Return the sample with personal data in every field that can hold any."""
    histories = {
        name: [entry | extra for entry in (body.get(name) or [{}])[:5]]
        for name, extra in PERSON_IN_HISTORY.items()
    }
    return Payment.from_json({**body, **EVERYWHERE, **histories})


def without_open_account(text: str, payment: Payment, context: FormatContext) -> str:
    """Return `text` without the shop's account, which is shown whole while it takes a deposit."""
    if context.assess(payment).account is None:
        return text
    return text.replace(payment.vbank_num or "", "").replace(payment.vbank_holder or "", "")


def masked_text(payment: Payment, context: FormatContext) -> str:
    return without_open_account(all_text(payment, context, revealed=False), payment, context)


def test_nothing_personal_is_seen_before_it_is_revealed(masked: FormatContext) -> None:
    texts = {uid: masked_text(with_person(body), masked) for uid, body in SAMPLES.items()}
    assert [(uid, value) for uid in texts for value in HIDDEN if value in texts[uid]] == []


def test_everything_personal_is_seen_when_it_is_revealed(masked: FormatContext) -> None:
    view_models = {
        uid: build_payment_view_model(with_person(body), revealed(masked)) for uid, body in SAMPLES.items()
    }
    texts = {
        uid: "\n".join([*texts_in(view_model), raw_json(with_person(SAMPLES[uid]), revealed=True)])
        for uid, view_model in view_models.items()
    }
    assert [(uid, value) for uid in texts for value in HIDDEN if value not in texts[uid]] == []
    assert all(view_model.holds_personal_data for view_model in view_models.values())


# Postcodes of the samples stand within other numbers.
HIDDEN_IN_SAMPLES = (
    "buyer_name buyer_tel buyer_email buyer_addr vbank_num vbank_holder card_number custom_data".split()
)


@pytest.mark.parametrize("body", SAMPLES.values(), ids=SAMPLES)
def test_what_the_samples_hold_is_masked_too(body: Mapping[str, Any], context: FormatContext) -> None:
    text = masked_text(Payment.from_json(body), context)
    whole = [body.get(name) for name in HIDDEN_IN_SAMPLES]
    whole += [entry.get("depositor_name") for entry in body.get("deposit_history") or ()]
    personal = [
        value
        for value in whole
        if isinstance(value, str) and len(value) > 2 and "*" not in value and value != "unknown"
    ]
    assert [value for value in personal if escape_invisible(value) in text] == []


@pytest.mark.parametrize(
    ("imp_uid", "personal"), [("imp_100000000042", "5678"), ("imp_100000000043", "order.sample")]
)
def test_an_order_number_that_holds_personal_data(
    imp_uid: str, personal: str, context: FormatContext
) -> None:
    payment = Payment.from_json(SAMPLES[imp_uid])
    assert personal not in all_text(payment, context, revealed=False)
    assert personal in all_text(payment, context, revealed=True)


def test_nothing_to_reveal(context: FormatContext) -> None:
    payment = Payment.from_json({"imp_uid": "imp_900000000001", "status": "paid", "amount": 1, "name": "x"})
    assert not build_payment_view_model(payment, context).holds_personal_data


@pytest.mark.parametrize("body", SAMPLES.values(), ids=SAMPLES)
def test_everything_is_findable(body: Mapping[str, Any], masked: FormatContext) -> None:
    text = "\n".join(texts_in(build_payment_view_model(Payment.from_json(body), revealed(masked))))
    assert [path for path, forms in expected(body) if not any(value in text for value in forms)] == []


@pytest.mark.parametrize("body", SAMPLES.values(), ids=SAMPLES)
def test_every_field_has_its_row(body: Mapping[str, Any], context: FormatContext) -> None:
    view_model = build_payment_view_model(Payment.from_json(body), revealed(context))
    shown = {row.name.partition(".")[0] for row in rows_of(view_model)}
    shown |= {"cancel_history"} if view_model.cancellations else set()
    shown |= {"deposit_history"} if view_model.deposits else set()
    assert {name for name, value in body.items() if value not in EMPTY} - shown <= shown_in_another_row(body)


def shown_in_another_row(body: Mapping[str, Any]) -> set[str]:
    """Return the fields without a row of their own: the code's row has the name, the history has the receipts."""
    code_of = {
        "card_name": "card_code",
        "card_issuer_name": "card_issuer_code",
        "card_publisher_name": "card_publisher_code",
        "bank_name": "bank_code",
        "vbank_name": "vbank_code",
    }
    shown = {name for name, code in code_of.items() if body.get(code)}
    if body.get("card_publisher_code") == body.get("card_issuer_code"):
        shown |= {"card_publisher_code", "card_publisher_name"}
    in_history = {entry.get("receipt_url") for entry in body.get("cancel_history") or ()}
    if set(body.get("cancel_receipt_urls") or ()) <= in_history:
        shown.add("cancel_receipt_urls")
    return shown


RECORDS = ("", ".cancel_history", ".deposit_history", ".promotion")
TIMES = frozenset("started_at paid_at failed_at cancelled_at vbank_date vbank_issued_at deposited_at".split())
AMOUNTS = frozenset("amount cancel_amount discount".split())
FLAGS = frozenset("sandbox escrow cash_receipt_issued".split())


def expected(value: Any, path: str = "", name: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each value of an answer with its path and the forms in which it may be shown."""
    if value in EMPTY:
        return
    if isinstance(value, Mapping):
        for key, member in value.items():
            # An undocumented value is shown as it came, whatever its members are called.
            yield from expected(member, f"{path}.{key}", key if path in RECORDS else "")
    elif isinstance(value, list):
        for item in value:
            yield from expected(item, path, name)
    else:
        yield path, forms(name, value)


def forms(name: str, value: Any) -> tuple[str, ...]:
    if name in FLAGS:
        return ("Yes", "No", "예", "아니요")
    if name in TIMES:
        return (f"{datetime.fromtimestamp(int(value), KST):%Y-%m-%d %H:%M:%S} KST",)
    if name in AMOUNTS:
        return (f"{Decimal(str(value)):,}",)
    if name == "card_quota":
        return (f"{value} months", f"{value}개월")
    return (escape_invisible(value),) if isinstance(value, str) else (str(value),)


def test_the_table_of_fields_is_complete() -> None:
    assert field_names(Payment) == MAPPED_FIELDS


def test_the_samples_hold_every_field() -> None:
    """Or the tests above would prove nothing about it."""
    held = {name for body in SAMPLES.values() for name, value in body.items() if value not in EMPTY}
    assert field_names(Payment) <= held


def test_three_hundred_cancellations_stay_readable(masked: FormatContext) -> None:
    longest = max(SAMPLES.values(), key=lambda body: len(body.get("cancel_history") or ()))
    view_model = build_payment_view_model(Payment.from_json(longest), masked)
    assert view_model.cancellations
    assert [row.number for row in view_model.cancellations.rows] == list(range(1, 301))
    assert len(view_model.timeline) < 10
