"""`python -m tests.faults`: run every case against the app, and print which it survived.

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

from iamport_desktop.application import create_qt_application
from tests.faults import replies, table
from tests.faults.case import ATTEMPTS, Case, Verdict, run_case
from tests.faults.case_context import LONGEST_CHANGE, LONGEST_STALL, CaseContext, Harness
from tests.faults.cases import CASES
from tests.faults.fault import serving
from tests.faults.stall_monitor import Gap

ERRORS = os.dup(2)  # cases redirect the streams
LONGEST_CASE = 600  # seconds, for all attempts; then every thread's stack is printed


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments name; return the exit code."""
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

    harness = Harness(_application())
    say(f"The event loop of an idle window pauses for {_idle_gap(harness)} at most.")
    say(
        f"A pause of more than {1000 * LONGEST_STALL:.0f} ms of the app's own, or {1000 * LONGEST_CHANGE:.0f} ms while "
        f"it starts or changes texts and colours, {ATTEMPTS} times running, is a stall.\n"
    )
    verdicts = list(_run_all(cases, harness, say))
    say(f"\n{table.summary(verdicts)} {time.monotonic() - started:.0f} s")
    if wish.write:
        table.write(wish.write, verdicts)
    return 0 if all(each.survived for each in verdicts) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m tests.faults")
    parser.add_argument("only", nargs="*", help="run only what has one of these in its group or name")
    parser.add_argument(
        "--write", metavar="PAGE", type=Path, help="put the table of all cases between the marks there"
    )
    return parser


def _application() -> QApplication:
    """As the app makes it; warnings are errors."""
    faulthandler.enable(ERRORS)
    warnings.simplefilter("error")
    return create_qt_application()


def _idle_gap(harness: Harness) -> Gap:
    """Return the longest gap in a second in which nothing happens: what the machine adds."""
    with CaseContext(harness) as context, serving(replies.paid) as target:
        context.open(target.url)
        harness.monitor.reset()
        end = time.monotonic() + 1.0
        harness.monitor.run(lambda: time.monotonic() > end, 10.0)
        return harness.monitor.longest


def _run_all(cases: Sequence[Case], harness: Harness, say: Callable[[str], None]) -> Iterator[Verdict]:
    for number, case in enumerate(cases, 1):
        faulthandler.dump_traceback_later(LONGEST_CASE, exit=True, file=ERRORS)
        verdict = run_case(case, harness)
        faulthandler.cancel_dump_traceback_later()
        say(table.line(number, verdict))
        for wrong in verdict.wrong:
            say(f"      {wrong}")
        yield verdict


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # as the program itself leaves
