"""Several payments as a table to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.attempts import attempt_time
from iamport_desktop.domain.masking import MASKS
from iamport_desktop.domain.status import State
from iamport_desktop.lookup.state import Order, Results
from iamport_desktop.presentation.formatting import date_and_time, money, one_line
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.payment import method_name
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.status import status_view
from iamport_desktop.presentation.view_model import FormatContext


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """One payment of the table; `state` is None for an imp_uid that was not found."""

    imp_uid: str
    state: State | None
    severity: Severity
    cells: tuple[str, ...]
    is_test: bool = False


@dataclass(frozen=True, slots=True)
class AttemptList:
    """The table with its title and headings."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[AttemptRow, ...]


def attempt_list(results: Results, context: FormatContext) -> AttemptList:
    """Return the table: the payments found, those that were answered contradictorily, and the imp_uids not found."""
    headings = (
        translate("Results", "Status"),
        translate("Results", "Amount"),
        translate("Results", "Time"),
        translate("Results", "Method"),
        translate("Results", "Product"),
        "imp_uid",
    )
    found = tuple(_row(payment, context) for payment in results.payments)
    contradictory = tuple(_contradictory_row(imp_uid) for imp_uid in results.contradictory)
    missing = tuple(_missing_row(imp_uid) for imp_uid in results.missing)
    return AttemptList(_title(results), headings, found + contradictory + missing)


def _title(results: Results) -> str:
    count = len(results.payments) + len(results.contradictory)
    if not isinstance(results.subject, Order):
        return translate("Results", "%n payment(s)", None, count)
    number = one_line(MASKS["merchant_uid"](results.subject.merchant_uid))
    return translate("Results", "Order number {number}: %n attempt(s)", None, count).format(number=number)


def _row(payment: Payment, context: FormatContext) -> AttemptRow:
    status = status_view(context.assess(payment))
    amount = money(payment.amount, payment.currency, context.language) if payment.amount is not None else ""
    moment = attempt_time(payment)
    is_test = payment.sandbox is True
    word = translate("Results", "{status} · test").format(status=status.word) if is_test else status.word
    cells = (
        word,
        amount,
        date_and_time(moment) if moment else "",
        method_name(payment, context),
        one_line(context.readable(payment.name or "")),
        one_line(payment.imp_uid or ""),
    )
    severity = Severity.ANOMALY if is_test else status.severity
    return AttemptRow(payment.imp_uid or "", status.state, severity, cells, is_test)


def _contradictory_row(imp_uid: str) -> AttemptRow:
    sentence = translate(
        "Results", "The server reported it twice, and differently. Open it to look it up again."
    )
    cells = (translate("Results", "Contradictory answers"), "", "", "", sentence, one_line(imp_uid))
    return AttemptRow(imp_uid, State.CONTRADICTORY, Severity.ANOMALY, cells)


def _missing_row(imp_uid: str) -> AttemptRow:
    cells = (translate("Results", "Not found"), "", "", "", "", imp_uid)
    return AttemptRow(imp_uid, None, Severity.ANOMALY, cells)
