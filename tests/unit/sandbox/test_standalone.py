"""``python -m iamport_desktop.sandbox`` as its own process."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from iamport_desktop.sandbox.samples import load_samples

COMMAND = [sys.executable, "-m", "iamport_desktop.sandbox"]


@contextmanager
def running(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    # A shell has what it runs in the background ignore SIGINT, and children inherit that.
    inherited = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",  # what is left unread may begin within a character
        env={"PYTHONUTF8": "1"},
    )
    signal.signal(signal.SIGINT, inherited)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def printed(process: subprocess.Popen[str], count: int) -> list[str]:
    assert process.stdout is not None
    return [process.stdout.readline().rstrip("\n") for _ in range(count)]


def test_it_prints_what_a_client_needs_and_serves_it() -> None:
    samples = load_samples(0, "").payments
    with running() as process:
        lines = printed(process, 3 + len(samples))
        named = dict(line.split(": ", 1) for line in lines[:3])
        assert list(named) == ["url", "imp_key", "imp_secret"]
        for sample, line in zip(samples, lines[3:], strict=True):
            assert line.startswith(sample.imp_uid + "  ")
            assert sample.shows_ko in line
            assert sample.shows_en in line
            assert ("(test channel)" in line) == sample.sandbox
        with httpx.Client(base_url=named.pop("url"), trust_env=False) as client:
            token = client.post("/users/getToken", data=named).json()["response"]["access_token"]
            found = client.get("/payments/imp_100000000001", headers={"Authorization": token})
            assert found.json()["response"]["imp_uid"] == "imp_100000000001"


@pytest.mark.skipif(sys.platform == "win32", reason="no process can send it to just one other there")
def test_ctrl_c_ends_it_cleanly() -> None:
    with running() as process:
        printed(process, 1)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=10)
        assert (process.returncode, errors) == (0, "")


def test_the_port_can_be_named() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with running("--port", str(port)) as process:
        assert printed(process, 1) == [f"url: http://127.0.0.1:{port}"]


def test_a_taken_port_is_reported_in_a_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = subprocess.run([*COMMAND, "--port", str(port)], capture_output=True, text=True, timeout=30)
    assert ended.returncode == 1
    assert re.fullmatch(rf"Cannot listen on port {port}: .+\n", ended.stderr)


@pytest.mark.parametrize("port", ["65536", "-1", "x"])
def test_a_port_that_is_none(port: str) -> None:
    ended = subprocess.run([*COMMAND, f"--port={port}"], capture_output=True, text=True, timeout=30)
    assert ended.returncode == 2
    assert "is not a port (0 to 65535)" in ended.stderr


def test_a_terminal_without_korean_does_not_end_it() -> None:
    environment = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    with subprocess.Popen(COMMAND, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(4)]
        process.kill()
    assert lines[3].startswith(b"imp_100000000001  \\uc2e0")
