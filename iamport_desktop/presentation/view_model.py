"""The view model of a payment: what the window shows, as plain data, and how single values become rows of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, overload

from iamport_desktop.api.codes import CodeTables, Language, Table
from iamport_desktop.api.fields import Json
from iamport_desktop.api.models import Payment
from iamport_desktop.api.origin import Origin
from iamport_desktop.domain import masking
from iamport_desktop.domain.assessment import Assessment, assess
from iamport_desktop.domain.attempts import OtherAttempts, Unasked
from iamport_desktop.domain.masking import Mask, mask_of
from iamport_desktop.domain.rules import Rules
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

# In characters: more than any helpdesk ticket holds.
MAX_COPIED = 5_000
# Masked beyond what is copied, so that no number is cut in two where the copy ends, and then not recognised.
_MARGIN = 1_000


@dataclass(frozen=True, slots=True)
class FormatContext:
    """How payments are worded: language, names of codes, rules, the present time (aware), masked or revealed.

    `shop_name` is what the shop calls itself in a reply; "" leaves it out. `api` is where the payments come from.
    """

    language: Language
    codes: CodeTables
    rules: Rules
    now: datetime
    revealed: bool = False
    shop_name: str = ""
    api: Origin | None = None

    def name(self, table: Table, code: str | None, given: str | None = None) -> str:
        """Return the name of `code` in this language, or else the name `given` by the server, or else the code.

        The server's names are Korean, and in Korean they go first.
        """
        known = (self.codes.name(table, code, self.language) or "") if code else ""
        return (known or given if self.language != "ko" else given or known) or code or ""

    def assess(self, payment: Payment, other_attempts: OtherAttempts = Unasked.NOT_ASKED) -> Assessment:
        """Return what is known about `payment` at this time."""
        return assess(payment, self.now, self.rules, other_attempts)

    def money(self, amount: Decimal | None, currency: str | None) -> str:
        """Return an amount, in the currency's major unit, as text; "" for None."""
        return "" if amount is None else money(amount, currency, self.language)

    def check_url(self, url: str) -> UrlCheck:
        """Return whether a link of a payment may be opened."""
        return check_url(url, self.api)

    def readable(self, text: str, mask: Mask = masking.free_text) -> str:
        """Return as much of a text from outside as is copied, as it may be shown: masked, unless it is revealed."""
        text = text[: MAX_COPIED + _MARGIN]
        return text if self.revealed else mask(text)


@dataclass(frozen=True, slots=True)
class Row:
    """One value with its label.

    `name` is the field's name in the API; `shown` fits a label; `copied` is the whole text for the clipboard, masked
    like `shown`; `hint` is the code behind a name, or a remark; `open_text` is what the button says that opens `link`.
    `is_detail`: it says nothing that is asked for, or stands elsewhere on the page as well.
    """

    name: str
    label: str
    shown: str
    copied: str
    hint: str = ""
    masked: bool = False
    invalid: bool = False
    link: UrlCheck | None = None
    open_text: str = ""
    is_detail: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One or more rows under a title."""

    name: str
    title: str
    rows: tuple[Row, ...]

    def without_details(self) -> Section:
        """Return the same with those rows only that are no details; perhaps none."""
        return replace(self, rows=tuple(row for row in self.rows if not row.is_detail))


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that the agent must not miss; `opens` is the imp_uid of the payment that it is about, if any."""

    severity: Severity
    text: str
    opens: str = ""


class StepKind(StrEnum):
    """What happened in a step of the timeline, in the order of steps of the same second."""

    REQUESTED = "requested"
    ACCOUNT_ISSUED = "account-issued"
    DEPOSITED = "deposited"
    PAID = "paid"
    FAILED = "failed"
    CANCELLED = "cancelled"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the timeline.

    `when` is the time in KST, `exact` with year and seconds; `ago` says how long ago that was, or how long is left.
    """

    kind: StepKind
    severity: Severity
    title: str
    when: str
    exact: str
    ago: str
    amount: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """What is asked first: paid or not, how much, how much of it is left, by which card, and by whom.

    `card` is what else is known of the card: its digits and installments. `when` says of which time it is.
    """

    status: StatusView
    amount: str
    cancelled: str
    remaining: str
    product: Row | None
    method: str
    card: str
    approval: Row | None
    buyer: str
    when: str
    test: bool
    chips: tuple[str, ...]
    ids: tuple[Row, ...]
    account: Row | None  # that the customer is to pay into
    receipt: UrlCheck | None
    receipt_text: str  # of the button that opens it
    waits_for_deposit: bool


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One cancellation or deposit: its cells, their tooltips, and what the clipboard takes of each."""

    number: int
    cells: tuple[str, ...]
    hints: tuple[str, ...]
    copied: tuple[str, ...]
    link: UrlCheck | None = None


class HistoryRows(Sequence[HistoryRow]):
    """Rows built when they are read: of ten thousand cancellations the table shows eight at a time."""

    def __init__(
        self,
        count: int,
        make: Callable[[int], HistoryRow],
        value: Callable[[int, int], Any],
        search_text: Callable[[int], str],
    ) -> None:
        """Take `make(index)`, which builds a row, and what the table sorts and filters by.

        `value(index, column)` is None where nothing is known; `search_text(index)` is in lower case.
        """
        self._count, self._make, self.value, self._search_text = count, make, value, search_text
        self._rows: dict[int, HistoryRow] = {}
        self._search_texts: tuple[str, ...] = ()

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> HistoryRow: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[HistoryRow]: ...

    def __getitem__(self, index: int | slice) -> HistoryRow | Sequence[HistoryRow]:
        if isinstance(index, slice):
            return [self[position] for position in range(self._count)[index]]
        index = range(self._count)[index]
        if index not in self._rows:
            self._rows[index] = self._make(index)
        return self._rows[index]

    def matching(self, words: Sequence[str]) -> list[int]:
        """Return the indexes of the rows that hold each of `words` (in lower case)."""
        if not words:
            return list(range(self._count))
        if not self._search_texts:
            self._search_texts = tuple(map(self._search_text, range(self._count)))
        return [index for index, text in enumerate(self._search_texts) if all(word in text for word in words)]


@dataclass(frozen=True, slots=True)
class History:
    """The cancellations or the deposits of a payment, with their total and what is left ("": not known).

    Two are equal if they are of one payment and have the same texts.
    """

    name: str
    title: str
    headings: tuple[str, ...]
    rows: HistoryRows = field(compare=False)
    total: str
    remaining: str = ""
    amounts: frozenset[int] = frozenset()  # columns
    revealed: bool = False


@dataclass(frozen=True, slots=True)
class PaymentViewModel:
    """Everything that the payment page shows."""

    imp_uid: str
    header: Header
    notices: tuple[Notice, ...]
    timeline: tuple[Step, ...]
    advice: tuple[str, ...]
    sections: tuple[Section, ...]
    cancellations: History | None
    deposits: History | None
    holds_personal_data: bool


def text_row(context: FormatContext, name: str, label: str, text: str, *, mask: Mask | None = None) -> Row:
    """Show a text. Unless revealed, it is masked by `mask` or by the mask of the field `name`."""
    mask = mask or mask_of(name)
    text = text[: MAX_COPIED + _MARGIN]
    readable = context.readable(text, mask) if mask else text
    return Row(name, label, one_line(readable), _copy_text(readable), masked=readable != text)


def code_row(
    context: FormatContext, name: str, label: str, table: Table, code: str, *, meaning: str | None = None
) -> Row:
    """Show what a code means: the table's word, the server's own (`meaning`), or else the code itself."""
    word = context.readable(context.name(table, code, meaning))
    code = context.readable(code)
    if word == code:
        return Row(name, label, one_line(word), _copy_text(word))
    hint = " · ".join(part for part in (code, meaning) if part and part != word)
    return Row(name, label, one_line(word), _copy_text(f"{word} ({code})"), hint=one_line(hint))


def money_row(context: FormatContext, name: str, label: str, amount: Decimal, currency: str | None) -> Row:
    """Show an amount in the payment's currency."""
    text = money(amount, currency, context.language)
    return Row(name, label, text, text)


def time_row(name: str, label: str, moment: datetime) -> Row:
    """Show a time in KST."""
    text = date_and_time(moment)
    return Row(name, label, text, text)


def flag_row(name: str, label: str, flag: bool) -> Row:
    """Show yes or no."""
    text = translate("Rows", "Yes") if flag else translate("Rows", "No")
    return Row(name, label, text, text)


def link_row(context: FormatContext, name: str, label: str, url: str, open_text: str) -> Row:
    """Show scheme and host of an address, and all of it when revealed. What is opened stands in `link`, as it came."""
    row = text_row(context, name, label, url, mask=masking.link)
    return replace(row, link=context.check_url(url), open_text=open_text)


def raw_row(context: FormatContext, name: str, value: Json, *, invalid: bool = False) -> Row:
    """Show a value that is undocumented, or of an unexpected type. It may hold anything, so it is hidden whole."""
    hint = translate(
        "Rows", "The server sent a value of an unexpected kind; it is shown unchanged when revealed."
    )
    if not invalid:
        hint = translate(
            "Rows", "This field is not in the API's description; it is shown unchanged when revealed."
        )
    name = one_line(context.readable(name))
    row = text_row(context, name, name, to_json_text(value), mask=masking.hide)
    return replace(row, hint=hint, invalid=invalid)


def _copy_text(text: str) -> str:
    return truncate(escape_invisible(text), MAX_COPIED)
