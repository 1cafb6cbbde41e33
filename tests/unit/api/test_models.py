"""Every documented field: absent, null, empty, of a wrong type, extreme; none costs another one."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from iamport_desktop.api.fields import Record
from iamport_desktop.api.models import (
    Balance,
    Cancellation,
    CashReceipt,
    Delivery,
    Deposit,
    Payment,
    Portion,
    Promotion,
)

NOON = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)

TEXT = ("텍스트", "텍스트")
MONEY = ("1000.50", Decimal("1000.50"))
NUMBER = (3, 3)
TIME = (int(NOON.timestamp()), NOON)
FLAG = (True, True)

Sample = tuple[Any, Any]

CANCELLATION: dict[str, Sample] = {
    "pg_tid": TEXT,
    "amount": MONEY,
    "cancelled_at": TIME,
    "reason": TEXT,
    "cancellation_id": TEXT,
    "receipt_url": TEXT,
}
DEPOSIT: dict[str, Sample] = {"pg_tid": TEXT, "amount": MONEY, "depositor_name": TEXT, "deposited_at": TIME}
PROMOTION: dict[str, Sample] = {"id": TEXT, "discount": MONEY}
PAYMENT: dict[str, Sample] = {
    **dict.fromkeys(
        """imp_uid merchant_uid pay_method channel pg_provider emb_pg_provider pg_tid pg_id apply_num bank_code
        bank_name card_code card_name card_issuer_code card_issuer_name card_publisher_code card_publisher_name
        card_number vbank_code vbank_name vbank_num vbank_holder name currency buyer_name buyer_email buyer_tel
        buyer_addr buyer_postcode custom_data user_agent status fail_reason cancel_reason receipt_url
        customer_uid customer_uid_usage""".split(),
        TEXT,
    ),
    **dict.fromkeys(["amount", "cancel_amount"], MONEY),
    **dict.fromkeys(["card_quota", "card_type"], NUMBER),
    **dict.fromkeys(["sandbox", "escrow", "cash_receipt_issued"], FLAG),
    **dict.fromkeys(
        ["vbank_date", "vbank_issued_at", "started_at", "paid_at", "failed_at", "cancelled_at"], TIME
    ),
    "cancel_history": ([{"amount": 5}], (Cancellation(amount=Decimal(5)),)),
    "deposit_history": ([{"depositor_name": "가"}], (Deposit(depositor_name="가"),)),
    "promotion": ({"id": "p"}, Promotion(id="p")),
    "cancel_receipt_urls": (["https://receipt.example/1", ""], ("https://receipt.example/1",)),
}
EXTENSION: dict[str, Sample] = {"extension": ({"REMITTER": "가"}, {"REMITTER": "가"})}

CASH_RECEIPT: dict[str, Sample] = {
    **dict.fromkeys("imp_uid receipt_tid apply_num type receipt_url".split(), TEXT),
    **dict.fromkeys(["amount", "vat"], MONEY),
    **dict.fromkeys(["applied_at", "cancelled_at"], TIME),
}
DELIVERY: dict[str, Sample] = {
    **dict.fromkeys("company invoice receiving_at address".split(), TEXT),
    **dict.fromkeys(["sent_at", "applied_at"], TIME),
}
PORTION: dict[str, Sample] = dict.fromkeys("tax_free supply vat service".split(), MONEY)
BALANCE: dict[str, Sample] = {
    "amount": MONEY,
    **dict.fromkeys("cash_receipt primary secondary discount".split(), ({"vat": 5}, Portion(vat=Decimal(5)))),
    "histories": ([{"created": 1}], (Record(extra_fields={"created": 1}),)),
}

RECORDS: list[tuple[type[Record], dict[str, Sample]]] = [
    (Payment, PAYMENT | EXTENSION),
    (Cancellation, CANCELLATION),
    (Deposit, DEPOSIT),
    (Promotion, PROMOTION),
    (CashReceipt, CASH_RECEIPT),
    (Delivery, DELIVERY),
    (Portion, PORTION),
    (Balance, BALANCE),
]
FIELDS = [
    pytest.param(record, name, fields, id=f"{record.__name__}.{name}")
    for record, fields in RECORDS
    for name in fields
]
every_field = pytest.mark.parametrize(("record", "name", "fields"), FIELDS)


def sources(fields: Mapping[str, Sample], **changed: Any) -> dict[str, Any]:
    return {name: sent for name, (sent, _) in fields.items()} | changed


def assert_others_intact(read: Record, name: str, fields: Mapping[str, Sample]) -> None:
    others = {other: value for other, (_, value) in fields.items() if other != name}
    assert {other: getattr(read, other) for other in others} == others


def test_the_documented_number_of_fields() -> None:
    assert [len(fields) for fields in (PAYMENT, CANCELLATION, DEPOSIT, PROMOTION)] == [54, 6, 4, 2]


@pytest.mark.parametrize(("record", "fields"), RECORDS)
def test_whole_records_are_read(record: type[Record], fields: dict[str, Sample]) -> None:
    read = record.from_json(sources(fields))
    assert {name: getattr(read, name) for name in fields} == {
        name: value for name, (_, value) in fields.items()
    }
    assert not read.invalid_fields
    assert not read.extra_fields


@every_field
def test_a_missing_field(record: type[Record], name: str, fields: dict[str, Sample]) -> None:
    source = sources(fields)
    del source[name]
    read = record.from_json(source)
    assert getattr(read, name) is None
    assert not read.invalid_fields
    assert_others_intact(read, name, fields)


@pytest.mark.parametrize("nothing", [None, ""])
@every_field
def test_a_field_without_a_value(
    record: type[Record], name: str, fields: dict[str, Sample], nothing: Any
) -> None:
    read = record.from_json(sources(fields, **{name: nothing}))
    assert getattr(read, name) is None
    assert not read.invalid_fields
    assert_others_intact(read, name, fields)


WRONG = {
    "texts": (TEXT, [True, [], {"a": 1}, Decimal("1.5")]),
    "amounts": (MONEY, [True, [], {}, "천원", "1,000", 10**15, Decimal("1E+999"), "9" * 5000]),
    "numbers": (NUMBER, [True, [], {}, "셋", Decimal("1.5")]),
    "times": (TIME, [True, [], {}, "2026-11-22", -1, 1_790_000_000_000, 10**30]),
    "flags": (FLAG, [[], {}, "yes", 2]),
}


@every_field
def test_a_field_of_a_wrong_type_is_kept_as_it_came(
    record: type[Record], name: str, fields: dict[str, Sample]
) -> None:
    wrong = [bad for sample, values in WRONG.values() if fields[name] is sample for bad in values]
    for value in wrong or [True, 7, "text", [1], ["a", {}]]:
        read = record.from_json(sources(fields, **{name: value}))
        assert getattr(read, name) is None
        assert read.invalid_fields == {name: value}
        assert_others_intact(read, name, fields)


@pytest.mark.parametrize("name", [name for name, sample in PAYMENT.items() if sample is TIME])
def test_time_zero_is_no_time(name: str) -> None:
    assert getattr(Payment.from_json({name: 0}), name) is None


def test_extreme_values() -> None:
    read = Payment.from_json(
        {
            "name": "가" * 100_000,
            "amount": 999_999_999_999_999,
            "cancel_amount": "-0.01",
            "paid_at": 253_402_300_799,
            "cancel_history": [{"amount": 1}] * 10_000,
            "buyer_name": "cut off \ud83d",
        }
    )
    assert not read.invalid_fields
    assert len(read.name or "") == 100_000
    assert (read.amount, read.cancel_amount) == (Decimal(10**15 - 1), Decimal("-0.01"))
    assert read.paid_at == datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
    assert len(read.cancel_history or ()) == 10_000
    assert read.buyer_name == "cut off \ud83d"


def test_ids_that_came_as_numbers_are_texts() -> None:
    assert Payment.from_json({"merchant_uid": 901}).merchant_uid == "901"


def test_one_bad_cancellation_field_costs_no_cancellation() -> None:
    read = Payment.from_json({"cancel_history": [{"amount": "x", "reason": "가"}, {"amount": 5, "new": 1}]})
    first, second = read.cancel_history or ()
    assert (first.amount, first.reason, first.invalid_fields) == (None, "가", {"amount": "x"})
    assert (second.amount, second.extra_fields) == (Decimal(5), {"new": 1})
    assert not read.invalid_fields


def test_undocumented_fields_are_kept() -> None:
    source = {"imp_uid": "imp_1", "new_in_2027": {"a": [1]}, "invalid_fields": 1, "extra_fields": 2, "raw": 3}
    read = Payment.from_json(source)
    assert read.extra_fields == {"new_in_2027": {"a": [1]}, "invalid_fields": 1, "extra_fields": 2, "raw": 3}
    assert read.raw == source


def test_an_empty_object_is_an_empty_payment() -> None:
    read = Payment.from_json({})
    assert read == Payment()
    assert not read.raw
