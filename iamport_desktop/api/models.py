"""The payment as the API describes it, frozen and typed.

Source: PortOne V1 Swagger, definitions PaymentAnnotation, PaymentCancelAnnotation, VbankDepositAnnotation and
the promotion in it; `extension` is documented with `GET /payments/{imp_uid}?extension=true`.

Amounts are Decimal in the currency's major unit, times aware datetimes in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Self

from iamport_desktop.api.records import (
    AMOUNT,
    FLAG,
    NUMBER,
    TEXT,
    TIME,
    Record,
    an_object,
    one_record,
    read_by,
    several_records,
    texts,
)
from iamport_desktop.api.values import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancellation(Record):
    """One full or partial cancellation (PaymentCancelAnnotation)."""

    pg_tid: str | None = field(default=None, metadata=TEXT)
    amount: Decimal | None = field(default=None, metadata=AMOUNT)
    cancelled_at: datetime | None = field(default=None, metadata=TIME)
    reason: str | None = field(default=None, metadata=TEXT)
    cancellation_id: str | None = field(default=None, metadata=TEXT)
    receipt_url: str | None = field(default=None, metadata=TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposit(Record):
    """One deposit into a fixed virtual account (VbankDepositAnnotation)."""

    pg_tid: str | None = field(default=None, metadata=TEXT)
    amount: Decimal | None = field(default=None, metadata=AMOUNT)
    depositor_name: str | None = field(default=None, metadata=TEXT)
    deposited_at: datetime | None = field(default=None, metadata=TIME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion(Record):
    """The card promotion that lowered the price."""

    id: str | None = field(default=None, metadata=TEXT)
    discount: Decimal | None = field(default=None, metadata=AMOUNT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment(Record):
    """One payment attempt (PaymentAnnotation)."""

    imp_uid: str | None = field(default=None, metadata=TEXT)
    merchant_uid: str | None = field(default=None, metadata=TEXT)
    pay_method: str | None = field(default=None, metadata=TEXT)
    channel: str | None = field(default=None, metadata=TEXT)
    pg_provider: str | None = field(default=None, metadata=TEXT)
    emb_pg_provider: str | None = field(default=None, metadata=TEXT)
    pg_tid: str | None = field(default=None, metadata=TEXT)
    pg_id: str | None = field(default=None, metadata=TEXT)
    sandbox: bool | None = field(default=None, metadata=FLAG)
    escrow: bool | None = field(default=None, metadata=FLAG)
    apply_num: str | None = field(default=None, metadata=TEXT)
    bank_code: str | None = field(default=None, metadata=TEXT)
    bank_name: str | None = field(default=None, metadata=TEXT)
    card_code: str | None = field(default=None, metadata=TEXT)
    card_name: str | None = field(default=None, metadata=TEXT)
    card_issuer_code: str | None = field(default=None, metadata=TEXT)
    card_issuer_name: str | None = field(default=None, metadata=TEXT)
    card_publisher_code: str | None = field(default=None, metadata=TEXT)
    card_publisher_name: str | None = field(default=None, metadata=TEXT)
    card_quota: int | None = field(default=None, metadata=NUMBER)
    card_number: str | None = field(default=None, metadata=TEXT)
    card_type: int | None = field(default=None, metadata=NUMBER)
    vbank_code: str | None = field(default=None, metadata=TEXT)
    vbank_name: str | None = field(default=None, metadata=TEXT)
    vbank_num: str | None = field(default=None, metadata=TEXT)
    vbank_holder: str | None = field(default=None, metadata=TEXT)
    vbank_date: datetime | None = field(default=None, metadata=TIME)
    vbank_issued_at: datetime | None = field(default=None, metadata=TIME)
    name: str | None = field(default=None, metadata=TEXT)
    amount: Decimal | None = field(default=None, metadata=AMOUNT)
    cancel_amount: Decimal | None = field(default=None, metadata=AMOUNT)
    currency: str | None = field(default=None, metadata=TEXT)
    buyer_name: str | None = field(default=None, metadata=TEXT)
    buyer_email: str | None = field(default=None, metadata=TEXT)
    buyer_tel: str | None = field(default=None, metadata=TEXT)
    buyer_addr: str | None = field(default=None, metadata=TEXT)
    buyer_postcode: str | None = field(default=None, metadata=TEXT)
    custom_data: str | None = field(default=None, metadata=TEXT)
    user_agent: str | None = field(default=None, metadata=TEXT)
    status: str | None = field(default=None, metadata=TEXT)
    started_at: datetime | None = field(default=None, metadata=TIME)
    paid_at: datetime | None = field(default=None, metadata=TIME)
    failed_at: datetime | None = field(default=None, metadata=TIME)
    cancelled_at: datetime | None = field(default=None, metadata=TIME)
    fail_reason: str | None = field(default=None, metadata=TEXT)
    cancel_reason: str | None = field(default=None, metadata=TEXT)
    receipt_url: str | None = field(default=None, metadata=TEXT)
    cancel_history: tuple[Cancellation, ...] | None = field(
        default=None, metadata=read_by(several_records(Cancellation))
    )
    deposit_history: tuple[Deposit, ...] | None = field(
        default=None, metadata=read_by(several_records(Deposit))
    )
    cancel_receipt_urls: tuple[str, ...] | None = field(default=None, metadata=read_by(texts))
    cash_receipt_issued: bool | None = field(default=None, metadata=FLAG)
    customer_uid: str | None = field(default=None, metadata=TEXT)
    customer_uid_usage: str | None = field(default=None, metadata=TEXT)
    promotion: Promotion | None = field(default=None, metadata=read_by(one_record(Promotion)))
    extension: Mapping[str, Json] | None = field(default=None, metadata=read_by(an_object))

    raw: Mapping[str, Json] = field(default_factory=dict, repr=False)

    @classmethod
    def from_json(cls, source: Mapping[str, Json]) -> Self:
        """Decode the `response` of `GET /payments/{imp_uid}`, and keep it whole in `raw`."""
        payment = super(Payment, cls).from_json(source)
        object.__setattr__(payment, "raw", source)
        return payment
