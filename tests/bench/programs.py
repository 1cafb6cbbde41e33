"""Starts what is measured, each as a process of its own, and tells it what to do by lines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.programs import clean_environment, running

ROOT = Path(__file__).parents[2]


class Obedient:
    """A program that answers each line with one."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def wait_for(self, word: str) -> None:
        """Read until it says `word`."""
        while (said := self._line()) != word:
            assert said, f"it ended before it said {word}"

    def tell(self, line: str) -> float:
        """Say `line`; return the seconds that it answers."""
        assert self._process.stdin
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()
        said = self._line()
        assert said, f"it ended over {line!r}"
        return float(said)

    def _line(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().decode().strip()


def environment(home: Path, **more: str) -> dict[str, str]:
    """What a program is started with: a home of its own, this checkout, and no proxy."""
    kept = {name: value for name, value in clean_environment(home).items() if "proxy" not in name.lower()}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)  # the second start of a program finds its bytecode
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore", "LANG": "ko_KR.UTF-8"} | more


@contextmanager
def module(name: str, *arguments: str, before: Sequence[str] = (), **variables: str) -> Iterator[Obedient]:
    """Run `python -m name arguments` behind the command `before`."""
    command = [*before, sys.executable, "-m", name, *arguments]
    pipes: Mapping[str, int] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with (
        tempfile.TemporaryDirectory(prefix="home-") as home,
        running(command, environment(Path(home), **variables), cwd=ROOT, **pipes) as process,
    ):
        yield Obedient(process)


@contextmanager
def server(*arguments: str, before: Sequence[str] = ()) -> Iterator[int]:
    """Run the server of the benchmark; yield its port."""
    with module("tests.bench.server", *arguments, before=before) as program:
        yield int(json.loads(program._line())["port"])


@contextmanager
def desk(url: str, display: str, *, before: Sequence[str] = (), **variables: str) -> Iterator[Obedient]:
    """Run the app at a desk on a display; yield it when token and connection are ready."""
    variables |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": tempfile.gettempdir()}
    with module("tests.bench.desk", url, before=before, **variables) as program:
        program.wait_for("ready")
        yield program


def is_root() -> bool:
    """Whether network namespaces can be made."""
    return os.geteuid() == 0
