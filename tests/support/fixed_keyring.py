"""A keyring that holds the sandbox's key for every origin, and stores nothing."""

from __future__ import annotations

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.desktop.keyring.errors import CredentialStoreError
from iamport_desktop.desktop.keyring.serialization import StoredKey, encode
from iamport_desktop.sandbox.endpoints import IMP_KEY, IMP_SECRET


class FixedKeyring:
    """Use as `CredentialStore(FixedKeyring)`."""

    def get_password(self, service: str, username: str) -> str | None:
        return encode(StoredKey(Credentials(IMP_KEY, IMP_SECRET)))

    def set_password(self, service: str, username: str, password: str) -> None:
        pass

    def delete_password(self, service: str, username: str) -> None:
        pass

    def classify_error(self, error: Exception) -> type[CredentialStoreError] | None:
        return None
