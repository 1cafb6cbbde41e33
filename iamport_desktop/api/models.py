"""The payment as the API describes it, frozen and typed.

Source: PortOne V1 Swagger, definitions PaymentAnnotation, PaymentCancelAnnotation, VbankDepositAnnotation and
the promotion in it; `extension` is documented with `GET /payments/{imp_uid}?extension=true`.

Every record is decoded field by field. What is absent, null or "" is None (so is the timestamp 0). What has
the wrong type is None as well, and stands in `misread` as it came; keys that nobody documented stand in
`unknown`. No field costs another one. Amounts are Decimal in the currency's major unit, times aware datetimes
in UTC.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any, Self

from iamport_desktop.api import values
from iamport_desktop.api.values import Json

Reader = Callable[[Json], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record of the API has beside its own fields."""

    misread: Mapping[str, Json] = field(default_factory=dict)
    unknown: Mapping[str, Json] = field(default_factory=dict)

    @classmethod
    def from_json(cls, source: Mapping[str, Json]) -> Self:
        """Decode one object of the API. Never raises: what cannot be read is kept in `misread`."""
        read: dict[str, Any] = {}
        misread: dict[str, Json] = {}
        readers = _readers(cls)  # type: ignore[arg-type] # mypy takes a class for unhashable
        for name, value in source.items():
            if (reader := readers.get(name)) is None or value is None or value == "":
                continue
            try:
                read[name] = reader(value)
            except ValueError:
                misread[name] = value
        unknown = {name: value for name, value in source.items() if name not in readers}
        return cls(misread=misread, unknown=unknown, **read)


@cache  # 10,000 cancellations would otherwise ask 10,000 times
def _readers(record: type[Record]) -> dict[str, Reader]:
    return {each.name: each.metadata["reader"] for each in fields(record) if "reader" in each.metadata}


def field_names(record: type[Record]) -> frozenset[str]:
    """The API's names of the fields of `record`."""
    return frozenset(_readers(record))  # type: ignore[arg-type] # mypy takes a class for unhashable


def _records(record: type[Record]) -> Reader:
    """A list of objects; an element of another type refuses the whole list, which is then kept raw."""

    def read(value: Json) -> tuple[Record, ...]:
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise ValueError("not a list of objects")
        return tuple(record.from_json(each) for each in value)

    return read


def _record(record: type[Record]) -> Reader:
    def read(value: Json) -> Record:
        if not isinstance(value, dict):
            raise ValueError("not an object")
        return record.from_json(value)

    return read


def _texts(value: Json) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError("not a list of texts")
    return tuple(each for each in value if each)


def _object(value: Json) -> Mapping[str, Json]:
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


def _reader(reader: Reader) -> Mapping[str, Reader]:
    return {"reader": reader}


_TEXT = _reader(values.text)
_AMOUNT = _reader(values.amount)
_NUMBER = _reader(values.integer)
_TIME = _reader(values.timestamp)
_FLAG = _reader(values.boolean)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancellation(Record):
    """One full or partial cancellation (PaymentCancelAnnotation)."""

    pg_tid: str | None = field(default=None, metadata=_TEXT)
    amount: Decimal | None = field(default=None, metadata=_AMOUNT)
    cancelled_at: datetime | None = field(default=None, metadata=_TIME)
    reason: str | None = field(default=None, metadata=_TEXT)
    cancellation_id: str | None = field(default=None, metadata=_TEXT)
    receipt_url: str | None = field(default=None, metadata=_TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposit(Record):
    """One deposit into a fixed virtual account (VbankDepositAnnotation)."""

    pg_tid: str | None = field(default=None, metadata=_TEXT)
    amount: Decimal | None = field(default=None, metadata=_AMOUNT)
    depositor_name: str | None = field(default=None, metadata=_TEXT)
    deposited_at: datetime | None = field(default=None, metadata=_TIME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion(Record):
    """The card promotion that lowered the price."""

    id: str | None = field(default=None, metadata=_TEXT)
    discount: Decimal | None = field(default=None, metadata=_AMOUNT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment(Record):
    """One payment attempt (PaymentAnnotation)."""

    imp_uid: str | None = field(default=None, metadata=_TEXT)
    merchant_uid: str | None = field(default=None, metadata=_TEXT)
    pay_method: str | None = field(default=None, metadata=_TEXT)
    channel: str | None = field(default=None, metadata=_TEXT)
    pg_provider: str | None = field(default=None, metadata=_TEXT)
    emb_pg_provider: str | None = field(default=None, metadata=_TEXT)
    pg_tid: str | None = field(default=None, metadata=_TEXT)
    pg_id: str | None = field(default=None, metadata=_TEXT)
    sandbox: bool | None = field(default=None, metadata=_FLAG)
    escrow: bool | None = field(default=None, metadata=_FLAG)
    apply_num: str | None = field(default=None, metadata=_TEXT)
    bank_code: str | None = field(default=None, metadata=_TEXT)
    bank_name: str | None = field(default=None, metadata=_TEXT)
    card_code: str | None = field(default=None, metadata=_TEXT)
    card_name: str | None = field(default=None, metadata=_TEXT)
    card_issuer_code: str | None = field(default=None, metadata=_TEXT)
    card_issuer_name: str | None = field(default=None, metadata=_TEXT)
    card_publisher_code: str | None = field(default=None, metadata=_TEXT)
    card_publisher_name: str | None = field(default=None, metadata=_TEXT)
    card_quota: int | None = field(default=None, metadata=_NUMBER)
    card_number: str | None = field(default=None, metadata=_TEXT)
    card_type: int | None = field(default=None, metadata=_NUMBER)
    vbank_code: str | None = field(default=None, metadata=_TEXT)
    vbank_name: str | None = field(default=None, metadata=_TEXT)
    vbank_num: str | None = field(default=None, metadata=_TEXT)
    vbank_holder: str | None = field(default=None, metadata=_TEXT)
    vbank_date: datetime | None = field(default=None, metadata=_TIME)
    vbank_issued_at: datetime | None = field(default=None, metadata=_TIME)
    name: str | None = field(default=None, metadata=_TEXT)
    amount: Decimal | None = field(default=None, metadata=_AMOUNT)
    cancel_amount: Decimal | None = field(default=None, metadata=_AMOUNT)
    currency: str | None = field(default=None, metadata=_TEXT)
    buyer_name: str | None = field(default=None, metadata=_TEXT)
    buyer_email: str | None = field(default=None, metadata=_TEXT)
    buyer_tel: str | None = field(default=None, metadata=_TEXT)
    buyer_addr: str | None = field(default=None, metadata=_TEXT)
    buyer_postcode: str | None = field(default=None, metadata=_TEXT)
    custom_data: str | None = field(default=None, metadata=_TEXT)
    user_agent: str | None = field(default=None, metadata=_TEXT)
    status: str | None = field(default=None, metadata=_TEXT)
    started_at: datetime | None = field(default=None, metadata=_TIME)
    paid_at: datetime | None = field(default=None, metadata=_TIME)
    failed_at: datetime | None = field(default=None, metadata=_TIME)
    cancelled_at: datetime | None = field(default=None, metadata=_TIME)
    fail_reason: str | None = field(default=None, metadata=_TEXT)
    cancel_reason: str | None = field(default=None, metadata=_TEXT)
    receipt_url: str | None = field(default=None, metadata=_TEXT)
    cancel_history: tuple[Cancellation, ...] | None = field(
        default=None, metadata=_reader(_records(Cancellation))
    )
    deposit_history: tuple[Deposit, ...] | None = field(default=None, metadata=_reader(_records(Deposit)))
    cancel_receipt_urls: tuple[str, ...] | None = field(default=None, metadata=_reader(_texts))
    cash_receipt_issued: bool | None = field(default=None, metadata=_FLAG)
    customer_uid: str | None = field(default=None, metadata=_TEXT)
    customer_uid_usage: str | None = field(default=None, metadata=_TEXT)
    promotion: Promotion | None = field(default=None, metadata=_reader(_record(Promotion)))
    extension: Mapping[str, Json] | None = field(default=None, metadata=_reader(_object))

    raw: Mapping[str, Json] = field(default_factory=dict, repr=False)

    @classmethod
    def from_json(cls, source: Mapping[str, Json]) -> Self:
        """Decode the `response` of `GET /payments/{imp_uid}`, and keep it whole in `raw`."""
        payment = super(Payment, cls).from_json(source)
        object.__setattr__(payment, "raw", source)
        return payment
