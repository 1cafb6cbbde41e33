"""Build the histories of a payment: its cancellations, and the deposits into a fixed virtual account."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from iamport_desktop.api.models import Cancellation, Deposit, Payment
from iamport_desktop.domain import masking
from iamport_desktop.domain.assessment import Assessment
from iamport_desktop.domain.business_days import korean_day
from iamport_desktop.domain.cancellations import remaining_after_each
from iamport_desktop.domain.masking import MASKS
from iamport_desktop.domain.url_safety import UrlCheck, check_url
from iamport_desktop.presentation.formatting import (
    collapse_whitespace,
    date_and_time,
    one_line,
    short_time,
    weekday_and_time,
)
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.receipts import cancellation_slip, link_hint
from iamport_desktop.presentation.view_model import (
    MAX_COPIED,
    FormatContext,
    History,
    HistoryRow,
    HistoryRows,
)

Value = Callable[[int], Any]  # of the row at an index


def total_amount(entries: Iterable[Cancellation | Deposit]) -> Decimal:
    """Return the sum of the amounts that are known."""
    return sum((entry.amount for entry in entries if entry.amount is not None), Decimal(0))


def cancellations(payment: Payment, assessment: Assessment, context: FormatContext) -> History | None:
    """Return the cancellations in the order of the answer; None without any."""
    if not payment.cancel_history:
        return None
    total, remaining = total_amount(payment.cancel_history), assessment.money.remaining
    adds_up = total == (payment.cancel_amount or 0)
    return History(
        name="cancellations",
        title=translate("History", "Cancel history"),
        headings=(
            translate("History", "#"),
            translate("History", "Cancelled at (KST)"),
            translate("History", "Amount"),
            translate("History", "Remaining"),
            translate("History", "Reason"),
            translate("History", "PG cancellation no."),
            translate("History", "Cancellation ID"),
            cancellation_slip().label,
        ),
        rows=_cancellation_rows(payment, payment.cancel_history, assessment, context),
        total=context.money(total, payment.currency),
        remaining=context.money(remaining if adds_up else None, payment.currency),
        amounts=frozenset({2, 3}),
        revealed=context.revealed,
    )


def deposits(payment: Payment, context: FormatContext) -> History | None:
    """Return the deposits into a fixed virtual account, in the order of the answer; None without any."""
    if not payment.deposit_history:
        return None
    return History(
        name="deposits",
        title=translate("History", "Deposit history"),
        headings=(
            translate("History", "#"),
            translate("History", "Deposited at (KST)"),
            translate("History", "Amount"),
            translate("History", "Depositor"),
            translate("History", "PG transaction no."),
        ),
        rows=_deposit_rows(payment.deposit_history, payment.currency, context),
        total=context.money(total_amount(payment.deposit_history), payment.currency),
        amounts=frozenset({2}),
        revealed=context.revealed,
    )


def _cancellation_rows(
    payment: Payment, history: Sequence[Cancellation], assessment: Assessment, context: FormatContext
) -> HistoryRows:
    @cache
    def all_remaining() -> tuple[Decimal | None, ...]:
        known = remaining_after_each(payment) if assessment.money.remaining is not None else None
        return known or (None,) * len(history)

    def remaining(index: int) -> Decimal | None:
        return all_remaining()[index]

    money = cache(context.money)
    readable = cache(context.readable)  # most reasons stand in many rows

    def reason(index: int) -> str:
        return readable(history[index].reason or "")

    def link(index: int) -> str:
        return context.readable(history[index].receipt_url or "", masking.link)

    def make(index: int) -> HistoryRow:
        cancellation = history[index]
        texts = (
            context.money(cancellation.amount, payment.currency),
            context.money(remaining(index), payment.currency),
            reason(index),
            cancellation.pg_tid or "",
            cancellation.cancellation_id or "",
        )
        row = _row(index, cancellation.cancelled_at, texts, context)
        if not cancellation.receipt_url:
            return _with_link(row, "", "", "", None)
        check = check_url(cancellation.receipt_url)
        shown = cancellation_slip().open_text if check.openable else one_line(link(index))
        return _with_link(row, shown, link_hint(check), link(index)[:MAX_COPIED], check)

    # Sorted and filtered by what is shown: the rest would give hints about what is masked.
    values: tuple[Value, ...] = (
        lambda index: index,
        lambda index: history[index].cancelled_at,
        lambda index: history[index].amount,
        remaining,
        lambda index: reason(index) or None,
        lambda index: history[index].pg_tid,
        lambda index: history[index].cancellation_id,
        lambda index: True if history[index].receipt_url else None,
    )

    def search_text(index: int) -> str:
        cancellation = history[index]
        texts = reason(index), cancellation.pg_tid or "", cancellation.cancellation_id or ""
        return _search_text(cancellation.cancelled_at, money(cancellation.amount, payment.currency), texts)

    return HistoryRows(len(history), make, lambda index, column: values[column](index), search_text)


def _deposit_rows(history: Sequence[Deposit], currency: str | None, context: FormatContext) -> HistoryRows:
    def depositor(index: int) -> str:
        name = history[index].depositor_name or ""
        return name if context.revealed else MASKS["depositor_name"](name)

    def make(index: int) -> HistoryRow:
        deposit = history[index]
        texts = (context.money(deposit.amount, currency), depositor(index), deposit.pg_tid or "")
        return _row(index, deposit.deposited_at, texts, context)

    values: tuple[Value, ...] = (
        lambda index: index,
        lambda index: history[index].deposited_at,
        lambda index: history[index].amount,
        depositor,
        lambda index: history[index].pg_tid,
    )

    def search_text(index: int) -> str:
        deposit = history[index]
        texts = depositor(index), deposit.pg_tid or ""
        return _search_text(deposit.deposited_at, context.money(deposit.amount, currency), texts)

    return HistoryRows(len(history), make, lambda index, column: values[column](index), search_text)


def _row(index: int, moment: datetime | None, texts: tuple[str, ...], context: FormatContext) -> HistoryRow:
    number, shown = str(index + 1), tuple(map(one_line, texts))
    when, exact, copied = (
        (short_time(moment, context.now), weekday_and_time(moment), date_and_time(moment))
        if moment
        else ("", "", "")
    )
    return HistoryRow(
        number=index + 1,
        cells=(number, when, *shown),
        hints=(number, exact, *shown),
        copied=(number, copied, *(collapse_whitespace(text[:MAX_COPIED]) for text in texts)),
    )


def _with_link(row: HistoryRow, shown: str, hint: str, copied: str, link: UrlCheck | None) -> HistoryRow:
    """Return `row` with one more cell, which opens `link`."""
    return HistoryRow(row.number, (*row.cells, shown), (*row.hints, hint), (*row.copied, copied), link)


def _search_text(moment: datetime | None, amount: str, texts: Iterable[str]) -> str:
    """Return what a filter finds a row by: its texts, and its amount and its day as people write them."""
    day = _day_text(korean_day(moment)) if moment else ""
    return " ".join((day, amount, amount.replace(",", ""), *texts)).lower()


@lru_cache(maxsize=10_000)
def _day_text(day: date) -> str:
    return f"{day} {day.month}-{day.day} {day.month}/{day.day} {day.month}월 {day.day}일"
