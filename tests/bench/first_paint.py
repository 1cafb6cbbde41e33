"""How long the frozen program takes to its first paint, beside a frozen hello window: run by turns, on one Xvfb.

    python -m tests.bench.first_paint [ROUNDS]

Neither program is asked or changed: the screen's memory is watched from outside until the middle of the window is no
longer the black of the empty screen. The programs start as a person starts them, with a home, a session bus and no
settings.
"""

from __future__ import annotations

import mmap
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.programs import PATIENCE, clean_environment, running
from tests.support.secret_service import session_bus

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "build" / "bench" / "iamport-desktop" / "iamport-desktop"
_BUILD = ROOT / "build"
_WIDTH, _HEIGHT = 1280, 1024
_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds from the start of the process to the first paint, one for each round."""

    program: list[float]
    hello: list[float]

    @property
    def ratio(self) -> float:
        """The program's time in hello's, in the middle of the rounds."""
        return statistics.median(a / b for a, b in zip(self.program, self.hello, strict=True))


def frozen_hello() -> Path:
    """Freeze the hello window, and return its executable."""
    pyinstaller = _BUILD / "venv" / "bin" / "pyinstaller"
    place = ("--distpath", str(_BUILD / "bench"), "--workpath", str(_BUILD))
    command = [
        pyinstaller,
        "--noconfirm",
        "--log-level",
        "WARN",
        *place,
        Path(__file__).with_name("hello.spec"),
    ]
    subprocess.run(command, check=True)
    return _BUILD / "bench" / "hello" / "hello"


def measure(hello: Path, rounds: int = _ROUNDS) -> Times:
    """Start both by turns. The first start of each, which reads from the disk, does not count."""
    with tempfile.TemporaryDirectory() as folder, _screen(Path(folder)) as (name, screen):
        taken = [
            (_first_paint(PROGRAM, name, screen), _first_paint(hello, name, screen))
            for _ in range(rounds + 1)
        ]
    program, hellos = zip(*taken[1:], strict=True)
    return Times(list(program), list(hellos))


@contextmanager
def _screen(folder: Path) -> Iterator[tuple[str, mmap.mmap]]:
    """An X server without a window manager, and its screen's memory."""
    reader, writer = os.pipe()
    size = f"{_WIDTH}x{_HEIGHT}x24"
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", size, "-fbdir", str(folder), "-noreset"]
    with running(command, os.environ, pass_fds=[writer], stderr=subprocess.DEVNULL):
        os.close(writer)
        with os.fdopen(reader, encoding="ascii") as number:
            name = f":{number.readline().strip()}"
        with (folder / "Xvfb_screen0").open("rb") as file:
            yield name, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _first_paint(program: Path, display: str, screen: mmap.mmap) -> float:
    home = Path(tempfile.mkdtemp(prefix="home-"))
    try:
        with session_bus(home, display) as session:
            environment = clean_environment(home) | session.environment | {"LANG": "C.UTF-8"}
            _wait(screen, painted=False)
            begun = time.monotonic()
            with running([str(program)], environment, stderr=subprocess.DEVNULL):
                return _wait(screen, painted=True) - begun
    finally:
        shutil.rmtree(home)


def _wait(screen: mmap.mmap, *, painted: bool) -> float:
    """Return when the middle of the window is painted, or black again."""
    # The picture stands at the file's end, four bytes a pixel; windows without a manager stand at the top left.
    start = len(screen) - 4 * _WIDTH * _HEIGHT
    rows = [start + 4 * (_WIDTH * y + 200) for y in (100, 390, 700)]
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if any(any(screen[row : row + 4 * 600]) for row in rows) == painted:
            return time.monotonic()
        time.sleep(0.0005)
    raise TimeoutError("nothing was painted" if painted else "the screen did not become empty")


def main() -> None:
    """Measure, and say so."""
    times = measure(frozen_hello(), int(sys.argv[1]) if len(sys.argv) > 1 else _ROUNDS)
    for name, seconds in (("program", times.program), ("hello", times.hello)):
        low, middle, high = min(seconds), statistics.median(seconds), max(seconds)
        print(f"{name:8} median {middle:.3f} s, {low:.3f} to {high:.3f} s, {len(seconds)} starts")
    print(f"the program takes {times.ratio:.2f} times as long")


if __name__ == "__main__":
    main()
