"""The errors of the keyring, as one tree.

    CredentialStoreError
    ├── KeyringUnavailable   no keyring service can be reached
    ├── StoreLocked          the keyring is locked, and stayed locked
    ├── PromptDismissed      the user dismissed the keyring's prompt
    ├── KeyringWriteError    the keyring did not store the key and secret
    ├── EntryUnreadable      the entry is damaged, or another program's
    ├── KeyringTimeout       no answer yet; the keyring is probably showing a prompt
    └── StoreFailed          anything else

Imports neither Qt nor the keyring library: `presentation.messages` turns these errors into words.
"""


class CredentialStoreError(Exception):
    """The root. `detail` is a technical text in English for the tooltip; never a secret."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class KeyringUnavailable(CredentialStoreError):
    """No keyring service can be reached: none is installed or running, or it died during the call."""


class StoreLocked(CredentialStoreError):
    """The keyring is locked and stayed so: its prompt was closed, or could not be shown."""


class PromptDismissed(CredentialStoreError):
    """The user refused to create a keyring, or to grant this program access."""


class KeyringWriteError(CredentialStoreError):
    """The keyring did not accept the key and secret, or did not keep them."""


class EntryUnreadable(CredentialStoreError):
    """The entry does not hold a key and a secret. Saving replaces it."""


class StoreFailed(CredentialStoreError):
    """The keyring raised an error without a class of its own."""


class KeyringTimeout(CredentialStoreError):
    """The keyring has not answered yet. Its prompt may be waiting behind another window."""
