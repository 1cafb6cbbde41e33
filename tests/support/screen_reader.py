"""A screen reader that can be asked what it hears: Debian's pyatspi on an accessibility bus of the test's own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.support.secret_service import Session
from tools.programs import require, running, wait_until

_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
_SYSTEM_PYTHON = "/usr/bin/python3"  # Debian's packages are for this one
_SCRIPT = Path(__file__).with_name("at_spi.py")


@dataclass(frozen=True)
class Node:
    """Something in the accessibility tree."""

    number: int
    role: str
    name: str
    description: str


class ScreenReader:
    """Reads and works a program through AT-SPI alone."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def shown(self, role: str = "", *states: str) -> list[Node]:
        """What can be seen, scrolled away or not, in the order of the tree: of this role, in these states."""
        return [Node(**each) for each in self._ask("find", role=role, states=["showing", *states])]

    def everything(self) -> list[Node]:
        """Hidden pages and parts too."""
        return [Node(**each) for each in self._ask("find", role="", states=[])]

    def find(self, role: str, name: str) -> Node | None:
        """The first that can be seen, has this role and this name."""
        return next((each for each in self.shown(role) if each.name == name), None)

    def wait_for(self, role: str, name: str) -> Node:
        """Wait until there is such a one."""
        found: list[Node] = []

        def is_there() -> bool:
            found.extend(filter(None, [self.find(role, name)]))
            return bool(found)

        wait_until(is_there, f"the screen reader finds a {role} {name!r}")
        return found[0]

    def text(self, node: Node) -> str:
        """What a text field holds."""
        return str(self._ask("text", number=node.number))

    def write(self, node: Node, text: str) -> None:
        """Put `text` into a text field."""
        assert self._ask("write", number=node.number, text=text)

    def act(self, node: Node) -> str:
        """Have a control do what it does first of all; return what it calls that."""
        return str(self._ask("act", number=node.number))

    def row(self, table: Node, row: int) -> dict[str, str]:
        """A row of a table: each cell by the heading of its column."""
        return dict(self._ask("row", number=table.number, row=row))

    def announced(self) -> list[str]:
        """What was read out so far without having been asked for."""
        return [str(each) for each in self._ask("said")]

    def _ask(self, what: str, **details: object) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({"do": what, **details}).encode() + b"\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "the accessibility bus does not answer"
        return json.loads(answer)


@contextmanager
def accessibility_bus(session: Session) -> Iterator[dict[str, str]]:
    """Start AT-SPI in this session; yield the environment for a program that is to be heard."""
    launcher, quiet = require(_LAUNCHER, "at-spi2-core"), subprocess.DEVNULL
    with running([launcher, "--launch-immediately"], session.environment, stdout=quiet, stderr=quiet):
        yield session.environment | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}


@contextmanager
def screen_reader(environment: dict[str, str]) -> Iterator[ScreenReader]:
    """Listen to the program that runs with `environment`."""
    python = require(_SYSTEM_PYTHON, "python3")
    if subprocess.run([python, "-c", "import pyatspi"], capture_output=True).returncode:
        pytest.fail("pyatspi is missing; it comes with: apt-get install python3-pyatspi")
    command, pipe = [python, str(_SCRIPT), "iamport-desktop"], subprocess.PIPE
    with running(command, environment, stdin=pipe, stdout=pipe) as process:
        yield ScreenReader(process)
