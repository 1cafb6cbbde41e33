"""API key and secret in the operating system's keyring, one entry per API origin."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import Origin
from iamport_desktop.desktop.keyring import serialization
from iamport_desktop.desktop.keyring.backend import OsKeyring
from iamport_desktop.desktop.keyring.errors import (
    CredentialStoreError,
    EntryUnreadable,
    KeyringWriteError,
    StoreFailed,
)
from iamport_desktop.desktop.keyring.serialization import StoredKey

USERNAME = "portone-v1"
_MAX_DUPLICATES = 20  # entries of one name, which other programs can add to some keyrings

_Result = TypeVar("_Result")


def open_os_keyring() -> OsKeyring:
    """Return the backend of this operating system, by its name. Imports the keyring library.

    The library's own discovery is not used: an environment variable or a configuration file can turn it to a
    null or plaintext backend, and on Linux it runs a compiler.
    """
    if sys.platform == "win32":
        from iamport_desktop.desktop.keyring.win_vault import WinVault

        return WinVault()
    if sys.platform == "darwin":
        from iamport_desktop.desktop.keyring.keychain import Keychain

        return Keychain()
    from iamport_desktop.desktop.keyring.secret_service import SecretService

    return SecretService()


def backend_name() -> str:
    """Return what the backend of this operating system is called."""
    return {"win32": "Windows Credential Manager", "darwin": "macOS Keychain"}.get(
        sys.platform, "Secret Service"
    )


def service_name(origin: Origin) -> str:
    """Return the name of the entry for `origin`."""
    return f"iamport-desktop:{origin}"


class CredentialStore:
    """Loads, saves and removes credentials.

    Every call blocks, as long as the keyring waits for an answer to its prompt: call it on a thread of its own
    (see `worker`), never on the UI thread or in the asyncio loop. Every call raises CredentialStoreError and
    nothing else.
    """

    def __init__(self, open_keyring: Callable[[], OsKeyring] = open_os_keyring) -> None:
        """Call `open_keyring` anew for each operation: a keyring service that died may be back."""
        self._open_keyring = open_keyring

    def load(self, origin: Origin) -> StoredKey | None:
        """Return what is stored for `origin`, None without an entry."""
        text = self._call(lambda keyring: keyring.get_password(service_name(origin), USERNAME), StoreFailed)
        return None if text is None else serialization.decode(text)

    def save(self, origin: Origin, credentials: Credentials, saved_at: datetime | None = None) -> StoredKey:
        """Store `credentials` for `origin`, and read them back. Replaces an earlier entry; returns the new one.

        `saved_at` (aware) is the time to store, by default that of this computer.
        """
        key = StoredKey(credentials, saved_at or datetime.now(UTC))
        text = serialization.encode(key)
        self._call(lambda keyring: _replace(keyring, service_name(origin), text), KeyringWriteError)
        return key

    def remove(self, origin: Origin) -> None:
        """Remove the entry for `origin`; do nothing without one."""
        self._call(lambda keyring: _remove(keyring, service_name(origin)), StoreFailed)

    def _call(
        self, operation: Callable[[OsKeyring], _Result], default: type[CredentialStoreError]
    ) -> _Result:
        """Run `operation`; raise what the backend makes of its exception, else `default`."""
        keyring: OsKeyring | None = None
        try:
            keyring = self._open_keyring()
            return operation(keyring)
        except CredentialStoreError:
            raise
        except Exception as error:  # noqa: BLE001 - the libraries of three systems share no other base class
            error_class = _classify(error, keyring) or default
            failure = error_class(f"{type(error).__name__}: {error}")
        # Outside the except block: the foreign exception, which can hold the entry, does not become the context.
        raise failure


def _classify(error: Exception, keyring: OsKeyring | None) -> type[CredentialStoreError] | None:
    if isinstance(error, UnicodeDecodeError):
        return EntryUnreadable
    return None if keyring is None else keyring.classify_error(error)


def _replace(keyring: OsKeyring, service: str, text: str) -> None:
    keyring.set_password(service, USERNAME, text)
    if _is_stored(keyring, service, text):
        return
    # An entry of the same name, made by another program, is found first and hides the new one.
    _remove(keyring, service)
    keyring.set_password(service, USERNAME, text)
    if not _is_stored(keyring, service, text):
        raise KeyringWriteError("what was saved cannot be read back")


def _is_stored(keyring: OsKeyring, service: str, text: str) -> bool:
    try:
        return keyring.get_password(service, USERNAME) == text
    except UnicodeDecodeError:
        return False


def _remove(keyring: OsKeyring, service: str) -> None:
    from keyring.errors import PasswordDeleteError

    for _ in range(_MAX_DUPLICATES):
        try:
            keyring.delete_password(service, USERNAME)
        except PasswordDeleteError:
            break  # no entry is left, or this one cannot be deleted
    if keyring.get_password(service, USERNAME) is not None:
        raise StoreFailed("the entry is still there")
