"""How an object of the API becomes a record: each field read on its own, so that a wrong one never costs the rest.

What is absent, null or "" is None (so is the timestamp 0). What has the wrong type is None as well, and stands in
`misread` as it came; keys that nobody documented stand in `unknown`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, Self

from iamport_desktop.api import values
from iamport_desktop.api.values import Json

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


TEXT = read_by(values.text)
AMOUNT = read_by(values.amount)
NUMBER = read_by(values.integer)
TIME = read_by(values.timestamp)
FLAG = read_by(values.boolean)
