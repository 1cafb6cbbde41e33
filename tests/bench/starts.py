"""Rows 4 to 6: from the start to the first paint, and the memory held then."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench import frozen
from tests.bench.figures import Goal, Row, Sample, ratio
from tests.bench.programs import environment
from tests.bench.screen import Screen, screen
from tests.support.secret_service import session_bus
from tools.programs import require, running

ROUNDS = 10
MEMORY_ROUNDS = 3
PAYMENT = "imp_100000000002"
SETTLED = (
    3.0  # seconds after the first paint: the lookup is shown, and what runs behind the window has been done
)
PAGE = "data:text/html,<meta charset=utf-8><title>x</title><p>안녕하세요</p>"


@dataclass(frozen=True, slots=True)
class Program:
    """A program, and the command that starts it."""

    name: str
    command: tuple[str, ...]


class StartBench:
    """A screen, a home that is used again, and a session bus without a keyring."""

    def __init__(self, shown: Screen, home: Path, variables: dict[str, str]) -> None:
        self._screen = shown
        self._home = home
        self._variables = variables

    @contextmanager
    def started(self, program: Program) -> Iterator[tuple[int, float]]:
        """Run `program`; yield its process and the seconds to its first paint."""
        variables = environment(self._home, **self._variables)
        self._screen.wait(painted=False)
        begun = time.monotonic()
        quiet = subprocess.DEVNULL
        with running(list(program.command), variables, stdout=quiet, stderr=quiet) as process:
            yield process.pid, self._screen.wait(painted=True) - begun


@contextmanager
def start_bench() -> Iterator[StartBench]:
    """Start the screen and the bus."""
    home = Path(tempfile.mkdtemp(prefix="home-"))
    try:
        with screen(home) as shown, session_bus(home, shown.name) as session:
            bus = {
                name: session.environment[name] for name in ("XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS")
            }
            yield StartBench(shown, home, bus | {"DISPLAY": shown.name})
    finally:
        shutil.rmtree(home, ignore_errors=True)


def programs(folder: Path) -> dict[str, Program]:
    """Return the app and its peers by name."""
    widgets = folder / "widgets.json"
    subprocess.run(
        [sys.executable, "-m", "tests.bench.widgets", str(widgets)],
        check=True,
        env=environment(folder, QT_QPA_PLATFORM="offscreen"),
    )
    app, plain, hello = frozen.app(), frozen.window("plain_window"), frozen.window("hello")
    source = str(Path(__file__).with_name("plain_window.py"))
    profile = folder / "chromium"
    chromium = (
        require("chromium", "chromium"),
        "--no-sandbox",
        "--no-first-run",
        f"--user-data-dir={profile}",
    )
    everything = (
        Program("app, source", (sys.executable, "-m", "iamport_desktop")),
        Program("plain window, source", (sys.executable, source, str(widgets))),
        Program("app, frozen", (str(app),)),
        Program("plain window, frozen", (str(plain), str(widgets))),
        Program("hello window, frozen", (str(hello),)),
        Program("Chromium", (*chromium, "--window-size=1240,860", "--window-position=0,0", f"--app={PAGE}")),
        Program("app with a payment", (str(app), "--demo", PAYMENT)),
    )
    return {each.name: each for each in everything}


def all_rows() -> Iterator[Row]:
    """Measure rows 4 to 6."""
    with tempfile.TemporaryDirectory() as folder, start_bench() as bench:
        known = programs(Path(folder))
        names: tuple[str, ...] = (
            "app, source",
            "plain window, source",
            "app, frozen",
            "plain window, frozen",
            "hello window, frozen",
            "Chromium",
        )
        times = _rounds(ROUNDS, names, lambda name: _start(bench, known[name]))
        yield from _starts(times)
        names = ("app with a payment", "plain window, frozen", "Chromium")
        yield _memory(_rounds(MEMORY_ROUNDS, names, lambda name: _held(bench, known[name])))


def _rounds(count: int, names: tuple[str, ...], measure: Callable[[str], float]) -> dict[str, Sample]:
    """Measure the programs by turns. The first round, which reads from the disk, does not count."""
    rounds = [[measure(name) for name in names] for _ in range(count + 1)][1:]
    return {name: Sample(name, values) for name, values in zip(names, zip(*rounds, strict=True), strict=True)}


def _start(bench: StartBench, program: Program) -> float:
    with bench.started(program) as (_, seconds):
        return seconds


def _held(bench: StartBench, program: Program) -> float:
    with bench.started(program) as (process, _):
        time.sleep(SETTLED)
        return sum(map(_proportional_size, _family(process)))


def _starts(times: dict[str, Sample]) -> Iterator[Row]:
    texts = {name: each.text("ms", 1e3, 0) for name, each in times.items()}
    source = ratio(times["app, source"], times["plain window, source"])
    chilled, hello = (
        ratio(times["app, frozen"], times[f"{each} window, frozen"]) for each in ("plain", "hello")
    )
    yield Row(
        4,
        "start to first paint",
        tuple(texts[each] for each in times if each != "Chromium"),
        (
            Goal("a plain window, source", source, 1.15),
            Goal("a plain window, frozen", chilled, 1.15),
            Goal("a hello window, frozen", hello, 1.2),
        ),
        "First paint: the screen's memory, watched from outside. A plain window has as many widgets as ours then.",
    )
    beside = Goal("Chromium", ratio(times["app, frozen"], times["Chromium"]), 0.65)
    yield Row(5, "start to first paint, frozen", (texts["app, frozen"], texts["Chromium"]), (beside,))


def _memory(held: dict[str, Sample]) -> Row:
    app, bare, chromium = held.values()
    goals = (
        Goal("the plain window", ratio(app, bare), 1.7),
        Goal("Chromium", ratio(app, chromium), 0.25),
    )
    measured = tuple(each.text("MB", 1e-6, 0) for each in held.values())
    return Row(6, "memory after a lookup (PSS of all processes, frozen)", measured, goals)


def _family(process: int) -> Iterator[int]:
    """Yield a process and its descendants."""
    yield process
    for task in Path(f"/proc/{process}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from _family(int(child))


def _proportional_size(process: int) -> float:
    """Return the bytes of a process; shared ones are divided among the sharers."""
    found = re.search(r"^Pss: +(\d+) kB", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)
    assert found
    return int(found[1]) * 1024.0
