"""Key and secret in the operating system's own store, one entry for each API origin."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from iamport_desktop.desktop.keyring import serialization
from iamport_desktop.desktop.keyring.backend import OsKeyring, open_os_store
from iamport_desktop.desktop.keyring.errors import (
    CredentialStoreError,
    EntryUnreadable,
    KeyringWriteError,
    StoreFailed,
)

if TYPE_CHECKING:
    from iamport_desktop.api.auth import Credentials
    from iamport_desktop.api.origin import Origin

USERNAME = "portone-v1"
_MAX_DUPLICATES = 20  # other programs can put several entries under one name

_Answer = TypeVar("_Answer")


class CredentialStore:
    """The stored credentials. Every call blocks, and waits for a person when the keyring asks one:

    never call it on the UI thread or on the asyncio loop, but on a thread of its own (see keyring_thread).
    Every method raises CredentialStoreError, and nothing else.
    """

    def __init__(self, open_store: Callable[[], OsKeyring] = open_os_store) -> None:
        """`open_store` gives the store, and is called anew for each call: a service that died may be back."""
        self._open_store = open_store

    def load(self, origin: Origin) -> Credentials | None:
        """Return what is stored for `origin`, None when nothing is."""
        text = self._call(lambda store: store.get_password(service_name(origin), USERNAME), StoreFailed)
        return None if text is None else serialization.decode(text)

    def save(self, origin: Origin, credentials: Credentials) -> None:
        """Store `credentials` for `origin`, in place of what was there."""
        text = serialization.encode(credentials)
        self._call(lambda store: _replace(store, service_name(origin), text), KeyringWriteError)

    def remove(self, origin: Origin) -> None:
        """Remove what is stored for `origin`; nothing happens when nothing is."""
        self._call(lambda store: _remove(store, service_name(origin)), StoreFailed)

    def _call(self, act: Callable[[OsKeyring], _Answer], otherwise: type[CredentialStoreError]) -> _Answer:
        store: OsKeyring | None = None
        try:
            store = self._open_store()
            return act(store)
        except CredentialStoreError:
            raise
        except Exception as error:  # noqa: BLE001 - what three systems' libraries raise has no other common root
            kind = _meaning(error, store)
            failure = (kind or otherwise)(f"{type(error).__name__}: {error}")
        # Out here, so that the foreign exception is not kept as context: it can hold the entry.
        raise failure


def _meaning(error: Exception, store: OsKeyring | None) -> type[CredentialStoreError] | None:
    if isinstance(error, UnicodeDecodeError):
        return EntryUnreadable
    return None if store is None else store.meaning(error)


def service_name(origin: Origin) -> str:
    """Return the name that the entry has in the keyring."""
    return f"iamport-desktop:{origin}"


def _replace(store: OsKeyring, service: str, text: str) -> None:
    store.set_password(service, USERNAME, text)
    if _kept(store, service, text):
        return
    # An entry that another program made under the same name is found first, and would win over ours.
    _remove(store, service)
    store.set_password(service, USERNAME, text)
    if not _kept(store, service, text):
        raise KeyringWriteError("what was saved cannot be read back")


def _kept(store: OsKeyring, service: str, text: str) -> bool:
    try:
        return store.get_password(service, USERNAME) == text
    except UnicodeDecodeError:
        return False


def _remove(store: OsKeyring, service: str) -> None:
    from keyring.errors import PasswordDeleteError

    for _ in range(_MAX_DUPLICATES):
        try:
            store.delete_password(service, USERNAME)
        except PasswordDeleteError:
            break  # none is left, or this one cannot be deleted
    if store.get_password(service, USERNAME) is not None:
        raise StoreFailed("the entry is still there")
