"""Write a reply to the customer, in lines: greeting, what the payment was for, what happened, what follows, closing.

It holds nothing internal: no id, no status word of the API, no name of a PG. It is masked whatever the window shows.
It asks for money only where the assessment allows that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.assessment import Assessment
from iamport_desktop.domain.attempts import OtherAttempts, Unasked
from iamport_desktop.domain.payment_method import PaymentMethod
from iamport_desktop.domain.status import State
from iamport_desktop.presentation.account import account_lines
from iamport_desktop.presentation.advice import test_channel_sentences
from iamport_desktop.presentation.failure_replies import cause_for_customer
from iamport_desktop.presentation.failures import Remedy, remedy
from iamport_desktop.presentation.formatting import (
    choose_particles,
    money,
    one_line,
    spoken_day,
    spoken_deadline,
    spoken_time,
    to_kst,
)
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.payment import easy_pay_name
from iamport_desktop.presentation.refund_replies import refund_lines
from iamport_desktop.presentation.view_model import FormatContext, text_row


def reply(payment: Payment, context: FormatContext, other_attempts: OtherAttempts = Unasked.NOT_ASKED) -> str:
    """Return the reply, or for a test payment a note to the agent. `translate` must speak the language of `context`.

    `other_attempts`: those for the same order. Unless they are known, the reply asks for no payment.
    """
    masked = replace(context, revealed=False)
    assessment = masked.assess(payment, other_attempts)
    if assessment.test is not None:
        return "\n".join(_note_on_test(assessment))
    return "\n".join(_Reply(payment, assessment, masked).lines())


def _note_on_test(assessment: Assessment) -> Iterator[str]:
    yield translate("Reply", "[For the agent] This is a test payment, so there is no reply to the customer.")
    yield from test_channel_sentences(assessment)


@dataclass(frozen=True, slots=True)
class _Reply:
    """The lines about one payment."""

    payment: Payment
    known: Assessment
    context: FormatContext

    def lines(self) -> Iterator[str]:
        yield self._greeting()
        yield self._subject()
        yield from self._body()
        yield from self._closing()

    def _greeting(self) -> str:
        if not self.context.shop_name:
            return translate("Reply", "Hello.")
        text = translate("Reply", "Hello, this is {shop}.")
        return text.format(shop=one_line(self.context.shop_name))

    def _subject(self) -> str:
        product = text_row(self.context, "name", "", self.payment.name or "").shown.strip()
        if self.known.registration is not None:
            text = translate("Reply", "This is about your registration for recurring payments.")
            if product:
                text = translate(
                    "Reply", "This is about your registration for recurring payments for ‘{product}’."
                )
        elif product:
            text = translate("Reply", "This is about your payment for ‘{product}’.")
        else:
            text = translate("Reply", "This is about your payment.")
        return text.format(product=product)

    def _closing(self) -> Iterator[str]:
        if self.known.state is not State.PAID:
            yield translate("Reply", "Please let us know if you have any questions.")
        elif not self.known.escrow and not self.known.recurring:
            yield translate("Reply", "Thank you for your order.")
            return
        yield translate("Reply", "Thank you.")

    def _body(self) -> Iterator[str]:
        match self.known.state:
            case State.PAID:
                yield from self._paid()
            case State.PARTIALLY_CANCELLED | State.FULLY_CANCELLED:
                yield from self._cancelled()
            case State.REGISTERED | State.REGISTRATION_CANCELLED:
                yield from self._registration()
            case State.CONTRADICTORY | State.UNKNOWN:
                yield translate("Reply", "We are checking your payment.")
                yield _will_tell()
            case State.FAILED:
                yield from self._failed()
            case State.PENDING:
                yield from self._pending()
            case _:
                yield self._waiting()
                yield from self._another_is_paid() or self._how_to_pay()

    # What was paid or registered

    def _paid(self) -> Iterator[str]:
        yield self._completed()
        if self.known.escrow:
            yield translate(
                "Reply",
                "Once you have received the goods, please confirm that (escrow). "
                "If you have done so already, you don't need to do anything else.",
            )
        elif not self.known.recurring:
            yield translate("Reply", "You don't need to do anything else.")

    def _completed(self) -> str:
        when = self._time(self.payment.paid_at)
        if len(self.payment.deposit_history or ()) > 1:
            text = translate("Reply", "Your deposits of {amount} in all have arrived.")
            return choose_particles(text.format(amount=self._money(self.known.money.amount)))
        if not when:
            text = translate("Reply", "{payment} was completed.")
        elif self.known.recurring:
            text = translate(
                "Reply", "{payment} was completed on {when} with the card or account that you registered."
            )
        elif self.known.method is PaymentMethod.VIRTUAL_ACCOUNT and self.known.money.amount:
            text = translate(
                "Reply", "Your deposit of {amount} arrived on {when}, and the payment is complete."
            )
        else:
            text = translate("Reply", "{payment} was completed on {when}.")
        return text.format(payment=self._payment(), amount=self._money(self.known.money.amount), when=when)

    def _registration(self) -> Iterator[str]:
        charge = self.known.registration.charge if self.known.registration else None
        if self.known.state is State.REGISTERED:
            when = self._time(self.payment.paid_at)
            text = translate("Reply", "Your card or account was registered for recurring payments.")
            if when:
                text = translate(
                    "Reply", "Your card or account was registered for recurring payments on {when}."
                )
            yield text.format(when=when)
            if charge is None:
                yield translate("Reply", "Nothing was charged.")
            else:
                yield choose_particles(
                    translate(
                        "Reply",
                        "{amount} that was charged for it is cancelled after about {minutes} minutes.",
                    ).format(
                        amount=money(Decimal(charge.amount), "KRW", self.context.language),
                        minutes=charge.voided_after_minutes,
                    )
                )
            return
        yield translate(
            "Reply", "The registration of your card or account for recurring payments was cancelled."
        )
        yield translate("Reply", "The registration itself was no payment.")

    # What was cancelled

    def _cancelled(self) -> Iterator[str]:
        yield self._what_was_cancelled()
        yield from refund_lines(self.known, easy_pay_name(self.payment, self.context), self.context)
        if since := self.known.money.deposited_since:
            text = translate(
                "Reply",
                "{amount} that you sent after the cancellation has not been refunded. "
                "We are checking it and will let you know.",
            )
            yield choose_particles(text.format(amount=self._money(since)))

    def _what_was_cancelled(self) -> str:
        days = self._cancellation_days()
        if self.known.state is State.FULLY_CANCELLED:
            text = self._cancelled_in_full(len(days))
        else:
            text = self._cancelled_in_part(len(days))
        amounts = self.known.money
        return choose_particles(
            text.format(
                payment=self._payment(),
                amount=self._money(amounts.amount),
                cancelled=self._money(amounts.cancelled),
                remaining=self._money((amounts.remaining or Decimal(0)) - (amounts.deposited_since or 0)),
                day=days[-1] if days else "",
            )
        )

    def _cancelled_in_full(self, days: int) -> str:
        if days == 0:
            return translate("Reply", "{payment} was cancelled in full.")
        if days == 1:
            return translate("Reply", "{payment} was cancelled in full on {day}.")
        return translate("Reply", "{payment} was cancelled in full, the last part on {day}.")

    def _cancelled_in_part(self, days: int) -> str:
        amounts = self.known.money
        if amounts.deposited_since and amounts.deposited_since == amounts.remaining:
            return translate("Reply", "{cancelled} of the money that you sent was cancelled.")
        if days == 0:
            return translate(
                "Reply",
                "Of {amount}, {cancelled} was cancelled, and the remaining {remaining} stays paid.",
            )
        if days == 1:
            return translate(
                "Reply",
                "Of {amount}, {cancelled} was cancelled on {day}, and the remaining {remaining} stays paid.",
            )
        return translate(
            "Reply",
            "Of {amount}, {cancelled} was cancelled, the last part on {day}, and the remaining {remaining} "
            "stays paid.",
        )

    def _cancellation_days(self) -> list[str]:
        """Return the days on which something was cancelled, from the first to the last."""
        listed = [entry.cancelled_at for entry in self.payment.cancel_history or () if entry.cancelled_at]
        if not listed and self.payment.cancelled_at:
            listed = [self.payment.cancelled_at]
        days = sorted({to_kst(moment).date() for moment in listed})
        return [spoken_day(day, self._today(), self.context.language) for day in days]

    # What is not paid

    def _failed(self) -> Iterator[str]:
        if self.known.may_have_been_charged:
            text = translate("Reply", "We are checking whether {payment} was approved.")
            yield text.format(payment=self._payment_in_sentence())
            yield from self._another_is_paid() or (_do_not_pay_again(),)
            return
        yield self._what_failed()
        if cause := cause_for_customer(self.known.failure):
            yield cause
        if self.known.registration is None:
            certain = translate("Reply", "No amount was approved.")
            known = translate("Reply", "We know of no amount that was approved.")
            yield certain if self.known.was_refused else known
        yield from self._another_is_paid() or (self._remedy(),)

    def _what_failed(self) -> str:
        if self.known.registration is not None:
            return translate("Reply", "The registration of your card or account was not completed.")
        when = self._time(self.payment.failed_at)
        text = translate("Reply", "{payment} did not go through.")
        if when:
            text = translate("Reply", "{payment} on {when} did not go through.")
        return text.format(payment=self._payment(), when=when)

    def _remedy(self) -> str:
        if self.known.failure is not None and remedy(self.known.failure) is None:
            return _will_tell()  # it is not up to the customer
        if self.known.registration is not None:
            return translate("Reply", "You can register it again, or another one.")
        if not self.known.may_invite_to_pay:
            return _will_tell()
        match remedy(self.known.failure):
            case Remedy.AGAIN:
                return translate("Reply", "Please pay again.")
            case Remedy.CORRECT:
                return translate("Reply", "Please check that and pay again.")
            case Remedy.LATER:
                return translate("Reply", "Please pay again later, or choose another way to pay.")
            case Remedy.OTHER_MEANS:
                return translate("Reply", "Please choose another way to pay.")
            case _:
                return translate("Reply", "Please pay again, or choose another way to pay.")

    def _pending(self) -> Iterator[str]:
        service, later = easy_pay_name(self.payment, self.context), self.known.later
        text = translate("Reply", "{payment} is waiting for approval.")
        if service:
            text = translate("Reply", "{payment} is waiting for approval by {service}.")
        yield text.format(payment=self._payment(), service=service)
        if later is not None and later.max_days:
            text = translate("Reply", "The result usually comes within {days} days.")
            yield text.format(days=later.max_days)
        yield from self._another_is_paid() or (_do_not_pay_again(),)

    def _waiting(self) -> str:
        """Say what has not happened, as far as is known."""
        match self.known.state:
            case State.AWAITING_DEPOSIT if self.known.money.amount:
                text = translate("Reply", "We have not been notified of your deposit of {amount} yet.")
            case State.AWAITING_DEPOSIT:
                text = translate("Reply", "We have not been notified of a deposit yet.")
            case State.DEADLINE_PASSED if self._at_a_store:
                text = translate(
                    "Reply",
                    "The deadline for paying at the store, {when}, has passed, and we have not been notified of a "
                    "payment.",
                )
            case State.DEADLINE_PASSED:
                text = translate(
                    "Reply",
                    "The deadline for the deposit, {when}, has passed, and we have not been notified of a deposit.",
                )
            case State.CLOSED_BEFORE_DEPOSIT if self._at_a_store:
                text = translate("Reply", "The payment was closed before it was made at a store.")
            case State.CLOSED_BEFORE_DEPOSIT:
                text = translate(
                    "Reply",
                    "The account for your payment was closed before a deposit was reported, so please send no money "
                    "to it.",
                )
            case State.NOT_COMPLETED:
                text = translate("Reply", "{payment} has not been confirmed.")
            case _:
                text = translate("Reply", "{payment} has not been confirmed yet.")
        return text.format(
            payment=self._payment(), amount=self._money(self.known.money.amount), when=self._deadline()
        )

    def _how_to_pay(self) -> Iterator[str]:
        match self.known.state:
            case State.AWAITING_DEPOSIT:
                yield from self._where_to_send_money()
            case State.WINDOW_OPEN if self.known.may_ask_to_finish:
                yield translate(
                    "Reply", "If the payment window is still open, you can finish the payment there."
                )
            case State.MAY_STILL_BE_PAID if self._at_a_store:
                yield from self._how_to_pay_at_a_store()
            case State.MAY_STILL_BE_PAID:
                yield translate("Reply", "The result may come in late.")
                yield _do_not_pay_again()
            case State.DEADLINE_PASSED | State.CLOSED_BEFORE_DEPOSIT:
                yield from self._after_the_end()
            case State.NOT_COMPLETED if self.known.may_invite_to_pay:
                yield translate(
                    "Reply",
                    "If you have received no approval message, please pay again; if you have, please let us know.",
                )
            case State.NOT_COMPLETED:
                yield translate("Reply", "If you have received an approval message, please let us know.")
                yield _will_tell()
            case _:
                yield _will_tell()

    def _where_to_send_money(self) -> Iterator[str]:
        if self.known.may_ask_to_finish:
            yield translate("Reply", "Please send the money to this account:")
            yield from account_lines(self.payment, self.known, self.context)
            yield translate(
                "Reply",
                "If you have already paid, here or in another way, please send no money and let us know.",
            )
        else:
            yield _if_money_was_sent()
            yield _will_tell()

    def _how_to_pay_at_a_store(self) -> Iterator[str]:
        if not self.known.may_ask_to_finish:
            yield _will_tell()
            return
        when = self._deadline()
        text = translate("Reply", "Please pay at the store by the number or code that you were sent.")
        if when:
            text = translate(
                "Reply", "Please pay at the store by the number or code that you were sent. Deadline: {when}."
            )
        yield text.format(when=when)
        yield translate("Reply", "If you have already paid, please let us know.")

    def _after_the_end(self) -> Iterator[str]:
        if self._at_a_store:
            yield translate("Reply", "If you have already paid, please let us know.")
        else:
            if self.known.state is State.CLOSED_BEFORE_DEPOSIT:
                yield translate("Reply", "No deposit was reported, so there is nothing to refund.")
            yield _if_money_was_sent()
        if self.known.may_invite_to_pay:
            yield translate("Reply", "If you have not, you can order again.")

    def _another_is_paid(self) -> tuple[str, ...]:
        """Say that another payment for the order is complete; () where none is known to be."""
        attempts = self.known.paid_attempts
        if not attempts:
            return ()
        text = translate(
            "Reply", "Another payment for the same order is complete, so you don't need to pay again."
        )
        if len(attempts) == 1 and attempts[0].state is State.PAID and attempts[0].amount and attempts[0].at:
            text = translate(
                "Reply",
                "Another payment for the same order is complete ({amount}, {when}), so you don't need to pay again.",
            ).format(
                amount=money(attempts[0].amount, attempts[0].currency, self.context.language),
                when=self._time(attempts[0].at),
            )
        return (text,)

    # Parts of sentences

    @property
    def _at_a_store(self) -> bool:
        return self.known.method is PaymentMethod.CONVENIENCE_STORE

    def _payment(self) -> str:
        amount = self.known.money.amount
        if not amount:
            return translate("Reply", "Your payment")
        return translate("Reply", "Your payment of {amount}").format(amount=self._money(amount))

    def _payment_in_sentence(self) -> str:
        amount = self.known.money.amount
        if not amount:
            return translate("Reply", "your payment")
        return translate("Reply", "your payment of {amount}").format(amount=self._money(amount))

    def _money(self, amount: Decimal | None) -> str:
        return money(amount or Decimal(0), self.known.money.currency, self.context.language)

    def _time(self, moment: datetime | None) -> str:
        return spoken_time(moment, self.context.now, self.context.language) if moment else ""

    def _deadline(self) -> str:
        if self.known.deadline is None:
            return ""
        keeps_hour = self.known.keeps_hour
        return spoken_deadline(
            self.known.deadline, self.context.now, self.context.language, keeps_hour=keeps_hour
        )

    def _today(self) -> date:
        return to_kst(self.context.now).date()


def _will_tell() -> str:
    return translate("Reply", "We will tell you as soon as we know more.")


def _do_not_pay_again() -> str:
    return translate("Reply", "Please do not pay again before we let you know.")


def _if_money_was_sent() -> str:
    return translate("Reply", "If you have sent money already, please let us know when and how much.")
