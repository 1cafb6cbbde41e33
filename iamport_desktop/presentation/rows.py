"""One field of the payment to one row: named, masked, shortened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from iamport_desktop.api.codes import CodeTables, Language, Table
from iamport_desktop.api.fields import Json
from iamport_desktop.domain import masking
from iamport_desktop.domain.masking import MASKS, Mask
from iamport_desktop.domain.url_safety import check_link
from iamport_desktop.presentation.money import money
from iamport_desktop.presentation.sheet import Row
from iamport_desktop.presentation.speech import translate
from iamport_desktop.presentation.text import one_line, shortened, visible, written
from iamport_desktop.presentation.times import date_and_time

# The clipboard takes the whole of a value, up to what any helpdesk ticket would hold. Making a million characters
# visible would stop the window for half a second.
COPIED_CHARACTERS = 100_000
_AT_A_TIME = 5_000


@dataclass(frozen=True, slots=True)
class Reading:
    """How a payment is read: in which language, with which names for codes, when, and masked or not."""

    language: Language
    codes: CodeTables
    now: datetime
    revealed: bool = False


def text_row(reading: Reading, name: str, label: str, text: str, *, mask: Mask | None = None) -> Row:
    """A text as it came, but masked (by `mask`, or as the field `name` always is) while nothing is revealed."""
    mask = mask or MASKS.get(name)
    masked = mask is not None and not reading.revealed
    readable = mask(text[:COPIED_CHARACTERS]) if mask and masked else text
    return Row(
        name,
        label,
        one_line(readable),
        _whole(readable),
        masked=masked and readable != text,
    )


def code_row(
    reading: Reading, name: str, label: str, table: Table, code: str, *, said: str | None = None
) -> Row:
    """A code by its name: the server's own (`said`) wins over the table; an unknown code stands for itself."""
    word = said or reading.codes.name(table, code, reading.language) or code
    hint = one_line(code) if word != code else ""
    copied = f"{word} ({code})" if hint else word
    return Row(name, label, one_line(word), _whole(copied), hint=hint)


def money_row(reading: Reading, name: str, label: str, amount: Decimal, currency: str | None) -> Row:
    """An amount in the payment's currency."""
    text = money(amount, currency, reading.language)
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
    return Row(name, label, one_line(url), _whole(url), link=check_link(url))


def _whole(text: str) -> str:
    """As much as is copied. What is written out becomes longer: of a text of such characters less is looked at."""
    parts: list[str] = []
    room = COPIED_CHARACTERS
    for start in range(0, min(len(text), COPIED_CHARACTERS + 1), _AT_A_TIME):
        parts.append(visible(text[start : start + _AT_A_TIME]))
        room -= len(parts[-1])
        if room < 0:
            break
    return shortened("".join(parts), COPIED_CHARACTERS)


def raw_row(reading: Reading, name: str, value: Json, *, misread: bool = False) -> Row:
    """A value that nobody documented, or of a type that nobody expected. It may hold anything: masked."""
    row = text_row(reading, one_line(name), one_line(name), written(value), mask=masking.hidden)
    hint = translate(
        "Rows", "The server sent a value of an unexpected kind; it is shown unchanged when revealed."
    )
    if not misread:
        hint = translate(
            "Rows", "This field is not in the API's description; it is shown unchanged when revealed."
        )
    return Row(row.name, row.label, row.shown, row.copied, hint=hint, masked=row.masked, misread=misread)
