"""Build the timeline of a payment: its steps in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from itertools import chain
from operator import itemgetter

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.assessment import Assessment
from iamport_desktop.domain.business_days import korean_day
from iamport_desktop.domain.status import State
from iamport_desktop.presentation.formatting import (
    near_day,
    short_time,
    time_ago,
    time_left,
    weekday_and_time,
    whole_day,
)
from iamport_desktop.presentation.histories import total_amount
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.view_model import FormatContext, Step, StepKind

# More cancellations or deposits become the first, the last, and one step for those between.
MAX_ALIKE = 4


@dataclass(frozen=True, slots=True)
class _Event:
    moment: datetime
    kind: StepKind
    title: str
    amount: Decimal | None = None
    day: date | None = None  # in place of `moment` where the whole day counts


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
    steps = [_step(event, payment.currency, context) for event in in_order]
    if steps:
        steps[0] = replace(steps[0], when=f"{steps[0].when} KST")  # once for all
    return tuple(steps)


def _step(event: _Event, currency: str | None, context: FormatContext) -> Step:
    if event.day:
        when, exact = near_day(event.day, korean_day(context.now)), whole_day(event.day)
    else:
        when, exact = short_time(event.moment, context.now), weekday_and_time(event.moment)
    ago = time_ago(event.moment, context.now)
    if event.kind is StepKind.DEADLINE:
        ago = ago or time_left(event.moment, context.now)
    amount = context.money(event.amount, currency)
    return Step(event.kind, _SEVERITIES[event.kind], event.title, when, exact, ago, amount)


def _milestones(payment: Payment, assessment: Assessment) -> Iterator[_Event]:
    if payment.started_at:
        yield _Event(payment.started_at, StepKind.REQUESTED, translate("Timeline", "Requested"))
    if payment.vbank_issued_at:
        yield _Event(
            payment.vbank_issued_at, StepKind.ACCOUNT_ISSUED, translate("Timeline", "Account issued")
        )
    if assessment.deadline and assessment.closes_at and assessment.may_still_be_paid:
        title = translate("Timeline", "Deposit deadline")
        day = None if assessment.keeps_hour else korean_day(assessment.deadline)
        yield _Event(assessment.closes_at, StepKind.DEADLINE, title, day=day)
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
    return total_amount(
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
