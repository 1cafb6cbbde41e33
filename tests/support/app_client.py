"""Drive the app in a child process, by commands to `tests.support.app_server`."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, get_args

from iamport_desktop.lookup.state import LookupState
from tools.programs import PATIENCE, running, wait_until
from tools.texts import ROOT

SERVER = "tests.support.app_server"
STATES: dict[str, type[LookupState]] = {state.__name__: state for state in get_args(LookupState)}
PLATFORM_WARNING = (
    "This plugin does not support "  # of the platform without a screen, about windows and menus
)


class AppClient:
    """A running app."""

    def __init__(self, process: subprocess.Popen[bytes], errors: Path) -> None:
        self.process = process
        self._errors = errors

    @property
    def error_output(self) -> str:
        """What it wrote to standard error so far."""
        lines = self._errors.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(line for line in lines if not line.startswith(PLATFORM_WARNING))

    def send(self, command: str, *arguments: object) -> None:
        """Send a command whose answer is not awaited, because the process may end over it."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps([command, *arguments]).encode() + b"\n")
        self.process.stdin.flush()

    def ask(self, command: str, *arguments: object) -> Any:
        """Send a command, and return its answer."""
        self.send(command, *arguments)
        assert self.process.stdout is not None
        while not (line := self.process.stdout.readline()).strip():
            assert line, f"it ended with {self.process.wait(PATIENCE)}: {self.error_output}"
        return json.loads(line)

    def search(self, text: str) -> None:
        """Put `text` into the search box and press Enter."""
        self.ask("search", text)

    def press(self, keys: str) -> None:
        """Press `keys`, written as "Ctrl+L"."""
        self.ask("press", keys)

    def texts(self) -> list[str]:
        """Return every text that is visible in the window."""
        return list(self.ask("texts"))

    def wait_for(self, *kinds: type[LookupState]) -> type[LookupState]:
        """Wait for a state of one of `kinds`, and return which."""
        shown: list[type[LookupState]] = []

        def is_reached() -> bool:
            shown.append(STATES[self.ask("state_name")])
            return shown[-1] in kinds

        wait_until(is_reached, f"the window shows one of {kinds}")
        return shown[-1]

    def look_up(self, text: str) -> type[LookupState]:
        """Search for `text`, and return the state that it leads to."""
        return STATES[self.ask("look_up_name", text)]

    def close(self) -> float:
        """Close the window; return the seconds until the process was gone."""
        began = self.ask("close")
        code = self.process.wait(PATIENCE)
        seconds = time.monotonic() - began
        assert code == 0, f"it ended with {code}: {self.error_output}"
        return float(seconds)


def command(*arguments: str, module: str = SERVER, within: Sequence[str] = ()) -> list[str]:
    """Return the command that runs `module`, by means of the command `within`."""
    return [*within, sys.executable, "-W", "error", "-m", module, *arguments]


@contextmanager
def started_app(
    environment: Mapping[str, str],
    folder: Path,
    *arguments: str,
    within: Sequence[str] = (),
    path: str = "",
    module: str = SERVER,
) -> Iterator[AppClient]:
    """Start the app, by default without a screen. Its error output goes to `folder`.

    `path` replaces the PYTHONPATH, which is this checkout.
    """
    errors = folder / f"errors-{time.monotonic_ns()}.txt"
    environment = {"QT_QPA_PLATFORM": "offscreen", **environment, "PYTHONPATH": path or str(ROOT)}
    pipe = subprocess.PIPE
    with (
        errors.open("wb") as file,
        running(
            command(*arguments, module=module, within=within),
            environment,
            stdin=pipe,
            stdout=pipe,
            stderr=file,
        ) as process,
    ):
        yield AppClient(process, errors)
