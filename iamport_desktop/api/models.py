"""The records of the API: a payment, its cash receipt, its escrow delivery, and PAYCO's balance.

Source: PortOne V1 Swagger; each class names its definition. Amounts are in the currency's major unit, times
aware and in UTC. Every field may be None, and is decoded on its own (see `fields`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Self

from iamport_desktop.api.fields import (
    AMOUNT,
    BOOLEAN,
    INTEGER,
    TEXT,
    TIMESTAMP,
    Json,
    Record,
    decoded_by,
    json_object,
    list_of,
    nested,
    string_list,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancellation(Record):
    """A full or partial cancellation (PaymentCancelAnnotation)."""

    pg_tid: str | None = field(default=None, metadata=TEXT)
    amount: Decimal | None = field(default=None, metadata=AMOUNT)
    cancelled_at: datetime | None = field(default=None, metadata=TIMESTAMP)
    reason: str | None = field(default=None, metadata=TEXT)
    cancellation_id: str | None = field(default=None, metadata=TEXT)
    receipt_url: str | None = field(default=None, metadata=TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposit(Record):
    """A deposit into a fixed virtual account (VbankDepositAnnotation)."""

    pg_tid: str | None = field(default=None, metadata=TEXT)
    amount: Decimal | None = field(default=None, metadata=AMOUNT)
    depositor_name: str | None = field(default=None, metadata=TEXT)
    deposited_at: datetime | None = field(default=None, metadata=TIMESTAMP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion(Record):
    """The card promotion that lowered the price."""

    id: str | None = field(default=None, metadata=TEXT)
    discount: Decimal | None = field(default=None, metadata=AMOUNT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment(Record):
    """A payment attempt (PaymentAnnotation)."""

    imp_uid: str | None = field(default=None, metadata=TEXT)
    merchant_uid: str | None = field(default=None, metadata=TEXT)
    pay_method: str | None = field(default=None, metadata=TEXT)
    channel: str | None = field(default=None, metadata=TEXT)
    pg_provider: str | None = field(default=None, metadata=TEXT)
    emb_pg_provider: str | None = field(default=None, metadata=TEXT)
    pg_tid: str | None = field(default=None, metadata=TEXT)
    pg_id: str | None = field(default=None, metadata=TEXT)
    sandbox: bool | None = field(default=None, metadata=BOOLEAN)
    escrow: bool | None = field(default=None, metadata=BOOLEAN)
    apply_num: str | None = field(default=None, metadata=TEXT)
    bank_code: str | None = field(default=None, metadata=TEXT)
    bank_name: str | None = field(default=None, metadata=TEXT)
    card_code: str | None = field(default=None, metadata=TEXT)
    card_name: str | None = field(default=None, metadata=TEXT)
    card_issuer_code: str | None = field(default=None, metadata=TEXT)
    card_issuer_name: str | None = field(default=None, metadata=TEXT)
    card_publisher_code: str | None = field(default=None, metadata=TEXT)
    card_publisher_name: str | None = field(default=None, metadata=TEXT)
    card_quota: int | None = field(default=None, metadata=INTEGER)
    card_number: str | None = field(default=None, metadata=TEXT)
    card_type: int | None = field(default=None, metadata=INTEGER)
    vbank_code: str | None = field(default=None, metadata=TEXT)
    vbank_name: str | None = field(default=None, metadata=TEXT)
    vbank_num: str | None = field(default=None, metadata=TEXT)
    vbank_holder: str | None = field(default=None, metadata=TEXT)
    vbank_date: datetime | None = field(default=None, metadata=TIMESTAMP)
    vbank_issued_at: datetime | None = field(default=None, metadata=TIMESTAMP)
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
    started_at: datetime | None = field(default=None, metadata=TIMESTAMP)
    paid_at: datetime | None = field(default=None, metadata=TIMESTAMP)
    failed_at: datetime | None = field(default=None, metadata=TIMESTAMP)
    cancelled_at: datetime | None = field(default=None, metadata=TIMESTAMP)
    fail_reason: str | None = field(default=None, metadata=TEXT)
    cancel_reason: str | None = field(default=None, metadata=TEXT)
    receipt_url: str | None = field(default=None, metadata=TEXT)
    cancel_history: tuple[Cancellation, ...] | None = field(
        default=None, metadata=decoded_by(list_of(Cancellation))
    )
    deposit_history: tuple[Deposit, ...] | None = field(default=None, metadata=decoded_by(list_of(Deposit)))
    cancel_receipt_urls: tuple[str, ...] | None = field(default=None, metadata=decoded_by(string_list))
    cash_receipt_issued: bool | None = field(default=None, metadata=BOOLEAN)
    customer_uid: str | None = field(default=None, metadata=TEXT)
    customer_uid_usage: str | None = field(default=None, metadata=TEXT)
    promotion: Promotion | None = field(default=None, metadata=decoded_by(nested(Promotion)))
    extension: Mapping[str, Json] | None = field(default=None, metadata=decoded_by(json_object))

    raw: Mapping[str, Json] = field(default_factory=dict, repr=False)

    @classmethod
    def from_json(cls, source: Mapping[str, Json]) -> Self:
        """Decode `source`, and keep it whole in `raw`."""
        payment = super(Payment, cls).from_json(source)
        object.__setattr__(payment, "raw", source)
        return payment


@dataclass(frozen=True, slots=True, kw_only=True)
class CashReceipt(Record):
    """The cash receipt of a payment (ReceiptAnnotation)."""

    imp_uid: str | None = field(default=None, metadata=TEXT)
    receipt_tid: str | None = field(default=None, metadata=TEXT)
    apply_num: str | None = field(default=None, metadata=TEXT)
    type: str | None = field(default=None, metadata=TEXT)
    amount: Decimal | None = field(default=None, metadata=AMOUNT)
    vat: Decimal | None = field(default=None, metadata=AMOUNT)
    receipt_url: str | None = field(default=None, metadata=TEXT)
    applied_at: datetime | None = field(default=None, metadata=TIMESTAMP)
    cancelled_at: datetime | None = field(default=None, metadata=TIMESTAMP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery(Record):
    """The delivery of an escrow payment (EscrowLogisInfoAnnotation, in older answers EscrowLogisAnnotation)."""

    company: str | None = field(default=None, metadata=TEXT)
    invoice: str | None = field(default=None, metadata=TEXT)
    sent_at: datetime | None = field(default=None, metadata=TIMESTAMP)
    receiving_at: str | None = field(default=None, metadata=TEXT)
    applied_at: datetime | None = field(default=None, metadata=TIMESTAMP)
    address: str | None = field(default=None, metadata=TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion(Record):
    """The amount that one payment method has in a balance (PaymentBalanceAnnotation)."""

    tax_free: Decimal | None = field(default=None, metadata=AMOUNT)
    supply: Decimal | None = field(default=None, metadata=AMOUNT)
    vat: Decimal | None = field(default=None, metadata=AMOUNT)
    service: Decimal | None = field(default=None, metadata=AMOUNT)


_PORTION = decoded_by(nested(Portion))


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance(Record):
    """The amounts of a PAYCO payment by payment method (PaymentBalanceResponseAnnotation)."""

    amount: Decimal | None = field(default=None, metadata=AMOUNT)
    cash_receipt: Portion | None = field(default=None, metadata=_PORTION)
    primary: Portion | None = field(default=None, metadata=_PORTION)
    secondary: Portion | None = field(default=None, metadata=_PORTION)
    discount: Portion | None = field(default=None, metadata=_PORTION)
    # Not shown, so its items are not described further.
    histories: tuple[Record, ...] | None = field(default=None, metadata=decoded_by(list_of(Record)))


@dataclass(frozen=True, slots=True)
class PaymentList:
    """Several payments; test payments are among them, with `sandbox` true.

    `contradictory`: the imp_uids of payments that were reported more than once and differently; none of them is in
    `payments`. `complete`: whether the server reported that there are no more.
    """

    payments: tuple[Payment, ...]
    contradictory: tuple[str, ...] = ()
    complete: bool = True

    @classmethod
    def from_reports(cls, reports: Iterable[Payment], *, complete: bool = True) -> Self:
        """Return each payment of `reports` once, in their order. One without an imp_uid is another one each time."""
        payments: dict[str | int, Payment] = {}
        contradictory: dict[str, None] = {}
        for index, report in enumerate(reports):
            first = payments.setdefault(report.imp_uid or index, report)
            if report.imp_uid and first.raw != report.raw:
                contradictory[report.imp_uid] = None
        certain = (payment for key, payment in payments.items() if key not in contradictory)
        return cls(tuple(certain), tuple(contradictory), complete)
