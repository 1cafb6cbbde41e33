"""Build the view model of a payment: header, notices, timeline, histories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from itertools import chain
from operator import itemgetter
from typing import Any

from iamport_desktop.api.models import Cancellation, Deposit, Payment
from iamport_desktop.domain import masking
from iamport_desktop.domain.assessment import Assessment
from iamport_desktop.domain.attempts import OtherAttempts, Unasked
from iamport_desktop.domain.masking import MASKS
from iamport_desktop.domain.status import State
from iamport_desktop.domain.url_safety import check_url
from iamport_desktop.presentation.account import account_row
from iamport_desktop.presentation.advice import advice
from iamport_desktop.presentation.failures import explain_failure
from iamport_desktop.presentation.fields import sections
from iamport_desktop.presentation.formatting import (
    collapse_whitespace,
    date_and_time,
    deadline_text,
    money,
    one_line,
    time_ago,
    time_left,
    weekday_and_time,
)
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.receipts import cancellation_slip, receipt_name
from iamport_desktop.presentation.refunds import refund_sentences
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
    StepKind,
    text_row,
)

# More cancellations or deposits become the first, the last, and one step for those between.
MAX_ALIKE = 4


def build_payment_view_model(
    payment: Payment, context: FormatContext, other_attempts: OtherAttempts = Unasked.NOT_ASKED
) -> PaymentViewModel:
    """Return everything to show of `payment`. Raises nothing, however odd the payment is.

    `other_attempts`: those for the same order, or why they are not known.
    """
    assessment = context.assess(payment, other_attempts)
    section_list = tuple(sections(payment, context))
    return PaymentViewModel(
        imp_uid=payment.imp_uid or "",
        header=_header(payment, assessment, context),
        notices=tuple(_notices(payment, assessment, context)),
        timeline=timeline(payment, assessment, context),
        advice=advice(assessment, context),
        sections=section_list,
        cancellations=cancellations(payment, context),
        deposits=deposits(payment, context),
        holds_personal_data=_holds_personal_data(payment, context, section_list),
    )


def _header(payment: Payment, assessment: Assessment, context: FormatContext) -> Header:
    money_, status = assessment.money, status_view(assessment)

    def amount_text(amount: Decimal | None) -> str:
        return _money(amount, payment.currency, context)

    return Header(
        status=replace(status, meaning=_meaning(status, assessment, context), raw=one_line(status.raw)),
        amount=_amount(assessment, context),
        cancelled=amount_text(money_.cancelled) if money_.cancelled else "",
        remaining=amount_text(money_.remaining) if money_.cancelled else "",
        product=_product(payment, context),
        method=method_name(payment, context),
        when=_time(payment.paid_at or payment.failed_at or payment.cancelled_at or payment.started_at),
        test=payment.sandbox is True,
        ids=tuple(_ids(payment, context)),
        account=account_row(payment, assessment, context),
        receipt=check_url(payment.receipt_url) if assessment.has_receipt and payment.receipt_url else None,
        receipt_text=receipt_name(assessment.state, assessment.method).open_text,
        waits_for_deposit=assessment.may_still_be_paid == "deposit",
    )


def _amount(assessment: Assessment, context: FormatContext) -> str:
    if assessment.registration is not None:
        return translate("Payment", "No payment")
    if assessment.money.amount is not None:
        return _money(assessment.money.amount, assessment.money.currency, context)
    if assessment.state is State.UNKNOWN:
        return translate("Payment", "Amount unknown")
    return translate("Payment", "No fixed amount")


def _meaning(status: StatusView, assessment: Assessment, context: FormatContext) -> str:
    """The state's sentence, and the answer to the next question: when the money is back, or how long is left."""
    sentences = [status.meaning, *refund_sentences(assessment, context)[:1]]
    if assessment.state is State.AWAITING_DEPOSIT or assessment.may_still_be_paid == "convenience_store":
        sentences.append(_deadline(assessment, context))
    return " ".join(filter(None, sentences))


def _deadline(assessment: Assessment, context: FormatContext) -> str:
    if assessment.deadline is None or assessment.closes_at is None:
        return ""
    left = time_left(assessment.closes_at, context.now)
    text = (
        translate("Payment", "Deadline: {time} ({left}).")
        if left
        else translate("Payment", "Deadline: {time}.")
    )
    return text.format(time=deadline_text(assessment.deadline, keeps_hour=assessment.keeps_hour), left=left)


def _product(payment: Payment, context: FormatContext) -> Row | None:
    return text_row(context, "name", translate("Payment", "Product"), payment.name) if payment.name else None


def _ids(payment: Payment, context: FormatContext) -> Iterator[Row]:
    if payment.imp_uid:
        yield text_row(context, "imp_uid", "imp_uid", payment.imp_uid)
    if payment.merchant_uid:
        label = translate("Payment", "Order number")
        yield text_row(context, "merchant_uid", label, payment.merchant_uid)


def method_name(payment: Payment, context: FormatContext) -> str:
    """Name the payment method as customers do: `신용카드 · 신한카드`, `카카오페이 · 포인트`."""
    card_company = context.name("card", payment.card_code, payment.card_name)
    bank = context.name(
        "bank", payment.vbank_code or payment.bank_code, payment.vbank_name or payment.bank_name
    )
    of_pg = f"{payment.pg_provider}/{payment.pay_method}"
    method = context.codes.name("pay_method_of_pg", of_pg, context.language) or ""
    easy_pay = "" if method else easy_pay_name(payment, context)
    parts = (easy_pay, method or context.name("pay_method", payment.pay_method), card_company or bank)
    return " · ".join(one_line(context.readable(part)) for part in dict.fromkeys(parts) if part)


def easy_pay_name(payment: Payment, context: FormatContext) -> str:
    """Name the easy pay that the customer saw; "" without one."""
    if payment.emb_pg_provider:
        return one_line(context.readable(context.name("emb_pg_provider", payment.emb_pg_provider)))
    # A PG that is itself an easy pay; `pay_method` then only says card or point.
    return context.codes.name("easy_pay_gateway", payment.pg_provider or "", context.language) or ""


def _notices(payment: Payment, assessment: Assessment, context: FormatContext) -> Iterator[Notice]:
    yield from _paid_attempts(assessment, context)
    if payment.fail_reason and not assessment.money_came:
        quote = translate("Payment", "The PG says: “{reason}”.").format(
            reason=one_line(context.readable(payment.fail_reason))
        )
        severity = Severity.ERROR if assessment.state is State.FAILED else Severity.WARNING
        yield Notice(severity, " ".join(filter(None, (quote, explain_failure(assessment)))))
    yield from (Notice(Severity.ANOMALY, text) for text in _anomalies(payment, assessment, context))


def _paid_attempts(assessment: Assessment, context: FormatContext) -> Iterator[Notice]:
    """Yield a notice for each other attempt for the order that is paid."""
    for attempt in assessment.paid_attempts:
        text = translate("Payment", "Another payment for the same order is paid: {amount}, {time}.").format(
            amount=_money(attempt.amount, attempt.currency, context),
            time=weekday_and_time(attempt.at) if attempt.at else translate("Payment", "time unknown"),
        )
        yield Notice(Severity.WARNING, text, opens=attempt.imp_uid)


def _anomalies(payment: Payment, assessment: Assessment, context: FormatContext) -> Iterator[str]:
    if payment.paid_at and payment.started_at and payment.paid_at < payment.started_at:
        yield translate(
            "Payment", "The payment is dated before its request; the times contradict each other."
        )
    if payment.cancel_history and _sum(payment.cancel_history) != (payment.cancel_amount or 0):
        yield translate("Payment", "The cancel history does not add up to the cancelled amount.")
    yield from _deposit_anomalies(payment, assessment, context)
    if payment.invalid_fields:
        yield translate(
            "Payment",
            "%n field(s) came in an unexpected form; see “Everything else”.",
            None,
            len(payment.invalid_fields),
        )


def _deposit_anomalies(payment: Payment, assessment: Assessment, context: FormatContext) -> Iterator[str]:
    money_ = assessment.money

    def amount_text(amount: Decimal | None) -> str:
        return _money(amount, payment.currency, context)

    if money_.deposited_since:
        yield translate(
            "Payment", "{amount} was deposited after the last cancellation, and has not been given back."
        ).format(amount=amount_text(money_.deposited_since))
    elif assessment.state is State.CONTRADICTORY and money_.deposited and not money_.cancelled:
        yield translate(
            "Payment",
            "{amount} was deposited, and no cancellation of it is recorded. The PG's console shows where it is.",
        ).format(amount=amount_text(money_.deposited))
    elif money_.deposited is not None and payment.amount and money_.deposited != payment.amount:
        yield translate(
            "Payment", "The deposits add up to {deposited}, the payment is about {amount}."
        ).format(deposited=amount_text(money_.deposited), amount=amount_text(payment.amount))


def _holds_personal_data(payment: Payment, context: FormatContext, shown: tuple[Section, ...]) -> bool:
    """Whether there is anything to reveal, that is, whether masking changes a row."""
    if any(deposit.depositor_name for deposit in payment.deposit_history or ()):
        return True
    if any(map(_is_masked, payment.cancel_history or ())):
        return True
    masked = replace(context, revealed=False)
    section_list = sections(payment, masked) if context.revealed else shown
    header = filter(None, (_product(payment, masked), *_ids(payment, masked)))
    return any(row.masked for row in chain(header, *(section.rows for section in section_list)))


def _is_masked(cancellation: Cancellation) -> bool:
    reason = cancellation.reason or ""
    return bool(cancellation.receipt_url) or masking.free_text(reason) != reason


@dataclass(frozen=True, slots=True)
class _Event:
    moment: datetime
    kind: StepKind
    title: str
    amount: Decimal | None = None
    when: str = ""  # instead of day and time


_KINDS = tuple(StepKind)
_SEVERITIES = {
    StepKind.REQUESTED: Severity.NEUTRAL,
    StepKind.ACCOUNT_ISSUED: Severity.WAITING,
    StepKind.DEPOSITED: Severity.SUCCESS,
    StepKind.PAID: Severity.SUCCESS,
    StepKind.FAILED: Severity.ERROR,
    StepKind.CANCELLED: Severity.WARNING,
    StepKind.DEADLINE: Severity.WAITING,
}


def timeline(payment: Payment, assessment: Assessment, context: FormatContext) -> tuple[Step, ...]:
    """Return the steps of `payment` in the order of time. Those without a time are left out."""
    events = chain(_milestones(payment, assessment), _deposit_events(payment), _cancellation_events(payment))
    in_order = sorted(events, key=lambda event: (event.moment, _KINDS.index(event.kind)))
    return tuple(
        Step(
            event.kind,
            _SEVERITIES[event.kind],
            event.title,
            event.when or weekday_and_time(event.moment),
            time_ago(event.moment, context.now) or time_left(event.moment, context.now),
            _money(event.amount, payment.currency, context),
        )
        for event in in_order
    )


def _milestones(payment: Payment, assessment: Assessment) -> Iterator[_Event]:
    if payment.started_at:
        yield _Event(payment.started_at, StepKind.REQUESTED, translate("Timeline", "Requested"))
    if payment.vbank_issued_at:
        yield _Event(
            payment.vbank_issued_at, StepKind.ACCOUNT_ISSUED, translate("Timeline", "Account issued")
        )
    if assessment.deadline and assessment.closes_at and assessment.may_still_be_paid:
        title = translate("Timeline", "Deposit deadline")
        when = deadline_text(assessment.deadline, keeps_hour=assessment.keeps_hour)
        yield _Event(assessment.closes_at, StepKind.DEADLINE, title, when=when)
    if payment.paid_at and assessment.registration is not None:
        yield _Event(payment.paid_at, StepKind.PAID, translate("Timeline", "Registered"))
    elif payment.paid_at:
        # With a deposit history, the deposits have steps of their own, and this is the sum of those until then.
        is_deposit = payment.pay_method == "vbank" and not payment.deposit_history
        title = translate("Timeline", "Deposited") if is_deposit else translate("Timeline", "Paid")
        amount = _deposited_until(payment, payment.paid_at) or assessment.money.amount
        yield _Event(payment.paid_at, StepKind.PAID, title, amount)
    if payment.failed_at:
        closed = assessment.state is State.CLOSED_BEFORE_DEPOSIT
        title = translate("Timeline", "Account closed") if closed else translate("Timeline", "Failed")
        yield _Event(payment.failed_at, StepKind.FAILED, title)


def _deposited_until(payment: Payment, moment: datetime) -> Decimal:
    return _sum(
        deposit
        for deposit in payment.deposit_history or ()
        if deposit.deposited_at and deposit.deposited_at <= moment
    )


def _deposit_events(payment: Payment) -> list[_Event]:
    deposits = [
        (deposit.deposited_at, deposit.amount)
        for deposit in payment.deposit_history or ()
        if deposit.deposited_at
    ]
    title = translate("Timeline", "Deposited")
    more = translate("Timeline", "%n more deposit(s)", None, len(deposits) - 2)
    return _condensed_events(StepKind.DEPOSITED, title, more, deposits)


def _cancellation_events(payment: Payment) -> list[_Event]:
    cancellations = [
        (cancellation.cancelled_at, cancellation.amount)
        for cancellation in payment.cancel_history or ()
        if cancellation.cancelled_at
    ]
    if not cancellations and payment.cancelled_at:
        # 0 where nothing was paid
        cancellations = [(payment.cancelled_at, payment.cancel_amount or None)]
    title = translate("Timeline", "Cancelled")
    more = translate("Timeline", "%n more cancellation(s)", None, len(cancellations) - 2)
    return _condensed_events(StepKind.CANCELLED, title, more, cancellations)


def _condensed_events(
    kind: StepKind, title: str, more: str, entries: list[tuple[datetime, Decimal | None]]
) -> list[_Event]:
    """Return an event for each time and amount; where there are many, one called `more` for those in the middle."""
    if len(entries) <= MAX_ALIKE:
        return [_Event(moment, kind, title, amount) for moment, amount in entries]
    first, *between, last = sorted(entries, key=itemgetter(0))
    total = sum((amount for _, amount in between if amount is not None), Decimal(0))
    return [
        _Event(first[0], kind, title, first[1]),
        _Event(between[-1][0], kind, more, total),
        _Event(last[0], kind, title, last[1]),
    ]


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
    total = _money(_sum(payment.cancel_history), payment.currency, context)
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
    total = _money(_sum(payment.deposit_history), payment.currency, context)
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
            _money(cancellation.amount, currency, context),
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
            _money(deposit.amount, currency, context),
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


def _money(amount: Decimal | None, currency: str | None, context: FormatContext) -> str:
    return "" if amount is None else money(amount, currency, context.language)


def _sum(entries: Iterable[Cancellation | Deposit]) -> Decimal:
    return sum((entry.amount for entry in entries if entry.amount is not None), Decimal(0))
