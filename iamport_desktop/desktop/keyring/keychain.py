"""macOS: the login keychain."""

from __future__ import annotations

from keyring.backends.macOS import Keyring
from keyring.errors import KeyringLocked

from iamport_desktop.desktop.keyring.backend import IgnoreEnvironmentProperties
from iamport_desktop.desktop.keyring.errors import CredentialStoreError, PromptDismissed, StoreLocked

_INTERACTION_NOT_ALLOWED = -25308  # errSecInteractionNotAllowed: locked, and no prompt can be shown


class Keychain(IgnoreEnvironmentProperties, Keyring):
    """The library's backend, with KEYCHAIN_PATH ignored."""

    keychain = None

    def classify_error(self, error: Exception) -> type[CredentialStoreError] | None:
        """See OsKeyring. The library raises KeyringLocked when the user denies the access."""
        if isinstance(error, KeyringLocked):
            return PromptDismissed
        status = getattr(error.__cause__, "args", ())[:1]
        return StoreLocked if status == (_INTERACTION_NOT_ALLOWED,) else None
