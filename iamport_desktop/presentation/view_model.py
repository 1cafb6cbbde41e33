"""What the window shows of a payment, as plain data: a header, sections of rows, two tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, overload

from iamport_desktop.api.codes import CodeTables, Language, Table
from iamport_desktop.api.fields import Json
from iamport_desktop.domain import masking
from iamport_desktop.domain.masking import MASKS, Mask
from iamport_desktop.domain.url_safety import UrlCheck, check_url
from iamport_desktop.presentation.formatting import (
    date_and_time,
    escape_invisible,
    money,
    one_line,
    to_json_text,
    truncate,
)
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.status import StatusView

# The clipboard takes the whole of a value, up to what any helpdesk ticket would hold. Making a million characters
# visible would stop the window for half a second.
MAX_COPIED = 100_000
_AT_A_TIME = 5_000


@dataclass(frozen=True, slots=True)
class FormatContext:
    """How a payment is read: in which language, with which names for codes, when, and masked or not."""

    language: Language
    codes: CodeTables
    now: datetime
    revealed: bool = False


def text_row(context: FormatContext, name: str, label: str, text: str, *, mask: Mask | None = None) -> Row:
    """A text as it came, but masked (by `mask`, or as the field `name` always is) while nothing is revealed."""
    mask = mask or MASKS.get(name)
    masked = mask is not None and not context.revealed
    readable = mask(text[:MAX_COPIED]) if mask and masked else text
    return Row(
        name,
        label,
        one_line(readable),
        _whole(readable),
        masked=masked and readable != text,
    )


def code_row(
    context: FormatContext, name: str, label: str, table: Table, code: str, *, said: str | None = None
) -> Row:
    """A code by its name: the server's own (`said`) wins over the table; an unknown code stands for itself."""
    word = said or context.codes.name(table, code, context.language) or code
    hint = one_line(code) if word != code else ""
    copied = f"{word} ({code})" if hint else word
    return Row(name, label, one_line(word), _whole(copied), hint=hint)


def money_row(context: FormatContext, name: str, label: str, amount: Decimal, currency: str | None) -> Row:
    """An amount in the payment's currency."""
    text = money(amount, currency, context.language)
    return Row(name, label, text, text)


def time_row(name: str, label: str, moment: datetime) -> Row:
    """A time in KST."""
    text = date_and_time(moment)
    return Row(name, label, text, text)


def flag_row(name: str, label: str, flag: bool) -> Row:
    """Yes or no."""
    text = translate("Rows", "Yes") if flag else translate("Rows", "No")
    return Row(name, label, text, text)


def link_row(name: str, label: str, url: str) -> Row:
    """An address that may be opened, or is only shown and can be copied."""
    return Row(name, label, one_line(url), _whole(url), link=check_url(url))


def _whole(text: str) -> str:
    """As much as is copied. What is written out becomes longer: of a text of such characters less is looked at."""
    parts: list[str] = []
    room = MAX_COPIED
    for start in range(0, min(len(text), MAX_COPIED + 1), _AT_A_TIME):
        parts.append(escape_invisible(text[start : start + _AT_A_TIME]))
        room -= len(parts[-1])
        if room < 0:
            break
    return truncate("".join(parts), MAX_COPIED)


def raw_row(context: FormatContext, name: str, value: Json, *, misread: bool = False) -> Row:
    """A value that nobody documented, or of a type that nobody expected. It may hold anything: masked."""
    row = text_row(context, one_line(name), one_line(name), to_json_text(value), mask=masking.hide)
    hint = translate(
        "Rows", "The server sent a value of an unexpected kind; it is shown unchanged when revealed."
    )
    if not misread:
        hint = translate(
            "Rows", "This field is not in the API's description; it is shown unchanged when revealed."
        )
    return Row(row.name, row.label, row.shown, row.copied, hint=hint, masked=row.masked, misread=misread)


@dataclass(frozen=True, slots=True)
class Row:
    """One value with its label.

    `name` is the API's name of the field, `shown` fits a label, `copied` is what the copy button puts into the
    clipboard (the whole text, masked like `shown`), `hint` is the raw code behind a name.
    """

    name: str
    label: str
    shown: str
    copied: str
    hint: str = ""
    masked: bool = False
    misread: bool = False
    link: UrlCheck | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a title. Never empty."""

    name: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that the agent must not miss."""

    severity: Severity
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened: `when` in KST, `ago` seen from now (or how long is left), `amount` if money moved."""

    severity: Severity
    title: str
    when: str
    ago: str
    amount: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """What answers the first question: how much, paid or not, how much of it is left."""

    status: StatusView
    amount: str
    cancelled: str
    remaining: str
    product: Row | None
    method: str
    when: str
    test: bool
    ids: tuple[Row, ...]
    receipt: UrlCheck | None


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One cancellation or deposit."""

    number: int
    cells: tuple[str, ...]
    copied: tuple[str, ...]
    link: UrlCheck | None = None


class HistoryRows(Sequence[HistoryRow]):
    """Rows that are made when they are looked at: of ten thousand, the window shows eight at a time."""

    def __init__(
        self, count: int, make: Callable[[int], HistoryRow], value: Callable[[int, int], Any]
    ) -> None:
        """`make` gives the row at a place; `value` what the row at a place is sorted by in a column."""
        self._count, self._make, self.value = count, make, value
        self._made: dict[int, HistoryRow] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> HistoryRow: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[HistoryRow]: ...

    def __getitem__(self, place: int | slice) -> HistoryRow | Sequence[HistoryRow]:
        if isinstance(place, slice):
            return [self[each] for each in range(self._count)[place]]
        place = range(self._count)[place]
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]


@dataclass(frozen=True, slots=True)
class History:
    """The cancellations or the deposits of a payment, with their total."""

    name: str
    title: str
    headings: tuple[str, ...]
    rows: HistoryRows
    total: str


@dataclass(frozen=True, slots=True)
class PaymentViewModel:
    """Everything that the payment view shows."""

    imp_uid: str
    header: Header
    notices: tuple[Notice, ...]
    timeline: tuple[Step, ...]
    advice: tuple[str, ...]
    sections: tuple[Section, ...]
    cancellations: History | None
    deposits: History | None
    holds_personal_data: bool
