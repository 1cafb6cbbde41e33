"""Word the questions about texts that are not sent to the payment server at once."""

from __future__ import annotations

from iamport_desktop.domain.masking import free_text
from iamport_desktop.presentation.formatting import one_line
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.messages.message import Message, Remedy
from iamport_desktop.query.parse import MAX_ORDER_NUMBER, Question, Reason

_SHOWN_CHARACTERS = 40
_SHOWN_NUMBERS = 5


def describe_question(question: Question) -> Message:
    """Ask whether to look the text up as an order number, and say why it was not done at once."""
    remedies = (Remedy.LOOK_UP,) if question.order_number else ()
    return Message(_headline(question), _why(question), remedies=remedies)


def _headline(question: Question) -> str:
    match question.reason:
        case Reason.EMPTY:
            return translate("Questions", "Enter an imp_uid or an order number.")
        case Reason.TOO_LONG:
            return translate("Questions", "This text is longer than an order number.")
        case Reason.SEVERAL:
            shown = ", ".join(map(_shown, question.numbers[:_SHOWN_NUMBERS]))
            more = "…" if len(question.numbers) > _SHOWN_NUMBERS else ""
            text = translate("Questions", "There are several order numbers in this text: {numbers}")
            return text.format(numbers=shown + more)
        case Reason.NO_NUMBER:
            return translate("Questions", "There is neither an imp_uid nor an order number in this text.")
        case _ if not question.order_number:
            return translate(
                "Questions", "There is neither an imp_uid nor a single order number in this text."
            )
        case _:
            text = translate("Questions", "Look up ‘{text}’ as an order number?")
            return text.format(text=_shown(question.order_number))


def _shown(text: str) -> str:
    line = one_line(free_text(text))
    return line if len(line) <= _SHOWN_CHARACTERS else line[:_SHOWN_CHARACTERS] + "…"


def _why(question: Question) -> str:
    match question.reason:
        case Reason.NO_NUMBER:
            return translate(
                "Questions",
                "A card company's message, a day or an amount finds no payment. Ask the customer for the order "
                "number: it is in the confirmation of the order and in the shop's list of orders.",
            )
        case Reason.SEVERAL:
            return translate("Questions", "Leave one of them in the search box and press Enter.")
        case Reason.TOO_LONG:
            text = translate("Questions", "It has {limit} characters at most. Paste the number alone.")
            return text.format(limit=MAX_ORDER_NUMBER)
        case _ if not question.order_number:
            return translate(
                "Questions",
                "For example imp_123456789012 or ORD-20261125-0001, or a text with one of them in it.",
            )
        case reason:
            not_sent = translate(
                "Questions",
                "so it was not sent to the payment server. If it is an order number, press Enter.",
            )
            return f"{_looks(reason)} {not_sent}"


def _looks(reason: Reason) -> str:
    return {
        Reason.PHONE: translate("Questions", "It looks like a phone number,"),
        Reason.EMAIL: translate("Questions", "It looks like an e-mail address,"),
        Reason.CARD: translate("Questions", "It looks like a card number,"),
        Reason.RESIDENT: translate("Questions", "It looks like a resident registration number,"),
        Reason.ACCOUNT: translate("Questions", "It looks like a bank account number,"),
        Reason.MASKED: translate("Questions", "It looks like masked personal data,"),
        Reason.NAME: translate("Questions", "It may hold a name,"),
        Reason.INCOMPLETE: translate("Questions", "It is no whole imp_uid (imp_ and digits),"),
        Reason.SENTENCE: translate("Questions", "It looks like a sentence,"),
    }[reason]
