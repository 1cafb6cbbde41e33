"""Every text of a payment that can reach an eye, an ear or the clipboard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.payment import build_payment_view_model
from iamport_desktop.presentation.raw_json import raw_json
from iamport_desktop.presentation.reply import reply
from iamport_desktop.presentation.summary import summary
from iamport_desktop.presentation.view_model import FormatContext, PaymentViewModel, Row


def texts_in(shown: Any) -> Iterator[str]:
    """Each string in a sheet, or in any other data of the presentation."""
    if isinstance(shown, Enum):
        return
    if isinstance(shown, str):
        yield shown
    elif is_dataclass(shown):
        for each in fields(shown):
            yield from texts_in(getattr(shown, each.name))
    elif isinstance(shown, Sequence):
        for each in shown:
            yield from texts_in(each)


def all_text(payment: Payment, context: FormatContext, *, revealed: bool) -> str:
    """The page, the raw JSON, and what is copied for a ticket or a customer, one text a line.

    The last two are never revealed.
    """
    sheet = build_payment_view_model(payment, replace(context, revealed=revealed))
    copied = [f(payment, replace(context, revealed=seen)) for f in (summary, reply) for seen in (True, False)]
    return "\n".join([*texts_in(sheet), raw_json(payment, revealed=revealed), *copied])


def rows_of(sheet: PaymentViewModel) -> list[Row]:
    """The rows of the header and of every section."""
    header = [row for row in (sheet.header.product, *sheet.header.ids) if row]
    return header + [row for section in sheet.sections for row in section.rows]


def drawn(sheet: PaymentViewModel) -> list[str]:
    """What Qt has to lay out in one label."""
    rows = [row for section in sheet.sections for row in section.rows]
    ledgers = [each for each in (sheet.cancellations, sheet.deposits) if each]
    cells = [cell for ledger in ledgers for row in ledger.rows for cell in row.cells]
    return [*(text for row in rows for text in (row.label, row.shown, row.hint)), *cells, sheet.header.amount]
