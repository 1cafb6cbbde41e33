"""The server's answer as indented JSON, with the same masks as the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from iamport_desktop.api.fields import Json, Record, field_names
from iamport_desktop.api.models import Cancellation, Deposit, Payment, Promotion
from iamport_desktop.domain import masking
from iamport_desktop.domain.masking import MASKS, free_text, mask_of
from iamport_desktop.presentation.formatting import escape_invisible, json_scalar, to_json_text, truncate

# In characters. A longer document is cut: Qt lays out every line of it on the UI thread.
MAX_DOCUMENT = 60_000
_MAX_STRING = 2_000
_MAX_DEPTH = 40
_INDENT = "  "

_NESTED: Mapping[str, type[Record]] = {
    "cancel_history": Cancellation,
    "deposit_history": Deposit,
    "promotion": Promotion,
}


def raw_json(payment: Payment, *, revealed: bool) -> str:
    """Return `payment.raw` with two spaces of indentation, masked unless `revealed`."""
    document = payment.raw if revealed else _masked_payment(payment)
    lines: list[str] = []
    remaining = MAX_DOCUMENT
    for line in _lines(document, "", "", 0):
        remaining -= len(line) + 1
        if remaining < 0:
            lines.append("…")
            break
        lines.append(line)
    return "\n".join(lines)


def _masked_payment(payment: Payment) -> dict[str, Json]:
    return {free_text(name): _masked_field(payment, name, value) for name, value in payment.raw.items()}


def _masked_field(payment: Payment, name: str, value: Json) -> Json:
    if _is_harmless(value) or name in payment.invalid_fields or name not in _NESTED:
        return _masked_value(payment, name, value)
    record_type = _NESTED[name]
    return _masked_record(record_type, value) if isinstance(value, dict) else _MaskedList(record_type, value)


def _masked_value(record: Record, name: str, value: Json) -> Json:
    """Mask a documented field by its name, or by what is in it where it is a text; hide any other value."""
    if _is_harmless(value):
        return value
    if name not in field_names(type(record)) or name in record.invalid_fields:
        return masking.HIDDEN
    if name in MASKS and isinstance(value, list):
        return [MASKS[name](to_json_text(item)) for item in value]
    if name in MASKS or isinstance(getattr(record, name), str):
        mask = mask_of(name)
        text = to_json_text(value)[: 2 * _MAX_STRING]  # more than is shown, so that no number is cut in two
        masked = mask(text) if mask else text
        return value if masked == text and not isinstance(value, str) else masked
    return masking.HIDDEN if isinstance(value, dict | list) else value


class _MaskedList(Sequence[Json]):
    """Records masked when they are read: of ten thousand, few fit into the document."""

    def __init__(self, record_type: type[Record], records: list[Json]) -> None:
        self._record_type, self._records = record_type, records

    def __len__(self) -> int:
        return len(self._records)

    def __getitem__(self, index: Any) -> Json:
        return _masked_record(self._record_type, self._records[index])


def _masked_record(record_type: type[Record], value: Json) -> Json:
    """Mask the fields of a record that is nested in a payment."""
    record = record_type.from_json(value)
    return {free_text(name): _masked_value(record, name, member) for name, member in value.items()}


def _is_harmless(value: Json) -> bool:
    """Whether a value is empty, zero or a boolean, and so says nothing about a person."""
    return value in (None, "", [], {}, 0) or isinstance(value, bool)


def _lines(value: Json, indent: str, key: str, depth: int) -> Iterator[str]:
    """Yield the lines of `value`. `key` ends in a colon, or is empty; the last line has no comma."""
    if not _has_members(value) or depth > _MAX_DEPTH:
        yield indent + key + ("…" if _has_members(value) else _scalar(value))
        return
    opening, closing = "{}" if isinstance(value, Mapping) else "[]"
    yield indent + key + opening
    for number, (member_key, member) in enumerate(_members(value), 1):
        comma = "," if number < len(value) else ""
        yield from _with_comma(_lines(member, indent + _INDENT, member_key, depth + 1), comma)
    yield indent + closing


def _has_members(value: Json) -> bool:
    return isinstance(value, Mapping | list | _MaskedList) and len(value) > 0


def _members(value: Json) -> Iterator[tuple[str, Json]]:
    if isinstance(value, Mapping):
        return ((f"{_scalar(key)}: ", member) for key, member in value.items())
    return (("", item) for item in value)


def _with_comma(lines: Iterator[str], comma: str) -> Iterator[str]:
    last = next(lines)
    for line in lines:
        yield last
        last = line
    yield last + comma


def _scalar(value: Json) -> str:
    """Write a string, number, boolean or null, or an empty object or list."""
    return escape_invisible(truncate(json_scalar(value), _MAX_STRING))
