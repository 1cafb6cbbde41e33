"""What this package asks of a keyring backend."""

from __future__ import annotations

from typing import Protocol

from iamport_desktop.desktop.keyring.errors import CredentialStoreError


class OsKeyring(Protocol):
    """A backend of the keyring library that can classify its own exceptions."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...

    def classify_error(self, error: Exception) -> type[CredentialStoreError] | None:
        """Return the class to raise for `error` of this backend, None for an error without one."""
        ...


class IgnoreEnvironmentProperties:
    """Mix-in that keeps KEYRING_PROPERTY_* variables from changing a backend. Stands before it among the bases."""

    def __init__(self) -> None:
        """Skip the backend's own, which sets any attribute from the environment, methods included."""
