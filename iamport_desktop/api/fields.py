"""Decode the fields of an object of the API, each on its own: an invalid field never costs the others.

An absent field, null and "" are None, and so is the timestamp 0. A field of a wrong type is None as well, and
its value is kept in `Record.invalid_fields`; undocumented fields are kept in `Record.extra_fields`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Self

# JSON as decoded by `api.responses`: fractions are Decimal, whole numbers int (Decimal beyond 18 digits).
Json = Any

# Turns a JSON value other than null and "" into the field's value. Raises ValueError for a wrong type.
Decoder = Callable[[Json], Any]

AMOUNT_LIMIT = Decimal(10) ** 15

_NUMBER = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MAX_TIMESTAMP = 253_402_300_799  # 9999-12-31T23:59:59Z, the last second of datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An object of the API. A subclass declares the documented fields, each with `metadata=decoded_by(…)`."""

    invalid_fields: Mapping[str, Json] = field(default_factory=dict)
    extra_fields: Mapping[str, Json] = field(default_factory=dict)

    @classmethod
    def from_json(cls, source: Mapping[str, Json]) -> Self:
        """Decode `source`. Never raises: invalid values are kept in `invalid_fields`."""
        decoders = _decoders(cls)  # type: ignore[arg-type] # mypy takes a class for unhashable
        decoded: dict[str, Any] = {}
        invalid: dict[str, Json] = {}
        for name, value in source.items():
            if (decoder := decoders.get(name)) is None or value is None or value == "":
                continue
            try:
                decoded[name] = decoder(value)
            except ValueError:
                invalid[name] = value
        extra = {name: value for name, value in source.items() if name not in decoders}
        return cls(invalid_fields=invalid, extra_fields=extra, **decoded)


def field_names(record: type[Record]) -> frozenset[str]:
    """Return the names of the documented fields of `record`, as the API spells them."""
    return frozenset(_decoders(record))  # type: ignore[arg-type] # mypy takes a class for unhashable


@cache  # a payment may hold thousands of cancellations
def _decoders(record: type[Record]) -> dict[str, Decoder]:
    return {item.name: item.metadata["decoder"] for item in fields(record) if "decoder" in item.metadata}


def decoded_by(decoder: Decoder) -> Mapping[str, Decoder]:
    """Return the metadata of a field that `decoder` decodes."""
    return {"decoder": decoder}


def text(value: Json) -> str | None:
    """Decode a string. Numbers become their digits, since ids have arrived as numbers."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise ValueError("not a text")


def amount(value: Json) -> Decimal:
    """Decode money in the currency's major unit: finite, and below 10^15 either way."""
    money = _number(value)
    if not money.is_finite() or abs(money) >= AMOUNT_LIMIT:
        raise ValueError("not an amount of money")
    return money


def integer(value: Json) -> int:
    """Decode a whole number."""
    number = _number(value)
    if number != number.to_integral_value():
        raise ValueError("not a whole number")
    return int(number)


def timestamp(value: Json) -> datetime | None:
    """Decode Unix seconds as an aware datetime in UTC; 0 means "none" and not 1970."""
    seconds = integer(value)
    if not 0 <= seconds <= _MAX_TIMESTAMP:
        raise ValueError("not a time in unix seconds")
    # Added, because fromtimestamp refuses times after the year 3000 on Windows.
    return _EPOCH + timedelta(seconds=seconds) if seconds else None


def boolean(value: Json) -> bool:
    """Decode true and false, also as 1, 0, "true" and "false"."""
    known = {True: True, False: False, "true": True, "false": False}
    if isinstance(value, bool | str | int) and value in known:
        return known[value]
    raise ValueError("neither true nor false")


def _number(value: Json) -> Decimal:
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return Decimal(value.strip())
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        number = Decimal(value)
        # Bounded, because formatting 1E+400 or 1E-400 writes every digit.
        if number.is_finite() and -18 <= number.adjusted() < 18:
            return number
    raise ValueError("not a number")


def string_list(value: Json) -> tuple[str, ...]:
    """Decode a list of strings, without the empty ones."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError("not a list of texts")
    return tuple(item for item in value if item)


def json_object(value: Json) -> Mapping[str, Json]:
    """Decode an object without documented fields."""
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


def nested(record: type[Record]) -> Decoder:
    """Return the decoder of an object."""

    def decode(value: Json) -> Record:
        return record.from_json(json_object(value))

    return decode


def list_of(record: type[Record]) -> Decoder:
    """Return the decoder of a list of objects. An item of another type makes the whole list invalid."""

    def decode(value: Json) -> tuple[Record, ...]:
        if not isinstance(value, list):
            raise ValueError("not a list")
        return tuple(record.from_json(json_object(item)) for item in value)

    return decode


TEXT = decoded_by(text)
AMOUNT = decoded_by(amount)
INTEGER = decoded_by(integer)
TIMESTAMP = decoded_by(timestamp)
BOOLEAN = decoded_by(boolean)
