"""Build the view model of a payment: header, notices, and the parts of other modules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from iamport_desktop.api.models import Payment
from iamport_desktop.domain import masking
from iamport_desktop.domain.assessment import Assessment
from iamport_desktop.domain.attempts import OtherAttempts, Unasked
from iamport_desktop.domain.status import State
from iamport_desktop.presentation.account import account_row
from iamport_desktop.presentation.advice import advice
from iamport_desktop.presentation.failures import explain_failure
from iamport_desktop.presentation.fields import sections
from iamport_desktop.presentation.formatting import (
    deadline_text,
    near_time,
    one_line,
    time_left,
)
from iamport_desktop.presentation.histories import cancellations, deposits, total_amount
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.receipts import receipt_name
from iamport_desktop.presentation.refunds import refund_sentences
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.status import StatusView, status_view
from iamport_desktop.presentation.timeline import timeline
from iamport_desktop.presentation.view_model import (
    FormatContext,
    Header,
    Notice,
    PaymentViewModel,
    Row,
    Section,
    text_row,
)


def build_payment_view_model(
    payment: Payment, context: FormatContext, other_attempts: OtherAttempts = Unasked.NOT_ASKED
) -> PaymentViewModel:
    """Return everything to show of `payment`. Raises nothing, however odd the payment is.

    `other_attempts`: those for the same order, or why they are not known.
    """
    assessment = context.assess(payment, other_attempts)
    section_list = tuple(sections(payment, context))
    return PaymentViewModel(
        imp_uid=payment.imp_uid or "",
        header=_header(payment, assessment, context, section_list),
        notices=tuple(_notices(payment, assessment, context)),
        timeline=timeline(payment, assessment, context),
        advice=advice(assessment, context),
        sections=section_list,
        cancellations=cancellations(payment, assessment, context),
        deposits=deposits(payment, context),
        holds_personal_data=_holds_personal_data(payment, context, section_list),
    )


def _header(
    payment: Payment, assessment: Assessment, context: FormatContext, section_list: tuple[Section, ...]
) -> Header:
    money_, status = assessment.money, status_view(assessment)
    rows = {row.name: row for section in section_list for row in section.rows}

    def shown(*names: str) -> str:
        return " · ".join(rows[name].shown for name in names if name in rows)

    def amount_text(amount: Decimal | None) -> str:
        return context.money(amount, payment.currency)

    return Header(
        status=replace(status, meaning=_meaning(status, assessment, context), raw=one_line(status.raw)),
        amount=_amount(assessment, context),
        cancelled=amount_text(money_.cancelled) if money_.cancelled else "",
        remaining=amount_text(money_.remaining) if money_.cancelled else "",
        product=_product(payment, context),
        method=method_name(payment, context),
        card=shown("card_number", "card_quota"),
        approval=rows.get("apply_num"),
        buyer=shown("buyer_name", "buyer_tel"),
        when=_when(payment, assessment, context),
        test=payment.sandbox is True,
        chips=tuple(_chips(payment, assessment)),
        ids=tuple(_ids(payment, context)),
        account=account_row(payment, assessment, context),
        receipt=context.check_url(payment.receipt_url)
        if assessment.has_receipt and payment.receipt_url
        else None,
        receipt_text=receipt_name(assessment.state, assessment.method).open_text,
        waits_for_deposit=assessment.may_still_be_paid == "deposit",
    )


def _when(payment: Payment, assessment: Assessment, context: FormatContext) -> str:
    if payment.paid_at and assessment.registration is not None:
        return translate("Payment", "Registered {time}").format(time=near_time(payment.paid_at, context.now))
    if payment.paid_at:
        return translate("Payment", "Paid {time}").format(time=near_time(payment.paid_at, context.now))
    if payment.failed_at:
        return translate("Payment", "Ended {time}").format(time=near_time(payment.failed_at, context.now))
    if payment.started_at:
        return translate("Payment", "Requested {time}").format(
            time=near_time(payment.started_at, context.now)
        )
    return ""


def _chips(payment: Payment, assessment: Assessment) -> Iterator[str]:
    if assessment.escrow:
        yield translate("Payment", "Escrow")
    if assessment.recurring:
        yield translate("Payment", "Recurring payment")
    if payment.cash_receipt_issued:
        yield translate("Payment", "Cash receipt issued")


def _amount(assessment: Assessment, context: FormatContext) -> str:
    if assessment.registration is not None:
        return translate("Payment", "No payment")
    if assessment.money.amount is not None:
        return context.money(assessment.money.amount, assessment.money.currency)
    if assessment.state is State.UNKNOWN:
        return translate("Payment", "Amount unknown")
    return translate("Payment", "No fixed amount")


def _meaning(status: StatusView, assessment: Assessment, context: FormatContext) -> str:
    """The state's sentence, and the answer to the next question: when the money is back, or how long is left."""
    sentences = [status.meaning, *refund_sentences(assessment, context)[:1]]
    if assessment.state is State.AWAITING_DEPOSIT or assessment.may_still_be_paid == "convenience_store":
        sentences.append(_deadline(assessment, context))
    return " ".join(filter(None, sentences))


def _deadline(assessment: Assessment, context: FormatContext) -> str:
    if assessment.deadline is None or assessment.closes_at is None:
        return ""
    left = time_left(assessment.closes_at, context.now)
    text = (
        translate("Payment", "Deadline: {time} ({left}).")
        if left
        else translate("Payment", "Deadline: {time}.")
    )
    return text.format(time=deadline_text(assessment.deadline, keeps_hour=assessment.keeps_hour), left=left)


def _product(payment: Payment, context: FormatContext) -> Row | None:
    return text_row(context, "name", translate("Payment", "Product"), payment.name) if payment.name else None


def _ids(payment: Payment, context: FormatContext) -> Iterator[Row]:
    if payment.imp_uid:
        yield text_row(context, "imp_uid", "imp_uid", payment.imp_uid)
    if payment.merchant_uid:
        label = translate("Payment", "Order number")
        yield text_row(context, "merchant_uid", label, payment.merchant_uid)


def method_name(payment: Payment, context: FormatContext) -> str:
    """Name the payment method as customers do: `신용카드 · 신한카드`, `카카오페이 · 포인트`."""
    card_company = context.name("card", payment.card_code, payment.card_name)
    bank = context.name(
        "bank", payment.vbank_code or payment.bank_code, payment.vbank_name or payment.bank_name
    )
    of_pg = f"{payment.pg_provider}/{payment.pay_method}"
    method = context.codes.name("pay_method_of_pg", of_pg, context.language) or ""
    if payment.pay_method == "card" and payment.card_type in (0, 1):  # "card" alone is named a credit card
        method = method or context.name("card_type", str(payment.card_type))
    easy_pay = "" if method else easy_pay_name(payment, context)
    parts = (easy_pay, method or context.name("pay_method", payment.pay_method), card_company or bank)
    return " · ".join(one_line(context.readable(part)) for part in dict.fromkeys(parts) if part)


def easy_pay_name(payment: Payment, context: FormatContext) -> str:
    """Name the easy pay that the customer saw; "" without one."""
    if payment.emb_pg_provider:
        return one_line(context.readable(context.name("emb_pg_provider", payment.emb_pg_provider)))
    # A PG that is itself an easy pay; `pay_method` then only says card or point.
    return context.codes.name("easy_pay_gateway", payment.pg_provider or "", context.language) or ""


def _notices(payment: Payment, assessment: Assessment, context: FormatContext) -> Iterator[Notice]:
    yield from _paid_attempts(assessment, context)
    if payment.fail_reason and not assessment.money_came:
        quote = translate("Payment", "The PG says: “{reason}”.").format(
            reason=one_line(context.readable(payment.fail_reason))
        )
        severity = Severity.ERROR if assessment.state is State.FAILED else Severity.WARNING
        yield Notice(severity, " ".join(filter(None, (quote, explain_failure(assessment)))))
    yield from (Notice(Severity.ANOMALY, text) for text in _anomalies(payment, assessment, context))


def _paid_attempts(assessment: Assessment, context: FormatContext) -> Iterator[Notice]:
    """Yield a notice for each other attempt for the order that is paid."""
    for attempt in assessment.paid_attempts:
        text = translate("Payment", "Another payment for the same order is paid: {amount}, {time}.").format(
            amount=context.money(attempt.amount, attempt.currency),
            time=near_time(attempt.at, context.now) if attempt.at else translate("Payment", "time unknown"),
        )
        yield Notice(Severity.WARNING, text, opens=attempt.imp_uid)


def _anomalies(payment: Payment, assessment: Assessment, context: FormatContext) -> Iterator[str]:
    if payment.paid_at and payment.started_at and payment.paid_at < payment.started_at:
        yield translate(
            "Payment", "The payment is dated before its request; the times contradict each other."
        )
    if payment.cancel_history and total_amount(payment.cancel_history) != (payment.cancel_amount or 0):
        yield translate("Payment", "The cancel history does not add up to the cancelled amount.")
    yield from _deposit_anomalies(payment, assessment, context)
    if payment.invalid_fields:
        yield translate(
            "Payment",
            "%n field(s) came in an unexpected form; see “Everything else”.",
            None,
            len(payment.invalid_fields),
        )


def _deposit_anomalies(payment: Payment, assessment: Assessment, context: FormatContext) -> Iterator[str]:
    money_ = assessment.money

    def amount_text(amount: Decimal | None) -> str:
        return context.money(amount, payment.currency)

    if money_.deposited_since:
        yield translate(
            "Payment", "{amount} was deposited after the last cancellation, and has not been given back."
        ).format(amount=amount_text(money_.deposited_since))
    elif assessment.state is State.CONTRADICTORY and money_.deposited and not money_.cancelled:
        yield translate(
            "Payment",
            "{amount} was deposited, and no cancellation of it is recorded. The PG's console shows where it is.",
        ).format(amount=amount_text(money_.deposited))
    elif money_.deposited is not None and payment.amount and money_.deposited != payment.amount:
        yield translate(
            "Payment", "The deposits add up to {deposited}, the payment is about {amount}."
        ).format(deposited=amount_text(money_.deposited), amount=amount_text(payment.amount))


def _holds_personal_data(payment: Payment, context: FormatContext, shown: tuple[Section, ...]) -> bool:
    """Whether there is anything to reveal, that is, whether masking changes a row."""
    if any(deposit.depositor_name for deposit in payment.deposit_history or ()):
        return True
    history = payment.cancel_history or ()
    if any(cancellation.receipt_url for cancellation in history):
        return True
    reasons = {cancellation.reason or "" for cancellation in history}  # thousands may have the same one
    if any(masking.free_text(reason) != reason for reason in reasons):
        return True
    masked = replace(context, revealed=False)
    section_list = sections(payment, masked) if context.revealed else shown
    header = filter(None, (_product(payment, masked), *_ids(payment, masked)))
    return any(row.masked for row in chain(header, *(section.rows for section in section_list)))
