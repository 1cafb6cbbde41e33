"""Build the histories of a payment: its cancellations, and the deposits into a fixed virtual account."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from typing import Any

from iamport_desktop.api.models import Cancellation, Deposit, Payment
from iamport_desktop.domain import masking
from iamport_desktop.domain.assessment import Assessment
from iamport_desktop.domain.business_days import korean_day
from iamport_desktop.domain.cancellations import remaining_after_each
from iamport_desktop.domain.masking import MASKS
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


def total_amount(entries: Iterable[Cancellation | Deposit]) -> Decimal:
    """Return the sum of the amounts that are known."""
    return sum((entry.amount for entry in entries if entry.amount is not None), Decimal(0))


def cancellations(payment: Payment, assessment: Assessment, context: FormatContext) -> History | None:
    """Return the cancellations in the order of the answer; None without any."""
    if not payment.cancel_history:
        return None
    total, remaining = total_amount(payment.cancel_history), assessment.money.remaining
    adds_up = total == (payment.cancel_amount or 0)
    rows = _Cancellations(payment, payment.cancel_history, assessment, context)
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
        rows=HistoryRows(len(payment.cancel_history), rows.make, rows.value, rows.search_text),
        total=context.money(total, payment.currency),
        remaining=context.money(remaining if adds_up else None, payment.currency),
        amounts=frozenset({2, 3}),
        revealed=context.revealed,
    )


def deposits(payment: Payment, context: FormatContext) -> History | None:
    """Return the deposits into a fixed virtual account, in the order of the answer; None without any."""
    if not payment.deposit_history:
        return None
    rows = _Deposits(payment.deposit_history, payment.currency, context)
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
        rows=HistoryRows(len(payment.deposit_history), rows.make, rows.value, rows.search_text),
        total=context.money(total_amount(payment.deposit_history), payment.currency),
        amounts=frozenset({2}),
        revealed=context.revealed,
    )


class _Cancellations:
    """Rows of cancellations, sorted and filtered by what is shown: the rest would give hints about what is masked."""

    def __init__(
        self,
        payment: Payment,
        history: Sequence[Cancellation],
        assessment: Assessment,
        context: FormatContext,
    ) -> None:
        self._payment, self._history, self._assessment = payment, history, assessment
        self._context = context
        self._money, self._readable = cache(context.money), cache(context.readable)  # many rows have the same

    @cached_property
    def _remaining(self) -> Sequence[Decimal | None]:
        known = remaining_after_each(self._payment) if self._assessment.money.remaining is not None else None
        return known or (None,) * len(self._history)

    def _reason(self, index: int) -> str:
        return self._readable(self._history[index].reason or "")

    def make(self, index: int) -> HistoryRow:
        cancellation, currency = self._history[index], self._payment.currency
        texts = (
            self._money(cancellation.amount, currency),
            self._money(self._remaining[index], currency),
            self._reason(index),
            cancellation.pg_tid or "",
            cancellation.cancellation_id or "",
        )
        row = _row(index, cancellation.cancelled_at, texts, self._context)
        return _with_link(row, cancellation.receipt_url or "", self._context)

    def value(self, index: int, column: int) -> Any:
        cancellation = self._history[index]
        match column:
            case 0:
                return index
            case 1:
                return cancellation.cancelled_at
            case 2:
                return cancellation.amount
            case 3:
                return self._remaining[index]
            case 4:
                return self._reason(index) or None
            case 5:
                return cancellation.pg_tid
            case 6:
                return cancellation.cancellation_id
            case _:
                return bool(cancellation.receipt_url)

    def search_text(self, index: int) -> str:
        cancellation = self._history[index]
        amount = self._money(cancellation.amount, self._payment.currency)
        texts = self._reason(index), cancellation.pg_tid or "", cancellation.cancellation_id or ""
        return _search_text(cancellation.cancelled_at, amount, texts)


class _Deposits:
    """Rows of deposits, sorted and filtered by what is shown."""

    def __init__(self, history: Sequence[Deposit], currency: str | None, context: FormatContext) -> None:
        self._history, self._currency, self._context = history, currency, context

    def _depositor(self, index: int) -> str:
        name = self._history[index].depositor_name or ""
        return name if self._context.revealed else MASKS["depositor_name"](name)

    def _texts(self, index: int) -> tuple[str, str, str]:
        deposit = self._history[index]
        amount = self._context.money(deposit.amount, self._currency)
        return amount, self._depositor(index), deposit.pg_tid or ""

    def make(self, index: int) -> HistoryRow:
        return _row(index, self._history[index].deposited_at, self._texts(index), self._context)

    def value(self, index: int, column: int) -> Any:
        deposit = self._history[index]
        match column:
            case 0:
                return index
            case 1:
                return deposit.deposited_at
            case 2:
                return deposit.amount
            case 3:
                return self._depositor(index)
            case _:
                return deposit.pg_tid

    def search_text(self, index: int) -> str:
        amount, *texts = self._texts(index)
        return _search_text(self._history[index].deposited_at, amount, texts)


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


def _with_link(row: HistoryRow, url: str, context: FormatContext) -> HistoryRow:
    """Return `row` with one more cell, which opens `url`."""
    shown = hint = copied = ""
    link = None
    if url:
        link, copied = context.check_url(url), context.readable(url, masking.link)[:MAX_COPIED]
        shown, hint = cancellation_slip().open_text if link.openable else one_line(copied), link_hint(link)
    return HistoryRow(row.number, (*row.cells, shown), (*row.hints, hint), (*row.copied, copied), link)


def _search_text(moment: datetime | None, amount: str, texts: Iterable[str]) -> str:
    """Return what a filter finds a row by: its texts, and its amount and its day as people write them."""
    day = _day_text(korean_day(moment)) if moment else ""
    return " ".join((day, amount, amount.replace(",", ""), *texts)).lower()


@lru_cache(maxsize=10_000)
def _day_text(day: date) -> str:
    return f"{day} {day.month}-{day.day} {day.month}/{day.day} {day.month}월 {day.day}일"
