"""macOS: the login keychain."""

from __future__ import annotations

from keyring.backends.macOS import Keyring
from keyring.errors import KeyringLocked

from iamport_desktop.desktop.keyring.backend import IgnoreEnvironmentProperties
from iamport_desktop.desktop.keyring.errors import CredentialStoreError, PromptDismissed, StoreLocked

_INTERACTION_NOT_ALLOWED = -25308  # errSecInteractionNotAllowed: locked, and nobody can be asked


class Keychain(IgnoreEnvironmentProperties, Keyring):
    """keyring's backend, whatever KEYCHAIN_PATH says."""

    keychain = None

    def meaning(self, error: Exception) -> type[CredentialStoreError] | None:
        """See OsKeyring. keyring raises KeyringLocked when the person denies the access."""
        if isinstance(error, KeyringLocked):
            return PromptDismissed
        status = getattr(error.__cause__, "args", ())[:1]
        return StoreLocked if status == (_INTERACTION_NOT_ALLOWED,) else None
