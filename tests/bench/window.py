"""Rows 7 and 8: for how long the window does not answer, and how long it takes to show a payment."""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench import programs
from tests.bench.figures import Goal, Row, quantile
from tests.bench.programs import ROOT, environment
from tools.programs import running
from tools.xvfb import display

GIVE_UP = 120.0  # seconds
RUNS = 3
# In milliseconds: the longest and the 99th percentile of what is done all day, the longest of what is done once.
LONGEST, PERCENTILE = 50, 25
ONCE = {"start behind the first paint": 150, "theme": 100, "language": 100}


def all_rows() -> Iterator[Row]:
    """Measure rows 7 and 8 on one display."""
    with tempfile.TemporaryDirectory(prefix="home-") as home, display(Path(home)) as screen:
        yield stalls(screen)
        yield rendering(screen)


def stalls(screen: str) -> Row:
    """Measure the times between two ticks of a timer on the window's thread, each phase on its own."""
    with programs.server() as port:
        runs = [_output(screen, "tests.bench.stalls", f"http://127.0.0.1:{port}") for _ in range(RUNS)]
    measured, goals = [], []
    for phase in runs[0]:
        gaps = [[1e3 * gap for gap in run[phase]] for run in runs]
        longest = sorted(max(each) for each in gaps)
        count = sum(map(len, gaps))
        measured.append(f"{phase}: longest {_joined(longest)} ms of {count:,} times")
        goals.append(Goal(f"{phase}, longest", statistics.median(longest), ONCE.get(phase, LONGEST), "ms"))
        if phase not in ONCE:
            every = [gap for each in gaps for gap in each]
            goals.append(Goal(f"{phase}, 99th percentile", quantile(every, 0.99), PERCENTILE, "ms"))
    note = (
        "A timer fires every 5 ms, from Enter until 200 ms after the payment is shown; the times for which another "
        f"program had the processor are left out. Longest: the median of {RUNS} runs."
    )
    what = "longest time without an answer: what is typed or clicked waits for so long"
    return Row(7, what, tuple(measured), tuple(goals), note)


def rendering(screen: str) -> Row:
    """Measure from the bytes of the answer to widgets that are laid out."""
    seconds: dict[str, float] = _output(screen, "tests.bench.rendering")
    measured = tuple(f"{name}: {1e3 * each:.1f} ms" for name, each in seconds.items())
    growth = seconds["10,000 cancellations"] / seconds["1,000 cancellations"]
    goals = (
        Goal("a sample, median", 1e3 * seconds["samples"], 8, "ms"),
        Goal("from 1,000 to 10,000 cancellations", growth, 10),
    )
    return Row(8, "from the bytes of an answer to widgets", measured, goals)


def _joined(milliseconds: list[float]) -> str:
    return ", ".join(f"{each:.0f}" for each in milliseconds)


def _output(screen: str, module: str, *arguments: str) -> Any:
    """Run a module on a display, and return the JSON that it prints."""
    command = [sys.executable, "-m", module, *arguments]
    variables = {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": tempfile.gettempdir()}
    with (
        tempfile.TemporaryDirectory(prefix="home-") as home,
        running(command, environment(Path(home), **variables), cwd=ROOT, stdout=-1) as process,
    ):
        output, _ = process.communicate(timeout=GIVE_UP)
    return json.loads(output)
