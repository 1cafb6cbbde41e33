"""One row of the table: a fault, and whether the program survived it."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.faults.heartbeat import Gap
from tests.faults.stage import Bench, Stage

LONGEST_STALL = 0.1  # seconds, of the program's own
ATTEMPTS = 5  # what the program itself is to blame for comes each time; what a slow phase of the machine adds does not


@dataclass(frozen=True)
class Case:
    """`play` brings the fault about and raises what it finds wrong. It tries that in `variants` ways."""

    group: str
    name: str
    play: Callable[[Stage], None]
    variants: int = 1

    def __str__(self) -> str:
        return f"{self.group}: {self.name}"


@dataclass(frozen=True)
class Verdict:
    """What came of a case. `gap` is the longest time for which the window did not answer."""

    case: Case
    wrong: tuple[str, ...]
    gap: Gap
    seconds: float

    @property
    def survived(self) -> bool:
        """Whether nothing went wrong."""
        return not self.wrong


def survive(case: Case, bench: Bench) -> Verdict:
    """Play `case`, once more where the window seemed to stall and nothing else was wrong."""
    for _ in range(ATTEMPTS):
        verdict = _play(case, bench)
        if verdict.wrong or verdict.gap.own <= LONGEST_STALL:
            return verdict
    stalled = f"the window did not answer for {verdict.gap}"
    return Verdict(case, (stalled,), verdict.gap, verdict.seconds)


def _play(case: Case, bench: Bench) -> Verdict:
    started = time.monotonic()
    stage = Stage(bench)
    wrong: list[str] = []
    try:
        with stage:
            case.play(stage)
    except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 - a row that fails is a row of the table
        wrong.append("".join(traceback.format_exception(error)))
    return Verdict(case, (*wrong, *stage.found), bench.heart.longest, time.monotonic() - started)
