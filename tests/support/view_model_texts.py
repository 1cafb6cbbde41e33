"""Every text of a payment that the screen, a screen reader or the clipboard can get."""

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
    """Yield each string in a view model or any part of one."""
    if isinstance(shown, Enum):
        return
    if isinstance(shown, str):
        yield shown
    elif is_dataclass(shown):
        for field in fields(shown):
            yield from texts_in(getattr(shown, field.name))
    elif isinstance(shown, Sequence):
        for item in shown:
            yield from texts_in(item)


def all_text(payment: Payment, context: FormatContext, *, revealed: bool) -> str:
    """Return the page, the raw JSON, the summary and the reply. The last two are masked even when `revealed`."""
    view_model = build_payment_view_model(payment, replace(context, revealed=revealed))
    copied = [f(payment, replace(context, revealed=seen)) for f in (summary, reply) for seen in (True, False)]
    return "\n".join([*texts_in(view_model), raw_json(payment, revealed=revealed), *copied])


def rows_of(view_model: PaymentViewModel) -> list[Row]:
    """Return the rows of the header and of every section."""
    header = [row for row in (view_model.header.product, *view_model.header.ids) if row]
    return header + [row for section in view_model.sections for row in section.rows]


def drawn(view_model: PaymentViewModel) -> list[str]:
    """Return each text that Qt has to lay out as one label."""
    rows = [row for section in view_model.sections for row in section.rows]
    histories = [history for history in (view_model.cancellations, view_model.deposits) if history]
    cells = [cell for history in histories for row in history.rows for cell in row.cells]
    return [
        *(text for row in rows for text in (row.label, row.shown, row.hint)),
        *cells,
        view_model.header.amount,
    ]
