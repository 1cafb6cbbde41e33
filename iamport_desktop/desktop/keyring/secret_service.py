"""Linux: the Secret Service (GNOME Keyring, KWallet, KeePassXC) on the session bus."""

from __future__ import annotations

import secretstorage
from keyring.backends.SecretService import Keyring
from keyring.errors import KeyringLocked

from iamport_desktop.desktop.keyring.backend import IgnoreEnvironmentProperties
from iamport_desktop.desktop.keyring.errors import (
    CredentialStoreError,
    KeyringUnavailable,
    PromptDismissed,
    StoreLocked,
)


class SecretService(IgnoreEnvironmentProperties, Keyring):
    """The library's backend, which closes its connection also when the keyring stays locked."""

    appid = "iamport-desktop"

    def get_preferred_collection(self) -> secretstorage.Collection:
        """Return the unlocked default collection. Blocks during the prompt to unlock it."""
        connection = secretstorage.dbus_init()
        try:
            collection = secretstorage.get_default_collection(connection)
            if collection.is_locked():
                collection.unlock()
            collection.ensure_not_locked()
        except BaseException:
            connection.close()
            raise
        return collection

    def classify_error(self, error: Exception) -> type[CredentialStoreError] | None:
        """See OsKeyring. The exceptions of secretstorage and jeepney do not derive from KeyringError."""
        if isinstance(error, secretstorage.PromptDismissedException):
            return PromptDismissed
        if isinstance(error, secretstorage.LockedException | KeyringLocked):
            return StoreLocked
        # OSError: the bus is gone. RuntimeError: jeepney does not support the transport of its address.
        if isinstance(error, secretstorage.SecretServiceNotAvailableException | OSError | RuntimeError):
            return KeyringUnavailable
        return None
