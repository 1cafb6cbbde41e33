"""The cancel history and the deposit history as tables with a total."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from iamport_desktop.api.models import Cancellation, Deposit, Payment
from iamport_desktop.presentation.masks import MASKS
from iamport_desktop.presentation.money import money
from iamport_desktop.presentation.receipt_link import check_link
from iamport_desktop.presentation.rows import Reading
from iamport_desktop.presentation.sheet import Ledger, LedgerRow
from iamport_desktop.presentation.speech import translate
from iamport_desktop.presentation.text import flat, one_line
from iamport_desktop.presentation.times import date_and_time


def cancellations(payment: Payment, reading: Reading) -> Ledger | None:
    """Each cancellation in the order of the answer; None without any."""
    if not payment.cancel_history:
        return None
    rows = tuple(
        _cancellation_row(number, each, payment.currency, reading)
        for number, each in enumerate(payment.cancel_history, 1)
    )
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
    rows = tuple(
        _deposit_row(number, each, payment.currency, reading)
        for number, each in enumerate(payment.deposit_history, 1)
    )
    headings = (
        translate("Ledgers", "#"),
        translate("Ledgers", "Deposited at"),
        translate("Ledgers", "Amount"),
        translate("Ledgers", "Depositor"),
        translate("Ledgers", "PG transaction no."),
    )
    total = _total((each.amount for each in payment.deposit_history), payment.currency, reading)
    return Ledger("deposits", translate("Ledgers", "Deposit history"), headings, rows, total)


def _cancellation_row(number: int, each: Cancellation, currency: str | None, reading: Reading) -> LedgerRow:
    link = check_link(each.receipt_url) if each.receipt_url else None
    texts = (
        str(number),
        _time(each.cancelled_at),
        _money(each.amount, currency, reading),
        each.reason or "",
        each.pg_tid or "",
        each.cancellation_id or "",
        link.host or link.url if link else "",  # what may not be opened has no host
    )
    copied = (*map(flat, texts[:-1]), each.receipt_url or "")
    return LedgerRow(number, each.cancelled_at, each.amount, _cells(texts), copied, link)


def _deposit_row(number: int, each: Deposit, currency: str | None, reading: Reading) -> LedgerRow:
    depositor = each.depositor_name or ""
    texts = (
        str(number),
        _time(each.deposited_at),
        _money(each.amount, currency, reading),
        depositor if reading.revealed else MASKS["depositor_name"](depositor),
        each.pg_tid or "",
    )
    return LedgerRow(number, each.deposited_at, each.amount, _cells(texts), tuple(map(flat, texts)))


def _cells(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one_line(each) for each in texts)


def _time(moment: datetime | None) -> str:
    return date_and_time(moment) if moment else ""


def _money(amount: Decimal | None, currency: str | None, reading: Reading) -> str:
    return "" if amount is None else money(amount, currency, reading.language)


def _total(amounts: Iterable[Decimal | None], currency: str | None, reading: Reading) -> str:
    total = sum((each for each in amounts if each is not None), Decimal(0))
    return money(total, currency, reading.language)
