"""Write a reply to the customer: what happened to the money, what follows, and a polite end.

It holds nothing internal: no id, no status word of the API, no field name.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.payment_method import PaymentMethodKind, method_kind
from iamport_desktop.domain.status import State, is_refund_state, state_of
from iamport_desktop.presentation.advice import is_same_day_full_cancellation
from iamport_desktop.presentation.formatting import money, to_kst
from iamport_desktop.presentation.i18n import QT_TRANSLATE_NOOP, translate
from iamport_desktop.presentation.view_model import FormatContext


def reply(payment: Payment, context: FormatContext) -> str:
    """Return the reply. `translate` must speak the language of `context`."""
    state = state_of(payment, context.now)
    if state is State.FAILED and payment.pg_provider == "paypal":
        state = State.PENDING  # reads as failed while it waits for approval, and can turn paid
    sentences = (
        _what_happened(payment, state, context),
        _what_follows(payment, state),
        _closing(state),
    )
    return " ".join(sentences)


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
    State.AWAITING_DEPOSIT: QT_TRANSLATE_NOOP("Reply", "Your order of {amount} is waiting for your deposit."),
    State.DEPOSIT_EXPIRED: QT_TRANSLATE_NOOP(
        "Reply", "The deposit for your order of {amount} did not arrive before the deadline."
    ),
    State.FAILED: QT_TRANSLATE_NOOP(
        "Reply", "Your payment of {amount} did not go through, and nothing was charged for it."
    ),
    State.ABANDONED: QT_TRANSLATE_NOOP(
        "Reply", "Your payment of {amount} was started but not completed, and nothing was charged."
    ),
    State.WINDOW_OPEN: QT_TRANSLATE_NOOP(
        "Reply", "Your payment of {amount} was started and is not completed yet."
    ),
    State.PENDING: QT_TRANSLATE_NOOP(
        "Reply", "Your payment of {amount} is waiting for the payment company's approval."
    ),
}


def _what_happened(payment: Payment, state: State, context: FormatContext) -> str:
    text = translate("Reply", "We are checking your payment with the payment company.")
    if state is State.PAID and payment.paid_at is None:
        text = translate("Reply", "Your payment of {amount} was completed.")
    elif state in _WHAT_HAPPENED:
        text = translate("Reply", _WHAT_HAPPENED[state])
    return text.format(
        amount=_money(payment.amount, payment, context),
        cancelled=_money(payment.cancel_amount, payment, context),
        when=_date(payment.paid_at),
    )


_WHAT_FOLLOWS = {
    State.PAID: QT_TRANSLATE_NOOP("Reply", "Nothing further is needed from your side."),
    State.AWAITING_DEPOSIT: QT_TRANSLATE_NOOP(
        "Reply", "Please transfer the money to the account that you were given."
    ),
    State.DEPOSIT_EXPIRED: QT_TRANSLATE_NOOP("Reply", "If you still want the order, please place it again."),
    State.FAILED: QT_TRANSLATE_NOOP("Reply", "Please try again, or choose another way to pay."),
    State.WINDOW_OPEN: QT_TRANSLATE_NOOP("Reply", "Please finish the payment in the window that is open."),
    State.ABANDONED: QT_TRANSLATE_NOOP("Reply", "If you still want the order, please pay for it again."),
}


def _what_follows(payment: Payment, state: State) -> str:
    if is_refund_state(state):
        return _refund(payment)
    if state is State.AWAITING_DEPOSIT and payment.vbank_date:
        text = translate("Reply", "Please transfer the money by {when} (Korean time).")
        return text.format(when=_date(payment.vbank_date))
    if state in _WHAT_FOLLOWS:
        return translate("Reply", _WHAT_FOLLOWS[state])
    return translate("Reply", "We will tell you as soon as we know the result.")


def _refund(payment: Payment) -> str:
    match method_kind(payment):
        case PaymentMethodKind.CARD if is_same_day_full_cancellation(payment):
            return translate(
                "Reply", "Cancelled on the day of payment, it is undone on your card the same day."
            )
        case PaymentMethodKind.CARD:
            return translate(
                "Reply",
                "Depending on the card company, the refund shows on your card within about 3 to 5 business days.",
            )
        case PaymentMethodKind.VIRTUAL_ACCOUNT if payment.paid_at is None:
            return translate("Reply", "No money had been received, so there is nothing to refund.")
        case PaymentMethodKind.VIRTUAL_ACCOUNT:
            return translate(
                "Reply", "The money usually arrives in your refund account on the next business day."
            )
        case PaymentMethodKind.TRANSFER:
            return translate(
                "Reply", "The money usually arrives in your account the same or the next business day."
            )
        case _:
            return translate(
                "Reply", "The refund goes back to the way you paid, on the payment company's schedule."
            )


def _closing(state: State) -> str:
    if state is State.PAID:
        return translate("Reply", "Thank you for your order.")
    return translate("Reply", "Please let us know if you have any questions.")
