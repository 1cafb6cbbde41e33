"""What is known about a payment, in one object: badge, sentences, timeline, reply and summary are worded from it.

What is not known is None or empty here, and then nothing is to be said about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from iamport_desktop.api.models import Payment
from iamport_desktop.domain import business_days
from iamport_desktop.domain.attempts import Attempt, OtherAttempts, Unasked
from iamport_desktop.domain.business_days import DateWindow, korean_day
from iamport_desktop.domain.failure_reasons import Explanation
from iamport_desktop.domain.payment_method import (
    PaymentMethod,
    account_number,
    has_account,
    payment_kind,
    payment_method,
)
from iamport_desktop.domain.pg_rule_types import (
    CancelDeadline,
    CancelHours,
    Cancellable,
    DepositDeadline,
    DepositInTest,
    LaterResult,
    MoneyInTest,
    OpenAttempt,
    PartialCancel,
    PaymentKind,
    PendingCancel,
    Receipt,
    RegistrationCharge,
    VirtualAccountRefund,
)
from iamport_desktop.domain.pg_rules import PgRules
from iamport_desktop.domain.rules import Rules
from iamport_desktop.domain.status import (
    MONEY_CAME,
    UNDECIDED_FAILURES,
    State,
    can_change,
    closes_at,
    is_decidable,
    is_expired,
    is_failure_decided,
    is_refund_state,
    is_registration,
    state_of,
    sums,
)

OpenHow = Literal["qr", "convenience_store", "deposit", "late_report"]

_HOLDS_MONEY = (State.PAID, State.PARTIALLY_CANCELLED)
_WAITS_FOR_MONEY = (State.AWAITING_DEPOSIT, State.DEADLINE_PASSED, State.MAY_STILL_BE_PAID)
# The PG's text says, or may mean, that the payment was approved all the same.
_MAY_HAVE_BEEN_CHARGED = (Explanation.CANCELLED_BY_SYSTEM, Explanation.RESULT_UNKNOWN)
# Money may have come elsewhere: in another attempt, or into an account that was closed since.
_NOT_THE_END = (*_MAY_HAVE_BEEN_CHARGED, Explanation.DUPLICATE_ORDER, Explanation.VBANK_DEADLINE_OVER)


class Ask(StrEnum):
    """Who knows about the money when a date has passed."""

    CARD_COMPANY = "card-company"
    BANK = "bank"
    CARRIER = "carrier"
    PG = "pg"


_ASK = {
    PaymentMethod.CARD: Ask.CARD_COMPANY,
    PaymentMethod.CHECK_CARD: Ask.CARD_COMPANY,
    PaymentMethod.TRANSFER: Ask.BANK,
    PaymentMethod.VIRTUAL_ACCOUNT: Ask.BANK,
    PaymentMethod.PHONE: Ask.CARRIER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """The amounts as one sum (see `status.sums`), in the currency's major unit; None: not known, or not fixed yet.

    `deposited_since`: what came after the last cancellation, so that no cancellation can mean it.
    """

    currency: str | None
    amount: Decimal | None
    cancelled: Decimal | None
    deposited: Decimal | None = None
    remaining: Decimal | None = None
    deposited_since: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundExpectation:
    """When the money of `count` cancellations arrives.

    `cancelled_at` (aware) is the last of them; `amount` in the currency's major unit. `passed`: the window is over;
    whether the money is there is known to `Assessment.ask`.
    """

    cancelled_at: datetime
    amount: Decimal
    count: int
    window: DateWindow
    passed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Refunds:
    """The cancellations by when their money arrives.

    `open`: still to come, the earliest first, one for each window; `passed`: all whose window is over, in one;
    `undated`: the sum of those about which no document says when, in the currency's major unit.
    """

    open: tuple[RefundExpectation, ...] = ()
    passed: RefundExpectation | None = None
    undated: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelTerm:
    """Until when a paid payment can be cancelled.

    `last_day`: the last day in Korea, None without a limit; `over`: it has passed. `approximate`: the source says
    "about". `afterwards`: who gives the money back then (see `CancelDeadline`).
    """

    last_day: date | None
    over: bool
    approximate: bool
    afterwards: Literal["shop", "pg", "account"] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelling:
    """What is documented about cancelling a paid payment; each part None where nothing is.

    `closed_now`: it is an hour in which no refund can be asked for.
    """

    possible: Cancellable | None
    term: CancelTerm | None
    partial: PartialCancel | None
    account_refund: VirtualAccountRefund | None
    pending: PendingCancel | None
    hours: CancelHours | None
    closed_now: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualAccount:
    """The account that the customer is to send the money to; only while it takes a deposit.

    `amount` in the currency's major unit, None where any amount is taken; `deadline` aware; `keeps_hour` False: the
    whole day of `deadline` counts.
    """

    bank_code: str
    bank_name: str
    number: str
    holder: str
    amount: Decimal | None
    deadline: datetime | None
    keeps_hour: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TestChannel:
    """What a test channel does with money; each part None where nothing is documented."""

    __test__ = False  # no class of tests

    money: MoneyInTest | None
    deposit: DepositInTest | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """A card is registered for recurring payments, and no money is taken but `charge`, which the PG cancels."""

    charge: RegistrationCharge | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What is known about a payment at one moment. Times are aware."""

    state: State
    raw_status: str  # as the server sent it
    is_decidable: bool  # False: status or amounts are missing or unreadable
    method: PaymentMethod
    money: Money
    ask: Ask

    # What may still happen. `final` only where a document says so; `watchable`: the answer may change.
    final: bool
    watchable: bool
    may_still_be_paid: OpenHow | None  # how money may still come, or may have come without a report
    later: LaterResult | None  # what a pending payment may become

    # The virtual account: its deadline as answered, the moment after which it takes no deposit, and the account itself
    # only while it does. `keeps_hour` False: the whole day of the deadline counts.
    deadline: datetime | None
    closes_at: datetime | None
    keeps_hour: bool
    account: VirtualAccount | None

    # Why it failed: None where the PG's text does not name its subject. The text itself is always shown.
    failure: Explanation | None
    may_have_been_charged: bool

    refunds: Refunds
    cancelling: Cancelling | None  # while the payment holds money
    has_receipt: bool  # there is a receipt, and money came
    receipt_rule: Receipt | None
    test: TestChannel | None
    registration: Registration | None
    recurring: bool  # a card or account that was registered before was charged
    escrow: bool  # the customer confirms that the goods came
    other_attempts: OtherAttempts

    @property
    def money_came(self) -> bool:
        """Whether money was paid, be it cancelled since or not."""
        return self.state in MONEY_CAME

    @property
    def paid_attempts(self) -> tuple[Attempt, ...]:
        """The other attempts for the same order that hold money of the customer."""
        attempts = self.other_attempts
        return (
            tuple(attempt for attempt in attempts if attempt.is_paid) if isinstance(attempts, tuple) else ()
        )

    @property
    def may_invite_to_pay(self) -> bool:
        """Whether the customer may be asked to pay again.

        This attempt is over, it took no money, and no other attempt for the order is paid or may come to be.
        """
        return (
            self.final
            and not self.money_came
            and self.registration is None
            and isinstance(self.other_attempts, tuple)
            and not any(attempt.may_be_paid for attempt in self.other_attempts)
        )

    @property
    def may_ask_to_finish(self) -> bool:
        """Whether the customer may be asked to finish this payment: it waits for that, and no other attempt is paid."""
        waits = (
            self.account is not None
            or self.state is State.WINDOW_OPEN
            or (self.state is State.MAY_STILL_BE_PAID and self.may_still_be_paid == "convenience_store")
        )
        return (
            waits
            and isinstance(self.other_attempts, tuple)
            and not any(attempt.may_hold_money for attempt in self.other_attempts)
        )

    @property
    def was_refused(self) -> bool:
        """Whether nothing was approved: it failed, finally, and the PG's text says why."""
        return self.state is State.FAILED and self.final and self.failure not in UNDECIDED_FAILURES


def assess(
    payment: Payment, now: datetime, rules: Rules, other_attempts: OtherAttempts = Unasked.NOT_ASKED
) -> Assessment:
    """Return what is known about `payment` at `now` (aware). Raises nothing, however odd the payment is."""
    kind, pg = payment_kind(payment), rules.pg
    state, method = state_of(payment, now, rules), payment_method(payment, pg)
    failure = _failure(payment, state, rules)
    final = _is_final(payment, state, now, rules) and failure not in _NOT_THE_END
    registers = is_registration(payment)
    return Assessment(
        state=state,
        raw_status=payment.status or "",
        is_decidable=is_decidable(payment),
        method=method,
        money=_money(payment, state),
        ask=_ASK.get(method, Ask.PG),
        final=final,
        watchable=can_change(state) and not final,
        may_still_be_paid=_open_how(payment, state, pg),
        later=pg.later_result(kind, payment.status or "") if state is State.PENDING else None,
        deadline=payment.vbank_date,
        closes_at=closes_at(payment, rules),
        keeps_hour=_keeps_hour(kind, pg),
        account=_account(payment, rules) if state is State.AWAITING_DEPOSIT else None,
        failure=failure,
        may_have_been_charged=failure in _MAY_HAVE_BEEN_CHARGED,
        refunds=_refunds(payment, kind, pg, now) if is_refund_state(state) else Refunds(),
        cancelling=_cancelling(payment, kind, pg, now) if state in _HOLDS_MONEY else None,
        has_receipt=bool(payment.receipt_url) and state in MONEY_CAME,
        receipt_rule=pg.find(Receipt, kind) if state in MONEY_CAME else None,
        test=_test_channel(kind, pg) if kind.is_test else None,
        registration=Registration(charge=pg.find(RegistrationCharge, kind)) if registers else None,
        recurring=bool(payment.customer_uid_usage or payment.customer_uid) and not registers,
        escrow=payment.escrow is True,
        other_attempts=other_attempts,
    )


def _failure(payment: Payment, state: State, rules: Rules) -> Explanation | None:
    if state not in (State.FAILED, State.PENDING, State.CLOSED_BEFORE_DEPOSIT):
        return None
    return rules.failures.explain(payment.fail_reason, payment.pay_method)


def _is_final(payment: Payment, state: State, now: datetime, rules: Rules) -> bool:
    if state is State.FAILED:
        return is_failure_decided(payment, rules) is True
    if state in (State.NOT_COMPLETED, State.MAY_STILL_BE_PAID):
        return is_expired(payment, now, rules)
    return state in (State.CLOSED_BEFORE_DEPOSIT, State.FULLY_CANCELLED, State.REGISTRATION_CANCELLED)


def _money(payment: Payment, state: State) -> Money:
    total = sums(payment)
    return Money(
        currency=payment.currency,
        amount=total.amount,
        cancelled=payment.cancel_amount,
        deposited=total.deposited,
        remaining=total.remaining if state in MONEY_CAME else None,
        deposited_since=_deposited_since(payment) if is_refund_state(state) else None,
    )


def _deposited_since(payment: Payment) -> Decimal | None:
    """Return the sum of the deposits after the last cancellation; None without any."""
    cancelled = [entry.cancelled_at for entry in payment.cancel_history or () if entry.cancelled_at]
    if payment.cancelled_at:
        cancelled.append(payment.cancelled_at)
    since = [
        deposit.amount
        for deposit in payment.deposit_history or ()
        if cancelled and deposit.amount and deposit.deposited_at and deposit.deposited_at > max(cancelled)
    ]
    return sum(since, Decimal(0)) if since else None


def _open_how(payment: Payment, state: State, pg: PgRules) -> OpenHow | None:
    if state not in _WAITS_FOR_MONEY:
        return None
    rule = pg.find(OpenAttempt, payment_kind(payment))
    if rule is not None and rule.how == "convenience_store":
        return "convenience_store"
    return "deposit" if rule is None or has_account(payment) else rule.how


def _keeps_hour(kind: PaymentKind, pg: PgRules) -> bool:
    rule = pg.find(DepositDeadline, kind)
    return rule is None or rule.keeps_hour


def _account(payment: Payment, rules: Rules) -> VirtualAccount | None:
    if not account_number(payment):
        return None
    return VirtualAccount(
        bank_code=payment.vbank_code or "",
        bank_name=payment.vbank_name or "",
        number=account_number(payment),
        holder=payment.vbank_holder or "",
        amount=sums(payment).amount,
        deadline=payment.vbank_date,
        keeps_hour=_keeps_hour(payment_kind(payment), rules.pg),
    )


def _cancelling(payment: Payment, kind: PaymentKind, pg: PgRules, now: datetime) -> Cancelling:
    hours = pg.find(CancelHours, kind)
    return Cancelling(
        possible=pg.find(Cancellable, kind),
        term=_cancel_term(payment, kind, pg, now),
        partial=pg.find(PartialCancel, kind),
        account_refund=pg.find(VirtualAccountRefund, kind),
        pending=pg.find(PendingCancel, kind),
        hours=hours,
        closed_now=hours is not None and business_days.refunds_closed(hours, now),
    )


def _cancel_term(payment: Payment, kind: PaymentKind, pg: PgRules, now: datetime) -> CancelTerm | None:
    rule = pg.find(CancelDeadline, kind)
    if rule is None or kind.is_test or (payment.paid_at is None and not rule.unlimited):
        return None
    last_day = None if payment.paid_at is None else business_days.cancel_deadline(rule, payment.paid_at)
    return CancelTerm(
        last_day=last_day,
        over=last_day is not None and korean_day(now) > last_day,
        approximate=rule.approximate,
        afterwards=rule.afterwards,
    )


def _test_channel(kind: PaymentKind, pg: PgRules) -> TestChannel:
    return TestChannel(money=pg.find(MoneyInTest, kind), deposit=pg.find(DepositInTest, kind))


def _refunds(payment: Payment, kind: PaymentKind, pg: PgRules, now: datetime) -> Refunds:
    """Return the refunds of `payment`. Those of a test channel are the channel's matter."""
    if kind.is_test:
        return Refunds()
    undated: list[Decimal] = []
    by_day: dict[tuple[date, bool], list[tuple[datetime, Decimal]]] = {}
    for cancelled_at, amount in _cancellations(payment):
        if cancelled_at is None:
            undated.append(amount)
        else:
            day = (korean_day(cancelled_at), amount == payment.amount)
            by_day.setdefault(day, []).append((cancelled_at, amount))
    dated: dict[DateWindow, list[tuple[datetime, Decimal]]] = {}
    for (_, in_full), cancellations in by_day.items():
        if (window := _window(payment, kind, pg, cancellations[0][0], in_full=in_full)) is None:
            undated += [amount for _, amount in cancellations]
        else:
            dated.setdefault(window, []).extend(cancellations)
    today = korean_day(now)
    expected = [_expectation(window, cancellations, today) for window, cancellations in dated.items()]
    passed = [refund for refund in expected if refund.passed]
    return Refunds(
        open=tuple(sorted((refund for refund in expected if not refund.passed), key=_window_key)),
        passed=_joined(passed) if passed else None,
        undated=sum(undated, Decimal(0)) if undated else None,
    )


def _cancellations(payment: Payment) -> Iterator[tuple[datetime | None, Decimal]]:
    """Yield time and amount of each cancellation, or of all in one where the answer has no history."""
    listed = [
        (entry.cancelled_at or payment.cancelled_at, entry.amount)
        for entry in payment.cancel_history or ()
        if entry.amount
    ]
    yield from listed or [(payment.cancelled_at, payment.cancel_amount or Decimal(0))]


def _window(
    payment: Payment, kind: PaymentKind, pg: PgRules, cancelled_at: datetime, *, in_full: bool
) -> DateWindow | None:
    paid_on = korean_day(payment.paid_at) if payment.paid_at else None
    rule = pg.refund_time(kind, paid_on=paid_on, cancelled_on=korean_day(cancelled_at), in_full=in_full)
    return None if rule is None else business_days.refund_window(rule, cancelled_at)


def _expectation(
    window: DateWindow, cancellations: list[tuple[datetime, Decimal]], today: date
) -> RefundExpectation:
    """Return what is expected of the `cancellations` whose money arrives in `window`."""
    return RefundExpectation(
        cancelled_at=max(cancelled_at for cancelled_at, _ in cancellations),
        amount=sum((amount for _, amount in cancellations), Decimal(0)),
        count=len(cancellations),
        window=window,
        passed=today > (window.latest or window.earliest),
    )


def _window_key(refund: RefundExpectation) -> tuple[date, date]:
    return refund.window.earliest, refund.window.latest or date.max


def _joined(refunds: list[RefundExpectation]) -> RefundExpectation:
    """Return `refunds`, one or more, as one: their sum, with the window of the last of them."""
    last = max(refunds, key=lambda refund: refund.cancelled_at)
    return replace(
        last,
        amount=sum((refund.amount for refund in refunds), Decimal(0)),
        count=sum(refund.count for refund in refunds),
    )
