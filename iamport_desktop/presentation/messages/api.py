"""Word errors that the API reported."""

from __future__ import annotations

from functools import singledispatch

from iamport_desktop.api import errors
from iamport_desktop.domain.masking import free_text
from iamport_desktop.presentation.formatting import one_line
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.messages.message import Message, Remedy, technical


@singledispatch
def describe(error: errors.ApiError) -> Message:
    """Put `error` into words."""
    server_message = one_line(free_text(error.server_message))
    what = translate("Messages", "The payment server did not accept the request.")
    if server_message:
        what = translate("Messages", "The payment server says: {message}").format(message=server_message)
    return Message(
        what,
        translate("Messages", "Check the id. If it is right, ask PortOne with the technical details below."),
        technical(error),
    )


@describe.register
def _(error: errors.CredentialsRejected) -> Message:
    return Message(
        translate("Messages", "The payment server does not accept this REST API key and secret."),
        translate("Messages", "Enter them again from the PortOne console (V1 API keys, not the V2 secret)."),
        technical(error),
        (Remedy.CREDENTIALS, Remedy.RETRY),
    )


@describe.register
def _(error: errors.TokenRefused) -> Message:
    return Message(
        translate("Messages", "The payment server refused the authentication."),
        translate("Messages", "Try again in a minute. If it goes on, check the key in the PortOne console."),
        technical(error),
        (Remedy.RETRY, Remedy.CREDENTIALS),
    )


@describe.register
def _(error: errors.AccessDenied) -> Message:
    return Message(
        translate("Messages", "The payment server does not allow this request."),
        translate("Messages", "Check in the PortOne console what this key may do, and from which addresses."),
        technical(error),
        (Remedy.RETRY, Remedy.CREDENTIALS),
    )


@describe.register
def _(error: errors.PaymentNotFound) -> Message:
    if error.included_sandbox:
        return Message(
            _not_found(error, tests_too=True),
            translate("Messages", "Check the id. If it is right, it belongs to another shop's key."),
            technical(error),
            (Remedy.RETRY, Remedy.AS_ORDER_NUMBER),
        )
    return Message(
        _not_found(error, tests_too=False),
        translate(
            "Messages",
            "There are three possible reasons: the id was mistyped; it belongs to another shop's key; "
            "or it is a test payment, which is left out unless it is asked for.",
        ),
        technical(error),
        (Remedy.RETRY, Remedy.INCLUDE_TEST_PAYMENTS, Remedy.AS_ORDER_NUMBER),
    )


def _not_found(error: errors.PaymentNotFound, *, tests_too: bool) -> str:
    if not error.asked:
        return translate("Messages", "No payment with this id was found.")
    text = translate("Messages", "No payment {id} was found.")
    if tests_too:
        text = translate("Messages", "No payment {id} was found, nor among test payments.")
    return text.format(id=one_line(error.asked))


@describe.register
def _(error: errors.BadRequest) -> Message:
    return Message(
        translate("Messages", "The payment server did not understand the request (HTTP {status}).").format(
            status=error.http_status
        ),
        translate("Messages", "Check the id. If it is right, ask PortOne with the technical details below."),
        technical(error),
    )


@describe.register
def _(error: errors.RateLimited) -> Message:
    next_step = translate("Messages", "Wait a minute, then try again.")
    if error.retry_after is not None:
        seconds = max(1, round(min(error.retry_after, 86_400)))
        next_step = translate("Messages", "Try again in %n second(s).", None, seconds)
    return Message(
        translate("Messages", "Too many requests were made with this key."), next_step, technical(error)
    )


@describe.register
def _(error: errors.ServerError) -> Message:
    return Message(
        translate("Messages", "The payment server reported an error (HTTP {status}).").format(
            status=error.http_status
        ),
        translate("Messages", "This is not your fault. Try again in a few minutes."),
        technical(error),
    )
