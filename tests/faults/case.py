"""One row of the table: a fault, and whether the app survived it."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.faults.case_context import CaseContext, Harness
from tests.faults.stall_monitor import Gap

ATTEMPTS = 5  # a stall of the app's own comes each time, one of the machine's does not


@dataclass(frozen=True)
class Case:
    """`run` brings the fault about in `variants` ways, and raises what it finds wrong."""

    group: str
    name: str
    run: Callable[[CaseContext], None]
    variants: int = 1

    def __str__(self) -> str:
        return f"{self.group}: {self.name}"


@dataclass(frozen=True)
class Verdict:
    """The result of a case. `gap` is the longest time for which the event loop did not run."""

    case: Case
    wrong: tuple[str, ...]
    gap: Gap
    seconds: float

    @property
    def survived(self) -> bool:
        """Whether nothing went wrong."""
        return not self.wrong


def run_case(case: Case, harness: Harness) -> Verdict:
    """Run `case`; several times while nothing is wrong but a stall."""
    for _ in range(ATTEMPTS):
        verdict = _attempt(case, harness)
        stall = harness.monitor.stall
        if verdict.wrong or stall == Gap():
            return verdict
    return Verdict(case, (f"the window did not answer for {stall}",), stall, verdict.seconds)


def _attempt(case: Case, harness: Harness) -> Verdict:
    started = time.monotonic()
    context = CaseContext(harness)
    wrong: list[str] = []
    try:
        with context:
            case.run(context)
    except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 - a case that fails is a row of the table
        wrong.append("".join(traceback.format_exception(error)))
    return Verdict(case, (*wrong, *context.found), harness.monitor.longest, time.monotonic() - started)
