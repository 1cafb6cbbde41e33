"""When a refund arrives, in words for the customer."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from iamport_desktop.domain.assessment import Ask, Assessment, RefundExpectation
from iamport_desktop.domain.business_days import DateWindow, korean_day
from iamport_desktop.domain.payment_method import PaymentMethod
from iamport_desktop.presentation.formatting import choose_particles, money, spoken_day
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.view_model import FormatContext


def refund_lines(assessment: Assessment, service: str, context: FormatContext) -> Iterator[str]:
    """Yield a line for the refunds that are still to come, one for those that should be there, one for the others.

    `service` is the easy pay that the customer paid with, "" without one.
    """
    refunds = assessment.refunds
    kinds = bool(refunds.open) + (refunds.passed is not None) + (refunds.undated is not None)
    if refunds.open:
        total = sum((refund.amount for refund in refunds.open), Decimal(0))
        amount = _amount(total, assessment, context) if kinds > 1 else ""
        yield _line(_arrival(assessment.method), amount, days=_days(_joined(refunds.open), context))
    if refunds.passed is not None:
        last = refunds.passed.window.latest or refunds.passed.window.earliest
        day = spoken_day(last, korean_day(context.now), context.language)
        amount = _amount(refunds.passed.amount, assessment, context) if kinds > 1 else ""
        yield _line(_overdue(assessment.ask), amount, day=day)
    if refunds.undated is not None:
        amount = _amount(refunds.undated, assessment, context) if kinds > 1 else ""
        yield _line(_undated(assessment.ask, service), amount, service=service)


def _amount(amount: Decimal, assessment: Assessment, context: FormatContext) -> str:
    return money(amount, assessment.money.currency, context.language)


def _line(text: str, amount: str, **parts: str) -> str:
    """Fill in a sentence about the refund, of `amount` where there are several."""
    first, later = translate("Reply", "The refund"), translate("Reply", "the refund")
    if amount:
        first, later = (
            translate("Reply", "The refund of {amount}"),
            translate("Reply", "the refund of {amount}"),
        )
    refunds = {"Refund": first.format(amount=amount), "refund": later.format(amount=amount)}
    return choose_particles(text.format(**refunds, **parts))


def _joined(refunds: tuple[RefundExpectation, ...]) -> DateWindow:
    """Return the days from the first on which any of `refunds` arrives to the last."""
    latest = [refund.window.latest for refund in refunds]
    known = [day for day in latest if day is not None]
    return DateWindow(
        min(refund.window.earliest for refund in refunds),
        max(known) if len(known) == len(latest) else None,
    )


def _days(window: DateWindow, context: FormatContext) -> str:
    today = korean_day(context.now)
    first = spoken_day(window.earliest, today, context.language)
    if window.latest is None:
        return translate("Reply", "on {day} or later").format(day=first)
    if window.latest == window.earliest:
        return translate("Reply", "on {day}").format(day=first)
    last = spoken_day(window.latest, today, context.language)
    return translate("Reply", "between {first} and {last}").format(first=first, last=last)


def _arrival(method: PaymentMethod) -> str:
    match method:
        case PaymentMethod.CARD:
            return translate("Reply", "{Refund} usually shows at the card company {days}.")
        case PaymentMethod.CHECK_CARD:
            return translate("Reply", "{Refund} usually returns to the account of your check card {days}.")
        case PaymentMethod.VIRTUAL_ACCOUNT:
            return translate("Reply", "{Refund} usually arrives in your refund account {days}.")
        case PaymentMethod.TRANSFER:
            return translate("Reply", "{Refund} usually arrives in your account {days}.")
        case _:
            return translate("Reply", "{Refund} usually arrives {days}.")


def _overdue(ask: Ask) -> str:
    match ask:
        case Ask.CARD_COMPANY:
            return translate(
                "Reply",
                "{Refund} was to be expected by {day}. If it is not there, please ask your card company.",
            )
        case Ask.BANK:
            return translate(
                "Reply", "{Refund} was to be expected by {day}. If it is not there, please ask your bank."
            )
        case Ask.CARRIER:
            return translate(
                "Reply",
                "{Refund} was to be expected by {day}. If it is not there, please ask your mobile carrier.",
            )
        case _:
            return translate(
                "Reply", "{Refund} was to be expected by {day}. If it is not there, please let us know."
            )


def _undated(ask: Ask, service: str) -> str:
    match ask:
        case Ask.CARD_COMPANY:
            return translate("Reply", "Your card company can tell you when {refund} arrives.")
        case Ask.BANK:
            return translate("Reply", "Your bank can tell you when {refund} arrives.")
        case Ask.CARRIER:
            return translate("Reply", "Your mobile carrier can tell you when {refund} arrives.")
        case _ if service:
            return translate(
                "Reply", "{Refund} follows the terms of {service}, which can tell you when it arrives."
            )
        case _:
            return translate("Reply", "We will check when {refund} arrives and let you know.")
