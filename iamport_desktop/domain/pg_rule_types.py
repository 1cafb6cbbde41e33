"""The kinds of facts in `resources/rules`: one frozen class per table, and what a payment is judged by.

How they are read and chosen among: `iamport_desktop.domain.pg_rules`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

CardType = Literal["credit", "check", "prepaid", "overseas"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday"]

ANY_EASY_PAY = "*"

# A document in one of the vendor's public repositories, or a page or thread of the vendor's own.
_SOURCE = re.compile(
    r"(portone-io|iamport)/[\w.-]+/\S.*"
    r"|https://(github\.com/(portone-io|iamport)|([\w-]+\.)?(portone\.io|iamport\.kr))/\S+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentKind:
    """What facts are chosen by: codes as the API answers them, "" where a payment has none.

    `card_type` is "check" for the API's ``card_type: 1``, "credit" for 0, "" where the PG does not state it;
    "overseas" and "prepaid" are for a caller that knows better, from the card's code.
    """

    pg_provider: str = ""
    pay_method: str = ""
    emb_pg_provider: str = ""
    card_type: CardType | Literal[""] = ""
    is_test: bool = False
    escrow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One fact, its source, and the payments that it is about.

    `source` is a document of the vendor (repository and path, or address), `section` the heading in it, `read` the
    day on which it was read. `also` lists documents that state the same, `disputed_by` those that state otherwise.
    """

    source: str
    section: str
    read: date
    also: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()
    note: str = ""
    pg: frozenset[str] = frozenset()
    except_pg: frozenset[str] = frozenset()
    method: frozenset[str] = frozenset()
    except_method: frozenset[str] = frozenset()
    easy_pay: frozenset[str] = frozenset()
    card_type: frozenset[CardType] = frozenset()
    test: bool | None = None
    escrow: bool | None = None

    def __post_init__(self) -> None:
        """Raise ValueError where the source is none of the vendor's, or the keys contradict each other."""
        for source in (self.source, *self.also, *self.disputed_by):
            if not _SOURCE.fullmatch(source):
                raise ValueError(f"{source!r} is no document of the vendor")
        if not self.section.strip():
            raise ValueError("section is empty")
        if (self.pg and self.except_pg) or (self.method and self.except_method):
            raise ValueError("a list and its exceptions exclude each other")
        self._check()

    def _check(self) -> None:
        """Raise ValueError where the fields of this fact do not make sense together."""

    def conditions(self) -> Mapping[str, object]:
        """Return the fact's own conditions: name -> value that must hold."""
        return {}

    def fits(self, kind: PaymentKind) -> bool:
        """Return whether this fact is about payments of `kind`, its own conditions aside."""
        emb = kind.emb_pg_provider
        return (
            (not self.pg or kind.pg_provider in self.pg)
            and kind.pg_provider not in self.except_pg
            and (not self.method or kind.pay_method in self.method)
            and kind.pay_method not in self.except_method
            and (not self.easy_pay or emb in self.easy_pay or (emb != "" and ANY_EASY_PAY in self.easy_pay))
            and (not self.card_type or kind.card_type in self.card_type)
            and self.test in (None, kind.is_test)
            and self.escrow in (None, kind.escrow)
        )

    def rank(self) -> tuple[int, ...]:
        """Return how specific this fact is; of two that fit, the greater goes first."""
        named = bool(self.easy_pay) + bool(self.easy_pay - {ANY_EASY_PAY})
        return (
            self.escrow is not None,
            self.test is not None,
            bool(self.card_type),
            named,
            bool(self.pg),
            bool(self.method),
            len(self.conditions()),
        )

    def rivals(self, other: Rule) -> bool:
        """Return whether both could fit one payment equally well."""
        mine, others = self.conditions(), other.conditions()
        return (
            self.rank() == other.rank()
            and (self.test, self.escrow) == (other.test, other.escrow)
            and _meet(self.pg, other.pg)
            and _meet(self.method, other.method)
            and _meet(self.easy_pay, other.easy_pay)
            and _meet(self.card_type, other.card_type)
            and all(mine[name] == others[name] for name in mine.keys() & others.keys())
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundTime(Rule):
    """When the money of a cancellation arrives.

    Either `min_days` to `max_days` business days after the cancellation (`max_days` None: or later), or at a weekly
    payout: on `payout_weekday` of the week in which the cancellation was asked for up to `last_request_weekday`,
    otherwise of the next week. `undocumented`: the general rule of the method is known not to hold, and no other is
    documented. The conditions compare Korean dates: cancelled on the day, in the month of payment; the whole amount.
    """

    min_days: int | None = None
    max_days: int | None = None
    payout_weekday: Weekday | None = None
    last_request_weekday: Weekday | None = None
    undocumented: bool = False
    same_day: bool | None = None
    same_month: bool | None = None
    in_full: bool | None = None

    def _check(self) -> None:
        weekly = self.payout_weekday is not None
        if weekly != (self.last_request_weekday is not None):
            raise ValueError("payout_weekday and last_request_weekday go together")
        if (self.min_days is not None) + weekly + self.undocumented != 1:
            raise ValueError("one of min_days, payout_weekday, undocumented is needed")
        if self.max_days is not None and (self.min_days is None or self.max_days < self.min_days):
            raise ValueError("max_days needs a min_days that is not greater")
        _not_negative(self.min_days)

    def conditions(self) -> Mapping[str, object]:
        named = {"same_day": self.same_day, "same_month": self.same_month, "in_full": self.in_full}
        return {name: value for name, value in named.items() if value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelDeadline(Rule):
    """Until when a payment can be cancelled: days, months or years after it, its calendar month, or always.

    `approximate`: the document says "about", "usually". `afterwards`: who can still give the money back then: the
    shop by itself, the PG when asked, or the PG into an account where the shop has a contract for it.
    """

    days: int | None = None
    months: int | None = None
    years: int | None = None
    same_month: bool = False
    unlimited: bool = False
    approximate: bool = False
    afterwards: Literal["shop", "pg", "account"] | None = None

    def _check(self) -> None:
        spans = (self.days, self.months, self.years)
        if sum(span is not None for span in spans) + self.same_month + self.unlimited != 1:
            raise ValueError("one of days, months, years, same_month, unlimited is needed")
        for span in spans:
            _not_negative(span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancellable(Rule):
    """Whether a paid payment can be cancelled at the PG at all; where not, the shop refunds by itself."""

    possible: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialCancel(Rule):
    """Whether a part of a payment can be cancelled.

    `contract`: only where the shop arranged it with the PG. `max_times`: so often at most. `by_reapproval`: the rest
    is approved anew and the old payment cancelled in full. `shown_correctly` False: the PG does not carry it out or
    show it rightly (in a test channel).
    """

    possible: bool
    contract: bool = False
    max_times: int | None = None
    by_reapproval: bool = False
    shown_correctly: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelHours(Rule):
    """Hours of the Korean day in which no refund can be asked for: from `closed_from` until `closed_until`."""

    closed_from: time
    closed_until: time


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingCancel(Rule):
    """A cancellation that was asked for takes effect later, until when the payment still reads as paid.

    `may_be_refused`: it can also fail in the end.
    """

    may_be_refused: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualAccountRefund(Rule):
    """Whether a deposit can be refunded through the PG; `contract` None: not known whether it needs one."""

    possible: bool
    contract: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositDeadline(Rule):
    """Whether a virtual account's deadline keeps its hour; if not, the whole day is meant."""

    keeps_hour: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokedAccount(Rule):
    """How a virtual account reads that was closed before a deposit: its status, and the vendor's word for it."""

    status: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAttempt(Rule):
    """What may still turn a `ready` payment to paid after its window was left.

    "qr": a code that was scanned; "convenience_store": paid at the counter; "deposit": a bank transfer, which the
    vendor learns of only where the PG's notice is set up; "late_report": the PG's result comes after the window's.
    """

    how: Literal["qr", "convenience_store", "deposit", "late_report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentExpiry(Rule):
    """How many minutes after its start a payment can be made: by default, and at most where the shop set it."""

    default_minutes: int
    max_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterResult(Rule):
    """What a payment of this `status` may still become, usually within `min_days` to `max_days` days.

    `field`: the field of the answer's `extension` that decides, with `value` while it is undecided.
    """

    status: str
    becomes: frozenset[str]
    min_days: int | None = None
    max_days: int | None = None
    field: str | None = None
    value: str | None = None

    def _check(self) -> None:
        if (self.field is None) != (self.value is None):
            raise ValueError("field and value go together")
        _not_negative(self.min_days)

    def conditions(self) -> Mapping[str, object]:
        return {"status": self.status}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension(Rule):
    """Fields that ``extension=true`` adds to the answer for one payment."""

    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt(Rule):
    """Whether the PG gives a sales slip for a paid payment."""

    available: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyInTest(Rule):
    """What a test channel does with money.

    "not_charged": nothing is charged; "voided": charged, and cancelled by the PG within the day, between
    `voided_from` and `voided_until` where that is documented; "kept": charged, and never cancelled by itself.
    `status_follows` False: the payment still reads as paid after that.
    """

    outcome: Literal["not_charged", "voided", "kept"]
    voided_from: time | None = None
    voided_until: time | None = None
    status_follows: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositInTest(Rule):
    """What becomes of a real deposit to a virtual account of a test channel."""

    recorded: bool
    refunded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationCharge(Rule):
    """What registering a card for an amount of 0 charges nevertheless (won), and when the PG cancels it."""

    amount: int
    voided_after_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CashReceiptLookup(Rule):
    """Whether the API answers for the cash receipt of a paid payment, where one was issued."""

    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceLookup(Rule):
    """Whether the API answers for the amounts of a payment by method."""

    answered: bool


def _meet(mine: frozenset[str], others: frozenset[str]) -> bool:
    """Return whether two lists of the same key have something in common; an absent list stands for everything."""
    return not mine or not others or bool(mine & others)


def _not_negative(number: int | None) -> None:
    if number is not None and number < 0:
        raise ValueError("a number is negative")
