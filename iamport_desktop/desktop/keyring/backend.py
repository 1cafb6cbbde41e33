"""The operating system's own store, named explicitly.

keyring's discovery is not used: an environment variable or a configuration file can turn it to a null or
plaintext backend, and on Linux it runs a compiler.
"""

from __future__ import annotations

import sys
from typing import Protocol

from iamport_desktop.desktop.keyring.errors import CredentialStoreError


class OsKeyring(Protocol):
    """A keyring backend that can say what its exceptions mean."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...

    def meaning(self, error: Exception) -> type[CredentialStoreError] | None:
        """Return the class that `error` of this backend is shown as, None when it is nothing known."""
        ...


class IgnoreEnvironmentProperties:
    """To be inherited before a keyring backend: keeps the environment from changing it."""

    def __init__(self) -> None:
        """Leave out keyring's own, which only sets attributes from KEYRING_PROPERTY_*, methods included."""


def open_os_store() -> OsKeyring:
    """Return the store of this system. Imports keyring, which takes some 70 ms the first time."""
    if sys.platform == "win32":
        from iamport_desktop.desktop.keyring.win_vault import WinVault

        return WinVault()
    if sys.platform == "darwin":
        from iamport_desktop.desktop.keyring.keychain import Keychain

        return Keychain()
    from iamport_desktop.desktop.keyring.secret_service import SecretService

    return SecretService()
