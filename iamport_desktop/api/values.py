"""One JSON value to one typed value, each refusing what it cannot read with ValueError.

The API spells "not applicable" in many ways (a missing key, null, "", 0); numbers and timestamps arrive
as strings at times. Every reader answers None for these, and the caller keeps what is refused, raw.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

# JSON as decoded by `api.decoding`: fractions are Decimal, whole numbers int (Decimal beyond 18 digits).
Json = Any

_NUMBER = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?", re.ASCII)
_EPOCH = datetime(
    1970, 1, 1, tzinfo=UTC
)  # on Windows, fromtimestamp refuses what is later than the year 3000
_LAST_SECOND = 253_402_300_799  # 9999-12-31T23:59:59Z, the last that datetime holds
AMOUNT_LIMIT = Decimal(10) ** 15


def text(value: Json) -> str | None:
    """A string; numbers are taken as their digits, since ids have arrived as numbers."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise ValueError("not a text")


def amount(value: Json) -> Decimal:
    """Money in the currency's major unit, finite and below 10^15 either way."""
    money = _number(value)
    if not money.is_finite() or abs(money) >= AMOUNT_LIMIT:
        raise ValueError("not an amount of money")
    return money


def integer(value: Json) -> int:
    """A whole number."""
    number = _number(value)
    if number != number.to_integral_value():
        raise ValueError("not a whole number")
    return int(number)


def timestamp(value: Json) -> datetime | None:
    """Unix seconds as an aware datetime in UTC; 0 means "none" and not 1970."""
    seconds = integer(value)
    if not 0 <= seconds <= _LAST_SECOND:
        raise ValueError("not a time in unix seconds")
    return _EPOCH + timedelta(seconds=seconds) if seconds else None


def boolean(value: Json) -> bool:
    """true or false, also as 0, 1 and their spelled-out forms."""
    known = {True: True, False: False, "true": True, "false": False}
    if isinstance(value, bool | str | int) and value in known:
        return known[value]
    raise ValueError("neither true nor false")


def _number(value: Json) -> Decimal:
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return Decimal(value.strip())
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        number = Decimal(value)
        # 1E+400 and 1E-400 would otherwise be written out digit by digit somewhere.
        if number.is_finite() and -18 <= number.adjusted() < 18:
            return number
    raise ValueError("not a number")
