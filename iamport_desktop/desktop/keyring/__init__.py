"""The API key and secret, in the operating system's own store.

Light to import: keyring and what it brings are imported on the first call.
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
    clean,
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
    "clean",
]
