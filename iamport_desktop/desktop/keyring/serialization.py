"""Key and secret: validate pasted texts, and encode both as one keyring entry.

One entry holds both, so that they are replaced together or not at all.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.desktop.keyring.errors import EntryUnreadable

# In characters. Two texts of this length fit into one entry of the Windows Credential Manager, which holds
# 2,560 bytes (CRED_MAX_CREDENTIAL_BLOB_SIZE) of UTF-16.
MAX_LENGTH = 512
# Zero-width characters around texts pasted from chats and web pages; str.strip() keeps them.
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"


class CredentialField(StrEnum):
    """Which of the two texts has the fault."""

    IMP_KEY = "imp_key"
    IMP_SECRET = "imp_secret"  # noqa: S105 - a name, not a secret


class CredentialFault(StrEnum):
    """Why a text cannot be a key or a secret."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    UNEXPECTED_CHARACTER = "unexpected-character"


class InvalidCredentials(ValueError):
    """A text cannot be a key or a secret. `field` says which one, `fault` why; the text itself is left out."""

    def __init__(self, field: CredentialField, fault: CredentialFault) -> None:
        super().__init__(f"{field}: {fault}")
        self.field = field
        self.fault = fault


def parse_credentials(imp_key: str, imp_secret: str) -> Credentials:
    """Return the credentials in two pasted texts, without the whitespace around them.

    Raises InvalidCredentials when one is empty, longer than MAX_LENGTH, or holds anything but visible ASCII
    (a space, a control character, Hangul).
    """
    return Credentials(
        imp_key=_parse(imp_key, CredentialField.IMP_KEY),
        imp_secret=_parse(imp_secret, CredentialField.IMP_SECRET),
    )


def _parse(text: str, field: CredentialField) -> str:
    stripped = text.strip().strip(_INVISIBLE).strip()
    if not stripped:
        raise InvalidCredentials(field, CredentialFault.EMPTY)
    if len(stripped) > MAX_LENGTH:
        raise InvalidCredentials(field, CredentialFault.TOO_LONG)
    if not all("!" <= character <= "~" for character in stripped):
        raise InvalidCredentials(field, CredentialFault.UNEXPECTED_CHARACTER)
    return stripped


@dataclass(frozen=True, slots=True)
class StoredKey:
    """What a keyring entry holds. `saved_at` is aware; None in an entry of a version that did not store it."""

    credentials: Credentials
    saved_at: datetime | None = None


def encode(key: StoredKey) -> str:
    """Return the text of the keyring entry."""
    entry = {"imp_key": key.credentials.imp_key, "imp_secret": key.credentials.imp_secret}
    if key.saved_at:
        entry["saved_at"] = key.saved_at.isoformat()
    return json.dumps(entry)


def decode(text: str) -> StoredKey:
    """Return what the text of a keyring entry holds.

    Raises EntryUnreadable without a cause, because json's errors carry the whole text with the secret.
    """
    key = _decode(text)
    if key is None:
        raise EntryUnreadable("the entry is not JSON with an imp_key and an imp_secret")
    return key


def _decode(text: str) -> StoredKey | None:
    try:
        entry = json.loads(text)
        credentials = parse_credentials(entry["imp_key"], entry["imp_secret"])
        return StoredKey(credentials, _time(entry.get("saved_at")))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _time(value: object) -> datetime | None:
    try:
        time = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return time if time and time.tzinfo else None
