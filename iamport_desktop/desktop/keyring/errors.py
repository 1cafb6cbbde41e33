"""What can go wrong between the program and the keyring, as one tree.

    CredentialStoreError
    ├── KeyringUnavailable       no keyring service can be reached
    ├── StoreLocked        it is locked, and stayed locked
    ├── PromptDismissed    the person said no to the keyring's question
    ├── KeyringWriteError       it did not take what was to be saved
    ├── EntryUnreadable    the entry is damaged, or somebody else's
    ├── KeyringTimeout        it has not answered yet; it is probably asking the person something
    └── StoreFailed        anything else

Knows neither Qt nor keyring, so that whoever turns errors into words can import it.
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
    """The person refused what the keyring asked: to create a keyring, or to let this program in."""


class KeyringWriteError(CredentialStoreError):
    """The keyring did not take the key and secret, or did not keep them."""


class EntryUnreadable(CredentialStoreError):
    """There is an entry, but it does not hold a key and a secret. Saving replaces it."""


class StoreFailed(CredentialStoreError):
    """The keyring answered with an error that has no class of its own."""


class KeyringTimeout(CredentialStoreError):
    """The keyring has not answered yet. Its prompt may be waiting behind another window."""
