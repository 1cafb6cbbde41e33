"""Sentences for the agent about refunds, deadlines, failures and receipts, as far as they apply to the payment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.payment_method import PaymentMethodKind, method_kind
from iamport_desktop.domain.status import State
from iamport_desktop.presentation.formatting import to_kst
from iamport_desktop.presentation.i18n import QT_TRANSLATE_NOOP, translate

# The first that matches wins: what the customer did stands before what the bank says.
_FAILURE_MEANINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), meaning)
    for pattern, meaning in (
        (
            r"결제포기|취소하셨|취소를? ?(하였|했)|결제를 취소|사용자.{0,6}(취소|중단|종료)|창을? ?닫"
            r"|cancell?ed by|user cancel",
            QT_TRANSLATE_NOOP("Failures", "The customer closed the payment window or pressed cancel."),
        ),
        (
            r"한도|(?<!time )limit",
            QT_TRANSLATE_NOOP(
                "Failures", "The limit of the card or account is used up. The customer should ask the issuer."
            ),
        ),
        (
            r"잔액|잔고|예금 ?부족|insufficient",
            QT_TRANSLATE_NOOP("Failures", "There is not enough money in the account."),
        ),
        (
            r"분실|도난|정지|거래 ?중지|사용 ?불가|lost|stolen|blocked",
            QT_TRANSLATE_NOOP(
                "Failures", "The card is blocked or reported lost. The customer should ask the issuer."
            ),
        ),
        (
            r"유효 ?기간|만료된? ?카드|(?<!session )expired",
            QT_TRANSLATE_NOOP("Failures", "The card has expired, or its expiry date was entered wrongly."),
        ),
        (
            r"비밀 ?번호|password|\bpin\b",
            QT_TRANSLATE_NOOP("Failures", "The password was wrong, perhaps several times."),
        ),
        (
            r"카드 ?번호|cvc|card number",
            QT_TRANSLATE_NOOP("Failures", "The card number or its security code (CVC) were entered wrongly."),
        ),
        (
            r"본인 ?인증|인증 ?(실패|오류)|3-?d ?secure|authentication",
            QT_TRANSLATE_NOOP("Failures", "The customer could not be verified by the card company."),
        ),
        (
            r"시간 ?초과|time ?-?out|time limit|세션|session",
            QT_TRANSLATE_NOOP("Failures", "It took too long. The customer can simply try again."),
        ),
        (
            r"점검|장애|시스템|통신|system|maintenance",
            QT_TRANSLATE_NOOP(
                "Failures", "The bank or card company had trouble. The customer should try again later."
            ),
        ),
        (
            r"중복|이미 (결제|처리)|duplicate",
            QT_TRANSLATE_NOOP("Failures", "The order was already paid; look for the other attempt."),
        ),
    )
)
_MAX_SEARCHED = 500


def explain_failure(fail_reason: str) -> str:
    """Say what a PG's `fail_reason` usually means; "" for an unknown one."""
    for pattern, meaning in _FAILURE_MEANINGS:
        if pattern.search(fail_reason[:_MAX_SEARCHED]):
            return translate("Failures", meaning)
    return ""


def refund_arrival(payment: Payment) -> str:
    """Say when the money of a cancellation usually arrives."""
    match method_kind(payment):
        case PaymentMethodKind.CARD if is_same_day_full_cancellation(payment):
            return translate(
                "Refunds", "Card: cancelled in full on the day of payment, it is undone the same day."
            )
        case PaymentMethodKind.CARD:
            return translate("Refunds", "Card: the refund usually shows after 3 to 5 business days.")
        case PaymentMethodKind.VIRTUAL_ACCOUNT if payment.paid_at is None:
            return translate(
                "Refunds", "Virtual account: closed before a deposit; there is nothing to refund."
            )
        case PaymentMethodKind.VIRTUAL_ACCOUNT:
            return translate(
                "Refunds",
                "Virtual account: the money usually arrives in the refund account on the next business day.",
            )
        case PaymentMethodKind.TRANSFER:
            return translate(
                "Refunds", "Bank transfer: the money usually arrives the same or the next business day."
            )
        case _:
            return translate(
                "Refunds",
                "The payment company decides when the refund arrives; its customer centre can tell.",
            )


def cancel_deadline(payment: Payment) -> str:
    """Say until when the payment can usually be cancelled; "" where that is unknown."""
    if payment.pg_provider == "ksnet" and method_kind(payment) is PaymentMethodKind.CARD:
        return translate(
            "Refunds", "Card at KSNET: can be cancelled for about 6 months, in up to 9 partial cancellations."
        )
    return {
        PaymentMethodKind.CARD: translate("Refunds", "Card: can usually be cancelled for about a year."),
        PaymentMethodKind.TRANSFER: translate(
            "Refunds", "Bank transfer: can usually be cancelled for about 3 months."
        ),
        PaymentMethodKind.VIRTUAL_ACCOUNT: translate(
            "Refunds",
            "Virtual account: no deadline, but a refund account and a contract with the PG are needed.",
        ),
        PaymentMethodKind.PHONE: translate(
            "Refunds",
            "Mobile phone: can be cancelled only in the month of payment, and usually only in full.",
        ),
        PaymentMethodKind.KAKAOPAY_MONEY: translate(
            "Refunds", "KakaoPay money: can be cancelled for 5 years."
        ),
        PaymentMethodKind.NAVERPAY: translate("Refunds", "Naver Pay: can be cancelled for 1,095 days."),
        PaymentMethodKind.PAYPAL: translate("Refunds", "PayPal: can be cancelled for 180 days."),
    }.get(method_kind(payment), "")


def partial_cancellation(payment: Payment) -> str:
    """Say why a part of this payment cannot be cancelled; "" where no reason is known."""
    if payment.escrow:
        return translate("Refunds", "Escrow: partial cancellation is not possible.")
    if method_kind(payment) is PaymentMethodKind.GIFT_CARD:
        return translate("Refunds", "Gift card: partial cancellation is not possible.")
    return ""


def is_same_day_full_cancellation(payment: Payment) -> bool:
    """Return whether one cancellation undid the whole payment on the day it was paid, in Korea."""
    if (
        payment.amount is None
        or payment.cancel_amount != payment.amount
        or len(payment.cancel_history or ()) > 1
    ):
        return False
    if payment.paid_at is None or payment.cancelled_at is None:
        return False
    return to_kst(payment.paid_at).date() == to_kst(payment.cancelled_at).date()


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
    """Return sentences for the agent, the most asked first."""
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
    elif payment.pg_provider == "tosspayments" and (
        payment.sandbox or method_kind(payment) is not PaymentMethodKind.CARD
    ):
        yield translate(
            "Advice", "Toss Payments gives no receipt for test payments and easy pay other than cards."
        )
    elif payment.pg_provider == "ksnet" and method_kind(payment) is not PaymentMethodKind.CARD:
        yield translate("Advice", "KSNET gives receipts for cards and easy pay only.")
    else:
        yield translate("Advice", "The PG sent no receipt for this payment.")
