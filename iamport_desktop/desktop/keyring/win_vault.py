"""Windows: the Credential Manager."""

from __future__ import annotations

from keyring.backends.Windows import WinVaultKeyring

from iamport_desktop.desktop.keyring.backend import IgnoreEnvironmentProperties
from iamport_desktop.desktop.keyring.errors import CredentialStoreError, KeyringUnavailable, KeyringWriteError

# https://learn.microsoft.com/windows/win32/debug/system-error-codes
_NO_SUCH_LOGON_SESSION = 1312  # a service or a remote shell has no credential set
_INVALID_PARAMETER = 87
_BAD_STUB_DATA = 1783  # larger than CRED_MAX_CREDENTIAL_BLOB_SIZE
_MEANINGS: dict[object, type[CredentialStoreError]] = {
    _NO_SUCH_LOGON_SESSION: KeyringUnavailable,
    _INVALID_PARAMETER: KeyringWriteError,
    _BAD_STUB_DATA: KeyringWriteError,
}


class WinVault(IgnoreEnvironmentProperties, WinVaultKeyring):
    """keyring's backend, for this computer only, and without a copy of what was replaced."""

    def __init__(self) -> None:
        super().__init__()
        self.persist = "local machine"  # keyring's default roams to every computer of the domain account

    def set_password(self, service: str, username: str, password: str) -> None:
        """Save. keyring moves what it replaces to a second name; saving again replaces it there as well."""
        # keyring has no types for this backend, which is what mypy is told not to mind.
        replaces = self.get_password(service, username) is not None  # type: ignore[no-untyped-call]
        super().set_password(service, username, password)  # type: ignore[no-untyped-call]
        if replaces:
            super().set_password(service, username, password)  # type: ignore[no-untyped-call]

    def meaning(self, error: Exception) -> type[CredentialStoreError] | None:
        """See OsKeyring."""
        return _MEANINGS.get(getattr(error, "winerror", None))
