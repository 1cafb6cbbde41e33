"""A credential store in memory."""

from __future__ import annotations

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import Origin
from iamport_desktop.desktop.keyring import CredentialStore


class MemoryStore(CredentialStore):
    """Holds one key for every origin."""

    def __init__(self, credentials: Credentials | None = None) -> None:
        self.credentials = credentials

    def load(self, origin: Origin) -> Credentials | None:
        return self.credentials

    def save(self, origin: Origin, credentials: Credentials) -> None:
        self.credentials = credentials

    def remove(self, origin: Origin) -> None:
        self.credentials = None
