"""When cancelled money is back, and until when a payment can be cancelled, by the kind of money.

Source: PortOne's help centre on refund dates, cancellation deadlines and impossible partial cancellations.
These are what usually holds; the payment companies decide.
"""

from __future__ import annotations

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.payment_method import Family, family_of
from iamport_desktop.presentation.speech import translate
from iamport_desktop.presentation.status import State
from iamport_desktop.presentation.times import in_korea


def refund_arrival(payment: Payment) -> str:
    """When the money of a cancellation usually arrives, as one sentence."""
    match family_of(payment):
        case Family.CARD if cancelled_in_full_on_the_day(payment):
            return translate(
                "Refunds", "Card: cancelled in full on the day of payment, it is undone the same day."
            )
        case Family.CARD:
            return translate("Refunds", "Card: the refund usually shows after 3 to 5 business days.")
        case Family.VIRTUAL_ACCOUNT if payment.paid_at is None:
            return translate(
                "Refunds", "Virtual account: closed before a deposit; there is nothing to refund."
            )
        case Family.VIRTUAL_ACCOUNT:
            return translate(
                "Refunds",
                "Virtual account: the money usually arrives in the refund account on the next business day.",
            )
        case Family.TRANSFER:
            return translate(
                "Refunds", "Bank transfer: the money usually arrives the same or the next business day."
            )
        case _:
            return translate(
                "Refunds",
                "The payment company decides when the refund arrives; its customer centre can tell.",
            )


def cancel_deadline(payment: Payment) -> str:
    """Until when the rest of the payment can usually be cancelled, as one sentence."""
    if payment.pg_provider == "ksnet" and family_of(payment) is Family.CARD:
        return translate(
            "Refunds", "Card at KSNET: can be cancelled for about 6 months, in up to 9 partial cancellations."
        )
    return {
        Family.CARD: translate("Refunds", "Card: can usually be cancelled for about a year."),
        Family.TRANSFER: translate("Refunds", "Bank transfer: can usually be cancelled for about 3 months."),
        Family.VIRTUAL_ACCOUNT: translate(
            "Refunds",
            "Virtual account: no deadline, but a refund account and a contract with the PG are needed.",
        ),
        Family.PHONE: translate(
            "Refunds",
            "Mobile phone: can be cancelled only in the month of payment, and usually only in full.",
        ),
        Family.KAKAOPAY_MONEY: translate("Refunds", "KakaoPay money: can be cancelled for 5 years."),
        Family.NAVERPAY: translate("Refunds", "Naver Pay: can be cancelled for 1,095 days."),
        Family.PAYPAL: translate("Refunds", "PayPal: can be cancelled for 180 days."),
    }.get(family_of(payment), "")


def partial_cancellation(payment: Payment) -> str:
    """Why a part of this payment can probably not be cancelled, as one sentence; "" where nothing speaks against."""
    if payment.escrow:
        return translate("Refunds", "Escrow: partial cancellation is not possible.")
    if family_of(payment) is Family.GIFT_CARD:
        return translate("Refunds", "Gift card: partial cancellation is not possible.")
    return ""


def tells_of_refund(state: State) -> bool:
    """Whether in this state somebody waits for money."""
    return state in (State.PARTIALLY_CANCELLED, State.FULLY_CANCELLED)


def cancelled_in_full_on_the_day(payment: Payment) -> bool:
    """Whether the one cancellation undid the whole payment on its own day in Korea."""
    if (
        payment.amount is None
        or payment.cancel_amount != payment.amount
        or len(payment.cancel_history or ()) > 1
    ):
        return False
    if payment.paid_at is None or payment.cancelled_at is None:
        return False
    return in_korea(payment.paid_at).date() == in_korea(payment.cancelled_at).date()
