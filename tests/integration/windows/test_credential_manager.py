"""The real Credential Manager, across processes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import Origin, parse_origin
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.desktop.keyring.serialization import MAX_LENGTH
from tests.support.stored_credentials import stored_credentials

_READ = """
import sys
from iamport_desktop.api.origin import parse_origin
from iamport_desktop.desktop.keyring import CredentialStore
found = CredentialStore().load(parse_origin(sys.argv[1]))
print(found.credentials.imp_secret if found else "none")
"""


@pytest.fixture
def origin() -> Iterator[Origin]:
    """An origin of the test, whose entry is removed."""
    origin = parse_origin("https://windows-test.example")
    CredentialStore().remove(origin)
    yield origin
    CredentialStore().remove(origin)


def read_elsewhere(origin: Origin) -> str:
    command = [sys.executable, "-c", _READ, str(origin)]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout.strip()


def test_another_process_reads_what_was_saved_and_replaced(origin: Origin) -> None:
    store = CredentialStore()
    for secret in "first-secret", "second-secret":
        store.save(origin, Credentials("1234567890123456", secret))
        assert read_elsewhere(origin) == secret
    store.remove(origin)
    assert read_elsewhere(origin) == "none"


def test_the_longest_credentials_fit(origin: Origin) -> None:
    longest = Credentials("k" * MAX_LENGTH, "s" * MAX_LENGTH)
    CredentialStore().save(origin, longest)
    assert stored_credentials(CredentialStore(), origin) == longest


def test_a_key_belongs_to_its_origin(origin: Origin) -> None:
    CredentialStore().save(origin, Credentials("key", "secret"))
    assert CredentialStore().load(parse_origin("https://other-windows-test.example")) is None
