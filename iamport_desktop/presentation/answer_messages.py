"""Something answered that is not the API: what, and what to do."""

from __future__ import annotations

from functools import singledispatch

from iamport_desktop.api import errors
from iamport_desktop.presentation.message import Message, technical
from iamport_desktop.presentation.speech import translate


@singledispatch
def describe_unusable_answer(error: errors.UnusableAnswer) -> Message:
    """Put `error` into the language that is installed."""
    return Message(
        translate("Messages", "The payment server's answer could not be read."),
        translate("Messages", "Try again. If it happens again, look the payment up in the PortOne console."),
        technical(error),
    )


@describe_unusable_answer.register
def _(error: errors.NotTheApi) -> Message:
    return Message(
        translate("Messages", "Something else answered in place of the payment server."),
        translate(
            "Messages",
            "A login page of the network or a proxy may be in between. Open a web page in the browser, then try again.",
        ),
        technical(error),
    )


@describe_unusable_answer.register
def _(error: errors.AnswerTooLarge) -> Message:
    return Message(
        translate("Messages", "The answer was larger than any payment and was not read."),
        translate("Messages", "Try again. If it happens again, look the payment up in the PortOne console."),
        technical(error),
    )


@describe_unusable_answer.register
def _(error: errors.WrongPayment) -> Message:
    return Message(
        translate(
            "Messages", "The server answered with another payment than the one asked for; it is not shown."
        ),
        translate("Messages", "Try again. If it happens again, look the payment up in the PortOne console."),
        technical(error),
    )
