"""Real programs beside the tests: found or failed, started in a home of their own, ended at the end."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

PATIENCE = 20.0  # seconds; two cores may be busy with other tests

# What would lead a program to this desk's own session instead of the test's.
_SESSION = (
    "XDG_",
    "DBUS_",
    "GNOME_",
    "KDE_",
    "DESKTOP",
    "DISPLAY",
    "WAYLAND",
    "BROWSER",
    "SSH_",
    "LC_",
    "LANGUAGE",
)
_KEYRING = ("PYTHON_KEYRING", "KEYRING_PROPERTY_", "KEYCHAIN_PATH")


def require(program: str, package: str) -> str:
    """Return the path of `program`; where it is missing, fail the test and name its Debian package."""
    if (path := shutil.which(program)) is None:
        pytest.fail(f"{program} is missing; it comes with: apt-get install {package}")
    return path


def clean_environment(home: Path) -> dict[str, str]:
    """An environment in which everything a program stores goes to `home`, and no session is known."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_SESSION + _KEYRING)}
    return kept | {"HOME": str(home), "LANG": "C.UTF-8"}


def wait_until(condition: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Wait for something that another process does and does not announce; fail after `patience` seconds."""
    deadline = time.monotonic() + patience
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(f"This did not happen in {patience:g} s: {what}")
        time.sleep(0.02)


def start(command: list[str], environment: Mapping[str, str], **options: Any) -> subprocess.Popen[bytes]:
    """Start `command` in a process group of its own. It ends when the tests end, however they do."""
    tied = [require("setpriv", "util-linux"), "--pdeathsig", "TERM", *command]
    return subprocess.Popen(tied, env=environment, start_new_session=True, **options)


@contextmanager
def running(
    command: list[str], environment: Mapping[str, str], **options: Any
) -> Iterator[subprocess.Popen[bytes]]:
    """Start `command`, and end it at the end with what it started itself."""
    process = start(command, environment, **options)
    try:
        yield process
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End `process` and what it started; by force after some seconds."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is None:
            os.killpg(process.pid, number)
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                continue
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            stream.close()
