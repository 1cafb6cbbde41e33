"""The program with the sandbox's key at hand in place of a keyring: `python -m tests.support.app_with_key …`."""

from __future__ import annotations

import sys
from functools import partial

from iamport_desktop import cli
from iamport_desktop.desktop import keyring
from iamport_desktop.desktop.keyring.errors import CredentialStoreError
from iamport_desktop.sandbox.endpoints import IMP_KEY, IMP_SECRET


class KeyAtHand:
    """Has the sandbox's key for every origin, and keeps nothing."""

    def get_password(self, service: str, username: str) -> str | None:
        from iamport_desktop.api.credentials import Credentials
        from iamport_desktop.desktop.keyring.serialization import encode

        return encode(Credentials(IMP_KEY, IMP_SECRET))

    def set_password(self, service: str, username: str, password: str) -> None:
        pass

    def delete_password(self, service: str, username: str) -> None:
        pass

    def classify_error(self, error: Exception) -> type[CredentialStoreError] | None:
        return None


def main() -> int:
    """Run the command line as it stands, but for where the key comes from."""
    keyring.CredentialStore = partial(keyring.CredentialStore, KeyAtHand)  # type: ignore[misc, assignment]
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
