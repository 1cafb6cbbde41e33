"""`python -m tests.soak`: many lookups through the real window, worker and client against a real server here.

Prints what the process holds after the first of them and at the end. The exit code is 1 where that is not level, or
where a lookup did not come to what it had to.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from iamport_desktop.api.origin import parse_origin
from iamport_desktop.application import Application, create_qt_application
from iamport_desktop.controllers.app import AppController
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.settings import Options, Settings
from tests.soak.figures import LEVEL_MB, Figures, grown
from tests.soak.person import Person
from tests.support.app_here import is_warm
from tests.support.app_with_key import KeyAtHand
from tools.programs import clean_environment, running

ROOT = Path(__file__).parents[2]
REST_MILLISECONDS = 1000  # for what follows a payment, before anything is counted


class Soak:
    """Counts at the right moments. `readings` are the figures by the number of lookups."""

    def __init__(self, person: Person, moments: Sequence[int]) -> None:
        self.readings: dict[int, Figures] = {}
        self._person, self._moments = person, moments
        person.looked_up.connect(self._go_on)

    def _go_on(self, count: int) -> None:
        if count in self._moments:
            QTimer.singleShot(REST_MILLISECONDS, lambda: self._read(count))
        else:
            self._person.go_on()

    def _read(self, count: int) -> None:
        self.readings[count] = Figures.now()
        say(f"{count:>6} lookups: {self.readings[count]}")
        if count == self._moments[-1]:
            QApplication.quit()
        else:
            self._person.go_on()


def main(arguments: Sequence[str] | None = None) -> int:
    """Soak; return the exit code."""
    wish = _parser().parse_args(arguments)
    between = range(2 * wish.first, wish.lookups, max(wish.lookups // 10, 2 * wish.first))
    moments = (wish.first, *between, wish.lookups)
    begun = time.monotonic()
    sys.excepthook = _give_up
    qt = create_qt_application()
    with tempfile.TemporaryDirectory() as home, _server(Path(home)) as server:
        options = Options(parse_origin(f"http://127.0.0.1:{_number(server)}"), language="ko")
        application = Application(
            qt, options, Settings(Path(home) / "settings.ini"), CredentialStore(KeyAtHand)
        )
        started: list[tuple[Person, Soak]] = []
        application.ready.connect(lambda: started.append(_begin(application.app, wish, moments)))
        application.window.show()
        qt.exec()
        ((person, soak),) = started
        assert server.stdin
        server.stdin.close()
        tokens = _number(server)
        wrong = grown(soak.readings[wish.first], soak.readings[wish.lookups], wish.memory)
    wrong = [*person.wrong[:10], *wrong]
    seconds = time.monotonic() - begun
    say(
        f"{wish.lookups} lookups in {seconds:.0f} s, {wish.minutes:g} minutes for the tokens: {tokens} of them."
    )
    say("\n".join(wrong) if wrong else "Memory, sockets and threads are level.")
    return 1 if wrong else 0


def _give_up(*error: Any) -> None:
    """Whatever nobody catches would stop the lookups, and the loop would go on for ever."""
    traceback.print_exception(*error)
    os._exit(2)


def _begin(app: AppController, wish: argparse.Namespace, moments: Sequence[int]) -> tuple[Person, Soak]:
    """Have a person look up payments as soon as token and connection are there."""
    person = Person(app, wish.lookups, 60 * wish.minutes)
    poll = QTimer(app, interval=10)

    def begin_when_warm() -> None:
        if is_warm(app):
            poll.stop()
            person.begin()

    poll.timeout.connect(begin_when_warm)
    poll.start()
    return person, Soak(person, moments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m tests.soak")
    parser.add_argument("--lookups", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=1_000, help="compare with what there is after so many")
    parser.add_argument(
        "--minutes", type=float, default=35.0, help="that pass meanwhile for token and connection"
    )
    parser.add_argument("--memory", type=float, default=LEVEL_MB, help="MB that it may grow")
    return parser


@contextmanager
def _server(home: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = clean_environment(home) | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.soak.server"]
    with running(command, environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield process


def _number(server: subprocess.Popen[bytes]) -> int:
    """The next number that it says."""
    assert server.stdout
    return int(server.stdout.readline())


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # as the program itself leaves
