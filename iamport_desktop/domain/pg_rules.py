"""What the vendor's documents state per PG, payment method, easy pay and channel: facts, read from data files.

The files are `resources/rules/*.toml`. A table such as ``[[refund]]`` holds one fact; its name decides the class (see
`TABLES`), its keys are the fields of that class. Each fact names its source in the vendor's documents and the day on
which it was read; a file with a fact that lacks them, or with a key that does not exist, is refused as a whole.

The most specific fact wins. A fact lists the payments that it is about: PGs, methods, easy pay inside a PG ("*" for
any), card types, test channel, escrow; what it does not list does not matter. Of all facts that fit a payment, the
keys are compared in the order escrow, test, card type, easy pay (a name before "*"), PG, method: a fact that has the
key goes before one that has not, and the first difference decides. So PG + method + easy pay goes before PG + method,
that before PG alone, that before method alone, and a fact without any key is the default. A fact's own conditions
(cancelled on the day of payment, …) are compared last. Two facts that fit the same payment equally well are refused.

Where nothing is documented there is no fact and a lookup gives None: say less then.
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Self, TypeVar, Union, get_args, get_origin, get_type_hints

from iamport_desktop.domain.pg_rule_types import (
    BalanceLookup,
    CancelDeadline,
    CancelHours,
    Cancellable,
    CashReceiptLookup,
    DepositDeadline,
    DepositInTest,
    Extension,
    LaterResult,
    MoneyInTest,
    OpenAttempt,
    PartialCancel,
    PaymentExpiry,
    PaymentKind,
    PendingCancel,
    Receipt,
    RefundTime,
    RegistrationCharge,
    RevokedAccount,
    Rule,
    VirtualAccountRefund,
)

TABLES: Mapping[str, type[Rule]] = {
    "refund": RefundTime,
    "deadline": CancelDeadline,
    "cancellable": Cancellable,
    "partial": PartialCancel,
    "hours": CancelHours,
    "pending_cancel": PendingCancel,
    "account_refund": VirtualAccountRefund,
    "deposit_deadline": DepositDeadline,
    "revoked_account": RevokedAccount,
    "open": OpenAttempt,
    "expiry": PaymentExpiry,
    "later": LaterResult,
    "extension": Extension,
    "receipt": Receipt,
    "test_money": MoneyInTest,
    "test_deposit": DepositInTest,
    "registration_charge": RegistrationCharge,
    "cash_receipt_lookup": CashReceiptLookup,
    "balance_lookup": BalanceLookup,
}

R = TypeVar("R", bound=Rule)


class InvalidRules(ValueError):
    """A rules file does not hold what it must; the message names the file, the table and the entry."""


@dataclass(frozen=True, slots=True)
class PgRules:
    """All facts. `load` reads them; `find`, `refund_time` and `later_result` choose among them."""

    rules: tuple[Rule, ...]

    @classmethod
    def load(cls, directory: Path) -> Self:
        """Read every ``*.toml`` of `directory`.

        Raises OSError when a file cannot be read, InvalidRules when one does not hold what it must.
        """
        named = [entry for file in sorted(directory.glob("*.toml")) for entry in _entries(file)]
        if not named:
            raise InvalidRules(f"{directory.name}: no rules in it")
        for (name, rule), (other_name, other) in combinations(named, 2):
            if type(rule) is type(other) and rule.rivals(other):
                raise InvalidRules(f"{name} and {other_name} fit the same payments equally well")
        return cls(tuple(rule for _, rule in named))

    def find(self, rule_type: type[R], kind: PaymentKind) -> R | None:
        """Return the most specific fact of this type about payments of `kind`; None where nothing is documented."""
        return self._best(rule_type, kind, {})

    def refund_time(
        self, kind: PaymentKind, *, paid_on: date | None, cancelled_on: date, in_full: bool
    ) -> RefundTime | None:
        """Return when a cancellation's money arrives; None where that is not documented.

        `paid_on`, `cancelled_on`: days in Korea. `in_full`: this one cancellation undid the whole amount.
        """
        known: dict[str, object] = {"in_full": in_full}
        if paid_on is not None:
            known["same_day"] = paid_on == cancelled_on
            known["same_month"] = (paid_on.year, paid_on.month) == (cancelled_on.year, cancelled_on.month)
        rule = self._best(RefundTime, kind, known)
        return None if rule is None or rule.undocumented else rule

    def later_result(self, kind: PaymentKind, status: str) -> LaterResult | None:
        """Return what a payment with this API `status` may still become; None where nothing is documented."""
        return self._best(LaterResult, kind, {"status": status})

    def _best(self, rule_type: type[R], kind: PaymentKind, known: Mapping[str, object]) -> R | None:
        fitting = (
            rule
            for rule in self.rules
            if isinstance(rule, rule_type)
            and rule.fits(kind)
            and all(known.get(name) == value for name, value in rule.conditions().items())
        )
        return max(fitting, key=lambda rule: rule.rank(), default=None)


def _entries(file: Path) -> Iterable[tuple[str, Rule]]:
    """Yield each fact of a file with the name that an error calls it by."""
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:  # of TOML or of UTF-8
        raise InvalidRules(f"{file.name}: {error}") from error
    for table, entries in tables.items():
        rule_type = TABLES.get(table)
        if rule_type is None or not isinstance(entries, list):
            raise InvalidRules(f"{file.name}: [[{table}]] is no table of rules")
        hints = get_type_hints(rule_type)
        for number, entry in enumerate(entries, start=1):
            name = f"{file.name}: [[{table}]] {number}"
            try:
                yield name, _rule(rule_type, hints, entry)
            except (TypeError, ValueError) as error:
                raise InvalidRules(f"{name}: {error}") from error


def _rule(rule_type: type[Rule], hints: Mapping[str, object], entry: object) -> Rule:
    """Return an entry as a fact. Raises TypeError or ValueError where a key or a value is not one of the class."""
    if not isinstance(entry, dict):
        raise TypeError("not a table")
    if unknown := entry.keys() - hints.keys():
        raise ValueError(f"unknown key {', '.join(sorted(unknown))}")
    required = (field.name for field in dataclasses.fields(rule_type) if field.default is dataclasses.MISSING)
    if missing := [name for name in required if name not in entry]:
        raise ValueError(f"{', '.join(missing)} is missing")
    return rule_type(**{name: _value(name, hints[name], value) for name, value in entry.items()})


def _value(name: str, hint: object, value: object) -> Any:
    """Return a TOML value as the field's type has it. Raises TypeError where it is of another."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        (hint,) = (argument for argument in arguments if argument is not NoneType)
        return _value(name, hint, value)
    if origin in (frozenset, tuple):
        if not isinstance(value, list) or not value:
            raise TypeError(f"{name} is not a list with something in it")
        items = [_value(name, arguments[0], item) for item in value]
        return frozenset(items) if origin is frozenset else tuple(items)
    if origin is Literal:
        if value not in arguments:
            raise TypeError(f"{name} is none of {', '.join(map(str, arguments))}")
    elif type(value) is not hint or value == "":
        raise TypeError(f"{name} is not a {getattr(hint, '__name__', hint)}")
    return value
