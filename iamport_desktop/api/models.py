"""What the API knows beside the payment itself: cash receipt, delivery of an escrow, PAYCO's balance.

Source: PortOne V1 Swagger, definitions ReceiptAnnotation, EscrowLogisInfoAnnotation (and EscrowLogisAnnotation,
which older answers have), PaymentBalanceResponseAnnotation. Decoded like a payment: field by field.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Self

from iamport_desktop.api.fields import (
    AMOUNT,
    FLAG,
    NUMBER,
    TEXT,
    TIME,
    Json,
    Record,
    an_object,
    one_record,
    read_by,
    several_records,
    texts,
)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CashReceipt(Record):
    """`GET /receipts/{imp_uid}`."""

    imp_uid: str | None = field(default=None, metadata=TEXT)
    receipt_tid: str | None = field(default=None, metadata=TEXT)
    apply_num: str | None = field(default=None, metadata=TEXT)
    type: str | None = field(default=None, metadata=TEXT)
    amount: Decimal | None = field(default=None, metadata=AMOUNT)
    vat: Decimal | None = field(default=None, metadata=AMOUNT)
    receipt_url: str | None = field(default=None, metadata=TEXT)
    applied_at: datetime | None = field(default=None, metadata=TIME)
    cancelled_at: datetime | None = field(default=None, metadata=TIME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery(Record):
    """`GET /escrows/logis/{imp_uid}`."""

    company: str | None = field(default=None, metadata=TEXT)
    invoice: str | None = field(default=None, metadata=TEXT)
    sent_at: datetime | None = field(default=None, metadata=TIME)
    receiving_at: str | None = field(default=None, metadata=TEXT)
    applied_at: datetime | None = field(default=None, metadata=TIME)
    address: str | None = field(default=None, metadata=TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion(Record):
    """One way of paying within a balance."""

    tax_free: Decimal | None = field(default=None, metadata=AMOUNT)
    supply: Decimal | None = field(default=None, metadata=AMOUNT)
    vat: Decimal | None = field(default=None, metadata=AMOUNT)
    service: Decimal | None = field(default=None, metadata=AMOUNT)


_PORTION = read_by(one_record(Portion))


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceChange(Record):
    """One entry of a balance's history."""

    cash_receipt: Portion | None = field(default=None, metadata=_PORTION)
    primary: Portion | None = field(default=None, metadata=_PORTION)
    secondary: Portion | None = field(default=None, metadata=_PORTION)
    discount: Portion | None = field(default=None, metadata=_PORTION)
    created: datetime | None = field(default=None, metadata=TIME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance(Record):
    """`GET /payments/{imp_uid}/balance`."""

    amount: Decimal | None = field(default=None, metadata=AMOUNT)
    cash_receipt: Portion | None = field(default=None, metadata=_PORTION)
    primary: Portion | None = field(default=None, metadata=_PORTION)
    secondary: Portion | None = field(default=None, metadata=_PORTION)
    discount: Portion | None = field(default=None, metadata=_PORTION)
    histories: tuple[BalanceChange, ...] | None = field(
        default=None, metadata=read_by(several_records(BalanceChange))
    )
