"""An X server whose screen memory is watched, so that every program is measured alike and unchanged."""

from __future__ import annotations

import mmap
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.programs import PATIENCE, require, running

_WIDTH, _HEIGHT = 1280, 1024
_ROWS, _LEFT, _DOTS = (100, 390, 700), 200, 600


class Screen:
    """`name` is the value for DISPLAY."""

    def __init__(self, name: str, memory: mmap.mmap) -> None:
        self.name = name
        self._memory = memory

    def wait(self, *, painted: bool) -> float:
        """Return the moment at which the middle of the screen was painted, or was black again."""
        # The picture stands at the file's end, four bytes a dot; windows without a manager stand at the top left.
        start = len(self._memory) - 4 * _WIDTH * _HEIGHT
        rows = [start + 4 * (_WIDTH * y + _LEFT) for y in _ROWS]
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if any(any(self._memory[row : row + 4 * _DOTS]) for row in rows) == painted:
                return time.monotonic()
            time.sleep(0.0005)
        raise TimeoutError("nothing was painted" if painted else "the screen did not become empty")


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """Start an X server without a window manager."""
    reader, writer = os.pipe()
    size = f"{_WIDTH}x{_HEIGHT}x24"
    command = [require("Xvfb", "xvfb"), "-displayfd", str(writer), "-screen", "0", size]
    command += ["-fbdir", str(folder), "-noreset"]
    with running(command, os.environ, pass_fds=[writer], stderr=subprocess.DEVNULL):
        os.close(writer)
        with os.fdopen(reader, encoding="ascii") as number:
            name = f":{number.readline().strip()}"
        with (folder / "Xvfb_screen0").open("rb") as file:
            yield Screen(name, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
