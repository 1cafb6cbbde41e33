"""What happened to a payment, in the order of time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import partial
from operator import itemgetter

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
    made = [(each.deposited_at, each.amount) for each in payment.deposit_history or () if each.deposited_at]
    more = translate("Timeline", "%n more deposit(s)", None, len(made) - 2)
    yield from _condensed(made, partial(_Event, rank=2, tone=Tone.GOOD), title, more)


def _cancellations(payment: Payment) -> Iterator[_Event]:
    title = translate("Timeline", "Cancelled")
    made = [(each.cancelled_at, each.amount) for each in payment.cancel_history or () if each.cancelled_at]
    more = translate("Timeline", "%n more cancellation(s)", None, len(made) - 2)
    yield from _condensed(made, partial(_Event, rank=4, tone=Tone.PARTLY), title, more)
    if not made and payment.cancelled_at:
        yield _Event(payment.cancelled_at, 4, Tone.PARTLY, title, payment.cancel_amount)


def _condensed(
    made: list[tuple[datetime, Decimal | None]], event: Callable[..., _Event], title: str, more: str
) -> Iterator[_Event]:
    """An `event` for each of `made`; of many for the first, the last, and as one called `more` for those between."""
    made = sorted(made, key=itemgetter(0))
    titles = [title] * len(made)
    if len(made) > MOST_ALIKE:
        total = sum((amount for _, amount in made[1:-1] if amount is not None), Decimal(0))
        made, titles = [made[0], (made[-2][0], total), made[-1]], [title, more, title]
    for (moment, amount), each in zip(made, titles, strict=True):
        yield event(moment=moment, title=each, amount=amount)


def _step(event: _Event, currency: str | None, reading: Reading) -> Step:
    return Step(
        event.tone,
        event.title,
        date_and_time(event.moment),
        ago(event.moment, reading.now) or left(event.moment, reading.now),
        money(event.amount, currency, reading.language) if event.amount is not None else "",
    )
