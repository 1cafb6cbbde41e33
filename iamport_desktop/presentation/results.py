"""Several payments as a table to choose from, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.assessment import Assessment
from iamport_desktop.domain.attempts import attempt_time
from iamport_desktop.domain.masking import MASKS
from iamport_desktop.domain.status import MONEY_CAME, State
from iamport_desktop.lookup.state import Batch, Order, Results
from iamport_desktop.presentation.formatting import one_line, short_time, weekday_and_time
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.payment import method_name
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.status import status_view
from iamport_desktop.presentation.view_model import FormatContext

AMOUNTS = frozenset({1, 2, 3})  # columns
TIME = 4  # the column
MAX_REMARKS = 3
MAX_MISSING = 3  # that are named under the title
_NOT_CLEAR = frozenset({State.CONTRADICTORY, State.UNKNOWN})


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """One payment of the table; `state` is None for an imp_uid that was not found. `exact` is its time in full."""

    imp_uid: str
    state: State | None
    severity: Severity
    cells: tuple[str, ...]
    exact: str = ""
    is_test: bool = False


@dataclass(frozen=True, slots=True)
class AttemptList:
    """The table with its title, up to MAX_REMARKS sentences below that, and its headings."""

    title: str
    remarks: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[AttemptRow, ...]


def attempt_list(results: Results, context: FormatContext) -> AttemptList:
    """Return the table: the payments found, those that were answered contradictorily, and the imp_uids not found."""
    headings = (
        translate("Results", "Status"),
        translate("Results", "Amount"),
        translate("Results", "Cancelled"),
        translate("Results", "Remaining"),
        translate("Results", "Time (KST)"),
        translate("Results", "Method"),
        translate("Results", "Product"),
        "imp_uid",
    )
    assessments = [context.assess(payment) for payment in results.payments]
    found = tuple(
        _row(payment, assessment, context)
        for payment, assessment in zip(results.payments, assessments, strict=True)
    )
    contradictory = tuple(_contradictory_row(imp_uid) for imp_uid in results.contradictory)
    missing = tuple(_missing_row(imp_uid) for imp_uid in results.missing)
    real = [assessment for assessment in assessments if not assessment.test]
    remarks = (_total(real, context), _not_in_total(results, assessments), _missing(results))
    return AttemptList(
        _title(results), tuple(filter(None, remarks)), headings, found + contradictory + missing
    )


def _title(results: Results) -> str:
    count = len(results.payments) + len(results.contradictory)
    match results.subject:
        case Order(merchant_uid=merchant_uid):
            number = one_line(MASKS["merchant_uid"](merchant_uid))
            text = translate("Results", "Order number {number}: %n attempt(s)", None, count)
            return text.format(number=number)
        case Batch(imp_uids) if results.missing:
            text = translate("Results", "{count} of %n payment(s) found", None, len(imp_uids))
            return text.format(count=count)
    return translate("Results", "%n payment(s)", None, count)


def _total(assessments: Sequence[Assessment], context: FormatContext) -> str:
    """Say what was paid, cancelled and is left, in each currency; "" where nothing was paid."""
    paid = [assessment.money for assessment in assessments if assessment.state in MONEY_CAME]
    totals = []
    for currency in dict.fromkeys(money.currency for money in paid):
        amounts = [money for money in paid if money.currency == currency]
        text = translate("Results", "paid {paid} · cancelled {cancelled} · remaining {remaining}")
        totals.append(
            text.format(
                paid=context.money(_sum(money.amount for money in amounts), currency),
                cancelled=context.money(_sum(money.cancelled for money in amounts), currency),
                remaining=context.money(_sum(money.remaining for money in amounts), currency),
            )
        )
    return translate("Results", "Total: {totals}").format(totals=" / ".join(totals)) if totals else ""


def _not_in_total(results: Results, assessments: Sequence[Assessment]) -> str:
    """Say which payments the total leaves out."""
    sentences = []
    tests = sum(assessment.test is not None for assessment in assessments)
    unclear = sum(each.test is None and each.state in _NOT_CLEAR for each in assessments)
    if unclear := unclear + len(results.contradictory):
        sentences.append(
            translate("Results", "%n payment(s) with unclear amounts are not in the total.", None, unclear)
        )
    if tests:
        sentences.append(translate("Results", "%n test payment(s) are not in the total.", None, tests))
    if not results.complete:
        sentences.append(translate("Results", "Not all attempts could be read."))
    return " ".join(sentences)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


def _missing(results: Results) -> str:
    if not results.missing:
        return ""
    text, more = translate("Results", "Not found: {imp_uids}"), len(results.missing) - MAX_MISSING
    if more > 0:
        text = translate("Results", "Not found: {imp_uids} and %n more", None, more)
    return text.format(imp_uids=", ".join(map(one_line, results.missing[:MAX_MISSING])))


def _row(payment: Payment, assessment: Assessment, context: FormatContext) -> AttemptRow:
    status, money = status_view(assessment), assessment.money
    moment = attempt_time(payment)
    is_test = payment.sandbox is True
    word = translate("Results", "{status} · test").format(status=status.word) if is_test else status.word
    cells = (
        word,
        context.money(money.amount, money.currency),
        context.money(money.cancelled or None, money.currency),
        context.money(money.remaining, money.currency),
        short_time(moment, context.now) if moment else "",
        method_name(payment, context),
        one_line(context.readable(payment.name or "")),
        one_line(payment.imp_uid or ""),
    )
    severity = Severity.ANOMALY if is_test else status.severity
    exact = weekday_and_time(moment) if moment else ""
    return AttemptRow(payment.imp_uid or "", status.state, severity, cells, exact, is_test)


def _contradictory_row(imp_uid: str) -> AttemptRow:
    sentence = translate(
        "Results", "The server reported it twice, and differently. Open it to look it up again."
    )
    cells = (translate("Results", "Contradictory answers"), *[""] * 5, sentence, one_line(imp_uid))
    return AttemptRow(imp_uid, State.CONTRADICTORY, Severity.ANOMALY, cells)


def _missing_row(imp_uid: str) -> AttemptRow:
    cells = (translate("Results", "Not found"), *[""] * 6, one_line(imp_uid))
    return AttemptRow(imp_uid, None, Severity.ANOMALY, cells)
