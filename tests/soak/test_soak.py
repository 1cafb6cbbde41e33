"""A short soak, which notices planted leaks. `make soak` is the long one."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.soak.figures import Figures, grown
from tools.programs import clean_environment

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the figures are Linux' own"),
    pytest.mark.extended,
]

ROOT = Path(__file__).parents[2]
SHORT = ("--lookups", "200", "--first", "100", "--memory", "15")  # so early memory is not level yet
LEAK = """
import os, socket, sys, threading
from tests.soak import __main__ as command
from tests.soak.user_simulator import ERRORS, UserSimulator
ERRORS.clear()
kept = []
real = UserSimulator.look_up_next
def look_up_next(user):
    kept.append(({leak}))
    real(user)
UserSimulator.look_up_next = look_up_next
code = command.main(sys.argv[1:])
sys.stdout.flush()
os._exit(code)
"""
LEAKS = {
    'b"x" * 200_000': "memory grew by",
    "socket.socket()": "sockets:",
    "threading.Thread(target=threading.Event().wait, daemon=True).start()": "threads:",
}


def soak(*command: str) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory() as home:
        environment = clean_environment(Path(home)) | {
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
        }
        return subprocess.run(
            [sys.executable, *command, *SHORT], env=environment, capture_output=True, text=True, timeout=110
        )


def test_a_short_soak_is_level() -> None:
    run = soak("-m", "tests.soak")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "level" in run.stdout
    assert "200 lookups in" in run.stdout


def test_leaks_and_lookups_that_come_to_something_else_are_noticed() -> None:
    run = soak("-c", LEAK.format(leak=", ".join(LEAKS)))
    assert run.returncode == 1, run.stdout + run.stderr
    found = (*LEAKS.values(), "PaymentNotFound")
    assert [each for each in found if each not in run.stdout] == []


def test_what_shrinks_is_no_leak() -> None:
    before, after = Figures(100.0, 5, 3), Figures(104.9, 5, 2)
    assert grown(before, after) == []
    assert grown(before, Figures(105.1, 5, 3)) == ["memory grew by 5.1 MB, more than 5"]
    assert grown(before, Figures(100.0, 7, 4)) == ["sockets: 7 instead of 5", "threads: 4 instead of 3"]
