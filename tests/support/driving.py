"""A program that is driven from here: started, told what to do, asked what it shows, and gone at the end."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools.programs import PATIENCE, running, wait_until

OF_THE_PLATFORM = "This plugin does not support "  # without a screen, of windows and menus
_ROOT = Path(__file__).parents[2]


class Driven:
    """A running program. `told` is what it wrote to its error output."""

    def __init__(self, process: subprocess.Popen[bytes], errors: Path) -> None:
        self.process = process
        self._errors = errors

    @property
    def told(self) -> str:
        lines = self._errors.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(line for line in lines if not line.startswith(OF_THE_PLATFORM))

    def tell(self, order: str, *arguments: object) -> None:
        """Have `order` done, which answers nothing."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps([order, *arguments]).encode() + b"\n")
        self.process.stdin.flush()

    def ask(self, order: str, *arguments: object) -> Any:
        """Have `order` done, and return what it gives."""
        self.tell(order, *arguments)
        assert self.process.stdout is not None
        while not (line := self.process.stdout.readline()).strip():
            assert line, f"it ended with {self.process.wait(PATIENCE)} instead of an answer: {self.told}"
        return json.loads(line)

    def wait_for(self, *screens: str) -> str:
        """Wait until it shows one of `screens`, and return which."""
        wait_until(lambda: self.ask("screen") in screens, f"it shows one of {screens}")
        return str(self.ask("screen"))

    def look_up(self, text: str) -> str:
        """Look `text` up, and return the screen that came of it."""
        self.ask("look up", text)
        return self.wait_for("Found", "Problem", "Attempts")

    def close(self) -> float:
        """Close the window; return the seconds until the process was gone."""
        begun = self.ask("close")
        code = self.process.wait(PATIENCE)
        seconds = time.monotonic() - begun
        assert code == 0, f"it ended with {code}: {self.told}"
        return float(seconds)


def command(*arguments: str, module: str = "tests.support.driven", within: Sequence[str] = ()) -> list[str]:
    """The command that starts the program, `within` another command."""
    return [*within, sys.executable, "-W", "error", "-m", module, *arguments]


@contextmanager
def driven(
    environment: Mapping[str, str],
    folder: Path,
    *arguments: str,
    within: Sequence[str] = (),
    path: str = "",
    module: str = "tests.support.driven",
    **options: Any,
) -> Iterator[Driven]:
    """Start the program without a screen, and yield it. `folder` is for what it writes to its error output.

    `path` is another PYTHONPATH than the checkout.
    """
    errors = folder / f"errors-{time.monotonic_ns()}.txt"
    environment = {"QT_QPA_PLATFORM": "offscreen", **environment, "PYTHONPATH": path or str(_ROOT)}
    pipe = subprocess.PIPE
    with (
        errors.open("wb") as file,
        running(
            command(*arguments, module=module, within=within),
            environment,
            stdin=pipe,
            stdout=pipe,
            stderr=file,
            **options,
        ) as process,
    ):
        yield Driven(process, errors)
