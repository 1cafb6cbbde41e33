"""The cancel history and the deposit history as tables with a total."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from iamport_desktop.api.models import Cancellation, Deposit, Payment
from iamport_desktop.domain.masking import MASKS
from iamport_desktop.domain.url_safety import check_link
from iamport_desktop.presentation.money import money
from iamport_desktop.presentation.rows import COPIED_CHARACTERS, Reading
from iamport_desktop.presentation.sheet import Ledger, LedgerRow, LedgerRows
from iamport_desktop.presentation.speech import translate
from iamport_desktop.presentation.text import flat, one_line
from iamport_desktop.presentation.times import date_and_time


def cancellations(payment: Payment, reading: Reading) -> Ledger | None:
    """Each cancellation in the order of the answer; None without any."""
    if not payment.cancel_history:
        return None
    rows = _cancellation_rows(payment.cancel_history, payment.currency, reading)
    headings = (
        translate("Ledgers", "#"),
        translate("Ledgers", "Cancelled at"),
        translate("Ledgers", "Amount"),
        translate("Ledgers", "Reason"),
        translate("Ledgers", "PG cancellation no."),
        translate("Ledgers", "Cancellation id"),
        translate("Ledgers", "Receipt"),
    )
    total = _total((each.amount for each in payment.cancel_history), payment.currency, reading)
    return Ledger("cancellations", translate("Ledgers", "Cancel history"), headings, rows, total)


def deposits(payment: Payment, reading: Reading) -> Ledger | None:
    """Each deposit into a fixed virtual account, in the order of the answer; None without any."""
    if not payment.deposit_history:
        return None
    rows = _deposit_rows(payment.deposit_history, payment.currency, reading)
    headings = (
        translate("Ledgers", "#"),
        translate("Ledgers", "Deposited at"),
        translate("Ledgers", "Amount"),
        translate("Ledgers", "Depositor"),
        translate("Ledgers", "PG transaction no."),
    )
    total = _total((each.amount for each in payment.deposit_history), payment.currency, reading)
    return Ledger("deposits", translate("Ledgers", "Deposit history"), headings, rows, total)


def _cancellation_rows(history: Sequence[Cancellation], currency: str | None, reading: Reading) -> LedgerRows:
    def make(place: int) -> LedgerRow:
        each = history[place]
        link = check_link(each.receipt_url) if each.receipt_url else None
        texts = (
            str(place + 1),
            _time(each.cancelled_at),
            _money(each.amount, currency, reading),
            each.reason or "",
            each.pg_tid or "",
            each.cancellation_id or "",
            link.host or link.url if link else "",  # what may not be opened has no host
        )
        copied = (*map(_copied, texts[:-1]), (each.receipt_url or "")[:COPIED_CHARACTERS])
        return LedgerRow(place + 1, _cells(texts), copied, link)

    def value(place: int, column: int) -> Any:
        each = history[place]
        texts = (each.reason, each.pg_tid, each.cancellation_id, each.receipt_url)
        return (place, each.cancelled_at, each.amount, *texts)[column]

    return LedgerRows(len(history), make, value)


def _deposit_rows(history: Sequence[Deposit], currency: str | None, reading: Reading) -> LedgerRows:
    def depositor(each: Deposit) -> str:
        name = each.depositor_name or ""
        return name if reading.revealed else MASKS["depositor_name"](name)

    def make(place: int) -> LedgerRow:
        each = history[place]
        texts = (
            str(place + 1),
            _time(each.deposited_at),
            _money(each.amount, currency, reading),
            depositor(each),
            each.pg_tid or "",
        )
        return LedgerRow(place + 1, _cells(texts), tuple(map(_copied, texts)))

    def value(place: int, column: int) -> Any:
        each = history[place]  # by the masked name: the order would tell of the whole one
        return (place, each.deposited_at, each.amount, depositor(each), each.pg_tid)[column]

    return LedgerRows(len(history), make, value)


def _cells(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one_line(each) for each in texts)


def _copied(text: str) -> str:
    return flat(text[:COPIED_CHARACTERS])


def _time(moment: datetime | None) -> str:
    return date_and_time(moment) if moment else ""


def _money(amount: Decimal | None, currency: str | None, reading: Reading) -> str:
    return "" if amount is None else money(amount, currency, reading.language)


def _total(amounts: Iterable[Decimal | None], currency: str | None, reading: Reading) -> str:
    total = sum((each for each in amounts if each is not None), Decimal(0))
    return money(total, currency, reading.language)
