"""`python -m tests.soak`: many lookups through the real window, worker and client against a real server.

Prints what the process holds after some of them and at the end. The exit code is 1 where that grew, or where a lookup
had a wrong outcome.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from iamport_desktop.api.origin import parse_origin
from iamport_desktop.application import Application, create_qt_application
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.settings import Options, Settings
from tests.soak.figures import LEVEL_MB, Figures, grown
from tests.soak.user_simulator import UserSimulator
from tests.support.app_driver import AppDriver
from tests.support.fixed_keyring import FixedKeyring
from tools.programs import clean_environment, running
from tools.texts import ROOT

REST = 1.0  # seconds for the requests that follow a payment, before anything is counted


def main(arguments: Sequence[str] | None = None) -> int:
    """Soak; return the exit code."""
    wish = _parser().parse_args(arguments)
    between = range(2 * wish.first, wish.lookups, max(wish.lookups // 10, 2 * wish.first))
    moments = (wish.first, *between, wish.lookups)
    began = time.monotonic()
    qt = create_qt_application()
    with tempfile.TemporaryDirectory() as home, _server(Path(home)) as server:
        options = Options(parse_origin(f"http://127.0.0.1:{_number(server)}"), language="ko")
        store = CredentialStore(FixedKeyring)
        driver = AppDriver(Application(qt, options, Settings(Path(home) / "settings.ini"), store))
        driver.start()
        driver.wait_until_warm()
        user = UserSimulator(driver, wish.lookups, 60 * wish.minutes)
        readings: dict[int, Figures] = {}
        for count in range(1, wish.lookups + 1):
            user.look_up_next()
            if count in moments:
                driver.pause(REST)
                readings[count] = Figures.now()
                say(f"{count:>6} lookups: {readings[count]}")
        assert server.stdin
        server.stdin.close()
        tokens = _number(server)
    wrong = [*user.wrong[:10], *grown(readings[wish.first], readings[wish.lookups], wish.memory)]
    seconds = time.monotonic() - began
    say(
        f"{wish.lookups} lookups in {seconds:.0f} s, {wish.minutes:g} minutes for the tokens: {tokens} of them."
    )
    say("\n".join(wrong) if wrong else "Memory, sockets and threads are level.")
    return 1 if wrong else 0


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
    """Return the next number that the server prints."""
    assert server.stdout
    return int(server.stdout.readline())


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # as the app itself leaves
