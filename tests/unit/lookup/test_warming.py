"""Token and connection are made ready once after a while of silence, and not at every key."""

from __future__ import annotations

from typing import cast

import pytest

from iamport_desktop.lookup.session import LASTS, Connection, ConnectionWarmer
from iamport_desktop.lookup.worker import ApiWorker, Question


class Worker:
    """Takes down what is asked, and is busy for as long as the test says."""

    def __init__(self) -> None:
        self.asked = 0
        self.is_busy = False

    def ask(self, lane: str, question: Question) -> int:
        self.asked += 1
        return self.asked

    def busy(self, lane: str) -> bool:
        return self.is_busy

    def cancel(self, lane: str) -> None:
        self.is_busy = False


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def worker() -> Worker:
    return Worker()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def warmth(worker: Worker, clock: Clock) -> ConnectionWarmer:
    warmth = ConnectionWarmer(cast(ApiWorker, worker), clock=clock)
    warmth.use(cast(Connection, _Connection()))
    return warmth


class _Connection:
    async def warm_up(self) -> None:
        raise AssertionError("this worker asks nobody")


def test_a_connection_is_warmed_up_when_it_comes_into_use(warmth: ConnectionWarmer, worker: Worker) -> None:
    assert worker.asked == 1


def test_typing_warms_up_once_after_a_while(warmth: ConnectionWarmer, worker: Worker, clock: Clock) -> None:
    for _ in range(16):
        warmth.somebody_types()
    assert worker.asked == 1
    clock.now += LASTS
    for _ in range(16):
        warmth.somebody_types()
    assert worker.asked == 2


def test_typing_leaves_a_warm_up_alone_that_takes_long(
    warmth: ConnectionWarmer, worker: Worker, clock: Clock
) -> None:
    """Asking again would cancel it, and close the connection that it opens."""
    worker.is_busy = True
    clock.now += LASTS
    warmth.somebody_types()
    assert worker.asked == 1


def test_without_a_key_nobody_is_asked(warmth: ConnectionWarmer, worker: Worker, clock: Clock) -> None:
    warmth.use(None)
    clock.now += LASTS
    warmth.somebody_types()
    assert worker.asked == 1
