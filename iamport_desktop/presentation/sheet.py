"""What the window shows of a payment, as plain data: a header, sections of rows, two tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from iamport_desktop.presentation.receipt_link import LinkVerdict
from iamport_desktop.presentation.status import StatusView, Tone


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
    """One cancellation or deposit. `moment` and `money` are what the table sorts by."""

    number: int
    moment: datetime | None
    money: Decimal | None
    cells: tuple[str, ...]
    copied: tuple[str, ...]
    link: LinkVerdict | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The cancellations or the deposits of a payment, with their total."""

    name: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[LedgerRow, ...]
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
