"""What happened to a payment, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.money import money
from iamport_desktop.presentation.rows import Reading
from iamport_desktop.presentation.sheet import Step
from iamport_desktop.presentation.speech import translate
from iamport_desktop.presentation.times import ago, date_and_time, left
from iamport_desktop.presentation.tone import Tone

# More cancellations or deposits than this are told as the first, the last and how many lie between.
MOST_ALIKE = 4


@dataclass(frozen=True, slots=True)
class _Event:
    moment: datetime
    rank: int  # of events in the same second, the order in which they happen
    tone: Tone
    title: str
    amount: Decimal | None = None


def timeline(payment: Payment, reading: Reading) -> tuple[Step, ...]:
    """The steps of `payment` from its request to its last cancellation; those without a time are left out."""
    events = sorted(_events(payment), key=lambda event: (event.moment, event.rank))
    return tuple(_step(event, payment.currency, reading) for event in events)


def _events(payment: Payment) -> Iterator[_Event]:
    yield from _course(payment)
    yield from _deposits(payment)
    yield from _cancellations(payment)


def _course(payment: Payment) -> Iterator[_Event]:
    if payment.started_at:
        yield _Event(payment.started_at, 0, Tone.NEUTRAL, translate("Timeline", "Requested"))
    if payment.vbank_issued_at:
        yield _Event(payment.vbank_issued_at, 1, Tone.WAITING, translate("Timeline", "Account issued"))
    if payment.vbank_date and not payment.paid_at:
        yield _Event(payment.vbank_date, 5, Tone.WAITING, translate("Timeline", "Deposit deadline"))
    if payment.paid_at:
        # Of several deposits each has a step, and their sum is what was paid.
        deposited = payment.pay_method == "vbank" and not payment.deposit_history
        title = translate("Timeline", "Deposited") if deposited else translate("Timeline", "Paid")
        yield _Event(payment.paid_at, 3, Tone.GOOD, title, payment.amount)
    if payment.failed_at:
        yield _Event(payment.failed_at, 3, Tone.BAD, translate("Timeline", "Failed"))


def _deposits(payment: Payment) -> Iterator[_Event]:
    title = translate("Timeline", "Deposited")
    events = [
        _Event(each.deposited_at, 2, Tone.GOOD, title, each.amount)
        for each in payment.deposit_history or ()
        if each.deposited_at
    ]
    more = translate("Timeline", "%n more deposit(s)", None, len(events) - 2)
    yield from _condensed(events, more)


def _cancellations(payment: Payment) -> Iterator[_Event]:
    title = translate("Timeline", "Cancelled")
    events = [
        _Event(each.cancelled_at, 4, Tone.PARTLY, title, each.amount)
        for each in payment.cancel_history or ()
        if each.cancelled_at
    ]
    more = translate("Timeline", "%n more cancellation(s)", None, len(events) - 2)
    yield from _condensed(events, more)
    if not events and payment.cancelled_at:
        yield _Event(payment.cancelled_at, 4, Tone.PARTLY, title, payment.cancel_amount)


def _condensed(events: list[_Event], more: str) -> list[_Event]:
    """`events` in their order; where they are many, those between the first and the last as one called `more`."""
    events = sorted(events, key=lambda event: event.moment)
    if len(events) <= MOST_ALIKE:
        return events
    first, *between, last = events
    total = sum((each.amount for each in between if each.amount is not None), Decimal(0))
    return [first, replace(between[-1], title=more, amount=total), last]


def _step(event: _Event, currency: str | None, reading: Reading) -> Step:
    return Step(
        event.tone,
        event.title,
        date_and_time(event.moment),
        ago(event.moment, reading.now) or left(event.moment, reading.now),
        money(event.amount, currency, reading.language) if event.amount is not None else "",
    )
