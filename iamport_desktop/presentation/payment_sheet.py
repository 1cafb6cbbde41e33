"""A payment to the sheet that the window shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from iamport_desktop.api.codes import Table
from iamport_desktop.api.models import Payment
from iamport_desktop.domain.url_safety import check_link
from iamport_desktop.presentation.advice import advice
from iamport_desktop.presentation.failures import plain_reason
from iamport_desktop.presentation.fields import sections
from iamport_desktop.presentation.ledgers import cancellations, deposits
from iamport_desktop.presentation.money import money
from iamport_desktop.presentation.refunds import refund_arrival, tells_of_refund
from iamport_desktop.presentation.rows import Reading, text_row
from iamport_desktop.presentation.sheet import Header, Notice, PaymentSheet, Row, Section
from iamport_desktop.presentation.speech import translate
from iamport_desktop.presentation.status import State, StatusView, status_view
from iamport_desktop.presentation.text import one_line
from iamport_desktop.presentation.timeline import timeline
from iamport_desktop.presentation.times import date_and_time, left
from iamport_desktop.presentation.tone import Tone


def payment_sheet(payment: Payment, reading: Reading) -> PaymentSheet:
    """Everything to show of `payment`, in the language, at the time and with the masks of `reading`. Never raises."""
    status = status_view(payment, reading.now)
    shown = tuple(sections(payment, reading))
    return PaymentSheet(
        imp_uid=payment.imp_uid or "",
        header=_header(payment, status, reading),
        notices=tuple(_notices(payment, status)),
        timeline=timeline(payment, reading),
        advice=advice(payment, status.state),
        sections=shown,
        cancellations=cancellations(payment, reading),
        deposits=deposits(payment, reading),
        holds_personal_data=_holds_personal_data(payment, reading, shown),
    )


def _header(payment: Payment, status: StatusView, reading: Reading) -> Header:
    def amount_text(amount: Decimal | None) -> str:
        return money(amount, payment.currency, reading.language) if amount is not None else ""

    consistent = status.state is not State.CONTRADICTORY
    remaining = None
    if payment.amount is not None and payment.cancel_amount and consistent:
        remaining = payment.amount - payment.cancel_amount
    return Header(
        status=replace(status, meaning=_meaning(payment, status, reading), raw=one_line(status.raw)),
        amount=amount_text(payment.amount) or translate("Sheet", "Amount unknown"),
        cancelled=amount_text(payment.cancel_amount) if payment.cancel_amount else "",
        remaining=amount_text(remaining),
        product=_row(reading, "name", translate("Sheet", "Product"), payment.name),
        method=method_name(payment, reading),
        when=_when(payment),
        test=payment.sandbox is True,
        ids=tuple(_ids(payment, reading)),
        receipt=check_link(payment.receipt_url) if payment.receipt_url else None,
    )


def _meaning(payment: Payment, status: StatusView, reading: Reading) -> str:
    """The state's sentence, and what it makes the customer ask next: when the money is back, how long is left."""
    follows = ""
    if tells_of_refund(status.state):
        follows = refund_arrival(payment)
    elif status.state is State.AWAITING_DEPOSIT and payment.vbank_date:
        text = translate("Sheet", "Deadline: {time} ({left}).")
        follows = text.format(
            time=date_and_time(payment.vbank_date), left=left(payment.vbank_date, reading.now)
        )
    return " ".join(filter(None, (status.meaning, follows)))


def _row(reading: Reading, name: str, label: str, text: str | None) -> Row | None:
    return text_row(reading, name, label, text) if text else None


def _ids(payment: Payment, reading: Reading) -> Iterator[Row]:
    if payment.imp_uid:
        yield text_row(reading, "imp_uid", "imp_uid", payment.imp_uid)
    if payment.merchant_uid:
        label = translate("Sheet", "Order number")
        yield text_row(reading, "merchant_uid", label, payment.merchant_uid)


def method_name(payment: Payment, reading: Reading) -> str:
    """As people say it: `신용카드 · 신한카드`, `카카오페이 · 포인트`."""

    def named(table: Table, code: str | None) -> str:
        return (reading.codes.name(table, code, reading.language) or code) if code else ""

    easy_pay = named("emb_pg_provider", payment.emb_pg_provider)
    if not easy_pay and payment.pg_provider in _EASY_PAY_GATEWAYS:
        easy_pay = named("pg_provider", payment.pg_provider)
    issuer = payment.card_name or named("card", payment.card_code)
    bank = payment.vbank_name or payment.bank_name or named("bank", payment.vbank_code or payment.bank_code)
    parts = (easy_pay, named("pay_method", payment.pay_method), issuer or bank)
    return " · ".join(one_line(part) for part in dict.fromkeys(parts) if part)


# Gateways that are themselves the easy pay that the customer saw; `pay_method` then only says card or point.
_EASY_PAY_GATEWAYS = frozenset("kakaopay naverpay tosspay tosspay_v2 payco smilepay chai".split())


def _when(payment: Payment) -> str:
    moment = payment.paid_at or payment.failed_at or payment.cancelled_at or payment.started_at
    return date_and_time(moment) if moment else ""


def _notices(payment: Payment, status: StatusView) -> Iterator[Notice]:
    if status.state is State.FAILED and payment.fail_reason:
        said = translate("Sheet", "The PG says: “{reason}”.").format(reason=one_line(payment.fail_reason))
        yield Notice(Tone.BAD, " ".join(filter(None, (said, plain_reason(payment.fail_reason)))))
    if payment.paid_at and payment.started_at and payment.paid_at < payment.started_at:
        yield Notice(
            Tone.ODD,
            translate("Sheet", "The payment is dated before its request; the times contradict each other."),
        )
    total = sum((each.amount or Decimal(0) for each in payment.cancel_history or ()), Decimal(0))
    if payment.cancel_history and total != (payment.cancel_amount or 0):
        yield Notice(
            Tone.ODD, translate("Sheet", "The cancel history does not add up to the cancelled amount.")
        )
    if payment.misread:
        yield Notice(
            Tone.ODD,
            translate(
                "Sheet",
                "%n field(s) came in an unexpected form; see “Everything else”.",
                None,
                len(payment.misread),
            ),
        )


def _holds_personal_data(payment: Payment, reading: Reading, shown: tuple[Section, ...]) -> bool:
    """Whether masking changes anything, that is, whether there is something to reveal. The first row will do."""
    if any(each.depositor_name for each in payment.deposit_history or ()):
        return True
    masked = replace(reading, revealed=False)
    seen = sections(payment, masked) if reading.revealed else shown
    rows = chain(_ids(payment, masked), (row for section in seen for row in section.rows))
    return any(row.masked for row in rows)
