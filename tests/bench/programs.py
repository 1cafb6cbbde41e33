"""Start what is measured, each in its own process, and send it lines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.support.app_client import AppClient, started_app
from tools.programs import clean_environment, running

ROOT = Path(__file__).parents[2]


class LineProcess:
    """A program that answers each line with a line."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def tell(self, line: str) -> float:
        """Send `line`; return the seconds that it answers."""
        assert self._process.stdin
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()
        answer = self._line()
        assert answer, f"it ended over {line!r}"
        return float(answer)

    def _line(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().decode().strip()


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return a program's environment: its own home, this checkout, and no proxy."""
    kept = {name: value for name, value in clean_environment(home).items() if "proxy" not in name.lower()}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)  # the second start of a program finds its bytecode
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore", "LANG": "ko_KR.UTF-8"} | more


@contextmanager
def module(name: str, *arguments: str, within: Sequence[str] = (), **variables: str) -> Iterator[LineProcess]:
    """Run `python -m name arguments` by means of the command `within`."""
    command = [*within, sys.executable, "-m", name, *arguments]
    pipes: Mapping[str, int] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with (
        tempfile.TemporaryDirectory(prefix="home-") as home,
        running(command, environment(Path(home), **variables), cwd=ROOT, **pipes) as process,
    ):
        yield LineProcess(process)


@contextmanager
def server(*arguments: str, within: Sequence[str] = ()) -> Iterator[int]:
    """Run the server of the benchmark; yield its port."""
    with module("tests.bench.server", *arguments, within=within) as program:
        yield int(json.loads(program._line())["port"])


@contextmanager
def app(url: str, display: str, *, within: Sequence[str] = (), **variables: str) -> Iterator[AppClient]:
    """Run the app on a display, and yield it when token and connection are there."""
    variables |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": tempfile.gettempdir()}
    with tempfile.TemporaryDirectory(prefix="home-") as home:
        here = environment(Path(home), APP_VARIANTS="key", **variables)
        arguments = ("--api-url", url, "--lang", "ko")
        module = "tests.bench.app_server"
        with started_app(here, Path(home), *arguments, within=within, module=module) as client:
            client.ask("wait_until_warm")
            yield client


def is_root() -> bool:
    """Whether network namespaces can be made."""
    return os.geteuid() == 0
