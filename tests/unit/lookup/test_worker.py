"""Requests on the worker thread: callbacks on the window's, cancelling that is real, and a window that never waits."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from iamport_desktop.api.errors import NameNotFound
from iamport_desktop.lookup.worker import ApiWorker

PATIENCE = 10.0  # seconds, for what another thread does


class Outcomes(list[object]):
    """A callback that keeps what it gets, and the threads that it runs on."""

    def __init__(self) -> None:
        super().__init__()
        self.threads: set[threading.Thread] = set()

    def __call__(self, outcome: object) -> None:
        self.append(outcome)
        self.threads.add(threading.current_thread())


@pytest.fixture
def idle(qtbot: QtBot) -> ApiWorker:
    """A worker that is not started."""
    return ApiWorker()


@pytest.fixture
def worker(idle: ApiWorker) -> ApiWorker:
    idle.start()
    return idle


@pytest.fixture
def outcomes() -> Outcomes:
    return Outcomes()


def returning(outcome: object) -> Callable[[], Coroutine[Any, Any, object]]:
    async def request() -> object:
        return outcome

    return request


class Stuck:
    """A request that is never answered; sets an event when it begins and when it ends."""

    def __init__(self) -> None:
        self.begun, self.ended = threading.Event(), threading.Event()

    async def __call__(self) -> object:
        self.begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.ended.set()
        return "late"


def settle(qtbot: QtBot, worker: ApiWorker) -> None:
    """Return when every outcome that the worker had before this has been delivered."""
    request = worker.submit(returning(None), lambda _: None)
    qtbot.waitUntil(lambda: not request.is_pending)


def test_a_result_is_delivered_once_on_the_windows_thread(
    qtbot: QtBot, worker: ApiWorker, outcomes: Outcomes
) -> None:
    request = worker.submit(returning("result"), outcomes)
    assert request.is_pending
    qtbot.waitUntil(lambda: not request.is_pending)
    settle(qtbot, worker)
    assert outcomes == ["result"]
    assert outcomes.threads == {threading.main_thread()}


def test_a_request_runs_on_a_daemon_thread(qtbot: QtBot, worker: ApiWorker, outcomes: Outcomes) -> None:
    async def where() -> object:
        return threading.current_thread()

    worker.submit(where, outcomes)
    qtbot.waitUntil(lambda: bool(outcomes))
    (thread,) = outcomes
    assert isinstance(thread, threading.Thread)
    assert thread is not threading.main_thread()
    assert thread.daemon


def test_an_exception_is_delivered_as_the_object_that_was_raised(
    qtbot: QtBot, worker: ApiWorker, outcomes: Outcomes
) -> None:
    error = NameNotFound("no such host")

    async def failing() -> object:
        raise error

    worker.submit(failing, outcomes)
    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes == [error]
    assert outcomes.threads == {threading.main_thread()}


def test_cancelling_ends_the_request_and_nothing_is_delivered(
    qtbot: QtBot, worker: ApiWorker, outcomes: Outcomes
) -> None:
    stuck = Stuck()
    request = worker.submit(stuck, outcomes)
    assert stuck.begun.wait(PATIENCE)
    request.cancel()
    assert not request.is_pending
    assert stuck.ended.wait(PATIENCE)
    settle(qtbot, worker)
    assert outcomes == []


def test_an_outcome_already_on_its_way_is_dropped_when_the_request_is_cancelled(
    qtbot: QtBot, worker: ApiWorker, outcomes: Outcomes
) -> None:
    answered = threading.Event()

    async def after_it() -> None:
        answered.set()

    stale = worker.submit(returning("stale"), outcomes)
    worker.submit(after_it, lambda _: None)
    assert answered.wait(PATIENCE)  # no event was handled meanwhile: the stale outcome lies in the queue
    stale.cancel()
    worker.submit(returning("fresh"), outcomes)
    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes == ["fresh"]


def test_a_request_that_will_not_be_cancelled_is_not_delivered_either(
    qtbot: QtBot, worker: ApiWorker, outcomes: Outcomes
) -> None:
    begun = threading.Event()

    async def stubborn() -> object:
        begun.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            return "late"
        return None

    request = worker.submit(stubborn, outcomes)
    assert begun.wait(PATIENCE)
    request.cancel()
    settle(qtbot, worker)
    assert outcomes == []


def test_cancelling_one_request_leaves_the_others_alone(
    qtbot: QtBot, worker: ApiWorker, outcomes: Outcomes
) -> None:
    first, second = Stuck(), Stuck()
    requests = [worker.submit(stuck, outcomes) for stuck in (first, second)]
    assert first.begun.wait(PATIENCE)
    assert second.begun.wait(PATIENCE)
    requests[0].cancel()
    assert first.ended.wait(PATIENCE)
    settle(qtbot, worker)
    assert requests[1].is_pending
    assert not second.ended.is_set()
    requests[1].cancel()
    assert second.ended.wait(PATIENCE)


def test_requests_before_the_start_are_kept_and_a_cancelled_one_never_begins(
    qtbot: QtBot, idle: ApiWorker, outcomes: Outcomes
) -> None:
    cancelled = Stuck()
    idle.submit(returning("first"), outcomes)
    idle.submit(cancelled, outcomes).cancel()
    idle.submit(returning("second"), outcomes)
    idle.start()
    qtbot.waitUntil(lambda: len(outcomes) == 2)
    assert outcomes == ["first", "second"]
    assert not cancelled.begun.is_set()


def test_a_request_submitted_during_the_start_comes_after_those_before(
    qtbot: QtBot, idle: ApiWorker, outcomes: Outcomes, monkeypatch: pytest.MonkeyPatch
) -> None:
    class SlowToTake(asyncio.SelectorEventLoop):
        """While it takes the first kept request, another thread submits a newer one."""

        helper: threading.Thread | None = None

        def call_soon(  # type: ignore[override]
            self, callback: Any, *arguments: Any, context: Any = None
        ) -> Any:
            if SlowToTake.helper is None:
                SlowToTake.helper = threading.Thread(target=lambda: idle.submit(returning("newer"), outcomes))
                SlowToTake.helper.start()
                SlowToTake.helper.join(0.2)  # may have to wait until the kept ones are taken
            return super().call_soon(callback, *arguments, context=context)

    idle.submit(returning("older"), outcomes)
    monkeypatch.setattr(asyncio, "new_event_loop", lambda: SlowToTake())
    idle.start()
    qtbot.waitUntil(lambda: len(outcomes) == 2)
    assert outcomes == ["older", "newer"]


def test_the_window_goes_on_while_the_worker_is_stuck(
    qtbot: QtBot, worker: ApiWorker, outcomes: Outcomes
) -> None:
    begun, release = threading.Event(), threading.Event()

    async def blocking() -> object:
        begun.set()
        return release.wait(PATIENCE)

    worker.submit(blocking, outcomes)
    assert begun.wait(PATIENCE)
    ticks: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(len(ticks)))
    timer.start(0)
    qtbot.waitUntil(lambda: len(ticks) >= 20)
    assert outcomes == []
    release.set()
    qtbot.waitUntil(lambda: outcomes == [True])
