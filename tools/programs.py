"""Start other programs in a clean environment, wait for them, and end them with their children."""

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

PATIENCE = 20.0  # seconds; two cores may be busy with other tests

# Variables that lead a program to the desktop session of the current user.
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


class ProgramMissing(Exception):
    """A program that is needed is not installed; the message names the package to install."""


def require(program: str, package: str) -> str:
    """Return the path of `program`. Raises ProgramMissing, which names its Debian package."""
    if (path := shutil.which(program)) is None:
        raise ProgramMissing(f"{program} is missing; it comes with: apt-get install {package}")
    return path


def clean_environment(home: Path) -> dict[str, str]:
    """Return an environment without a desktop session, in which a program stores its files below `home`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_SESSION + _KEYRING)}
    return kept | {"HOME": str(home), "LANG": "C.UTF-8"}


def wait_until(condition: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Poll `condition` until it is true. Raises TimeoutError, which says `what`, after `patience` seconds."""
    deadline = time.monotonic() + patience
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"This did not happen in {patience:g} s: {what}")
        time.sleep(0.02)


def start(command: list[str], environment: Mapping[str, str], **options: Any) -> subprocess.Popen[bytes]:
    """Start `command` in its own process group. The kernel ends it when this process ends."""
    tied = [require("setpriv", "util-linux"), "--pdeathsig", "TERM", *command]
    return subprocess.Popen(tied, env=environment, start_new_session=True, **options)


@contextmanager
def running(
    command: list[str], environment: Mapping[str, str], **options: Any
) -> Iterator[subprocess.Popen[bytes]]:
    """Run `command` for the length of the block, then end it and its children."""
    process = start(command, environment, **options)
    try:
        yield process
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End `process` and its children: SIGTERM, then SIGKILL after 5 seconds."""
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
