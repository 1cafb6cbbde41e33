"""Word errors of the keyring and of typed credentials. A key can always be used for this run only."""

from __future__ import annotations

from functools import singledispatch

from iamport_desktop.desktop.keyring import errors
from iamport_desktop.desktop.keyring.serialization import CredentialFault, CredentialField, InvalidCredentials
from iamport_desktop.presentation.formatting import one_line
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.messages.message import Message, Remedy

_REMEDIES = (Remedy.RELOAD_KEY, Remedy.CREDENTIALS)


def _technical(error: errors.CredentialStoreError) -> str:
    return " · ".join(part for part in (type(error).__name__, one_line(error.detail)) if part)


@singledispatch
def describe(error: errors.CredentialStoreError) -> Message:
    """Put `error` into words."""
    return Message(
        translate("Messages", "The keyring of this computer reported an error."),
        translate(
            "Messages", "Try again, or enter the key for this run only; it is forgotten when the app closes."
        ),
        _technical(error),
        _REMEDIES,
    )


@describe.register
def _(error: errors.KeyringUnavailable) -> Message:
    return Message(
        translate("Messages", "This computer has no keyring to store the key."),
        translate(
            "Messages",
            "Start or install one (GNOME Keyring or KWallet on Linux), or enter the key for this run only; it is "
            "forgotten when the app closes.",
        ),
        _technical(error),
        _REMEDIES,
    )


@describe.register
def _(error: errors.StoreLocked) -> Message:
    return Message(
        translate("Messages", "The keyring is locked."),
        translate("Messages", "Unlock it and try again, or enter the key for this run only."),
        _technical(error),
        _REMEDIES,
    )


@describe.register
def _(error: errors.PromptDismissed) -> Message:
    return Message(
        translate("Messages", "The keyring's prompt was closed without an answer."),
        translate("Messages", "Try again and allow the access, or enter the key for this run only."),
        _technical(error),
        _REMEDIES,
    )


@describe.register
def _(error: errors.KeyringWriteError) -> Message:
    return Message(
        translate("Messages", "The keyring did not accept the key."),
        translate("Messages", "Use it for this run only, and save it again later."),
        _technical(error),
        _REMEDIES,
    )


@describe.register
def _(error: errors.EntryUnreadable) -> Message:
    return Message(
        translate("Messages", "The keyring's entry for this app cannot be read."),
        translate("Messages", "Enter the key again; saving replaces the entry."),
        _technical(error),
        (Remedy.CREDENTIALS,),
    )


@describe.register
def _(error: errors.KeyringTimeout) -> Message:
    return Message(
        translate("Messages", "The keyring has not answered yet."),
        translate(
            "Messages",
            "It may be asking for your password in another window. Answer there, or enter the key for this run only.",
        ),
        "",
        _REMEDIES,
    )


def describe_invalid(error: InvalidCredentials) -> Message:
    """Say why a typed key or secret cannot be one."""
    field = {
        CredentialField.IMP_KEY: translate("Messages", "REST API key"),
        CredentialField.IMP_SECRET: translate("Messages", "REST API secret"),
    }[error.field]
    what = {
        CredentialFault.EMPTY: translate("Messages", "The {field} is missing."),
        CredentialFault.TOO_LONG: translate("Messages", "The {field} is too long."),
        CredentialFault.UNEXPECTED_CHARACTER: translate(
            "Messages", "The {field} holds a space, a Korean letter or another character that no key has."
        ),
    }[error.fault]
    return Message(
        what.format(field=field),
        translate("Messages", "Copy it again from the PortOne console."),
        remedies=(),
    )
