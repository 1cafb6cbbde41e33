"""Build the histories of a payment: its cancellations, and the deposits into a fixed virtual account."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from iamport_desktop.api.models import Cancellation, Deposit, Payment
from iamport_desktop.domain import masking
from iamport_desktop.domain.masking import MASKS
from iamport_desktop.domain.url_safety import check_url
from iamport_desktop.presentation.formatting import collapse_whitespace, date_and_time, one_line
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.receipts import cancellation_slip
from iamport_desktop.presentation.view_model import (
    MAX_COPIED,
    FormatContext,
    History,
    HistoryRow,
    HistoryRows,
)


def total_amount(entries: Iterable[Cancellation | Deposit]) -> Decimal:
    """Return the sum of the amounts that are known."""
    return sum((entry.amount for entry in entries if entry.amount is not None), Decimal(0))


def cancellations(payment: Payment, context: FormatContext) -> History | None:
    """Return the cancellations in the order of the answer; None without any."""
    if not payment.cancel_history:
        return None
    headings = (
        translate("History", "#"),
        translate("History", "Cancelled at"),
        translate("History", "Amount"),
        translate("History", "Reason"),
        translate("History", "PG cancellation no."),
        translate("History", "Cancellation ID"),
        cancellation_slip().label,
    )
    title = translate("History", "Cancel history")
    rows = _cancellation_rows(payment.cancel_history, payment.currency, context)
    total = context.money(total_amount(payment.cancel_history), payment.currency)
    return History("cancellations", title, headings, rows, total)


def deposits(payment: Payment, context: FormatContext) -> History | None:
    """Return the deposits into a fixed virtual account, in the order of the answer; None without any."""
    if not payment.deposit_history:
        return None
    headings = (
        translate("History", "#"),
        translate("History", "Deposited at"),
        translate("History", "Amount"),
        translate("History", "Depositor"),
        translate("History", "PG transaction no."),
    )
    title = translate("History", "Deposit history")
    rows = _deposit_rows(payment.deposit_history, payment.currency, context)
    total = context.money(total_amount(payment.deposit_history), payment.currency)
    return History("deposits", title, headings, rows, total)


def _cancellation_rows(
    history: Sequence[Cancellation], currency: str | None, context: FormatContext
) -> HistoryRows:
    def reason(cancellation: Cancellation) -> str:
        return context.readable(cancellation.reason or "")

    def receipt(cancellation: Cancellation) -> str:
        return context.readable(cancellation.receipt_url or "", masking.link)

    def make(index: int) -> HistoryRow:
        cancellation = history[index]
        texts = (
            str(index + 1),
            _time(cancellation.cancelled_at),
            context.money(cancellation.amount, currency),
            reason(cancellation),
            cancellation.pg_tid or "",
            cancellation.cancellation_id or "",
        )
        url = receipt(cancellation)
        link = check_url(cancellation.receipt_url) if cancellation.receipt_url else None
        copied = (*map(_copied, texts), url[:MAX_COPIED])
        return HistoryRow(index + 1, (*map(one_line, texts), one_line(url)), copied, link)

    def value(index: int, column: int) -> Any:
        cancellation = history[index]
        # Sorted by what is shown: the order would give hints about what is masked.
        return (
            index,
            cancellation.cancelled_at,
            cancellation.amount,
            reason(cancellation) or None,
            cancellation.pg_tid,
            cancellation.cancellation_id,
            receipt(cancellation) or None,
        )[column]

    return HistoryRows(len(history), make, value)


def _deposit_rows(history: Sequence[Deposit], currency: str | None, context: FormatContext) -> HistoryRows:
    def depositor(deposit: Deposit) -> str:
        name = deposit.depositor_name or ""
        return name if context.revealed else MASKS["depositor_name"](name)

    def make(index: int) -> HistoryRow:
        deposit = history[index]
        texts = (
            str(index + 1),
            _time(deposit.deposited_at),
            context.money(deposit.amount, currency),
            depositor(deposit),
            deposit.pg_tid or "",
        )
        return HistoryRow(index + 1, tuple(map(one_line, texts)), tuple(map(_copied, texts)))

    def value(index: int, column: int) -> Any:
        deposit = history[index]
        # Sorted by the masked name: the order would give hints about the whole one.
        return (index, deposit.deposited_at, deposit.amount, depositor(deposit), deposit.pg_tid)[column]

    return HistoryRows(len(history), make, value)


def _copied(text: str) -> str:
    return collapse_whitespace(text[:MAX_COPIED])


def _time(moment: datetime | None) -> str:
    return date_and_time(moment) if moment else ""
