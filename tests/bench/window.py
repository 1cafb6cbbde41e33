"""Rows 7 and 8: how long the window does not answer, and how long it takes to show a payment."""

from __future__ import annotations

import json
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

RUNS = 3


def all_rows() -> Iterator[Row]:
    """Rows 7 and 8 on one display."""
    with tempfile.TemporaryDirectory() as home, display(Path(home)) as screen:
        yield stalls(screen)
        yield rendering(screen)


def stalls(screen: str) -> Row:
    """The times between two beats of a timer on the thread of the window. Of each phase the middle of the runs."""
    with programs.server() as port:
        runs = [_said(screen, "tests.bench.stalls", f"http://127.0.0.1:{port}") for _ in range(RUNS)]
    gaps = [gap for run in runs for phase in run.values() for gap in phase]
    longest = {phase: sorted(max(run[phase]) for run in runs)[RUNS // 2] for phase in runs[0]}
    measured = (
        *(f"{phase}: longest {1e3 * gap:.0f} ms" for phase, gap in longest.items()),
        f"{len(gaps):,} beats",
    )
    goals = (
        Goal("99th percentile", 1e3 * quantile(gaps, 0.99), 16, "ms"),
        Goal("longest", 1e3 * max(longest.values()), 50, "ms"),
    )
    note = "Without the time for which another program had the processor."
    return Row(7, "the window does not answer, between two beats of 5 ms", measured, goals, note)


def rendering(screen: str) -> Row:
    """From the bytes of the answer to widgets that are laid out."""
    seconds: dict[str, float] = _said(screen, "tests.bench.rendering")
    measured = tuple(f"{name}: {1e3 * each:.1f} ms" for name, each in seconds.items())
    typical = 1e3 * seconds["samples"]
    growth = seconds["10,000 cancellations"] / seconds["1,000 cancellations"]
    goals = (
        Goal("a sample, median", typical, 8, "ms"),
        Goal("from 1,000 to 10,000 cancellations", growth, 10),
    )
    return Row(8, "from the bytes of an answer to widgets", measured, goals)


def _said(screen: str, module: str, *arguments: str) -> Any:
    """What a program of the benchmark says about itself, at its end."""
    variables = {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": tempfile.gettempdir()}
    with (
        tempfile.TemporaryDirectory(prefix="home-") as home,
        running(
            [sys.executable, "-m", module, *arguments],
            environment(Path(home), **variables),
            cwd=ROOT,
            stdout=-1,
        ) as process,
    ):
        said, _ = process.communicate(timeout=120)
    return json.loads(said)
