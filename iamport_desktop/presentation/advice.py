"""Sentences for the agent about refunds, deadlines and receipts, as far as they are known for the payment."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from iamport_desktop.domain.assessment import Assessment, OpenHow
from iamport_desktop.domain.pg_rule_types import MoneyInTest, RegistrationCharge
from iamport_desktop.domain.status import State
from iamport_desktop.presentation.formatting import money
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.refunds import cancel_sentences, refund_sentences
from iamport_desktop.presentation.view_model import FormatContext


def advice(assessment: Assessment, context: FormatContext) -> tuple[str, ...]:
    """Return sentences for the agent, the most asked first. The first refund sentence stands in the header."""
    return tuple(_sentences(assessment, context))


def _sentences(assessment: Assessment, context: FormatContext) -> Iterator[str]:
    yield from test_channel_sentences(assessment)
    if assessment.registration and assessment.registration.charge and assessment.state is State.REGISTERED:
        yield _about_registration_charge(assessment.registration.charge, context)
    yield from refund_sentences(assessment, context)[1:]
    yield from cancel_sentences(assessment)
    if assessment.cancelling is not None:
        yield translate(
            "Advice",
            "A payment that was cancelled directly at the PG still shows as paid here; check the PG's console.",
        )
    yield from _about_unpaid(assessment)
    yield from _about_receipts(assessment)


def test_channel_sentences(assessment: Assessment) -> Iterator[str]:
    """Say what a test channel did with the money of a test payment; nothing about others."""
    if assessment.test is None:
        return
    if assessment.test.deposit and assessment.state is not State.CLOSED_BEFORE_DEPOSIT:
        yield translate(
            "Advice",
            "Test payment: a real deposit to this account does not turn it paid and is not refunded; ask PortOne's "
            "support about one that was made.",
        )
    elif assessment.money_came:
        yield _test_money(assessment.test.money)


def _test_money(rule: MoneyInTest | None) -> str:
    if rule is None:
        return translate(
            "Advice", "Test payment: what this PG's test channel does with money is not documented."
        )
    if rule.outcome == "not_charged":
        return translate("Advice", "Test payment: this PG's test channel charges nothing.")
    if rule.outcome == "kept":
        return translate(
            "Advice",
            "Test payment: it was really charged, and is not cancelled by itself. Cancel it in the PG's or PortOne's "
            "console.",
        )
    text = translate("Advice", "Test payment: this PG really charges, and cancels it on the same day.")
    if rule.voided_from and rule.voided_until:
        text = translate(
            "Advice",
            "Test payment: this PG really charges, and cancels it on the same day from {start} to {end}.",
        ).format(start=f"{rule.voided_from:%H:%M}", end=f"{rule.voided_until:%H:%M}")
    if rule.status_follows is False:
        text += " " + translate("Advice", "It stays paid here all the same.")
    return text


def _about_registration_charge(charge: RegistrationCharge, context: FormatContext) -> str:
    return translate(
        "Advice",
        "This PG charges {amount} for a registration, and cancels that after about {minutes} minutes.",
    ).format(
        amount=money(Decimal(charge.amount), "KRW", context.language), minutes=charge.voided_after_minutes
    )


def _about_unpaid(assessment: Assessment) -> Iterator[str]:
    if assessment.may_still_be_paid is not None:
        yield from _about_open_attempt(assessment, assessment.may_still_be_paid)
    elif assessment.state is State.PENDING and assessment.later is not None and assessment.later.max_days:
        yield translate("Advice", "It usually turns paid or stays unpaid within {days} days.").format(
            days=assessment.later.max_days
        )
    elif assessment.state is State.NOT_COMPLETED and assessment.final:
        yield translate("Advice", "The time in which this PG lets such a payment be made is over.")
    elif assessment.state is State.NOT_COMPLETED:
        yield translate("Advice", "It may still turn paid: look again, or have it watched.")
    others_are_known = isinstance(assessment.other_attempts, tuple)
    if assessment.state in (State.NOT_COMPLETED, State.FAILED) and not others_are_known:
        yield translate("Advice", "The order may have another, paid attempt.")


def _about_open_attempt(assessment: Assessment, how: OpenHow) -> Iterator[str]:
    match how:
        case "qr":
            yield translate(
                "Advice", "A code that the customer has scanned can be paid after the window was left."
            )
        case "late_report":
            yield translate("Advice", "This PG reports its results late: look again, or have it watched.")
        case "convenience_store":
            yield translate("Advice", "The customer pays at the store by the number or code that was sent.")
        case "deposit":
            if assessment.closes_at is None:
                yield translate("Advice", "The PG did not state a deposit deadline.")
            yield translate(
                "Advice",
                "If the customer has paid: check amount and account number, then the PG's console. Without the PG's "
                "deposit notice, PortOne learns of no deposit.",
            )


def _about_receipts(assessment: Assessment) -> Iterator[str]:
    if assessment.has_receipt or not assessment.money_came:
        return
    if assessment.receipt_rule is not None and not assessment.receipt_rule.available:
        yield translate("Advice", "This PG gives no receipt for such a payment.")
    else:
        yield translate("Advice", "The PG sent no receipt for this payment.")
