"""Summarise a payment as text for a helpdesk ticket. It is masked whatever the window shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from iamport_desktop.api.models import CashReceipt, Payment
from iamport_desktop.domain.assessment import Assessment
from iamport_desktop.domain.attempts import OtherAttempts, Unasked
from iamport_desktop.domain.follow_ups import FollowUp
from iamport_desktop.presentation.failures import explain_failure
from iamport_desktop.presentation.follow_ups import follow_up_section
from iamport_desktop.presentation.formatting import weekday_and_time
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.payment import build_payment_view_model
from iamport_desktop.presentation.refunds import refund_sentences
from iamport_desktop.presentation.view_model import FormatContext, History, PaymentViewModel, Row, StepKind

MAX_CANCELLATIONS = 3
_EARLIEST = datetime.min.replace(tzinfo=UTC)
# The fields of the ticket, by their names in the API, under the labels that the page has for them.
_OF_THE_METHOD = ("card_quota", "apply_num")
_OF_THE_PG = ("pg_provider", "pg_id", "pg_tid")


def summary(
    payment: Payment,
    context: FormatContext,
    other_attempts: OtherAttempts = Unasked.NOT_ASKED,
    *,
    as_of: datetime | None = None,
    cash_receipt: CashReceipt | None = None,
) -> str:
    """Return the summary, a line for each fact. `translate` must speak the language of `context`.

    `as_of` is when the server answered (aware), `cash_receipt` what it answered about one; None: not known.
    """
    masked = replace(context, revealed=False)
    view_model = build_payment_view_model(payment, masked, other_attempts)
    lines = [
        *_status_and_amounts(view_model),
        *_method(view_model),
        *_course(view_model, masked.assess(payment, other_attempts), masked),
        *_receipts(view_model, payment, cash_receipt, masked),
        *_ids(view_model),
        *(_cancellations(view_model.cancellations) if view_model.cancellations else ()),
    ]
    if as_of is not None:
        lines.append((translate("Summary", "Looked up"), weekday_and_time(as_of)))
    return "\n".join(f"{label}: {text}" for label, text in lines if text)


def _status_and_amounts(view_model: PaymentViewModel) -> Iterator[tuple[str, str]]:
    header = view_model.header
    status = f"{header.status.word} ({header.status.raw})"
    if header.test:
        status += " · " + translate("Summary", "test payment")
    yield translate("Summary", "Status"), status
    yield translate("Summary", "Amount"), header.amount
    yield translate("Summary", "Cancelled"), header.cancelled
    yield translate("Summary", "Remaining"), header.remaining
    yield translate("Summary", "Product"), header.product.copied if header.product else ""


def _method(view_model: PaymentViewModel) -> Iterator[tuple[str, str]]:
    yield translate("Summary", "Method"), view_model.header.method
    yield from _fields(view_model, _OF_THE_METHOD)
    if account := view_model.header.account:
        yield account.label, account.shown


def _course(
    view_model: PaymentViewModel, assessment: Assessment, context: FormatContext
) -> Iterator[tuple[str, str]]:
    for step in view_model.timeline:
        if view_model.cancellations and step.kind is StepKind.CANCELLED:
            continue  # listed below with its reason
        yield step.title, " · ".join(part for part in (step.exact, step.amount) if part)
    if not assessment.money_came:
        yield from _fields(view_model, ("fail_reason",))
        yield translate("Summary", "Meaning"), explain_failure(assessment)
    yield translate("Summary", "Refund"), " ".join(refund_sentences(assessment, context))
    if not view_model.cancellations:
        yield from _fields(view_model, ("cancel_reason",))


def _receipts(
    view_model: PaymentViewModel, payment: Payment, cash_receipt: CashReceipt | None, context: FormatContext
) -> Iterator[tuple[str, str]]:
    if cash_receipt is None:
        yield from _fields(view_model, ("cash_receipt_issued",))
    elif section := follow_up_section(FollowUp.CASH_RECEIPT, cash_receipt, payment, context):
        rows = (row for row in section.rows if row.link is None)
        yield section.title, " · ".join(f"{row.label} {row.copied}" for row in rows)


def _ids(view_model: PaymentViewModel) -> Iterator[tuple[str, str]]:
    yield from _fields(view_model, _OF_THE_PG)
    for row in view_model.header.ids:
        yield row.label, row.copied


def _fields(view_model: PaymentViewModel, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    rows: dict[str, Row] = {row.name: row for section in view_model.sections for row in section.rows}
    for name in names:
        if name in rows:
            yield rows[name].label, rows[name].copied


def _cancellations(cancellations: History) -> Iterator[tuple[str, str]]:
    """Yield the last cancellations, the newest first."""
    rows = cancellations.rows

    def cancelled_at(index: int) -> tuple[Any, int]:
        return rows.value(index, 1) or _EARLIEST, index

    newest = sorted(range(len(rows)), key=cancelled_at, reverse=True)[:MAX_CANCELLATIONS]
    for row in map(rows.__getitem__, newest):
        _, when, amount, _, reason, *_ = row.copied
        label = translate("Summary", "Cancellation {number}").format(number=row.number)
        yield label, " · ".join(part for part in (when, amount, reason) if part)
    if len(rows) > MAX_CANCELLATIONS:
        more = translate("Summary", "%n more", None, len(rows) - MAX_CANCELLATIONS)
        yield translate("Summary", "Cancellations"), more
