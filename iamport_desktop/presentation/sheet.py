"""What the window shows of a payment, as plain data: a header, sections of rows, two tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, overload

from iamport_desktop.domain.url_safety import LinkVerdict
from iamport_desktop.presentation.status import StatusView
from iamport_desktop.presentation.tone import Tone


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
    link: LinkVerdict | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a title. Never empty."""

    name: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that the agent must not miss."""

    tone: Tone
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened: `when` in KST, `ago` seen from now (or how long is left), `amount` if money moved."""

    tone: Tone
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
    receipt: LinkVerdict | None


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One cancellation or deposit."""

    number: int
    cells: tuple[str, ...]
    copied: tuple[str, ...]
    link: LinkVerdict | None = None


class LedgerRows(Sequence[LedgerRow]):
    """Rows that are made when they are looked at: of ten thousand, the window shows eight at a time."""

    def __init__(
        self, count: int, make: Callable[[int], LedgerRow], value: Callable[[int, int], Any]
    ) -> None:
        """`make` gives the row at a place; `value` what the row at a place is sorted by in a column."""
        self._count, self._make, self.value = count, make, value
        self._made: dict[int, LedgerRow] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> LedgerRow: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[LedgerRow]: ...

    def __getitem__(self, place: int | slice) -> LedgerRow | Sequence[LedgerRow]:
        if isinstance(place, slice):
            return [self[each] for each in range(self._count)[place]]
        place = range(self._count)[place]
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The cancellations or the deposits of a payment, with their total."""

    name: str
    title: str
    headings: tuple[str, ...]
    rows: LedgerRows
    total: str


@dataclass(frozen=True, slots=True)
class PaymentSheet:
    """Everything that the payment view shows."""

    imp_uid: str
    header: Header
    notices: tuple[Notice, ...]
    timeline: tuple[Step, ...]
    advice: tuple[str, ...]
    sections: tuple[Section, ...]
    cancellations: Ledger | None
    deposits: Ledger | None
    holds_personal_data: bool
