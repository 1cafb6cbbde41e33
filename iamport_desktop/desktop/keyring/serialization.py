"""The key and secret as they come from a person, and as they lie in the keyring.

One entry holds both, so that they are replaced together or not at all.
"""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING

from iamport_desktop.desktop.keyring.errors import EntryUnreadable

if TYPE_CHECKING:
    from iamport_desktop.api.auth import Credentials

# Far more than real ones have. Two of this length still fit into one entry of the Windows Credential
# Manager, which holds 2,560 bytes of UTF-16.
MAX_LENGTH = 512
# Pasted from a chat or a web page: str.strip() does not count these as whitespace.
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"


class CredentialField(StrEnum):
    """Which of the two a fault is in."""

    IMP_KEY = "imp_key"
    IMP_SECRET = "imp_secret"  # noqa: S105 - a name, not a secret


class CredentialFault(StrEnum):
    """Why a text cannot be a key or a secret."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    UNEXPECTED_CHARACTER = "unexpected-character"


class InvalidCredentials(ValueError):
    """A text that cannot be a key or a secret. `field` says which one, `fault` why; the text is not in it."""

    def __init__(self, field: CredentialField, fault: CredentialFault) -> None:
        super().__init__(f"{field}: {fault}")
        self.field = field
        self.fault = fault


def clean(imp_key: str, imp_secret: str) -> Credentials:
    """Return the credentials in two pasted texts, without the spaces and newlines around them.

    Raises InvalidCredentials when one is empty, longer than MAX_LENGTH, or holds anything but visible ASCII
    (a space, a control character, what a Korean keyboard makes of it in Hangul mode).
    """
    # Brings asyncio, which the first paint does without.
    from iamport_desktop.api.auth import Credentials

    return Credentials(
        imp_key=_clean(imp_key, CredentialField.IMP_KEY),
        imp_secret=_clean(imp_secret, CredentialField.IMP_SECRET),
    )


def _clean(text: str, field: CredentialField) -> str:
    stripped = text.strip().strip(_INVISIBLE).strip()
    if not stripped:
        raise InvalidCredentials(field, CredentialFault.EMPTY)
    if len(stripped) > MAX_LENGTH:
        raise InvalidCredentials(field, CredentialFault.TOO_LONG)
    if not all("!" <= character <= "~" for character in stripped):
        raise InvalidCredentials(field, CredentialFault.UNEXPECTED_CHARACTER)
    return stripped


def encode(credentials: Credentials) -> str:
    """Return the text that lies in the keyring."""
    return json.dumps({"imp_key": credentials.imp_key, "imp_secret": credentials.imp_secret})


def decode(text: str) -> Credentials:
    """Return the credentials in a text from the keyring.

    Raises EntryUnreadable. It has no cause, because json's errors carry the whole text with the secret.
    """
    credentials = _decoded(text)
    if credentials is None:
        raise EntryUnreadable("the entry is not JSON with an imp_key and an imp_secret")
    return credentials


def _decoded(text: str) -> Credentials | None:
    try:
        entry = json.loads(text)
        return clean(entry["imp_key"], entry["imp_secret"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
