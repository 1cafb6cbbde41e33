"""The fields of a payment as sections of rows: which field stands where, under which label, and how it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from iamport_desktop.api.codes import Table
from iamport_desktop.api.fields import Record
from iamport_desktop.api.models import Payment
from iamport_desktop.domain import masking
from iamport_desktop.domain.masking import Mask
from iamport_desktop.domain.payment_method import account_number, payment_method
from iamport_desktop.domain.status import MONEY_CAME, State, state_of
from iamport_desktop.presentation.account import is_named_after_customer
from iamport_desktop.presentation.i18n import QT_TRANSLATE_NOOP, translate
from iamport_desktop.presentation.receipts import cancellation_slip, receipt_name
from iamport_desktop.presentation.view_model import (
    FormatContext,
    Row,
    Section,
    code_row,
    flag_row,
    link_row,
    money_row,
    raw_row,
    text_row,
    time_row,
)

MAX_OTHER_ROWS = 12  # each is a row of widgets, and the raw answer has them all
_EMPTY: tuple[object, ...] = (None, "", [], {})
_MAX_MONTHS = 999  # more is no number of months

# The fields of `extension` that PGs are documented to fill, and the mask of each that holds personal data.
_EXTENSION: dict[str, tuple[str, Mask | None]] = {
    "REMITTER": (QT_TRANSLATE_NOOP("Fields", "Depositor"), masking.name),
    "PaymentStatus": (QT_TRANSLATE_NOOP("Fields", "Payment company's status"), None),
    "PendingReason": (QT_TRANSLATE_NOOP("Fields", "Reason for waiting"), None),
    "ReasonCode": (QT_TRANSLATE_NOOP("Fields", "Reason code"), None),
}

# Called with the context, the payment, the field's name, its translated label and its value, which is never None.
RowFactory = Callable[[FormatContext, Payment, str, str, Any], Row | None]


@dataclass(frozen=True, slots=True)
class Field:
    """A field's name in the API, its label, and what makes a row of its value."""

    name: str
    label: str
    make_row: RowFactory


def _text(context: FormatContext, _payment: Payment, name: str, label: str, value: Any) -> Row:
    return text_row(context, name, label, value)


def _code(table: Table, name_field: str = "") -> RowFactory:
    """Show a code by its name: from the payment's field `name_field`, or else from the table."""

    def make_row(context: FormatContext, payment: Payment, name: str, label: str, value: Any) -> Row:
        meaning = getattr(payment, name_field) if name_field else None
        return code_row(context, name, label, table, str(value), meaning=meaning)

    return make_row


def _name_unless_coded(code_field: str) -> RowFactory:
    """Show a name where its code is missing. Otherwise the code's row has it."""

    def make_row(context: FormatContext, payment: Payment, name: str, label: str, value: Any) -> Row | None:
        return None if getattr(payment, code_field) else text_row(context, name, label, value)

    return make_row


def _amount(context: FormatContext, payment: Payment, name: str, label: str, value: Any) -> Row:
    return money_row(context, name, label, value, payment.currency)


def _time(_context: FormatContext, _payment: Payment, name: str, label: str, value: Any) -> Row:
    return time_row(name, label, value)


def _flag(_context: FormatContext, _payment: Payment, name: str, label: str, value: Any) -> Row:
    return flag_row(name, label, value)


def _account_number(context: FormatContext, payment: Payment, name: str, label: str, value: Any) -> Row:
    # Where there is no account, some PGs answer a word, which hides nothing.
    shown = not account_number(payment) or _takes_deposit(context, payment)
    return text_row(context, name, label, value, mask=_unmasked if shown else None)


def _account_holder(context: FormatContext, payment: Payment, name: str, label: str, value: Any) -> Row:
    shown = _takes_deposit(context, payment) and not is_named_after_customer(value, payment)
    return text_row(context, name, label, value, mask=_unmasked if shown else None)


def _takes_deposit(context: FormatContext, payment: Payment) -> bool:
    """Return whether it is the shop's account that the customer is to pay into, which the header shows as well."""
    return state_of(payment, context.now, context.rules) is State.AWAITING_DEPOSIT


def _unmasked(text: str) -> str:
    return text


def _receipt(context: FormatContext, payment: Payment, name: str, _label: str, value: Any) -> Row:
    receipt = receipt_name(
        state_of(payment, context.now, context.rules), payment_method(payment, context.rules.pg)
    )
    return link_row(context, name, receipt.label, value, receipt.open_text)


def _publisher(context: FormatContext, payment: Payment, name: str, label: str, value: Any) -> Row | None:
    """Show the publisher where it is not the issuer."""
    if payment.card_issuer_code == value:
        return None
    return code_row(context, name, label, "card", value, meaning=payment.card_publisher_name)


def _installments(context: FormatContext, payment: Payment, name: str, label: str, value: Any) -> Row | None:
    # Every answer has a 0 here, also where there is no card that could pay in installments.
    if value == 0 and not (payment.pay_method == "card" or payment.card_number or payment.card_code):
        return None
    if not 0 <= value <= _MAX_MONTHS:
        return text_row(context, name, label, str(value))
    months = translate("Fields", "%n month(s)", None, value)
    return text_row(context, name, label, translate("Fields", "Single payment") if value == 0 else months)


_SECTIONS: tuple[tuple[str, str, tuple[Field, ...]], ...] = (
    (
        "method",
        QT_TRANSLATE_NOOP("Fields", "Payment method"),
        (
            Field("pay_method", QT_TRANSLATE_NOOP("Fields", "Method"), _code("pay_method")),
            Field("emb_pg_provider", QT_TRANSLATE_NOOP("Fields", "Easy pay"), _code("emb_pg_provider")),
            Field("card_code", QT_TRANSLATE_NOOP("Fields", "Card"), _code("card", "card_name")),
            Field("card_name", QT_TRANSLATE_NOOP("Fields", "Card"), _name_unless_coded("card_code")),
            Field("card_number", QT_TRANSLATE_NOOP("Fields", "Card number"), _text),
            Field("card_type", QT_TRANSLATE_NOOP("Fields", "Card type"), _code("card_type")),
            Field("card_quota", QT_TRANSLATE_NOOP("Fields", "Installments"), _installments),
            Field(
                "card_issuer_code", QT_TRANSLATE_NOOP("Fields", "Issuer"), _code("card", "card_issuer_name")
            ),
            Field(
                "card_issuer_name",
                QT_TRANSLATE_NOOP("Fields", "Issuer"),
                _name_unless_coded("card_issuer_code"),
            ),
            Field(
                "card_publisher_code",
                QT_TRANSLATE_NOOP("Fields", "Publisher"),
                _publisher,
            ),
            Field(
                "card_publisher_name",
                QT_TRANSLATE_NOOP("Fields", "Publisher"),
                _name_unless_coded("card_publisher_code"),
            ),
            Field("apply_num", QT_TRANSLATE_NOOP("Fields", "Approval number"), _text),
            Field("bank_code", QT_TRANSLATE_NOOP("Fields", "Bank"), _code("bank", "bank_name")),
            Field("bank_name", QT_TRANSLATE_NOOP("Fields", "Bank"), _name_unless_coded("bank_code")),
            Field("fail_reason", QT_TRANSLATE_NOOP("Fields", "Failure reason"), _text),
            Field("cancel_reason", QT_TRANSLATE_NOOP("Fields", "Cancellation reason"), _text),
            Field("receipt_url", QT_TRANSLATE_NOOP("Fields", "Receipt"), _receipt),
        ),
    ),
    (
        "vbank",
        QT_TRANSLATE_NOOP("Fields", "Virtual account"),
        (
            Field("vbank_code", QT_TRANSLATE_NOOP("Fields", "Bank"), _code("bank", "vbank_name")),
            Field("vbank_name", QT_TRANSLATE_NOOP("Fields", "Bank"), _name_unless_coded("vbank_code")),
            Field("vbank_num", QT_TRANSLATE_NOOP("Fields", "Account number"), _account_number),
            Field("vbank_holder", QT_TRANSLATE_NOOP("Fields", "Account holder"), _account_holder),
            Field("vbank_date", QT_TRANSLATE_NOOP("Fields", "Deposit deadline"), _time),
            Field("vbank_issued_at", QT_TRANSLATE_NOOP("Fields", "Account issued"), _time),
        ),
    ),
    (
        "buyer",
        QT_TRANSLATE_NOOP("Fields", "Buyer"),
        (
            Field("buyer_name", QT_TRANSLATE_NOOP("Fields", "Name"), _text),
            Field("buyer_tel", QT_TRANSLATE_NOOP("Fields", "Phone"), _text),
            Field("buyer_email", QT_TRANSLATE_NOOP("Fields", "E-mail"), _text),
            Field("buyer_addr", QT_TRANSLATE_NOOP("Fields", "Address"), _text),
            Field("buyer_postcode", QT_TRANSLATE_NOOP("Fields", "Postcode"), _text),
        ),
    ),
    (
        "pg",
        QT_TRANSLATE_NOOP("Fields", "Payment gateway"),
        (
            Field("pg_provider", QT_TRANSLATE_NOOP("Fields", "PG"), _code("pg_provider")),
            Field("pg_id", QT_TRANSLATE_NOOP("Fields", "MID"), _text),
            Field("pg_tid", QT_TRANSLATE_NOOP("Fields", "PG transaction no."), _text),
            Field("channel", QT_TRANSLATE_NOOP("Fields", "Channel"), _code("channel")),
            Field("sandbox", QT_TRANSLATE_NOOP("Fields", "Test payment"), _flag),
            Field("escrow", QT_TRANSLATE_NOOP("Fields", "Escrow"), _flag),
        ),
    ),
    (
        "billing",
        QT_TRANSLATE_NOOP("Fields", "Recurring payment"),
        (
            Field("customer_uid", QT_TRANSLATE_NOOP("Fields", "customer_uid"), _text),
            Field(
                "customer_uid_usage",
                QT_TRANSLATE_NOOP("Fields", "Used for"),
                _code("customer_uid_usage"),
            ),
        ),
    ),
    (
        "details",
        QT_TRANSLATE_NOOP("Fields", "Amounts and times"),
        (
            Field("amount", QT_TRANSLATE_NOOP("Fields", "Amount"), _amount),
            Field("cancel_amount", QT_TRANSLATE_NOOP("Fields", "Cancelled"), _amount),
            Field("currency", QT_TRANSLATE_NOOP("Fields", "Currency"), _text),
            Field("cash_receipt_issued", QT_TRANSLATE_NOOP("Fields", "Cash receipt (automatic)"), _flag),
            Field("status", QT_TRANSLATE_NOOP("Fields", "Status (API)"), _text),
            Field("started_at", QT_TRANSLATE_NOOP("Fields", "Requested"), _time),
            Field("paid_at", QT_TRANSLATE_NOOP("Fields", "Paid"), _time),
            Field("failed_at", QT_TRANSLATE_NOOP("Fields", "Failed"), _time),
            Field("cancelled_at", QT_TRANSLATE_NOOP("Fields", "Last cancelled"), _time),
        ),
    ),
)
# The header, the timeline and the chips show them, or they say nothing to a customer.
_DETAILS = frozenset("pay_method sandbox escrow channel user_agent".split()) | {
    field.name for name, _, fields in _SECTIONS for field in fields if name == "details"
}

# Shown by the header, the histories or the section of everything else, each in a form of its own.
_SHOWN_ELSEWHERE = frozenset(
    "imp_uid merchant_uid name cancel_history deposit_history cancel_receipt_urls promotion custom_data "
    "user_agent extension".split()
)
MAPPED_FIELDS = frozenset(field.name for _, _, fields in _SECTIONS for field in fields) | _SHOWN_ELSEWHERE


def sections(payment: Payment, context: FormatContext) -> Iterator[Section]:
    """Yield the sections that have rows, in reading order."""
    for name, title, fields in _SECTIONS:
        if rows := tuple(_rows(payment, context, fields)):
            yield Section(name, translate("Fields", title), rows)
    if rows := tuple(islice(_other_rows(payment, context), MAX_OTHER_ROWS + 1)):
        if len(rows) > MAX_OTHER_ROWS:
            more = translate("Fields", "There are more than fit here; the raw answer has them all.")
            rows = (*rows[:MAX_OTHER_ROWS], Row("", "…", more, ""))
        yield Section("other", translate("Fields", "Everything else"), rows)


def _rows(payment: Payment, context: FormatContext, fields: tuple[Field, ...]) -> Iterator[Row]:
    for field in fields:
        value = getattr(payment, field.name)
        if value is None:
            continue
        if row := field.make_row(context, payment, field.name, translate("Fields", field.label), value):
            yield replace(row, is_detail=True) if _is_detail(context, payment, field.name) else row


def _is_detail(context: FormatContext, payment: Payment, name: str) -> bool:
    """Return whether the header, the notices or the history show the field, or it says nothing."""
    match name:
        case "fail_reason":
            return state_of(payment, context.now, context.rules) not in MONEY_CAME  # a notice quotes it
        case "cancel_reason":
            return bool(payment.cancel_history)
        case "receipt_url":
            return state_of(payment, context.now, context.rules) in MONEY_CAME  # the header opens it
        case _:
            return name in _DETAILS


def _other_rows(payment: Payment, context: FormatContext) -> Iterator[Row]:
    yield from _promotion_rows(payment, context)
    if payment.custom_data:
        label = translate("Fields", "Shop's own data")
        yield text_row(context, "custom_data", label, payment.custom_data)
    if payment.user_agent:
        browser = text_row(context, "user_agent", translate("Fields", "Browser"), payment.user_agent)
        yield replace(browser, is_detail=True)
    yield from _extension_rows(payment, context)
    yield from _unexpected_rows(payment, context)
    yield from _old_receipt_rows(payment, context)


def _extension_rows(payment: Payment, context: FormatContext) -> Iterator[Row]:
    for key, value in (payment.extension or {}).items():
        name = f"extension.{key}"
        label, mask = _EXTENSION.get(key, ("", None))
        if label and isinstance(value, str):
            if value:
                yield text_row(context, name, translate("Fields", label), value, mask=mask)
        elif value not in _EMPTY:
            yield raw_row(context, name, value)


def _promotion_rows(payment: Payment, context: FormatContext) -> Iterator[Row]:
    if promotion := payment.promotion:
        if promotion.id:
            yield text_row(context, "promotion.id", translate("Fields", "Promotion"), promotion.id)
        if promotion.discount is not None:
            label = translate("Fields", "Promotion discount")
            yield money_row(context, "promotion.discount", label, promotion.discount, payment.currency)


def _unexpected_rows(payment: Payment, context: FormatContext) -> Iterator[Row]:
    for path, record in _records(payment):
        for name, value in record.invalid_fields.items():
            yield raw_row(context, path + name, value, invalid=True)
        for name, value in record.extra_fields.items():
            if value not in _EMPTY:
                yield raw_row(context, path + name, value)


def _records(payment: Payment) -> Iterator[tuple[str, Record]]:
    """Yield the payment and the records in it, each with the path to its fields."""
    yield "", payment
    if payment.promotion:
        yield "promotion.", payment.promotion
    for name in ("cancel_history", "deposit_history"):
        for number, record in enumerate(getattr(payment, name) or (), 1):
            if record.invalid_fields or record.extra_fields:
                yield f"{name}[{number}].", record


def _old_receipt_rows(payment: Payment, context: FormatContext) -> Iterator[Row]:
    """Yield the cancellation receipts that only the deprecated list has."""
    known = {
        payment.receipt_url,
        *(cancellation.receipt_url for cancellation in payment.cancel_history or ()),
    }
    for url in dict.fromkeys(payment.cancel_receipt_urls or ()):
        if url not in known:
            slip = cancellation_slip()
            yield link_row(context, "cancel_receipt_urls", slip.label, url, slip.open_text)
