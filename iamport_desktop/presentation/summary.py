"""A payment as text for a helpdesk ticket: masked whatever the window shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.payment import build_payment_view_model
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.view_model import FormatContext, PaymentViewModel

CANCELLATIONS = 10


def summary(payment: Payment, context: FormatContext) -> str:
    """The lines of the summary in the language of `context`, which must be the one spoken (see speech)."""
    sheet = build_payment_view_model(payment, replace(context, revealed=False))
    return "\n".join(f"{label}: {text}" for label, text in _lines(sheet) if text)


def _lines(sheet: PaymentViewModel) -> Iterator[tuple[str, str]]:
    header = sheet.header
    status = f"{header.status.word} ({header.status.raw})"
    if header.test:
        status += " · " + translate("Summary", "test payment")
    yield translate("Summary", "Status"), status
    yield translate("Summary", "Amount"), header.amount
    yield translate("Summary", "Cancelled"), header.cancelled
    yield translate("Summary", "Remaining"), header.remaining
    yield translate("Summary", "Product"), header.product.copied if header.product else ""
    yield translate("Summary", "Method"), header.method
    for step in sheet.timeline:
        if sheet.cancellations and step.severity is Severity.WARNING:
            continue  # told below, with its reason
        yield step.title, " · ".join(part for part in (step.when, step.amount) if part)
    for row in header.ids:
        yield row.label, row.copied
    yield from _cancellations(sheet)


def _cancellations(sheet: PaymentViewModel) -> Iterator[tuple[str, str]]:
    if not sheet.cancellations:
        return
    rows = sheet.cancellations.rows
    for row in rows[:CANCELLATIONS]:
        label = translate("Summary", "Cancellation {number}").format(number=row.number)
        yield label, " · ".join(text for text in row.copied[1:4] if text)
    if len(rows) > CANCELLATIONS:
        more = translate("Summary", "%n more", None, len(rows) - CANCELLATIONS)
        yield translate("Summary", "Cancellations"), more
