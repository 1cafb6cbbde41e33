"""Summarise a payment as text for a helpdesk ticket. It is masked whatever the window shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.payment import build_payment_view_model
from iamport_desktop.presentation.view_model import FormatContext, History, PaymentViewModel, StepKind

MAX_CANCELLATIONS = 10


def summary(payment: Payment, context: FormatContext) -> str:
    """Return the summary, a line for each fact. `translate` must speak the language of `context`."""
    view_model = build_payment_view_model(payment, replace(context, revealed=False))
    return "\n".join(f"{label}: {text}" for label, text in _lines(view_model) if text)


def _lines(view_model: PaymentViewModel) -> Iterator[tuple[str, str]]:
    header = view_model.header
    status = f"{header.status.word} ({header.status.raw})"
    if header.test:
        status += " · " + translate("Summary", "test payment")
    yield translate("Summary", "Status"), status
    yield translate("Summary", "Amount"), header.amount
    yield translate("Summary", "Cancelled"), header.cancelled
    yield translate("Summary", "Remaining"), header.remaining
    yield translate("Summary", "Product"), header.product.copied if header.product else ""
    yield translate("Summary", "Method"), header.method
    for step in view_model.timeline:
        if view_model.cancellations and step.kind is StepKind.CANCELLED:
            continue  # listed below with its reason
        yield step.title, " · ".join(part for part in (step.when, step.amount) if part)
    for row in header.ids:
        yield row.label, row.copied
    if view_model.cancellations:
        yield from _cancellation_lines(view_model.cancellations)


def _cancellation_lines(cancellations: History) -> Iterator[tuple[str, str]]:
    rows = cancellations.rows
    for row in rows[:MAX_CANCELLATIONS]:
        _, cancelled_at, amount, reason, *_ = row.copied
        label = translate("Summary", "Cancellation {number}").format(number=row.number)
        yield label, " · ".join(part for part in (cancelled_at, amount, reason) if part)
    if len(rows) > MAX_CANCELLATIONS:
        more = translate("Summary", "%n more", None, len(rows) - MAX_CANCELLATIONS)
        yield translate("Summary", "Cancellations"), more
