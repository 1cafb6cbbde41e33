"""A Wine prefix with a display: a Windows disk and registry in a folder, and programs that run in it."""

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
USER = "상담원"  # a profile folder with a Korean name, as on many desks

_SETTINGS = {
    "WINEDEBUG": "-all",
    # No prompts for .NET and the HTML engine, no entries in the host's menu, and our own mscms.dll.
    "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d;mscms=n",
    # Wine hides the host's QT_* variables from programs, and removes this prefix.
    "WINEQT_QPA_PLATFORM": "windows",
    "LC_ALL": "ko_KR.UTF-8",
    "USER": USER,
    "LOGNAME": USER,
}


@dataclass(frozen=True)
class Done:
    """The exit code and the output of a program."""

    code: int
    out: str
    err: str


class Started:
    """A running Windows program. Its streams are pipes, which Windows' Python needs under Wine."""

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
        """Write `stdin` and wait for the end. After `seconds`, kill it and raise TimeoutError."""
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
        """Kill it, as the task manager does. Its output so far stays available."""
        self.process.kill()
        self.process.wait()
        if self.process.stdin:
            with contextlib.suppress(BrokenPipeError):
                self.process.stdin.close()


class _Reader(threading.Thread):
    """Reads a pipe, without waiting for its end: Wine's own programs inherit the pipe and keep running."""

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
        except UnicodeDecodeError:  # the code page of a Korean Windows
            text = self._read.decode("cp949", "backslashreplace")
        return text.replace("\r\n", "\n")


@dataclass(frozen=True)
class Wine:
    """A prefix in use: `prefix` holds disk and registry, `environment` is that of its programs."""

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
        """End all programs, and return once the registry is written to its files."""
        _tell_server(self.environment, "-k")
        _tell_server(self.environment, "-w")


@cache
def _at_fixed_addresses() -> tuple[str, ...]:
    """Return a command prefix that fixes addresses; () where that is forbidden, as in some containers.

    Linux 6.9 and later may place a heap at 0x7FFE0000, where Windows has a page shared by all processes; the program
    then does not start.
    """
    command = ("setarch", "--addr-no-randomize")
    allowed = subprocess.run([*command, "true"], capture_output=True).returncode == 0
    return command if allowed else ()


def clean_up_when_terminated() -> None:
    """Turn SIGTERM into SystemExit, so that programs in Wine are ended with this process."""
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))


def windows_path(path: Path) -> str:
    """Return the Windows path of a file of the host."""
    return "Z:" + str(path.absolute()).replace("/", "\\")


@contextmanager
def wine(prefix: Path, locales: Path) -> Iterator[Wine]:
    """Use the prefix at `prefix` on its own display, in Korean; end its programs at the end."""
    for program in (WINE, WINESERVER):
        require(program, "wine64")
    with tempfile.TemporaryDirectory(prefix="wine-home-") as home, display(Path(home)) as screen:
        environment = clean_environment(Path(home)) | _SETTINGS
        environment |= {"WINEPREFIX": str(prefix), "LOCPATH": str(locales), "DISPLAY": screen}
        # The server stays between two programs, so that they start quickly, and ends after a minute without any.
        _tell_server(environment, "-p60")
        used = Wine(prefix, environment)
        try:
            yield used
        finally:
            used.settle()


@contextmanager
def fresh_wine(system: Path) -> Iterator[Wine]:
    """Use a copy of the prefix that `wine.prepare` left in the folder `system`."""
    # On the same disk, so that 700 MB of read-only system files are linked instead of copied.
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
