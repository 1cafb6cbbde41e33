"""`python -m tests.fuzz`: many generated answers through decoder and presentation.

Prints their count, and the smallest example of each failure. The exit code is 1 where one failed.
"""

from __future__ import annotations

import argparse
import os
import secrets
import sys
import time
import traceback
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.fuzz.answers import BODIES, with_a_person
from tests.fuzz.checks import check_answer, check_masks

PORTION = 500  # cases; Hypothesis remembers them all, and grows slow over too many

Kind = tuple[st.SearchStrategy[Any], Callable[[Any], None]]
KINDS: dict[str, Kind] = {"answers": (BODIES, check_answer), "masks": (with_a_person(), check_masks)}


def fuzz(kind: str, count: int, number: int, phases: Collection[Phase] = tuple(Phase)) -> tuple[int, str]:
    """Try `count` cases of a kind, generated from the seed `number`. Return how many ran, and what failed or ""."""
    strategy, check = KINDS[kind]
    ran = 0

    @settings(
        max_examples=count,
        phases=phases,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @seed(number)
    @given(strategy)
    def attempt(case: Any) -> None:
        nonlocal ran
        ran += 1
        check(case)

    try:
        attempt()
    except Exception as error:  # noqa: BLE001 - whatever is raised is what was searched for
        return ran, "".join(traceback.format_exception(error))
    return ran, ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz; return the exit code."""
    wish = _parser().parse_args(arguments)
    portions = -(-wish.cases // PORTION)
    kinds = [list(KINDS)[number % len(KINDS)] for number in range(portions)]
    numbers = range(wish.seed, wish.seed + portions)
    begun, ran, failures = time.monotonic(), 0, 0
    with ProcessPoolExecutor(wish.jobs) as pool:
        for done, (count, failure) in enumerate(pool.map(fuzz, kinds, [PORTION] * portions, numbers), 1):
            ran += count
            if failure:
                failures += 1
                say(f"{kinds[done - 1]}, --seed {numbers[done - 1]}:\n{failure}")
            if done % 20 == 0 or done == portions:
                say(f"{ran} cases in {time.monotonic() - begun:.0f} s, {failures} portion(s) with a failure")
    return 1 if failures else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m tests.fuzz")
    parser.add_argument("--cases", type=int, default=200_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument(
        "--seed",
        type=int,
        default=secrets.randbelow(10**9),
        help="of the first portion; each has the next one",
    )
    return parser


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
