"""What a PG's text about a failed payment means, where the text names its subject.

PGs share no codes, and `fail_reason` is the PG's raw text. The patterns that tell the texts apart are data, with their
sources: ``resources/failure_reasons.toml``. The sentences belong to the presentation.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Self
from urllib.parse import unquote


class Explanation(StrEnum):
    """What is known about a failure. One id, one sentence."""

    # the course of the payment
    CUSTOMER_CANCELLED = "customer_cancelled"
    TOO_LATE = "too_late"
    DUPLICATE_ORDER = "duplicate_order"
    CANCELLED_BY_SYSTEM = "cancelled_by_system"  # may have been approved before
    RESULT_UNKNOWN = "result_unknown"  # may have been approved
    RISK_REFUSED = "risk_refused"
    BELOW_MINIMUM = "below_minimum"
    ABOVE_MAXIMUM = "above_maximum"

    # the shop
    SHOP_CONTRACT = "shop_contract"
    SHOP_LIMIT = "shop_limit"
    SHOP_REQUEST = "shop_request"  # what the shop's payment page sent
    SHOP_TO_ASK = "shop_to_ask"  # the text refers to the shop and says no more
    CARD_NOT_TAKEN = "card_not_taken"
    OVERSEAS_CARD_NOT_TAKEN = "overseas_card_not_taken"
    CURRENCY_NOT_TAKEN = "currency_not_taken"
    INSTALLMENT_NOT_POSSIBLE = "installment_not_possible"  # with this card or at this shop

    # the card
    INSTALLMENT_MONTHS = "installment_months"
    INSTALLMENT_AMOUNT = "installment_amount"
    CARD_LIMIT = "card_limit"
    LIMIT_OR_BALANCE = "limit_or_balance"
    PERSONAL_LIMIT = "personal_limit"  # of the card company or of the PG
    CARD_STOPPED = "card_stopped"
    CARD_NOT_ACTIVATED = "card_not_activated"
    CARD_REFUSED = "card_refused"  # the card company gives no reason
    CARD_NUMBER = "card_number"
    CARD_EXPIRY = "card_expiry"
    CARD_CVC = "card_cvc"
    CARD_DETAILS = "card_details"
    CARD_HOLDER = "card_holder"
    PASSWORD = "password"  # noqa: S105 (an id)
    PASSWORD_NOT_SET = "password_not_set"  # noqa: S105 (an id)
    AUTHENTICATION = "authentication"
    CERTIFICATE = "certificate"

    # the account, the points
    BALANCE = "balance"
    POINT_BALANCE = "point_balance"
    POINTS_NOT_USABLE = "points_not_usable"
    ACCOUNT_LIMIT = "account_limit"
    ACCOUNT_DETAILS = "account_details"
    ACCOUNT_STOPPED = "account_stopped"
    VBANK_DEADLINE_OVER = "vbank_deadline_over"
    VBANK_CLOSED = "vbank_closed"
    PAYPAL_FUNDING = "paypal_funding"
    PAYPAL_ACCOUNT = "paypal_account"

    # the mobile carrier
    CARRIER_LIMIT = "carrier_limit"
    CARRIER_UNPAID = "carrier_unpaid"
    CARRIER_BLOCKED = "carrier_blocked"
    CARRIER_PHONE_STOPPED = "carrier_phone_stopped"
    CARRIER_PHONE_NOT_ALLOWED = "carrier_phone_not_allowed"
    CARRIER_IDENTITY = "carrier_identity"
    CARRIER_CODE = "carrier_code"
    PHONE_POLICY = "phone_policy"

    # a system
    TECHNICAL = "technical"
    TECHNICAL_CARD_COMPANY = "technical_card_company"
    TECHNICAL_BANK = "technical_bank"
    TECHNICAL_CARRIER = "technical_carrier"


SUBJECTS = frozenset({"account", "card", "carrier", "customer", "shop contract", "shop limit", "system"})

_NOTHING = "nothing"  # what a pattern says of a text that must not be explained
_READ = 1000  # characters; a reason is a line, and what follows would only cost time
_PERCENT_ENCODED = re.compile(r"(?:%[0-9a-f]{2}){3}", re.IGNORECASE)
_NEVER = "(?!)"  # an expression that matches nothing; an empty one would match everything
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Source:
    """Where texts of this kind were seen, and when they were read."""

    title: str
    read: date


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of the table.

    A text matches when one of `words` or `codes` is in it and none of `unless`; a payment matches when `methods` is
    empty or holds its pay_method.
    """

    id: str
    rank: int
    subject: str
    explanation: Explanation | None
    words: tuple[str, ...]
    codes: tuple[str, ...]
    unless: tuple[str, ...]
    methods: frozenset[str]
    sources: tuple[str, ...]

    def matches(self, text: str, pay_method: str) -> bool:
        """Tell whether this row speaks of `text` (as `readable` returns it), paid by `pay_method`."""
        if self.methods and pay_method not in self.methods:
            return False
        said = _any_of(self.words, self.codes).search(text)
        return said is not None and _any_of(self.unless).search(text) is None


@dataclass(frozen=True, slots=True)
class FailureReasons:
    """All patterns, in the order of their ranks, and the sources that they name."""

    patterns: tuple[Pattern, ...]
    sources: Mapping[str, Source]

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the table at `path`.

        Raises OSError when it cannot be read, and ValueError when it is damaged: a row without a source, an unknown
        subject, explanation or payment method, an id that comes twice.
        """
        data = tomllib.loads(path.read_text("utf-8"))
        sources = {name: Source(row["title"], row["read"]) for name, row in data["sources"].items()}
        patterns = [_pattern(row, data["methods"]) for row in data["pattern"]]
        if len({pattern.id for pattern in patterns}) < len(patterns):
            raise ValueError("An id comes twice")
        for pattern in patterns:
            if not pattern.sources or not sources.keys() >= set(pattern.sources):
                raise ValueError(f"{pattern.id}: every pattern names a source of the table")
        return cls(tuple(sorted(patterns, key=lambda pattern: pattern.rank)), sources)

    def compile(self) -> None:
        """Compile every expression, which the first text would wait for otherwise.

        Raises re.error for a malformed one.
        """
        for pattern in self.patterns:
            _any_of(pattern.words, pattern.codes)
            _any_of(pattern.unless)

    def explain(self, reason: str | None, pay_method: str | None) -> Explanation | None:
        """Return what `reason`, the PG's text, means for a payment by `pay_method`; None where that is not known.

        The lowest rank with a match decides. Where the patterns of that rank disagree, the text names several causes,
        and nothing is said.
        """
        if not reason:
            return None
        text = readable(reason)
        method = (pay_method or "").strip().lower()
        for _, row in groupby(self.patterns, key=lambda pattern: pattern.rank):
            said = {pattern.explanation for pattern in row if pattern.matches(text, method)}
            if said:
                return said.pop() if len(said) == 1 else None
        return None


def readable(reason: str) -> str:
    """Return the beginning of `reason` in one line: percent-encoding, full-width and zero-width characters undone."""
    text = reason[:_READ]
    if _PERCENT_ENCODED.search(text):  # seen from Toss Payments in an old browser
        text = unquote(text)
    text = unicodedata.normalize("NFKC", text)[:_READ]  # one character may become eighteen
    text = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return _SPACE.sub(" ", text).strip()


@cache
def _any_of(words: tuple[str, ...], codes: tuple[str, ...] = ()) -> re.Pattern[str]:
    """Compile one expression for all `words` and `codes`.

    A blank in a word stands for any or no white space, since PGs set it as they like; a code stands alone.
    """
    either = [f"(?:{word})".replace(" ", r"\s*") for word in words]
    either += [rf"(?<![a-z0-9_]){re.escape(code)}(?![a-z0-9_])" for code in codes]
    return re.compile("|".join(either) or _NEVER, re.IGNORECASE)


def _pattern(row: Mapping[str, Any], methods: Mapping[str, Sequence[str]]) -> Pattern:
    name = str(row.get("id"))
    try:
        said = row["says"]
        pattern = Pattern(
            id=row["id"],
            rank=row["rank"],
            subject=row["subject"],
            explanation=None if said == _NOTHING else Explanation(said),
            words=tuple(row.get("words", ())),
            codes=tuple(row.get("codes", ())),
            unless=tuple(row.get("unless", ())),
            methods=frozenset(code for group in row.get("methods", ()) for code in methods[group]),
            sources=tuple(row["sources"]),
        )
    except KeyError as error:
        raise ValueError(f"{name}: {error}") from error
    if not pattern.words and not pattern.codes:
        raise ValueError(f"{name}: neither words nor codes")
    if pattern.subject not in SUBJECTS:
        raise ValueError(f"{name}: no such subject as {pattern.subject}")
    return pattern
