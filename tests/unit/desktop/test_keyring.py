"""What a person types becomes credentials, or a fault that says what is wrong; and the three systems' stores.

The store of Linux is tried for real in linux/test_secret_service.py.
"""

import json
import subprocess
import sys
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import keyring.backends.Windows
import pytest
from keyring.errors import KeyringError, KeyringLocked

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import PORTONE
from iamport_desktop.desktop.keyring import (
    CredentialFault,
    CredentialField,
    CredentialStore,
    EntryUnreadable,
    InvalidCredentials,
    KeyringUnavailable,
    KeyringWriteError,
    PromptDismissed,
    StoredKey,
    StoreFailed,
    StoreLocked,
    parse_credentials,
    serialization,
)
from iamport_desktop.desktop.keyring.keychain import Keychain
from iamport_desktop.desktop.keyring.win_vault import WinVault
from tests.support.stored_credentials import stored_credentials

OLD = Credentials("1234567890123456", "old-SECRET-of-the-desk")
NEW = Credentials("6543210987654321", 'new+SECRET/of=the"desk\\')


@pytest.mark.parametrize(
    "pasted",
    [
        "1234567890123456",
        " 1234567890123456\n",
        "\t1234567890123456\r\n",
        "\u00a01234567890123456\u3000",
        "\ufeff1234567890123456\u200b",
        "\u200b 1234567890123456",
    ],
)
def test_what_surrounds_a_pasted_key_is_dropped(pasted: str) -> None:
    assert parse_credentials(pasted, "secret") == Credentials("1234567890123456", "secret")
    assert parse_credentials("1", pasted) == Credentials("1", "1234567890123456")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", CredentialFault.EMPTY),
        (" \n\u200b", CredentialFault.EMPTY),
        ("a b", CredentialFault.UNEXPECTED_CHARACTER),
        ("a\nb", CredentialFault.UNEXPECTED_CHARACTER),
        ("a\x00", CredentialFault.UNEXPECTED_CHARACTER),
        ("a\x7fb", CredentialFault.UNEXPECTED_CHARACTER),
        ("a\u200bb", CredentialFault.UNEXPECTED_CHARACTER),
        ("１２３４", CredentialFault.UNEXPECTED_CHARACTER),
        ("ㅁㅠㅊ", CredentialFault.UNEXPECTED_CHARACTER),
        ("a\ud800", CredentialFault.UNEXPECTED_CHARACTER),
        ("a" * 513, CredentialFault.TOO_LONG),
    ],
)
def test_what_cannot_be_a_key_or_a_secret_is_named(text: str, fault: CredentialFault) -> None:
    with pytest.raises(InvalidCredentials) as key:
        parse_credentials(text, "secret")
    assert (key.value.field, key.value.fault) == (CredentialField.IMP_KEY, fault)
    with pytest.raises(InvalidCredentials) as secret:
        parse_credentials("key", text)
    assert (secret.value.field, secret.value.fault) == (CredentialField.IMP_SECRET, fault)


def test_an_entry_comes_back_as_it_went_in() -> None:
    key = StoredKey(NEW, datetime(2026, 11, 25, 3, 4, 5, tzinfo=UTC))
    assert serialization.decode(serialization.encode(key)) == key


@pytest.mark.parametrize("saved_at", [None, 0, "yesterday", "2026-11-25T03:04:05", ["2026"]])
def test_an_entry_without_the_time_it_was_saved_holds_the_key_all_the_same(saved_at: object) -> None:
    entry = {"imp_key": NEW.imp_key, "imp_secret": NEW.imp_secret}
    for text in (json.dumps(entry), json.dumps(entry | {"saved_at": saved_at})):
        assert serialization.decode(text) == StoredKey(NEW, None)


def test_the_longest_pair_fits_into_a_windows_entry() -> None:
    longest = parse_credentials("k" * serialization.MAX_LENGTH, "s" * serialization.MAX_LENGTH)
    assert len(serialization.encode(StoredKey(longest, datetime.now(UTC))).encode("utf-16-le")) <= 2560


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        '"old-SECRET"',
        "{}",
        '{"imp_key": "1"}',
        '{"imp_key": 1, "imp_secret": "old-SECRET"}',
        '{"imp_key": "", "imp_secret": "old-SECRET"}',
        "[" * 100_000,
    ],
)
def test_a_damaged_entry_is_unreadable_and_the_error_does_not_carry_it(text: str) -> None:
    with pytest.raises(EntryUnreadable) as raised:
        serialization.decode(text)
    assert raised.value.__cause__ is raised.value.__context__ is None
    assert "SECRET" not in str(raised.value)


def test_importing_the_package_brings_nothing_slow() -> None:
    # The window's first paint does without these.
    code = (
        "import sys, iamport_desktop.desktop.keyring, iamport_desktop.desktop.keyring.worker\n"
        "slow = {'keyring', 'secretstorage', 'jeepney', 'cryptography', 'asyncio', 'httpx', 'ssl'}\n"
        "sys.exit(', '.join(slow & set(sys.modules)) or 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")


class CredentialManager:
    """Windows' Credential Manager as far as keyring uses it: one entry for each target, of a limited size."""

    CRED_TYPE_GENERIC = 1
    CRED_PERSIST_LOCAL_MACHINE = 2
    CRED_PERSIST_ENTERPRISE = 3
    MAX_BLOB = 2560

    def __init__(self) -> None:
        self.entries: dict[str, dict[str, Any]] = {}
        self.failure: Exception | None = None

    def CredRead(self, Type: int, TargetName: str) -> dict[str, Any]:  # noqa: N802, N803
        if self.failure is not None:
            raise self.failure
        if TargetName not in self.entries:
            raise CredentialManagerError(1168, "CredRead")
        return self.entries[TargetName]

    def CredWrite(self, credential: dict[str, Any], flags: int) -> None:  # noqa: N802
        blob = credential["CredentialBlob"].encode("utf-16-le")
        if len(blob) > self.MAX_BLOB:
            raise CredentialManagerError(1783, "CredWrite")
        self.entries[credential["TargetName"]] = credential | {"CredentialBlob": blob}

    def CredDelete(self, Type: int, TargetName: str) -> None:  # noqa: N802, N803
        if self.entries.pop(TargetName, None) is None:
            raise CredentialManagerError(1168, "CredDelete")


class CredentialManagerError(Exception):
    """As win32ctypes raises it."""

    def __init__(self, winerror: int, funcname: str) -> None:
        super().__init__(winerror, funcname, "…")
        self.winerror = winerror
        self.funcname = funcname


@pytest.fixture
def credential_manager(monkeypatch: pytest.MonkeyPatch) -> CredentialManager:
    manager = CredentialManager()
    monkeypatch.setattr(keyring.backends.Windows, "win32cred", manager, raising=False)
    monkeypatch.setattr(
        keyring.backends.Windows, "pywintypes", SimpleNamespace(error=CredentialManagerError), raising=False
    )
    return manager


def test_windows_keeps_no_copy_of_what_was_replaced(credential_manager: CredentialManager) -> None:
    store = CredentialStore(WinVault)
    assert store.load(PORTONE) is None
    store.save(PORTONE, OLD)
    assert len(credential_manager.entries) == 1
    store.save(PORTONE, NEW)
    assert stored_credentials(store, PORTONE) == NEW
    blobs = [each["CredentialBlob"].decode("utf-16-le") for each in credential_manager.entries.values()]
    assert not [blob for blob in blobs if OLD.imp_secret in blob]
    store.remove(PORTONE)
    store.remove(PORTONE)
    assert credential_manager.entries == {}


def test_windows_entries_stay_on_this_computer(
    credential_manager: CredentialManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEYRING_PROPERTY_PERSIST", "enterprise")
    CredentialStore(WinVault).save(PORTONE, OLD)
    (stored,) = credential_manager.entries.values()
    assert stored["Persist"] == CredentialManager.CRED_PERSIST_LOCAL_MACHINE


def test_windows_says_when_a_value_is_too_large(credential_manager: CredentialManager) -> None:
    with pytest.raises(KeyringWriteError, match="1783"):
        CredentialStore(WinVault).save(PORTONE, Credentials("k", "s" * 2000))


@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (CredentialManagerError(1312, "CredRead"), KeyringUnavailable),
        (CredentialManagerError(5, "CredRead"), StoreFailed),
    ],
)
def test_windows_errors_are_distinguished(
    credential_manager: CredentialManager, failure: Exception, kind: type[Exception]
) -> None:
    credential_manager.failure = failure
    with pytest.raises(kind):
        CredentialStore(WinVault).load(PORTONE)


def keychain_error(status: int) -> KeyringError:
    error = KeyringError("Can't get password from keychain")
    error.__cause__ = Exception(status, "Unknown Error")
    return error


@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (KeyringLocked("Can't get password from keychain"), PromptDismissed),
        (keychain_error(-25308), StoreLocked),
        (keychain_error(-25291), StoreFailed),
        (NameError("api"), StoreFailed),
    ],
)
def test_macos_errors_are_distinguished(
    monkeypatch: pytest.MonkeyPatch, failure: Exception, kind: type[Exception]
) -> None:
    class Failing(Keychain):
        def get_password(self, service: str, username: str) -> str | None:
            raise failure

    with pytest.raises(kind) as raised:
        CredentialStore(Failing).load(PORTONE)
    assert raised.value.__context__ is None
