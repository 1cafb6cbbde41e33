"""Word errors of the network, and answers that did not come from the API or cannot be used."""

from __future__ import annotations

from functools import singledispatch

from iamport_desktop.api import errors
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.messages.message import Message, technical


def _host(error: errors.TransportError) -> str:
    return error.host or translate("Messages", "the payment server")


@singledispatch
def describe(error: errors.TransportError) -> Message:
    """Put `error` into words."""
    return Message(
        translate("Messages", "{host} could not be reached.").format(host=_host(error)),
        translate("Messages", "Check the network connection, then try again."),
        technical(error),
    )


@describe.register
def _(error: errors.DeadlineExceeded) -> Message:
    return Message(
        translate("Messages", "No answer came within {seconds} seconds.").format(
            seconds=f"{error.seconds:g}"
        ),
        translate("Messages", "The network or the payment server is slow. Try again in a moment."),
        technical(error),
    )


@describe.register
def _(error: errors.NameNotFound) -> Message:
    if error.is_proxy:
        return Message(
            translate("Messages", "The address of the proxy {host} could not be found.").format(
                host=_host(error)
            ),
            _proxy_setting_text(),
            technical(error),
        )
    return Message(
        translate("Messages", "The address of {host} could not be found.").format(host=_host(error)),
        translate(
            "Messages",
            "This computer seems to be offline, or its DNS is not working. Check the network, then try again.",
        ),
        technical(error),
    )


@describe.register
def _(error: errors.ConnectionRefused) -> Message:
    if error.is_proxy:
        return Message(
            translate("Messages", "The proxy {host} refused the connection.").format(host=_host(error)),
            _proxy_setting_text(),
            technical(error),
        )
    return Message(
        translate("Messages", "{host} refused the connection.").format(host=_host(error)),
        translate(
            "Messages", "A firewall or proxy may be in between. Try again, or ask your network administrator."
        ),
        technical(error),
    )


@describe.register
def _(error: errors.NetworkUnreachable) -> Message:
    return Message(
        translate("Messages", "There is no network connection to {host}.").format(host=_host(error)),
        translate("Messages", "Check the cable, the Wi-Fi or the VPN, then try again."),
        technical(error),
    )


@describe.register
def _(error: errors.ConnectionBroken) -> Message:
    return Message(
        translate("Messages", "The connection broke before the answer was complete."),
        translate("Messages", "Try again. If it goes on, the network drops connections."),
        technical(error),
    )


@describe.register
def _(error: errors.CertificateError) -> Message:
    what = {
        errors.TlsFault.EXPIRED: translate("Messages", "The certificate of {host} has expired."),
        errors.TlsFault.NOT_YET_VALID: translate("Messages", "The certificate of {host} is not valid yet."),
        errors.TlsFault.WRONG_HOST: translate("Messages", "The certificate shown is not that of {host}."),
        errors.TlsFault.UNKNOWN_ISSUER: translate(
            "Messages", "The certificate of {host} comes from an issuer that this computer does not trust."
        ),
    }.get(error.fault, translate("Messages", "No secure connection to {host} could be made."))
    next_step = translate(
        "Messages",
        "Nothing was sent. If your company inspects traffic, its root certificate has to be installed in the system.",
    )
    if error.fault in (errors.TlsFault.EXPIRED, errors.TlsFault.NOT_YET_VALID):
        next_step = translate(
            "Messages", "Nothing was sent. Check this computer's date and time, then try again."
        )
    return Message(what.format(host=_host(error)), next_step, technical(error))


@describe.register
def _(error: errors.ProxyRefused) -> Message:
    if error.http_status == 407:
        what = translate("Messages", "The company's proxy asks for a login.")
    else:
        what = translate("Messages", "The company's proxy did not let the request through.")
    return Message(
        what,
        translate("Messages", "Ask your network administrator to let this app reach the payment server."),
        technical(error),
    )


def _proxy_setting_text() -> str:
    return translate(
        "Messages",
        "The name comes from this computer's proxy setting. Check the network or the VPN, or ask your network "
        "administrator.",
    )


@describe.register
def _(error: errors.InvalidProxySetting) -> Message:
    if error.fault is errors.ProxyFault.UNSUPPORTED:
        return Message(
            translate("Messages", "This computer's proxy setting is of a kind that this app cannot use."),
            translate(
                "Messages",
                "Nothing was sent. The app can use a proxy whose address begins with http:// or https://. "
                "Ask your network administrator for one.",
            ),
            technical(error),
        )
    return Message(
        translate("Messages", "This computer's proxy setting is malformed."),
        translate(
            "Messages",
            "Nothing was sent. Special characters in it must be written with % (# as %23, ? as %3F). Ask your "
            "network administrator to correct it.",
        ),
        technical(error),
    )


@singledispatch
def describe_unusable_answer(error: errors.UnusableResponse) -> Message:
    """Put `error` into words."""
    return Message(
        translate("Messages", "The payment server's answer could not be read."),
        translate("Messages", "Try again. If it happens again, look the payment up in the PortOne console."),
        technical(error),
    )


@describe_unusable_answer.register
def _(error: errors.NotAnApiResponse) -> Message:
    return Message(
        translate("Messages", "Something else answered in place of the payment server."),
        translate(
            "Messages",
            "A login page of the network or a proxy may be in between. Open a web page in the browser, then try again.",
        ),
        technical(error),
    )


@describe_unusable_answer.register
def _(error: errors.ResponseTooLarge) -> Message:
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
