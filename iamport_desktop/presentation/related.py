"""What is asked after the payment is on screen: cash receipt, delivery, balance by way of paying. Each as a section."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from iamport_desktop.api.errors import ApiError, BadRequest, PaymentNotFound
from iamport_desktop.api.fields import Record
from iamport_desktop.api.models import Balance, CashReceipt, Delivery, Payment, Portion
from iamport_desktop.domain import masking
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.messages import describe
from iamport_desktop.presentation.view_model import (
    FormatContext,
    Row,
    Section,
    code_row,
    link_row,
    money_row,
    raw_row,
    text_row,
    time_row,
)

# Source: the vendor's description, supported PGs of GET /receipts/{imp_uid} and GET /escrows/logis/{imp_uid}.
_WITH_CASH_RECEIPTS = frozenset(
    "nice daou html5_inicis kcp payco smartro uplus tosspayments ksnet smartro_v2 nice_v2 welcome".split()
)
_NEVER_CASH = frozenset(
    "card phone paypal samsung samsungpay applepay cultureland culturegift smartculture booknlife".split()
)


class Related(StrEnum):
    """A question about a payment that has an endpoint of its own."""

    CASH_RECEIPT = "cash-receipt"
    DELIVERY = "delivery"
    BALANCE = "balance"


def worth_asking(payment: Payment) -> tuple[Related, ...]:
    """The questions whose answer `payment` can have."""
    return tuple(_worth_asking(payment))


def _worth_asking(payment: Payment) -> Iterator[Related]:
    can_have_receipt = payment.pg_provider in _WITH_CASH_RECEIPTS and payment.pay_method not in _NEVER_CASH
    if payment.cash_receipt_issued or (payment.paid_at and can_have_receipt):
        yield Related.CASH_RECEIPT
    if payment.escrow:
        yield Related.DELIVERY
    if payment.paid_at and "payco" in (payment.pg_provider, payment.emb_pg_provider, payment.pay_method):
        yield Related.BALANCE


def related_section(
    related: Related, outcome: object, payment: Payment, reading: FormatContext
) -> Section | None:
    """The section for the answer to `related`: a record, or the exception that it ended with. None has nothing to say."""
    title = {
        Related.CASH_RECEIPT: translate("Related", "Cash receipt"),
        Related.DELIVERY: translate("Related", "Escrow delivery"),
        Related.BALANCE: translate("Related", "Amounts by payment method"),
    }[related]
    rows = tuple(_rows(related, outcome, payment, reading))
    return Section(related.value, title, rows) if rows else None


def _rows(related: Related, outcome: object, payment: Payment, reading: FormatContext) -> Iterator[Row]:
    match outcome:
        case CashReceipt():
            yield from _cash_receipt(outcome, payment, reading)
        case Delivery():
            yield from _delivery(outcome, reading)
        case Balance():
            yield from _balance(outcome, payment, reading)
        case Exception():
            yield _failure(related, outcome, reading)
    if isinstance(outcome, Record):
        for name, value in (*outcome.misread.items(), *outcome.unknown.items()):
            if value not in (None, "", [], {}):
                yield raw_row(reading, name, value, misread=name in outcome.misread)


def _failure(related: Related, error: Exception, reading: FormatContext) -> Row:
    none = isinstance(error, PaymentNotFound) or (
        isinstance(error, BadRequest) and error.http_status in (405, 409)
    )
    text = {
        Related.CASH_RECEIPT: translate("Related", "None was issued through PortOne."),
        Related.DELIVERY: translate("Related", "No delivery is registered."),
        Related.BALANCE: translate("Related", "The server has none for this payment."),
    }[related]
    if not none:
        said = (
            error.server_message
            if isinstance(error, ApiError) and error.server_message
            else describe(error).what
        )
        text = translate("Related", "Could not be read: {reason}").format(reason=said)
    return text_row(reading, related.value, translate("Related", "Result"), text)


def _cash_receipt(receipt: CashReceipt, payment: Payment, reading: FormatContext) -> Iterator[Row]:
    if receipt.cancelled_at:
        yield time_row("cancelled_at", translate("Related", "Cancelled"), receipt.cancelled_at)
    if receipt.type:
        yield code_row(reading, "type", translate("Related", "Purpose"), "cash_receipt_type", receipt.type)
    for name, label, amount in (
        ("amount", translate("Related", "Amount"), receipt.amount),
        ("vat", translate("Related", "VAT"), receipt.vat),
    ):
        if amount is not None:
            yield money_row(reading, name, label, amount, payment.currency)
    yield from _issue(receipt, reading)


def _issue(receipt: CashReceipt, reading: FormatContext) -> Iterator[Row]:
    if receipt.applied_at:
        yield time_row("applied_at", translate("Related", "Issued"), receipt.applied_at)
    for name, label, text in (
        ("apply_num", translate("Related", "Approval number"), receipt.apply_num),
        ("receipt_tid", translate("Related", "Receipt transaction"), receipt.receipt_tid),
    ):
        if text:
            yield text_row(reading, name, label, text)
    if receipt.receipt_url:
        yield link_row("receipt_url", translate("Related", "Receipt"), receipt.receipt_url)


def _delivery(delivery: Delivery, reading: FormatContext) -> Iterator[Row]:
    if delivery.company:
        yield code_row(
            reading, "company", translate("Related", "Company"), "delivery_company", delivery.company
        )
    if delivery.invoice:
        yield text_row(reading, "invoice", translate("Related", "Waybill"), delivery.invoice)
    for name, label, moment in (
        ("sent_at", translate("Related", "Sent"), delivery.sent_at),
        ("applied_at", translate("Related", "Registered"), delivery.applied_at),
    ):
        if moment:
            yield time_row(name, label, moment)
    if delivery.receiving_at:
        yield text_row(reading, "receiving_at", translate("Related", "Received"), delivery.receiving_at)
    if delivery.address:
        label = translate("Related", "Address")
        yield text_row(reading, "address", label, delivery.address, mask=masking.address)


def _balance(balance: Balance, payment: Payment, reading: FormatContext) -> Iterator[Row]:
    if balance.amount is not None:
        yield money_row(reading, "amount", translate("Related", "Amount"), balance.amount, payment.currency)
    for name, label, portion in (
        ("primary", translate("Related", "Card, transfer, phone"), balance.primary),
        ("secondary", translate("Related", "Points"), balance.secondary),
        ("discount", translate("Related", "Discount"), balance.discount),
        ("cash_receipt", translate("Related", "Cash receipt"), balance.cash_receipt),
    ):
        if portion and (total := _total(portion)):
            yield money_row(reading, name, label, total, payment.currency)


def _total(portion: Portion) -> Decimal:
    parts = (portion.tax_free, portion.supply, portion.vat, portion.service)
    return sum((each for each in parts if each is not None), Decimal(0))
