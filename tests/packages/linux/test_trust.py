"""The executable trusts the system's roots, a company's root among them, and no other."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from tests.faults import certificates, replies
from tests.faults.server import Server
from tests.support.secret_service import Session, secret_service


@pytest.fixture
def session(home: Path) -> Iterator[Session]:
    with secret_service(home) as session:
        yield session


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def server(authority: trustme.CA) -> Iterator[Server]:
    with Server(lookup=replies.paid, token=replies.token(), tls=certificates.good(authority)) as server:
        yield server


def store_key(executable: Path, session: Session, server: Server) -> subprocess.CompletedProcess[str]:
    """Let the program fetch a token, and store the key when it got one."""
    command = [str(executable), "--lang", "en", "--api-url", server.url, "--set-credentials"]
    return subprocess.run(
        command, input="a_key\na_secret\n", env=session.environment, capture_output=True, text=True
    )


def test_a_root_of_the_system_s_store_is_trusted(
    executable: Path, session: Session, server: Server, authority: trustme.CA, tmp_path: Path
) -> None:
    with authority.cert_pem.tempfile() as root:
        session.environment["SSL_CERT_FILE"] = root
        stored = store_key(executable, session, server)
        assert (stored.returncode, stored.stderr) == (0, "")
        picture = str(tmp_path / "picture.png")
        command = [str(executable), "--api-url", server.url, "imp_100000000002", "--screenshot", picture]
        subprocess.run(command, env=session.environment, check=True)
    assert len(server.lookups) == 1


def test_an_unknown_root_is_not(executable: Path, session: Session, server: Server) -> None:
    refused = store_key(executable, session, server)
    assert refused.returncode == 1
    assert "certificate" in refused.stderr.lower()
    assert not server.requests
