"""The results of follow-up requests (cash receipt, escrow delivery, balance) as sections."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from iamport_desktop.api.errors import ApiError, BadRequest, PaymentNotFound
from iamport_desktop.api.fields import Record
from iamport_desktop.api.models import Balance, CashReceipt, Delivery, Payment, Portion
from iamport_desktop.domain import masking
from iamport_desktop.domain.follow_ups import FollowUp
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.messages import describe
from iamport_desktop.presentation.receipts import cash_receipt
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


def follow_up_section(
    follow_up: FollowUp, outcome: object, payment: Payment, context: FormatContext
) -> Section | None:
    """Return the section for `outcome`, a record or the exception of the request; None where it holds nothing."""
    title = {
        FollowUp.CASH_RECEIPT: translate("FollowUps", "Cash receipt"),
        FollowUp.DELIVERY: translate("FollowUps", "Escrow delivery"),
        FollowUp.BALANCE: translate("FollowUps", "Amounts by payment method"),
    }[follow_up]
    rows = tuple(_rows(follow_up, outcome, payment, context))
    return Section(follow_up.value, title, rows) if rows else None


def _rows(follow_up: FollowUp, outcome: object, payment: Payment, context: FormatContext) -> Iterator[Row]:
    match outcome:
        case CashReceipt():
            yield from _cash_receipt(outcome, payment, context)
        case Delivery():
            yield from _delivery(outcome, context)
        case Balance():
            yield from _balance(outcome, payment, context)
        case Exception():
            yield _failure(follow_up, outcome, context)
    if isinstance(outcome, Record):
        for name, value in (*outcome.invalid_fields.items(), *outcome.extra_fields.items()):
            if value not in (None, "", [], {}):
                yield raw_row(context, name, value, invalid=name in outcome.invalid_fields)


def _failure(follow_up: FollowUp, error: Exception, context: FormatContext) -> Row:
    if _means_none(error):
        text = {
            FollowUp.CASH_RECEIPT: translate("FollowUps", "None was issued through PortOne."),
            FollowUp.DELIVERY: translate("FollowUps", "No delivery is registered."),
            FollowUp.BALANCE: translate("FollowUps", "The server has none for this payment."),
        }[follow_up]
    else:
        server_message = error.server_message if isinstance(error, ApiError) else ""
        text = translate("FollowUps", "Could not be read: {reason}").format(
            reason=server_message or describe(error).what
        )
    return text_row(context, follow_up.value, translate("FollowUps", "Result"), text)


def _means_none(error: Exception) -> bool:
    if isinstance(error, BadRequest):
        return error.http_status in (405, 409)
    return isinstance(error, PaymentNotFound)


def _cash_receipt(receipt: CashReceipt, payment: Payment, context: FormatContext) -> Iterator[Row]:
    if receipt.cancelled_at:
        yield time_row("cancelled_at", translate("FollowUps", "Cancelled"), receipt.cancelled_at)
    if receipt.type:
        yield code_row(context, "type", translate("FollowUps", "Purpose"), "cash_receipt_type", receipt.type)
    for name, label, amount in (
        ("amount", translate("FollowUps", "Amount"), receipt.amount),
        ("vat", translate("FollowUps", "VAT"), receipt.vat),
    ):
        if amount is not None:
            yield money_row(context, name, label, amount, payment.currency)
    yield from _issue(receipt, context)


def _issue(receipt: CashReceipt, context: FormatContext) -> Iterator[Row]:
    if receipt.applied_at:
        yield time_row("applied_at", translate("FollowUps", "Issued"), receipt.applied_at)
    for name, label, text in (
        ("apply_num", translate("FollowUps", "Approval number"), receipt.apply_num),
        ("receipt_tid", translate("FollowUps", "Receipt transaction"), receipt.receipt_tid),
    ):
        if text:
            yield text_row(context, name, label, text)
    if receipt.receipt_url:
        document = cash_receipt()
        yield link_row(context, "receipt_url", document.label, receipt.receipt_url, document.open_text)


def _delivery(delivery: Delivery, context: FormatContext) -> Iterator[Row]:
    if delivery.company:
        yield code_row(
            context, "company", translate("FollowUps", "Company"), "delivery_company", delivery.company
        )
    if delivery.invoice:
        yield text_row(context, "invoice", translate("FollowUps", "Waybill"), delivery.invoice)
    for name, label, moment in (
        ("sent_at", translate("FollowUps", "Sent"), delivery.sent_at),
        ("applied_at", translate("FollowUps", "Registered"), delivery.applied_at),
    ):
        if moment:
            yield time_row(name, label, moment)
    if delivery.receiving_at:
        yield text_row(context, "receiving_at", translate("FollowUps", "Received"), delivery.receiving_at)
    if delivery.address:
        label = translate("FollowUps", "Address")
        yield text_row(context, "address", label, delivery.address, mask=masking.address)


def _balance(balance: Balance, payment: Payment, context: FormatContext) -> Iterator[Row]:
    if balance.amount is not None:
        yield money_row(context, "amount", translate("FollowUps", "Amount"), balance.amount, payment.currency)
    for name, label, portion in (
        ("primary", translate("FollowUps", "Card, transfer, phone"), balance.primary),
        ("secondary", translate("FollowUps", "Points"), balance.secondary),
        ("discount", translate("FollowUps", "Discount"), balance.discount),
        ("cash_receipt", translate("FollowUps", "Cash receipt"), balance.cash_receipt),
    ):
        if portion and (total := _total(portion)):
            yield money_row(context, name, label, total, payment.currency)


def _total(portion: Portion) -> Decimal:
    parts = (portion.tax_free, portion.supply, portion.vat, portion.service)
    return sum((part for part in parts if part is not None), Decimal(0))
