"""Word lookups that failed. Each message names what was looked up."""

from __future__ import annotations

from dataclasses import replace

from iamport_desktop.api.errors import PaymentNotFound
from iamport_desktop.domain.masking import free_text
from iamport_desktop.lookup.state import Batch, Order, Subject
from iamport_desktop.presentation.formatting import one_line
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.messages import describe
from iamport_desktop.presentation.messages.message import Message, Remedy, technical

_SHOWN_IMP_UIDS = 3


def subject_name(subject: Subject) -> str:
    """Return what was looked up in one line, with personal data masked by content."""
    match subject:
        case Order(merchant_uid=merchant_uid):
            return one_line(free_text(merchant_uid))
        case Batch(imp_uids):
            return ", ".join(imp_uids[:_SHOWN_IMP_UIDS]) + ("…" if len(imp_uids) > _SHOWN_IMP_UIDS else "")
        case imp_uid:
            return imp_uid


def describe_failure(subject: Subject | None, error: Exception, *, in_sample_mode: bool) -> Message:
    """Put the `error` into words that a lookup of `subject` ended with; without a subject, loading the key did."""
    match subject, error:
        case _, PaymentNotFound() if subject and in_sample_mode:
            return _sample_not_found(subject)
        case Order() as order, PaymentNotFound():
            return _order_not_found(order, error)
        case (None, _) | (_, PaymentNotFound()):
            return describe(error)
        case _:
            message = describe(error)
            parts = (subject_name(subject), message.technical)
            return replace(message, technical=" · ".join(part for part in parts if part))


def _order_not_found(order: Order, error: PaymentNotFound) -> Message:
    what = translate("Messages", "{number}: there is no payment with this order number.")
    if order.or_imp_uid:
        what = translate("Messages", "{number}: there is no payment with this order number or imp_uid.")
    remedies: tuple[Remedy, ...] = (Remedy.RETRY,)
    if error.included_sandbox is False:
        remedies = (Remedy.RETRY, Remedy.INCLUDE_TEST_PAYMENTS)
    return Message(
        what.format(number=subject_name(order)),
        translate(
            "Messages",
            "Check the number. If it is right, no payment was attempted for it, or it belongs to another shop's key.",
        ),
        technical(error),
        remedies,
    )


def _sample_not_found(subject: Subject) -> Message:
    """Word a 404 in sample mode, where only the samples exist."""
    what = translate("Messages", "There is no sample payment {what}.")
    return Message(
        what.format(what=subject_name(subject)),
        translate(
            "Messages",
            "These are sample payments. Choose one of the list, or enter a key to look up real ones.",
        ),
        remedies=(Remedy.SAMPLES,),
    )
