"""API key and secret in the operating system's keyring.

Light to import: the first call imports the keyring library.
"""

from iamport_desktop.desktop.keyring.errors import (
    CredentialStoreError,
    EntryUnreadable,
    KeyringTimeout,
    KeyringUnavailable,
    KeyringWriteError,
    PromptDismissed,
    StoreFailed,
    StoreLocked,
)
from iamport_desktop.desktop.keyring.serialization import (
    CredentialFault,
    CredentialField,
    InvalidCredentials,
    StoredKey,
    parse_credentials,
)
from iamport_desktop.desktop.keyring.store import CredentialStore

__all__ = [
    "CredentialFault",
    "CredentialField",
    "CredentialStore",
    "CredentialStoreError",
    "EntryUnreadable",
    "InvalidCredentials",
    "KeyringTimeout",
    "KeyringUnavailable",
    "KeyringWriteError",
    "PromptDismissed",
    "StoreFailed",
    "StoreLocked",
    "StoredKey",
    "parse_credentials",
]
