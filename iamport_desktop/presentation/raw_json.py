"""The answer as it came, as readable JSON, with the same masks as the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from iamport_desktop.api.fields import Json, Record, field_names
from iamport_desktop.api.models import Cancellation, Deposit, Payment, Promotion
from iamport_desktop.domain import masking
from iamport_desktop.domain.masking import MASKS
from iamport_desktop.presentation.formatting import escape_invisible, json_scalar, to_json_text, truncate

# A longer document is cut: Qt lays out every line of it on the UI thread.
MAX_CHARACTERS = 200_000
_LONGEST_STRING = 2_000
_DEEPEST = 40
_INDENT = "  "

_NESTED: Mapping[str, type[Record]] = {
    "cancel_history": Cancellation,
    "deposit_history": Deposit,
    "promotion": Promotion,
}


def raw_json(payment: Payment, *, revealed: bool) -> str:
    """`payment.raw` with two spaces of indentation, masked unless `revealed`."""
    document = payment.raw if revealed else _masked_payment(payment)
    lines: list[str] = []
    room = MAX_CHARACTERS
    for line in _lines(document, "", "", 0):
        room -= len(line) + 1
        if room < 0:
            lines.append("…")
            break
        lines.append(line)
    return "\n".join(lines)


def _masked_payment(payment: Payment) -> dict[str, Json]:
    return {
        name: masking.HIDDEN if name in payment.misread else _masked_field(name, value)
        for name, value in payment.raw.items()
    }


def _masked_field(name: str, value: Json) -> Json:
    if not _says_anything(value):
        return value
    if nested := _NESTED.get(name):
        return _masked_record(nested, value) if isinstance(value, dict) else _MaskedList(nested, value)
    if mask := MASKS.get(name):
        return mask(to_json_text(value))
    return value if name in field_names(Payment) else masking.HIDDEN


class _MaskedList(Sequence[Json]):
    """Records that are masked when they are written: of ten thousand, a fraction gets that far."""

    def __init__(self, kind: type[Record], records: list[Json]) -> None:
        self._kind, self._records = kind, records

    def __len__(self) -> int:
        return len(self._records)

    def __getitem__(self, place: Any) -> Json:
        return _masked_record(self._kind, self._records[place])


def _masked_record(kind: type[Record], value: Json) -> Json:
    """A record of the API: its own fields masked by name, anything else hidden."""
    known = field_names(kind) - kind.from_json(value).misread.keys()
    return {name: _masked_scalar(name, each, known) for name, each in value.items()}


def _masked_scalar(name: str, value: Json, known: frozenset[str]) -> Json:
    if not _says_anything(value):
        return value
    if name not in known or isinstance(value, dict | list):
        return masking.HIDDEN
    return MASKS[name](to_json_text(value)) if name in MASKS else value


def _says_anything(value: Json) -> bool:
    return value not in (None, "", [], {}) and value is not False and value is not True and value != 0


def _lines(value: Json, indent: str, prefix: str, depth: int) -> Iterator[str]:
    """The lines of `value`; `prefix` is its key with a colon, where it has one. The last one ends without a comma."""
    if not _has_members(value) or depth > _DEEPEST:
        yield indent + prefix + ("…" if _has_members(value) else _scalar(value))
        return
    start, end = "{}" if isinstance(value, Mapping) else "[]"
    yield indent + prefix + start
    for number, (key, member) in enumerate(_members(value), 1):
        comma = "," if number < len(value) else ""
        yield from _with_comma(_lines(member, indent + _INDENT, key, depth + 1), comma)
    yield indent + end


def _has_members(value: Json) -> bool:
    return isinstance(value, Mapping | list | _MaskedList) and len(value) > 0


def _members(value: Json) -> Iterator[tuple[str, Json]]:
    if isinstance(value, Mapping):
        return ((f"{_scalar(key)}: ", each) for key, each in value.items())
    return (("", each) for each in value)


def _with_comma(lines: Iterator[str], comma: str) -> Iterator[str]:
    held = next(lines)
    for line in lines:
        yield held
        held = line
    yield held + comma


def _scalar(value: Json) -> str:
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, list):
        return "[]"
    return escape_invisible(truncate(json_scalar(value), _LONGEST_STRING))
