"""Put exceptions into words: what happened, and what to do next. There is a module for each family of errors."""

from __future__ import annotations

from iamport_desktop.api import errors
from iamport_desktop.desktop.keyring.errors import CredentialStoreError
from iamport_desktop.desktop.keyring.serialization import InvalidCredentials
from iamport_desktop.presentation.formatting import one_line
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.messages import api, keyring, network
from iamport_desktop.presentation.messages.message import Message, technical


def describe(error: BaseException) -> Message:
    """Put any error into words."""
    match error:
        case errors.TransportError():
            return network.describe(error)
        case errors.UnusableResponse():
            return network.describe_unusable_answer(error)
        case errors.ApiError():
            return api.describe(error)
        case CredentialStoreError():
            return keyring.describe(error)
        case InvalidCredentials():
            return keyring.describe_invalid(error)
        case errors.RequestError():
            return _request_error(error)
        case _:
            return _unexpected(error)


def _request_error(error: errors.RequestError) -> Message:
    match error:
        case errors.InvalidApiUrl():
            return _invalid_api_url(error)
        case errors.InvalidImpUid():
            return _invalid_imp_uid()
        case _:
            return _unsearchable(error)


def _invalid_imp_uid() -> Message:
    return Message(
        translate("Messages", "This is not an imp_uid."),
        translate("Messages", "An imp_uid is imp_ and digits, for example imp_123456789012."),
        remedies=(),
    )


def _unsearchable(error: errors.RequestError) -> Message:
    return Message(
        translate("Messages", "This text cannot be searched for."),
        translate("Messages", "Check the imp_uid or the order number."),
        technical(error),
        remedies=(),
    )


def _invalid_api_url(error: errors.InvalidApiUrl) -> Message:
    what = {
        errors.ApiUrlFault.NOT_A_URL: translate("Messages", "This is not an address of a server: {url}"),
        errors.ApiUrlFault.NOT_HTTPS: translate("Messages", "The address must begin with https://: {url}"),
        errors.ApiUrlFault.HAS_EXTRAS: translate(
            "Messages", "The address must be a host alone, without path, user or query: {url}"
        ),
    }[error.fault]
    return Message(
        what.format(url=one_line(error.url)),
        translate("Messages", "Give it as https://host or https://host:port."),
        remedies=(),
    )


def _unexpected(error: BaseException) -> Message:
    return Message(
        translate("Messages", "Something unexpected happened in this app."),
        translate("Messages", "Try again. If it happens again, report it with the technical details below."),
        type(error).__name__,
    )
