"""A credential store in memory."""

from __future__ import annotations

from datetime import datetime

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import Origin
from iamport_desktop.desktop.keyring import CredentialStore, StoredKey


class MemoryStore(CredentialStore):
    """Holds one key for every origin."""

    def __init__(self, credentials: Credentials | None = None) -> None:
        self.credentials = credentials

    def load(self, origin: Origin) -> StoredKey | None:
        return StoredKey(self.credentials) if self.credentials else None

    def save(self, origin: Origin, credentials: Credentials, saved_at: datetime | None = None) -> StoredKey:
        self.credentials = credentials
        return StoredKey(credentials, saved_at)

    def remove(self, origin: Origin) -> None:
        self.credentials = None
