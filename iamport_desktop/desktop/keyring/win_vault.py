"""Windows: the Credential Manager."""

from __future__ import annotations

from keyring.backends.Windows import WinVaultKeyring

from iamport_desktop.desktop.keyring.backend import IgnoreEnvironmentProperties
from iamport_desktop.desktop.keyring.errors import CredentialStoreError, KeyringUnavailable, KeyringWriteError

# https://learn.microsoft.com/windows/win32/debug/system-error-codes
_NO_SUCH_LOGON_SESSION = 1312  # services and remote shells have no credential set
_INVALID_PARAMETER = 87
_BAD_STUB_DATA = 1783  # larger than CRED_MAX_CREDENTIAL_BLOB_SIZE
_ERRORS: dict[object, type[CredentialStoreError]] = {
    _NO_SUCH_LOGON_SESSION: KeyringUnavailable,
    _INVALID_PARAMETER: KeyringWriteError,
    _BAD_STUB_DATA: KeyringWriteError,
}


class WinVault(IgnoreEnvironmentProperties, WinVaultKeyring):
    """The library's backend, with entries that do not roam and no copy of a replaced entry."""

    def __init__(self) -> None:
        super().__init__()
        self.persist = "local machine"  # the default roams to every computer of a domain account

    def set_password(self, service: str, username: str, password: str) -> None:
        """Save. The library moves a replaced entry to a second name; saving again overwrites that copy."""
        # The library does not annotate this backend.
        replaces = self.get_password(service, username) is not None  # type: ignore[no-untyped-call]
        super().set_password(service, username, password)  # type: ignore[no-untyped-call]
        if replaces:
            super().set_password(service, username, password)  # type: ignore[no-untyped-call]

    def classify_error(self, error: Exception) -> type[CredentialStoreError] | None:
        """See OsKeyring."""
        return _ERRORS.get(getattr(error, "winerror", None))
