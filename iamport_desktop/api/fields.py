"""How an object of the API becomes a record: each field read on its own, so that a wrong one never costs the rest.

What is absent, null or "" is None (so is the timestamp 0). What has the wrong type is None as well, and stands in
`misread` as it came; keys that nobody documented stand in `unknown`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Self

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


Reader = Callable[[Json], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record of the API has beside its own fields."""

    misread: Mapping[str, Json] = field(default_factory=dict)
    unknown: Mapping[str, Json] = field(default_factory=dict)

    @classmethod
    def from_json(cls, source: Mapping[str, Json]) -> Self:
        """Decode one object of the API. Never raises: what cannot be read is kept in `misread`."""
        read: dict[str, Any] = {}
        misread: dict[str, Json] = {}
        readers = _readers(cls)  # type: ignore[arg-type] # mypy takes a class for unhashable
        for name, value in source.items():
            if (reader := readers.get(name)) is None or value is None or value == "":
                continue
            try:
                read[name] = reader(value)
            except ValueError:
                misread[name] = value
        unknown = {name: value for name, value in source.items() if name not in readers}
        return cls(misread=misread, unknown=unknown, **read)


@cache  # 10,000 cancellations would otherwise ask 10,000 times
def _readers(record: type[Record]) -> dict[str, Reader]:
    return {each.name: each.metadata["reader"] for each in fields(record) if "reader" in each.metadata}


def field_names(record: type[Record]) -> frozenset[str]:
    """The API's names of the fields of `record`."""
    return frozenset(_readers(record))  # type: ignore[arg-type] # mypy takes a class for unhashable


def several_records(record: type[Record]) -> Reader:
    """A list of objects; an element of another type refuses the whole list, which is then kept raw."""

    def read(value: Json) -> tuple[Record, ...]:
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise ValueError("not a list of objects")
        return tuple(record.from_json(each) for each in value)

    return read


def one_record(record: type[Record]) -> Reader:
    """One nested object."""

    def read(value: Json) -> Record:
        if not isinstance(value, dict):
            raise ValueError("not an object")
        return record.from_json(value)

    return read


def texts(value: Json) -> tuple[str, ...]:
    """A list of texts, the empty ones left out."""
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError("not a list of texts")
    return tuple(each for each in value if each)


def an_object(value: Json) -> Mapping[str, Json]:
    """An object that nobody described further."""
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


def read_by(reader: Reader) -> Mapping[str, Reader]:
    """The metadata of a field that `reader` decodes."""
    return {"reader": reader}


TEXT = read_by(text)
AMOUNT = read_by(amount)
NUMBER = read_by(integer)
TIME = read_by(timestamp)
FLAG = read_by(boolean)
