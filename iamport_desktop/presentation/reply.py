"""Write a reply to the customer: what happened to the money, what follows, and a polite end.

It holds nothing internal: no id, no status word of the API, no field name.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.assessment import Assessment
from iamport_desktop.domain.attempts import OtherAttempts, Unasked
from iamport_desktop.domain.business_days import korean_day
from iamport_desktop.domain.status import State
from iamport_desktop.presentation.formatting import deadline_text, money, to_kst
from iamport_desktop.presentation.i18n import QT_TRANSLATE_NOOP, translate
from iamport_desktop.presentation.refunds import days
from iamport_desktop.presentation.view_model import FormatContext


def reply(payment: Payment, context: FormatContext, other_attempts: OtherAttempts = Unasked.NOT_ASKED) -> str:
    """Return the reply. `translate` must speak the language of `context`.

    It invites to pay only where no other attempt for the order is paid or may come to be.
    """
    assessment = context.assess(payment, other_attempts)
    sentences = (
        _what_happened(payment, assessment, context),
        _what_follows(assessment, context),
        _closing(assessment),
    )
    return " ".join(filter(None, sentences))


def _money(amount: Decimal | None, payment: Payment, context: FormatContext) -> str:
    return money(amount or Decimal(0), payment.currency, context.language)


def _date(moment: datetime | None) -> str:
    return f"{to_kst(moment):%Y-%m-%d %H:%M}" if moment else ""


_WHAT_HAPPENED = {
    State.PAID: QT_TRANSLATE_NOOP("Reply", "Your payment of {amount} was completed on {when} (Korean time)."),
    State.PARTIALLY_CANCELLED: QT_TRANSLATE_NOOP(
        "Reply", "Of your payment of {amount}, {cancelled} was cancelled."
    ),
    State.FULLY_CANCELLED: QT_TRANSLATE_NOOP("Reply", "Your payment of {amount} was cancelled in full."),
    State.AWAITING_DEPOSIT: QT_TRANSLATE_NOOP(
        "Reply", "We have not been notified of a deposit for your order of {amount} yet."
    ),
    State.DEADLINE_PASSED: QT_TRANSLATE_NOOP(
        "Reply",
        "The deadline for your order of {amount} has passed, and we have not been notified of a deposit.",
    ),
    State.CLOSED_BEFORE_DEPOSIT: QT_TRANSLATE_NOOP(
        "Reply", "The account for your order was closed, so please do not send money to it."
    ),
    State.REGISTERED: QT_TRANSLATE_NOOP(
        "Reply", "Your card is registered for recurring payments; this was no payment."
    ),
    State.REGISTRATION_CANCELLED: QT_TRANSLATE_NOOP(
        "Reply", "The registration of your card for recurring payments was cancelled; this was no payment."
    ),
    State.FAILED: QT_TRANSLATE_NOOP("Reply", "Your payment of {amount} did not go through."),
    State.NOT_COMPLETED: QT_TRANSLATE_NOOP(
        "Reply", "We have not been notified that your payment of {amount} was completed."
    ),
    State.MAY_STILL_BE_PAID: QT_TRANSLATE_NOOP(
        "Reply", "We have not been notified of your payment of {amount} yet."
    ),
    State.WINDOW_OPEN: QT_TRANSLATE_NOOP(
        "Reply", "Your payment of {amount} was started and is not completed yet."
    ),
    State.PENDING: QT_TRANSLATE_NOOP(
        "Reply", "Your payment of {amount} is waiting for the payment company's approval."
    ),
}


def _what_happened(payment: Payment, assessment: Assessment, context: FormatContext) -> str:
    state = assessment.state
    text = translate("Reply", "We are checking your payment with the payment company.")
    if assessment.test is not None:
        return translate("Reply", "This was a test payment.")
    if assessment.may_have_been_charged:
        return text
    if state is State.PAID and payment.paid_at is None:
        text = translate("Reply", "Your payment of {amount} was completed.")
    elif state in _WHAT_HAPPENED:
        text = translate("Reply", _WHAT_HAPPENED[state])
    if assessment.money.amount is None and "{amount}" in text:
        return translate("Reply", "We have not been notified of a deposit yet.")
    return text.format(
        amount=_money(assessment.money.amount, payment, context),
        cancelled=_money(assessment.money.cancelled, payment, context),
        when=_date(payment.paid_at),
    )


def _what_follows(assessment: Assessment, context: FormatContext) -> str:
    state = assessment.state
    if state is State.PAID or assessment.test is not None or assessment.registration is not None:
        return translate("Reply", "Nothing further is needed from your side.")
    if state in (State.PARTIALLY_CANCELLED, State.FULLY_CANCELLED):
        return _refund(assessment, context)
    return _how_to_pay(assessment)


def _how_to_pay(assessment: Assessment) -> str:
    state = assessment.state
    if assessment.account is not None and assessment.deadline is not None:
        when = deadline_text(assessment.deadline, keeps_hour=assessment.keeps_hour)
        return translate("Reply", "Please transfer the money by {when}.").format(when=when)
    if state is State.AWAITING_DEPOSIT:
        return translate("Reply", "Please transfer the money to the account that you were given.")
    if state is State.WINDOW_OPEN:
        return translate("Reply", "Please finish the payment in the window that is open.")
    if state in (State.CLOSED_BEFORE_DEPOSIT, State.DEADLINE_PASSED):
        return translate("Reply", "If you have sent money already, please let us know when and how much.")
    if assessment.may_invite_to_pay:
        return translate("Reply", "Please try again, or choose another way to pay.")
    return translate("Reply", "We will tell you as soon as we know more.")


def _refund(assessment: Assessment, context: FormatContext) -> str:
    refunds, today = assessment.refunds, korean_day(context.now)
    if not refunds.open:
        return translate("Reply", "We can check with the payment company when the refund arrives.")
    texts = dict.fromkeys(days(refund.window, today) for refund in refunds.open)
    return translate("Reply", "The refund usually arrives on {days}.").format(days=", ".join(texts))


def _closing(assessment: Assessment) -> str:
    if assessment.state is State.PAID and assessment.test is None:
        return translate("Reply", "Thank you for your order.")
    return translate("Reply", "Please let us know if you have any questions.")
