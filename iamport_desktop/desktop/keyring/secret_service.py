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
    """keyring's backend, with a connection that is closed also when the keyring stays locked."""

    appid = "iamport-desktop"

    def get_preferred_collection(self) -> secretstorage.Collection:
        """Return the unlocked default collection. Blocks while the keyring asks the person to unlock it."""
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

    def meaning(self, error: Exception) -> type[CredentialStoreError] | None:
        """See OsKeyring. secretstorage's exceptions are no KeyringError, and jeepney's are neither."""
        if isinstance(error, secretstorage.PromptDismissedException):
            return PromptDismissed
        if isinstance(error, secretstorage.LockedException | KeyringLocked):
            return StoreLocked
        # OSError: the bus is gone. RuntimeError: its address is of a kind that jeepney does not speak.
        if isinstance(error, secretstorage.SecretServiceNotAvailableException | OSError | RuntimeError):
            return KeyringUnavailable
        return None
