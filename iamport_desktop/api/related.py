"""What the API knows beside the payment itself: cash receipt, delivery of an escrow, PAYCO's balance.

Source: PortOne V1 Swagger, definitions ReceiptAnnotation, EscrowLogisInfoAnnotation (and EscrowLogisAnnotation,
which older answers have), PaymentBalanceResponseAnnotation. Decoded like a payment: field by field.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from iamport_desktop.api.records import AMOUNT, TEXT, TIME, Record, one_record, read_by, several_records


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
