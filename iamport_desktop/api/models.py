"""The payment as the API describes it, frozen and typed.

Source: PortOne V1 Swagger, definitions PaymentAnnotation, PaymentCancelAnnotation, VbankDepositAnnotation and
the promotion in it; `extension` is documented with `GET /payments/{imp_uid}?extension=true`.

Every record is decoded field by field. What is absent, null or "" is None (so is the timestamp 0). What has the
wrong type is None as well, and stands in `misread` as it came; keys that nobody documented stand in `unknown`.
No field costs another one. Amounts are Decimal in the currency's major unit, times aware datetimes in UTC.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from decimal import Decimal
from typing import Any, Self

from iamport_desktop.api import values
from iamport_desktop.api.values import Json

Reader = Callable[[Json], Any]


def _read(reader: Reader) -> Any:
    return field(default=None, metadata={"reader": reader})


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
        readers = _readers(cls)
        for name, value in source.items():
            if (reader := readers.get(name)) is None or value is None or value == "":
                continue
            try:
                read[name] = reader(value)
            except ValueError:
                misread[name] = value
        unknown = {name: value for name, value in source.items() if name not in readers}
        return cls(misread=misread, unknown=unknown, **read)


def _readers(record: type[Record]) -> dict[str, Reader]:
    return {each.name: each.metadata["reader"] for each in fields(record) if "reader" in each.metadata}


def _records(record: type[Record]) -> Reader:
    """A list of objects; an element of another type refuses the whole list, which is then kept raw."""

    def reader(value: Json) -> tuple[Record, ...]:
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise ValueError("not a list of objects")
        return tuple(record.from_json(each) for each in value)

    return reader


def _record(record: type[Record]) -> Reader:
    def reader(value: Json) -> Record:
        if not isinstance(value, dict):
            raise ValueError("not an object")
        return record.from_json(value)

    return reader


def _texts(value: Json) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError("not a list of texts")
    return tuple(each for each in value if each)


def _object(value: Json) -> Mapping[str, Json]:
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancellation(Record):
    """One full or partial cancellation (PaymentCancelAnnotation)."""

    pg_tid: str | None = _read(values.text)
    amount: Decimal | None = _read(values.amount)
    cancelled_at: datetime | None = _read(values.timestamp)
    reason: str | None = _read(values.text)
    cancellation_id: str | None = _read(values.text)
    receipt_url: str | None = _read(values.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposit(Record):
    """One deposit into a fixed virtual account (VbankDepositAnnotation)."""

    pg_tid: str | None = _read(values.text)
    amount: Decimal | None = _read(values.amount)
    depositor_name: str | None = _read(values.text)
    deposited_at: datetime | None = _read(values.timestamp)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion(Record):
    """The card promotion that lowered the price."""

    id: str | None = _read(values.text)
    discount: Decimal | None = _read(values.amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment(Record):
    """One payment attempt (PaymentAnnotation)."""

    imp_uid: str | None = _read(values.text)
    merchant_uid: str | None = _read(values.text)
    pay_method: str | None = _read(values.text)
    channel: str | None = _read(values.text)
    pg_provider: str | None = _read(values.text)
    emb_pg_provider: str | None = _read(values.text)
    pg_tid: str | None = _read(values.text)
    pg_id: str | None = _read(values.text)
    sandbox: bool | None = _read(values.boolean)
    escrow: bool | None = _read(values.boolean)
    apply_num: str | None = _read(values.text)
    bank_code: str | None = _read(values.text)
    bank_name: str | None = _read(values.text)
    card_code: str | None = _read(values.text)
    card_name: str | None = _read(values.text)
    card_issuer_code: str | None = _read(values.text)
    card_issuer_name: str | None = _read(values.text)
    card_publisher_code: str | None = _read(values.text)
    card_publisher_name: str | None = _read(values.text)
    card_quota: int | None = _read(values.integer)
    card_number: str | None = _read(values.text)
    card_type: int | None = _read(values.integer)
    vbank_code: str | None = _read(values.text)
    vbank_name: str | None = _read(values.text)
    vbank_num: str | None = _read(values.text)
    vbank_holder: str | None = _read(values.text)
    vbank_date: datetime | None = _read(values.timestamp)
    vbank_issued_at: datetime | None = _read(values.timestamp)
    name: str | None = _read(values.text)
    amount: Decimal | None = _read(values.amount)
    cancel_amount: Decimal | None = _read(values.amount)
    currency: str | None = _read(values.text)
    buyer_name: str | None = _read(values.text)
    buyer_email: str | None = _read(values.text)
    buyer_tel: str | None = _read(values.text)
    buyer_addr: str | None = _read(values.text)
    buyer_postcode: str | None = _read(values.text)
    custom_data: str | None = _read(values.text)
    user_agent: str | None = _read(values.text)
    status: str | None = _read(values.text)
    started_at: datetime | None = _read(values.timestamp)
    paid_at: datetime | None = _read(values.timestamp)
    failed_at: datetime | None = _read(values.timestamp)
    cancelled_at: datetime | None = _read(values.timestamp)
    fail_reason: str | None = _read(values.text)
    cancel_reason: str | None = _read(values.text)
    receipt_url: str | None = _read(values.text)
    cancel_history: tuple[Cancellation, ...] | None = _read(_records(Cancellation))
    deposit_history: tuple[Deposit, ...] | None = _read(_records(Deposit))
    cancel_receipt_urls: tuple[str, ...] | None = _read(_texts)
    cash_receipt_issued: bool | None = _read(values.boolean)
    customer_uid: str | None = _read(values.text)
    customer_uid_usage: str | None = _read(values.text)
    promotion: Promotion | None = _read(_record(Promotion))
    extension: Mapping[str, Json] | None = _read(_object)

    raw: Mapping[str, Json] = field(default_factory=dict, repr=False)

    @classmethod
    def from_json(cls, source: Mapping[str, Json]) -> Self:
        """Decode the `response` of `GET /payments/{imp_uid}`, and keep it whole in `raw`."""
        payment = super(Payment, cls).from_json(source)
        object.__setattr__(payment, "raw", source)
        return payment
