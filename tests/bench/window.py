"""Row 8: how long it takes to show a payment."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Goal, Row
from tests.bench.programs import ROOT, environment
from tools.programs import running
from tools.xvfb import display

GIVE_UP = 120.0  # seconds


def all_rows() -> Iterator[Row]:
    """Measure from the bytes of the answer to widgets that are laid out."""
    seconds = _rendering()
    measured = tuple(f"{name}: {1e3 * each:.1f} ms" for name, each in seconds.items())
    growth = seconds["10,000 cancellations"] / seconds["1,000 cancellations"]
    goals = (
        Goal("a sample, median", 1e3 * seconds["samples"], 8, "ms"),
        Goal("from 1,000 to 10,000 cancellations", growth, 10),
    )
    yield Row(8, "from the bytes of an answer to widgets", measured, goals)


def _rendering() -> dict[str, float]:
    """Run tests.bench.rendering on a display, and return what it prints."""
    command = [sys.executable, "-m", "tests.bench.rendering"]
    with tempfile.TemporaryDirectory(prefix="home-") as home, display(Path(home)) as screen:
        variables = {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": tempfile.gettempdir()}
        with running(command, environment(Path(home), **variables), cwd=ROOT, stdout=-1) as process:
            output, _ = process.communicate(timeout=GIVE_UP)
    medians: dict[str, float] = json.loads(output)
    return medians
