"""The credentials in a keyring entry, without the day."""

from __future__ import annotations

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import Origin
from iamport_desktop.desktop.keyring import CredentialStore


def stored_credentials(store: CredentialStore, origin: Origin) -> Credentials | None:
    """Load the entry for `origin`; return its credentials, None without an entry."""
    key = store.load(origin)
    return key.credentials if key else None
