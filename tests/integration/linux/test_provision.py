"""`iamport-desktop --set-credentials`, as administrators use it."""

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import PORTONE, parse_origin
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.sandbox import Sandbox
from tests.support.scripted_secret_service import Mood, scripted_secret_service
from tests.support.secret_service import Session, secret_service, session_bus
from tests.support.stored_credentials import stored_credentials

SAVED = "is stored in the keyring"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    with secret_service(tmp_path) as session:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session.environment["DBUS_SESSION_BUS_ADDRESS"])
        yield session


def command(url: str, language: str = "en") -> list[str]:
    return [
        sys.executable,
        "-m",
        "iamport_desktop",
        "--set-credentials",
        "--api-url",
        url,
        "--lang",
        language,
    ]


def run(
    desk: Session, url: str, typed: str | bytes, language: str = "en"
) -> "subprocess.CompletedProcess[str]":
    raw = typed if isinstance(typed, bytes) else typed.encode()
    done = subprocess.run(
        command(url, language), env=desk.environment, input=raw, capture_output=True, timeout=60
    )
    return subprocess.CompletedProcess([], done.returncode, done.stdout.decode(), done.stderr.decode())


def two_lines(sandbox: Sandbox) -> str:
    return f"{sandbox.imp_key}\n{sandbox.imp_secret}\n"


def stored(sandbox: Sandbox) -> Credentials | None:
    return stored_credentials(CredentialStore(), parse_origin(sandbox.url))


def test_two_lines_are_checked_and_stored_for_their_origin(desk: Session, sandbox: Sandbox) -> None:
    done = run(desk, sandbox.url, two_lines(sandbox))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"The key for {sandbox.url} {SAVED} of this computer.\n"
    assert stored(sandbox) == Credentials(sandbox.imp_key, sandbox.imp_secret)
    assert CredentialStore().load(PORTONE) is None
    assert [request.path for request in sandbox.requests] == ["/users/getToken"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_what_windows_editors_write_is_understood(desk: Session, sandbox: Sandbox, encoding: str) -> None:
    typed = two_lines(sandbox).replace("\n", "\r\n") + "\r\n"
    assert run(desk, sandbox.url, typed.encode(encoding)).returncode == 0
    assert stored(sandbox) == Credentials(sandbox.imp_key, sandbox.imp_secret)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "key\n",
        "key\n\nsecret\n",
        "key\nse cret\n",
        "k\n" * 9999,
    ],
)
def test_anything_but_a_key_and_a_secret_is_wrong_usage(desk: Session, sandbox: Sandbox, typed: str) -> None:
    done = run(desk, sandbox.url, typed)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("Nothing was stored.\n")
    assert done.stderr.count("\n") == 1
    assert not sandbox.requests
    assert stored(sandbox) is None


@pytest.mark.parametrize(
    ("language", "nothing"), [("en", "Nothing was stored."), ("ko", "아무것도 저장하지 않았습니다.")]
)
def test_a_wrong_secret_is_not_stored_and_not_repeated(
    desk: Session, sandbox: Sandbox, language: str, nothing: str
) -> None:
    done = run(desk, sandbox.url, f"{sandbox.imp_key}\nwrong-SENTINEL\n", language)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith(f" {nothing}\n")
    assert "CredentialsRejected" in done.stderr
    assert "SENTINEL" not in done.stderr
    assert stored(sandbox) is None


def test_a_key_that_cannot_be_checked_is_not_stored(desk: Session, sandbox: Sandbox) -> None:
    typed, url = two_lines(sandbox), sandbox.url
    sandbox.stop()
    done = run(desk, url, typed)
    assert (done.returncode, done.stdout) == (1, "")
    assert "ConnectionRefused" in done.stderr
    assert stored(sandbox) is None


def test_without_a_keyring_it_says_so(tmp_path: Path, sandbox: Sandbox) -> None:
    with session_bus(tmp_path) as session:
        done = run(session, sandbox.url, two_lines(sandbox))
    assert (done.returncode, done.stdout) == (1, "")
    assert "KeyringUnavailable" in done.stderr
    assert sandbox.imp_secret not in done.stderr


def test_a_keyring_that_asks_is_mentioned(tmp_path: Path, sandbox: Sandbox) -> None:
    with session_bus(tmp_path) as session, scripted_secret_service(session, Mood.PROMPT_NEVER_ENDS):
        process = subprocess.Popen(
            command(sandbox.url), env=session.environment, stdin=subprocess.PIPE, stderr=subprocess.PIPE
        )
        with process:
            assert process.stdin is not None
            assert process.stderr is not None
            process.stdin.write(two_lines(sandbox).encode())
            process.stdin.close()
            assert b"may be asking for its password" in process.stderr.readline()
            process.kill()


def test_at_a_terminal_it_asks_and_the_secret_is_not_shown(desk: Session, sandbox: Sandbox) -> None:
    ours, its = pty.openpty()
    process = subprocess.Popen(
        command(sandbox.url), env=desk.environment, stdin=its, stdout=its, stderr=its, start_new_session=True
    )
    os.close(its)
    terminal = b""
    for prompt, answer in ((b"key: ", sandbox.imp_key), (b"(not shown): ", sandbox.imp_secret)):
        while not terminal.endswith(prompt):
            terminal += os.read(ours, 1024)
        os.write(ours, answer.encode() + b"\n")
    with suppress(OSError):  # how Linux says that the terminal's last program has left
        while True:
            terminal += os.read(ours, 1024)
    os.close(ours)
    assert process.wait(10) == 0
    assert SAVED.encode() in terminal
    assert sandbox.imp_key.encode() in terminal
    assert sandbox.imp_secret.encode() not in terminal
    assert stored(sandbox) == Credentials(sandbox.imp_key, sandbox.imp_secret)


def test_it_leaves_the_secret_nowhere_in_the_home(desk: Session, sandbox: Sandbox) -> None:
    assert run(desk, sandbox.url, two_lines(sandbox)).returncode == 0
    secret = sandbox.imp_secret.encode()
    assert not [path for path in desk.home.rglob("*") if path.is_file() and secret in path.read_bytes()]
