"""A Windows of its own, as Wine 8.0 has it: a disk and a registry in a folder, and a display."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import IO, Self

from tools.programs import clean_environment, require
from tools.xvfb import display

# Not /usr/bin/wine, which asks for the 32-bit Wine too.
WINE, WINESERVER = "/usr/lib/wine/wine64", "/usr/lib/wine/wineserver64"
USER = "상담원"  # a profile folder with a Korean name, as many a desk has it

_SETTINGS = {
    "WINEDEBUG": "-all",
    # No .NET and HTML engine to ask for, nothing put into the host's menu, and our own mscms.dll.
    "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d;mscms=n",
    # Wine keeps the host's QT_* from programs, and takes this prefix off.
    "WINEQT_QPA_PLATFORM": "windows",
    "LC_ALL": "ko_KR.UTF-8",
    "USER": USER,
    "LOGNAME": USER,
}


@dataclass(frozen=True)
class Done:
    """How a program ended, and what it said."""

    code: int
    out: str
    err: str


class Started:
    """A running Windows program. Its streams are pipes, which Python needs there."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], cwd: Path | None) -> None:
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            command,
            env=environment,
            cwd=cwd,
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            start_new_session=True,
        )
        assert self.process.stdout
        assert self.process.stderr
        self._readers = [_Reader(self.process.stdout), _Reader(self.process.stderr)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def wait(self, seconds: float, stdin: bytes = b"") -> Done:
        """Give it `stdin` and wait for its end; after `seconds` end it, and raise TimeoutError."""
        assert self.process.stdin
        ended = True
        try:
            with contextlib.suppress(BrokenPipeError):
                self.process.stdin.write(stdin)
                self.process.stdin.close()
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            ended = False
        finally:
            self.kill()
        done = Done(self.process.returncode, *(reader.text() for reader in self._readers))
        if not ended:
            raise TimeoutError(f"This did not end in {seconds:g} s: {self.process.args!r}. {done}")
        return done

    def kill(self) -> None:
        """End it by force, as the task manager does. What it says stays with its readers."""
        self.process.kill()
        self.process.wait()
        if self.process.stdin:
            with contextlib.suppress(BrokenPipeError):
                self.process.stdin.close()


class _Reader(threading.Thread):
    """Reads a pipe. Its end is not waited for: Wine's own programs inherit it and stay."""

    def __init__(self, pipe: IO[bytes]) -> None:
        super().__init__(daemon=True)
        self._pipe = pipe
        self._read = bytearray()
        self.start()

    def run(self) -> None:
        with self._pipe:
            while data := os.read(self._pipe.fileno(), 65536):
                self._read += data

    def text(self) -> str:
        self.join(1)
        try:
            text = self._read.decode("utf-8")
        except UnicodeDecodeError:  # what the language of this Windows is written in
            text = self._read.decode("cp949", "backslashreplace")
        return text.replace("\r\n", "\n")


@dataclass(frozen=True)
class Wine:
    """`prefix` holds the disk and the registry; `environment` is for the programs started here."""

    prefix: Path
    environment: dict[str, str] = field(repr=False)

    @property
    def disk(self) -> Path:
        """Drive C."""
        return self.prefix / "drive_c"

    @property
    def profile(self) -> Path:
        """The user's own folder."""
        return self.disk / "users" / USER

    def start(self, *command: str | Path, cwd: Path | None = None, **environment: str) -> Started:
        """Start a Windows program: its file, then its arguments."""
        words = [*_at_fixed_addresses(), WINE, *map(str, command)]
        return Started(words, self.environment | environment, cwd)

    def run(
        self,
        *command: str | Path,
        seconds: float = 60,
        stdin: bytes = b"",
        cwd: Path | None = None,
        **environment: str,
    ) -> Done:
        """Run a Windows program to its end."""
        return self.start(*command, cwd=cwd, **environment).wait(seconds, stdin)

    def settle(self) -> None:
        """End what runs, and return when the registry has been written to its files."""
        _tell_server(self.environment, "-k")
        _tell_server(self.environment, "-w")


@cache
def _at_fixed_addresses() -> tuple[str, ...]:
    """What goes before Wine's program so that it always starts; nothing where it is forbidden, as in some containers.

    Linux 6.9 and later puts one heap in some thousand where Windows has a page that all processes share, 0x7FFE0000.
    """
    command = ("setarch", "--addr-no-randomize")
    allowed = subprocess.run([*command, "true"], capture_output=True).returncode == 0
    return command if allowed else ()


def clean_up_when_terminated() -> None:
    """Let SIGTERM end this process as an exception does: what it started in Wine would outlive it."""
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))


def windows_path(path: Path) -> str:
    """The name that a file of the host has in Windows."""
    return "Z:" + str(path.absolute()).replace("/", "\\")


@contextmanager
def wine(prefix: Path, locales: Path) -> Iterator[Wine]:
    """Use the prefix at `prefix` on a display of its own, in Korean; end everything in it at the end."""
    for program in (WINE, WINESERVER):
        require(program, "wine64")
    with tempfile.TemporaryDirectory(prefix="wine-home-") as home, display(Path(home)) as screen:
        environment = clean_environment(Path(home)) | _SETTINGS
        environment |= {"WINEPREFIX": str(prefix), "LOCPATH": str(locales), "DISPLAY": screen}
        # Stays between two programs, which then start in a tenth of a second; after a minute without any it ends.
        _tell_server(environment, "-p60")
        used = Wine(prefix, environment)
        try:
            yield used
        finally:
            used.settle()


@contextmanager
def fresh_wine(system: Path) -> Iterator[Wine]:
    """A new Windows, like the one that `packaging/wine/prepare.py` left in the folder `system`."""
    # Beside the other one, so that 700 MB of system files, which nobody writes to, need not be copied.
    with tempfile.TemporaryDirectory(prefix="prefix-", dir=system) as folder:
        prefix = Path(folder) / "prefix"
        _copy(system / "prefix", prefix)
        with wine(prefix, system / "locales") as used:
            yield used


def _copy(template: Path, prefix: Path) -> None:
    disk, system_files = template / "drive_c", "windows"

    def left_for_later(folder: str, _: list[str]) -> set[str]:
        return {system_files} if Path(folder) == disk else set()

    shutil.copytree(template, prefix, symlinks=True, ignore=left_for_later)
    shutil.copytree(
        disk / system_files, prefix / "drive_c" / system_files, symlinks=True, copy_function=os.link
    )


def _tell_server(environment: Mapping[str, str], order: str) -> None:
    quiet = subprocess.DEVNULL
    command = [WINESERVER, order]
    subprocess.run(
        command, env=environment, timeout=60, check=order.startswith("-p"), stdout=quiet, stderr=quiet
    )
