"""`python -m tests.faults`: play every fault against the window, and print which it survived.

The exit code is 1 where it did not survive one.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from iamport_desktop.ui.theme import LIGHT, apply_font, apply_theme
from tests.faults import replies, table
from tests.faults.case import ATTEMPTS, LONGEST_STALL, Case, Verdict, survive
from tests.faults.cases import CASES
from tests.faults.fault import serving
from tests.faults.heartbeat import Gap
from tests.faults.stage import Bench, Stage

ERRORS = os.dup(2)  # the cases redirect the streams
LONGEST_CASE = 300  # seconds; then it hangs, and every thread's stack is printed


def main(arguments: Sequence[str] | None = None) -> int:
    """Play what the arguments name; return the exit code."""
    parser = _parser()
    wish = parser.parse_args(arguments)
    cases = [each for each in CASES if not wish.only or any(part in str(each) for part in wish.only)]
    if not cases:
        parser.error(f"no case has {' or '.join(wish.only)} in its group or name")
    if wish.write and len(cases) < len(CASES):
        parser.error("a table of some cases is not to be written: leave their names out")
    started = time.monotonic()

    def say(text: str) -> None:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()

    bench = Bench(_application())
    say(f"A window at rest is held up for {_at_rest(bench)} at most.")
    say(
        f"Longer than {1000 * LONGEST_STALL:.0f} ms of the program's own, {ATTEMPTS} times running, is a stall.\n"
    )
    verdicts = list(_play(cases, bench, say))
    say(f"\n{table.summary(verdicts)} {time.monotonic() - started:.0f} s")
    if wish.write:
        table.write(wish.write, verdicts)
    return 0 if all(each.survived for each in verdicts) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m tests.faults")
    parser.add_argument("only", nargs="*", help="play only what has one of these in its group or name")
    parser.add_argument(
        "--write", metavar="PAGE", type=Path, help="put the table of all cases between the marks there"
    )
    return parser


def _application() -> QApplication:
    """As `launch` makes it."""
    faulthandler.enable(ERRORS)
    warnings.simplefilter("error")
    qt = QApplication(["iamport-desktop"])
    qt.setStyle("Fusion")
    apply_font(qt)
    apply_theme(qt, LIGHT)
    return qt


def _at_rest(bench: Bench) -> Gap:
    """The longest gap in a second of nothing: what the machine does by itself."""
    with Stage(bench) as stage, serving(replies.paid) as scene:
        stage.open(scene.url)
        bench.heart.forget()
        end = time.monotonic() + 1.0
        bench.heart.run(lambda: time.monotonic() > end, 10.0)
        return bench.heart.longest


def _play(cases: Sequence[Case], bench: Bench, say: Callable[[str], None]) -> Iterator[Verdict]:
    for number, case in enumerate(cases, 1):
        faulthandler.dump_traceback_later(LONGEST_CASE, exit=True, file=ERRORS)
        verdict = survive(case, bench)
        faulthandler.cancel_dump_traceback_later()
        say(table.line(number, verdict))
        for wrong in verdict.wrong:
            say(f"      {wrong}")
        yield verdict


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # as the program itself leaves
