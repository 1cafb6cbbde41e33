"""A scripted screen reader: Debian's pyatspi on an accessibility bus of the test."""

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
    """A node of the accessibility tree."""

    number: int
    role: str
    name: str
    description: str


class ScreenReader:
    """Reads and operates a program through AT-SPI alone."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def shown(self, role: str = "", *states: str) -> list[Node]:
        """Return the visible nodes of this role in these states, scrolled away or not, in the order of the tree."""
        return [Node(**each) for each in self._ask("find", role=role, states=["showing", *states])]

    def everything(self) -> list[Node]:
        """Return all nodes, hidden ones too."""
        return [Node(**each) for each in self._ask("find", role="", states=[])]

    def find(self, role: str, name: str) -> Node | None:
        """Return the first visible node with this role and name."""
        return next((each for each in self.shown(role) if each.name == name), None)

    def wait_for(self, role: str, name: str) -> Node:
        """Wait for a visible node with this role and name."""
        found: list[Node] = []

        def is_there() -> bool:
            found.extend(filter(None, [self.find(role, name)]))
            return bool(found)

        wait_until(is_there, f"the screen reader finds a {role} {name!r}")
        return found[0]

    def text(self, node: Node) -> str:
        """Return what a text field holds."""
        return str(self._ask("text", number=node.number))

    def write(self, node: Node, text: str) -> None:
        """Put `text` into a text field."""
        assert self._ask("write", number=node.number, text=text)

    def act(self, node: Node) -> str:
        """Run the first action of a control; return its name."""
        return str(self._ask("act", number=node.number))

    def row(self, table: Node, row: int) -> dict[str, str]:
        """Return a row of a table, each cell by the heading of its column."""
        return dict(self._ask("row", number=table.number, row=row))

    def announced(self) -> list[str]:
        """Return the announcements so far."""
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
    """Start AT-SPI in this session; yield the environment for an accessible program."""
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
