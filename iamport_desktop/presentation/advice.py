"""What an experienced colleague would add about this payment. Only what the payment gives reason to say."""

from __future__ import annotations

from collections.abc import Iterator

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.payment_method import Family, family_of
from iamport_desktop.presentation.refunds import (
    cancel_deadline,
    partial_cancellation,
)
from iamport_desktop.presentation.speech import translate
from iamport_desktop.presentation.status import State

# Source: PortOne's help centre on test mode.
_CHARGED_AND_CANCELLED = frozenset(
    "html5_inicis inicis inicis_v2 mobilians mobilians_v2 nice nice_v2 settle settle_acc smartro smartro_v2 danal "
    "danal_tpay".split()
)
_NEVER_CHARGED = frozenset(
    "kcp kcp_v2 kakaopay kpn kicc kicc_v2 payco tosspayments tosspay tosspay_v2 eximbay eximbay_v2 paypal "
    "paypal_v2".split()
)
_WITHOUT_RECEIPTS = frozenset("mobilians_v2 settle_acc paypal paypal_v2 naverpay naverco".split())


def advice(payment: Payment, state: State) -> tuple[str, ...]:
    """Sentences for the agent, the most asked first."""
    return tuple(_sentences(payment, state))


def _sentences(payment: Payment, state: State) -> Iterator[str]:
    if payment.sandbox:
        yield _about_test_money(payment)
    if state in (State.PAID, State.PARTIALLY_CANCELLED):
        yield from filter(None, (cancel_deadline(payment), partial_cancellation(payment)))
        yield translate(
            "Advice",
            "A payment that was cancelled directly at the PG still shows as paid here; check the PG's console.",
        )
    if state is State.FAILED and payment.pg_provider == "paypal":
        yield translate(
            "Advice",
            "PayPal (old): a payment that waits for approval reads as failed; it can turn paid within 2 to 3 days.",
        )
    if state is State.AWAITING_DEPOSIT and payment.vbank_date is None:
        yield translate("Advice", "The PG did not tell a deposit deadline.")
    if state is State.ABANDONED:
        yield translate(
            "Advice", "This attempt does not change any more. The order may have another, paid attempt."
        )
    yield from _about_receipts(payment, state)


def _about_test_money(payment: Payment) -> str:
    if payment.pg_provider in _NEVER_CHARGED:
        return translate("Advice", "Test payment: this PG's test channel charges nothing.")
    if payment.pg_provider in _CHARGED_AND_CANCELLED:
        return translate(
            "Advice",
            "Test payment: this PG really charges and cancels automatically within the day; easy pay in it is not "
            "cancelled by itself.",
        )
    return translate("Advice", "Test payment: most test payments are void on the same day.")


def _about_receipts(payment: Payment, state: State) -> Iterator[str]:
    paid = state in (State.PAID, State.PARTIALLY_CANCELLED, State.FULLY_CANCELLED)
    if payment.receipt_url or not paid:
        return
    if payment.pg_provider in _WITHOUT_RECEIPTS:
        yield translate("Advice", "This PG gives no receipt.")
    elif payment.pg_provider == "tosspayments" and (payment.sandbox or family_of(payment) is not Family.CARD):
        yield translate(
            "Advice", "Toss Payments gives no receipt for test payments and easy pay other than cards."
        )
    elif payment.pg_provider == "ksnet" and family_of(payment) is not Family.CARD:
        yield translate("Advice", "KSNET gives receipts for cards and easy pay only.")
    else:
        yield translate("Advice", "The PG sent no receipt for this payment.")
