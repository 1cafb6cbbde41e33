"""A keyring in memory that can hang or refuse."""

from __future__ import annotations

import threading

from keyring.errors import PasswordDeleteError

from iamport_desktop.desktop.keyring import CredentialStore, CredentialStoreError


class MemoryKeyring:
    """Keeps entries by service. While `open` is not set, every call hangs; `trouble` is raised where it is set."""

    def __init__(self) -> None:
        self.entries: dict[str, str] = {}
        self.open = threading.Event()
        self.open.set()
        self.trouble: CredentialStoreError | None = None

    def store(self) -> CredentialStore:
        """Return a credential store on this keyring."""
        return CredentialStore(lambda: self)

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.entries.get(service)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        self.entries[service] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        if self.entries.pop(service, None) is None:
            raise PasswordDeleteError("there is none")

    def classify_error(self, error: Exception) -> type[CredentialStoreError] | None:
        return None

    def _answer(self) -> None:
        self.open.wait()
        if self.trouble:
            raise self.trouble
