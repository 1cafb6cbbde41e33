"""When the money of cancellations is back, and until when a payment can be cancelled, in words with dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from iamport_desktop.domain.assessment import Ask, Assessment, Cancelling, CancelTerm, Refunds
from iamport_desktop.domain.business_days import DateWindow, korean_day
from iamport_desktop.domain.payment_method import PaymentMethod
from iamport_desktop.domain.pg_rule_types import PartialCancel
from iamport_desktop.presentation.formatting import money, near_day, whole_day
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.view_model import FormatContext


def refund_sentences(assessment: Assessment, context: FormatContext) -> tuple[str, ...]:
    """Say when the money comes back: of each refund still to come, the newest first; in one sentence of the others."""
    return tuple(_refunds(assessment, assessment.refunds, context))


def days(window: DateWindow, today: date) -> str:
    """Format a window as `11-27(Fri)~12-1(Tue)`, `11-27(Fri)`, or `11-27(Fri) or later`."""
    first = near_day(window.earliest, today)
    if window.latest is None:
        return translate("Refunds", "{day} or later").format(day=first)
    return first if window.latest == window.earliest else f"{first}~{near_day(window.latest, today)}"


def ask_whom(assessment: Assessment) -> str:
    """Name who knows about the customer's money."""
    return {
        Ask.CARD_COMPANY: translate("Refunds", "the card company"),
        Ask.BANK: translate("Refunds", "the bank"),
        Ask.CARRIER: translate("Refunds", "the mobile carrier"),
        Ask.PG: translate("Refunds", "the PG"),
    }[assessment.ask]


def _refunds(assessment: Assessment, refunds: Refunds, context: FormatContext) -> Iterator[str]:
    today, currency = korean_day(context.now), assessment.money.currency
    for refund in reversed(refunds.open):
        yield _arrival(assessment.method).format(
            amount=money(refund.amount, currency, context.language),
            day=near_day(korean_day(refund.cancelled_at), today),
            window=days(refund.window, today),
        )
    if passed := refunds.passed:
        last = passed.window.latest or passed.window.earliest
        yield translate(
            "Refunds",
            "The refund of {amount} was to be expected by {day}. If it is not there, ask {whom}.",
        ).format(
            amount=money(passed.amount, currency, context.language),
            day=near_day(last, today),
            whom=ask_whom(assessment),
        )
    if refunds.undated is not None:
        yield translate(
            "Refunds", "When the refund of {amount} arrives is not known; {whom} can tell."
        ).format(amount=money(refunds.undated, currency, context.language), whom=ask_whom(assessment))


def _arrival(method: PaymentMethod) -> str:
    match method:
        case PaymentMethod.CARD:
            return translate(
                "Refunds", "{amount} cancelled on {day} usually shows at the card company on {window}."
            )
        case PaymentMethod.CHECK_CARD:
            return translate(
                "Refunds",
                "{amount} cancelled on {day} usually returns to the account of the check card on {window}.",
            )
        case PaymentMethod.VIRTUAL_ACCOUNT:
            return translate(
                "Refunds", "{amount} cancelled on {day} usually arrives in the refund account on {window}."
            )
        case PaymentMethod.TRANSFER:
            return translate(
                "Refunds",
                "{amount} cancelled on {day} usually arrives in the customer's account on {window}.",
            )
        case _:
            return translate("Refunds", "{amount} cancelled on {day} is usually refunded on {window}.")


def cancel_sentences(assessment: Assessment) -> Iterator[str]:
    """Say until when and how a paid payment can be cancelled, as far as that is documented."""
    cancelling = assessment.cancelling
    if cancelling is None:
        return
    if cancelling.possible is not None and not cancelling.possible.possible:
        yield translate(
            "Refunds", "This payment cannot be cancelled at the PG; the shop gives the money back by itself."
        )
        return
    if cancelling.term is not None:
        yield _term(cancelling.term)
    if assessment.method is PaymentMethod.VIRTUAL_ACCOUNT and cancelling.account_refund is not None:
        yield _account_refund(
            possible=cancelling.account_refund.possible, contract=cancelling.account_refund.contract
        )
    yield from _limits(cancelling)


def _limits(cancelling: Cancelling) -> Iterator[str]:
    if hours := cancelling.hours:
        yield translate("Refunds", "This PG takes no refunds from {start} to {end} (Korean time).").format(
            start=f"{hours.closed_from:%H:%M}", end=f"{hours.closed_until:%H:%M}"
        )
    if cancelling.partial is not None:
        yield from _partial(cancelling.partial)
    if cancelling.pending is not None:
        yield translate(
            "Refunds",
            "A cancellation that was asked for takes effect later; until then it reads as paid here.",
        )
        if cancelling.pending.may_be_refused:
            yield translate("Refunds", "The PG may also refuse it.")


def _term(term: CancelTerm) -> str:
    if term.last_day is None:
        return translate("Refunds", "There is no deadline for cancelling.")
    day = whole_day(term.last_day)
    if not term.over:
        text = translate("Refunds", "Can be cancelled until {day}.")
        if term.approximate:
            text = translate("Refunds", "Can usually be cancelled until about {day}.")
        return text.format(day=day)
    text = translate("Refunds", "The deadline for cancelling, {day}, has passed.")
    if term.approximate:
        text = translate("Refunds", "The deadline for cancelling, about {day}, has passed.")
    return " ".join((text.format(day=day), _afterwards(term))).rstrip()


def _afterwards(term: CancelTerm) -> str:
    match term.afterwards:
        case "shop":
            return translate("Refunds", "The shop gives the money back by itself.")
        case "pg":
            return translate("Refunds", "Ask the PG how the money can be given back.")
        case "account":
            return translate(
                "Refunds", "The PG can pay it into an account where the shop has a contract for that."
            )
        case _:
            return ""


def _account_refund(*, possible: bool, contract: bool | None) -> str:
    if not possible:
        return translate(
            "Refunds", "This PG does not refund virtual accounts; the shop gives the money back by itself."
        )
    if contract:
        return translate(
            "Refunds", "A refund needs the customer's account and a contract of the shop with the PG."
        )
    return translate("Refunds", "A refund needs the customer's account.")


def _partial(rule: PartialCancel) -> Iterator[str]:
    if not rule.shown_correctly:
        yield translate("Refunds", "In this PG's test channel, partial cancellations are not shown rightly.")
    elif not rule.possible:
        yield translate("Refunds", "A part of this payment cannot be cancelled, only all of it.")
    elif rule.by_reapproval:
        yield translate(
            "Refunds", "For a partial cancellation, the rest is approved anew and the old payment cancelled."
        )
    elif rule.contract:
        yield translate("Refunds", "A partial cancellation needs an arrangement of the shop with the PG.")
    elif rule.max_times is not None:
        yield translate("Refunds", "Up to %n partial cancellation(s) are possible.", None, rule.max_times)
