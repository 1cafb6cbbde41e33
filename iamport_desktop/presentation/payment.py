"""A payment to the sheet that the window shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import Any

from iamport_desktop.api.codes import Table
from iamport_desktop.api.models import Cancellation, Deposit, Payment
from iamport_desktop.domain.masking import MASKS
from iamport_desktop.domain.status import State, is_refund_state
from iamport_desktop.domain.url_safety import check_url
from iamport_desktop.presentation.advice import advice, explain_failure, refund_arrival
from iamport_desktop.presentation.fields import sections
from iamport_desktop.presentation.formatting import (
    ago,
    collapse_whitespace,
    date_and_time,
    left,
    money,
    one_line,
)
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.status import StatusView, status_view
from iamport_desktop.presentation.view_model import (
    MAX_COPIED,
    FormatContext,
    Header,
    History,
    HistoryRow,
    HistoryRows,
    Notice,
    PaymentViewModel,
    Row,
    Section,
    Step,
    text_row,
)

# More cancellations or deposits than this are told as the first, the last and how many lie between.
MAX_ALIKE = 4


@dataclass(frozen=True, slots=True)
class _Event:
    moment: datetime
    rank: int  # of events in the same second, the order in which they happen
    severity: Severity
    title: str
    amount: Decimal | None = None


def timeline(payment: Payment, context: FormatContext) -> tuple[Step, ...]:
    """The steps of `payment` from its request to its last cancellation; those without a time are left out."""
    events = sorted(_events(payment), key=lambda event: (event.moment, event.rank))
    return tuple(_step(event, payment.currency, context) for event in events)


def _events(payment: Payment) -> Iterator[_Event]:
    yield from _course(payment)
    yield from _deposits(payment)
    yield from _cancellations(payment)


def _course(payment: Payment) -> Iterator[_Event]:
    if payment.started_at:
        yield _Event(payment.started_at, 0, Severity.NEUTRAL, translate("Timeline", "Requested"))
    if payment.vbank_issued_at:
        yield _Event(payment.vbank_issued_at, 1, Severity.WAITING, translate("Timeline", "Account issued"))
    if payment.vbank_date and not payment.paid_at:
        yield _Event(payment.vbank_date, 5, Severity.WAITING, translate("Timeline", "Deposit deadline"))
    if payment.paid_at:
        # Of several deposits each has a step, and their sum is what was paid.
        deposited = payment.pay_method == "vbank" and not payment.deposit_history
        title = translate("Timeline", "Deposited") if deposited else translate("Timeline", "Paid")
        yield _Event(payment.paid_at, 3, Severity.SUCCESS, title, payment.amount)
    if payment.failed_at:
        yield _Event(payment.failed_at, 3, Severity.ERROR, translate("Timeline", "Failed"))


def _deposits(payment: Payment) -> Iterator[_Event]:
    title = translate("Timeline", "Deposited")
    made = [(each.deposited_at, each.amount) for each in payment.deposit_history or () if each.deposited_at]
    more = translate("Timeline", "%n more deposit(s)", None, len(made) - 2)
    yield from _condensed(made, partial(_Event, rank=2, severity=Severity.SUCCESS), title, more)


def _cancellations(payment: Payment) -> Iterator[_Event]:
    title = translate("Timeline", "Cancelled")
    made = [(each.cancelled_at, each.amount) for each in payment.cancel_history or () if each.cancelled_at]
    more = translate("Timeline", "%n more cancellation(s)", None, len(made) - 2)
    yield from _condensed(made, partial(_Event, rank=4, severity=Severity.WARNING), title, more)
    if not made and payment.cancelled_at:
        yield _Event(payment.cancelled_at, 4, Severity.WARNING, title, payment.cancel_amount)


def _condensed(
    made: list[tuple[datetime, Decimal | None]], event: Callable[..., _Event], title: str, more: str
) -> Iterator[_Event]:
    """An `event` for each of `made`; of many for the first, the last, and as one called `more` for those between."""
    made = sorted(made, key=itemgetter(0))
    titles = [title] * len(made)
    if len(made) > MAX_ALIKE:
        total = sum((amount for _, amount in made[1:-1] if amount is not None), Decimal(0))
        made, titles = [made[0], (made[-2][0], total), made[-1]], [title, more, title]
    for (moment, amount), each in zip(made, titles, strict=True):
        yield event(moment=moment, title=each, amount=amount)


def _step(event: _Event, currency: str | None, context: FormatContext) -> Step:
    return Step(
        event.severity,
        event.title,
        date_and_time(event.moment),
        ago(event.moment, context.now) or left(event.moment, context.now),
        money(event.amount, currency, context.language) if event.amount is not None else "",
    )


def cancellations(payment: Payment, context: FormatContext) -> History | None:
    """Each cancellation in the order of the answer; None without any."""
    if not payment.cancel_history:
        return None
    rows = _cancellation_rows(payment.cancel_history, payment.currency, context)
    headings = (
        translate("History", "#"),
        translate("History", "Cancelled at"),
        translate("History", "Amount"),
        translate("History", "Reason"),
        translate("History", "PG cancellation no."),
        translate("History", "Cancellation id"),
        translate("History", "Receipt"),
    )
    total = _total((each.amount for each in payment.cancel_history), payment.currency, context)
    return History("cancellations", translate("History", "Cancel history"), headings, rows, total)


def deposits(payment: Payment, context: FormatContext) -> History | None:
    """Each deposit into a fixed virtual account, in the order of the answer; None without any."""
    if not payment.deposit_history:
        return None
    rows = _deposit_rows(payment.deposit_history, payment.currency, context)
    headings = (
        translate("History", "#"),
        translate("History", "Deposited at"),
        translate("History", "Amount"),
        translate("History", "Depositor"),
        translate("History", "PG transaction no."),
    )
    total = _total((each.amount for each in payment.deposit_history), payment.currency, context)
    return History("deposits", translate("History", "Deposit history"), headings, rows, total)


def _cancellation_rows(
    history: Sequence[Cancellation], currency: str | None, context: FormatContext
) -> HistoryRows:
    def make(place: int) -> HistoryRow:
        each = history[place]
        link = check_url(each.receipt_url) if each.receipt_url else None
        texts = (
            str(place + 1),
            _time(each.cancelled_at),
            _money(each.amount, currency, context),
            each.reason or "",
            each.pg_tid or "",
            each.cancellation_id or "",
            link.host or link.url if link else "",  # what may not be opened has no host
        )
        copied = (*map(_copied, texts[:-1]), (each.receipt_url or "")[:MAX_COPIED])
        return HistoryRow(place + 1, _cells(texts), copied, link)

    def value(place: int, column: int) -> Any:
        each = history[place]
        texts = (each.reason, each.pg_tid, each.cancellation_id, each.receipt_url)
        return (place, each.cancelled_at, each.amount, *texts)[column]

    return HistoryRows(len(history), make, value)


def _deposit_rows(history: Sequence[Deposit], currency: str | None, context: FormatContext) -> HistoryRows:
    def depositor(each: Deposit) -> str:
        name = each.depositor_name or ""
        return name if context.revealed else MASKS["depositor_name"](name)

    def make(place: int) -> HistoryRow:
        each = history[place]
        texts = (
            str(place + 1),
            _time(each.deposited_at),
            _money(each.amount, currency, context),
            depositor(each),
            each.pg_tid or "",
        )
        return HistoryRow(place + 1, _cells(texts), tuple(map(_copied, texts)))

    def value(place: int, column: int) -> Any:
        each = history[place]  # by the masked name: the order would tell of the whole one
        return (place, each.deposited_at, each.amount, depositor(each), each.pg_tid)[column]

    return HistoryRows(len(history), make, value)


def _cells(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one_line(each) for each in texts)


def _copied(text: str) -> str:
    return collapse_whitespace(text[:MAX_COPIED])


def _time(moment: datetime | None) -> str:
    return date_and_time(moment) if moment else ""


def _money(amount: Decimal | None, currency: str | None, context: FormatContext) -> str:
    return "" if amount is None else money(amount, currency, context.language)


def _total(amounts: Iterable[Decimal | None], currency: str | None, context: FormatContext) -> str:
    total = sum((each for each in amounts if each is not None), Decimal(0))
    return money(total, currency, context.language)


def build_payment_view_model(payment: Payment, context: FormatContext) -> PaymentViewModel:
    """Everything to show of `payment`, in the language, at the time and with the masks of `context`. Never raises."""
    status = status_view(payment, context.now)
    shown = tuple(sections(payment, context))
    return PaymentViewModel(
        imp_uid=payment.imp_uid or "",
        header=_header(payment, status, context),
        notices=tuple(_notices(payment, status)),
        timeline=timeline(payment, context),
        advice=advice(payment, status.state),
        sections=shown,
        cancellations=cancellations(payment, context),
        deposits=deposits(payment, context),
        holds_personal_data=_holds_personal_data(payment, context, shown),
    )


def _header(payment: Payment, status: StatusView, context: FormatContext) -> Header:
    def amount_text(amount: Decimal | None) -> str:
        return money(amount, payment.currency, context.language) if amount is not None else ""

    consistent = status.state is not State.CONTRADICTORY
    remaining = None
    if payment.amount is not None and payment.cancel_amount and consistent:
        remaining = payment.amount - payment.cancel_amount
    return Header(
        status=replace(status, meaning=_meaning(payment, status, context), raw=one_line(status.raw)),
        amount=amount_text(payment.amount) or translate("Payment", "Amount unknown"),
        cancelled=amount_text(payment.cancel_amount) if payment.cancel_amount else "",
        remaining=amount_text(remaining),
        product=_row(context, "name", translate("Payment", "Product"), payment.name),
        method=method_name(payment, context),
        when=_when(payment),
        test=payment.sandbox is True,
        ids=tuple(_ids(payment, context)),
        receipt=check_url(payment.receipt_url) if payment.receipt_url else None,
    )


def _meaning(payment: Payment, status: StatusView, context: FormatContext) -> str:
    """The state's sentence, and what it makes the customer ask next: when the money is back, how long is left."""
    follows = ""
    if is_refund_state(status.state):
        follows = refund_arrival(payment)
    elif status.state is State.AWAITING_DEPOSIT and payment.vbank_date:
        text = translate("Payment", "Deadline: {time} ({left}).")
        follows = text.format(
            time=date_and_time(payment.vbank_date), left=left(payment.vbank_date, context.now)
        )
    return " ".join(filter(None, (status.meaning, follows)))


def _row(context: FormatContext, name: str, label: str, text: str | None) -> Row | None:
    return text_row(context, name, label, text) if text else None


def _ids(payment: Payment, context: FormatContext) -> Iterator[Row]:
    if payment.imp_uid:
        yield text_row(context, "imp_uid", "imp_uid", payment.imp_uid)
    if payment.merchant_uid:
        label = translate("Payment", "Order number")
        yield text_row(context, "merchant_uid", label, payment.merchant_uid)


def method_name(payment: Payment, context: FormatContext) -> str:
    """As people say it: `신용카드 · 신한카드`, `카카오페이 · 포인트`."""

    def named(table: Table, code: str | None) -> str:
        return (context.codes.name(table, code, context.language) or code) if code else ""

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
        said = translate("Payment", "The PG says: “{reason}”.").format(reason=one_line(payment.fail_reason))
        yield Notice(Severity.ERROR, " ".join(filter(None, (said, explain_failure(payment.fail_reason)))))
    if payment.paid_at and payment.started_at and payment.paid_at < payment.started_at:
        yield Notice(
            Severity.ANOMALY,
            translate("Payment", "The payment is dated before its request; the times contradict each other."),
        )
    total = sum((each.amount or Decimal(0) for each in payment.cancel_history or ()), Decimal(0))
    if payment.cancel_history and total != (payment.cancel_amount or 0):
        yield Notice(
            Severity.ANOMALY,
            translate("Payment", "The cancel history does not add up to the cancelled amount."),
        )
    if payment.misread:
        yield Notice(
            Severity.ANOMALY,
            translate(
                "Payment",
                "%n field(s) came in an unexpected form; see “Everything else”.",
                None,
                len(payment.misread),
            ),
        )


def _holds_personal_data(payment: Payment, context: FormatContext, shown: tuple[Section, ...]) -> bool:
    """Whether masking changes anything, that is, whether there is something to reveal. The first row will do."""
    if any(each.depositor_name for each in payment.deposit_history or ()):
        return True
    masked = replace(context, revealed=False)
    seen = sections(payment, masked) if context.revealed else shown
    rows = chain(_ids(payment, masked), (row for section in seen for row in section.rows))
    return any(row.masked for row in rows)
