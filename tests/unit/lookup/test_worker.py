"""Questions on the worker thread: latest wins, cancelling is real, and the window never waits."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from iamport_desktop.api.errors import NameNotFound
from iamport_desktop.lookup.worker import Answer, ApiWorker

PATIENCE = 10.0  # seconds, for what another thread does


class Heard:
    """Every answer, and the thread that it was heard on."""

    def __init__(self, network: ApiWorker) -> None:
        self.answers: list[Answer] = []
        self.threads: set[threading.Thread] = set()
        network.answered.connect(self._hear)

    @property
    def outcomes(self) -> list[object]:
        return [answer.outcome for answer in self.answers]

    def _hear(self, answer: Answer) -> None:
        self.answers.append(answer)
        self.threads.add(threading.current_thread())


@pytest.fixture
def network(qtbot: QtBot) -> ApiWorker:
    """A network that is not started."""
    return ApiWorker()


@pytest.fixture
def started(network: ApiWorker) -> ApiWorker:
    network.start()
    return network


@pytest.fixture
def heard(network: ApiWorker) -> Heard:
    return Heard(network)


def says(outcome: object) -> Callable[[], Coroutine[Any, Any, object]]:
    async def question() -> object:
        return outcome

    return question


class Stuck:
    """A question that is never answered; says when it began and when it was ended."""

    def __init__(self) -> None:
        self.begun, self.ended = threading.Event(), threading.Event()

    async def __call__(self) -> object:
        self.begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.ended.set()
        return "late"


def settle(qtbot: QtBot, network: ApiWorker) -> None:
    """Return when whatever the worker had to say before this has been delivered."""
    with qtbot.waitSignal(network.answered, check_params_cb=lambda answer: answer.lane == "settle"):
        network.ask("settle", says(None))


def test_a_result_is_delivered_with_its_ticket_on_the_ui_thread(
    qtbot: QtBot, started: ApiWorker, heard: Heard
) -> None:
    ticket = started.ask("a", says("result"))
    assert started.busy("a")
    qtbot.waitUntil(lambda: not started.busy("a"))
    assert heard.answers == [Answer("a", ticket, "result")]
    assert heard.threads == {threading.main_thread()}


def test_a_question_runs_on_a_daemon_thread(qtbot: QtBot, started: ApiWorker, heard: Heard) -> None:
    async def where() -> object:
        return threading.current_thread()

    started.ask("a", where)
    qtbot.waitUntil(lambda: bool(heard.answers))
    (worker,) = heard.outcomes
    assert isinstance(worker, threading.Thread)
    assert worker is not threading.main_thread()
    assert worker.daemon


def test_an_exception_is_delivered_as_the_object_that_was_raised(
    qtbot: QtBot, started: ApiWorker, heard: Heard
) -> None:
    trouble = NameNotFound("trouble")

    async def question() -> object:
        raise trouble

    started.ask("a", question)
    qtbot.waitUntil(lambda: bool(heard.answers))
    assert heard.outcomes == [trouble]
    assert heard.threads == {threading.main_thread()}


def test_a_new_question_cancels_the_one_before_in_its_lane(
    qtbot: QtBot, started: ApiWorker, heard: Heard
) -> None:
    first = Stuck()
    started.ask("a", first)
    assert first.begun.wait(PATIENCE)
    second = started.ask("a", says("second"))
    qtbot.waitUntil(lambda: not started.busy("a"))
    assert first.ended.wait(PATIENCE)
    assert heard.answers == [Answer("a", second, "second")]


def test_an_answer_already_on_its_way_is_dropped_for_a_newer_question(
    qtbot: QtBot, started: ApiWorker, heard: Heard
) -> None:
    answered = threading.Event()

    async def after_it() -> object:
        answered.set()
        return None

    started.ask("a", says("stale"))
    started.ask("b", after_it)
    assert answered.wait(PATIENCE)  # no event was handled meanwhile: the stale answer lies in the queue
    started.ask("a", says("fresh"))
    qtbot.waitUntil(lambda: not started.busy("a") and not started.busy("b"))
    assert heard.outcomes == [None, "fresh"]


def test_cancelling_ends_the_question_and_nothing_is_answered(
    qtbot: QtBot, started: ApiWorker, heard: Heard
) -> None:
    question = Stuck()
    started.ask("a", question)
    assert question.begun.wait(PATIENCE)
    started.cancel("a")
    assert not started.busy("a")
    assert question.ended.wait(PATIENCE)
    settle(qtbot, started)
    assert [answer.lane for answer in heard.answers] == ["settle"]


def test_a_question_that_will_not_be_cancelled_is_not_heard_either(
    qtbot: QtBot, started: ApiWorker, heard: Heard
) -> None:
    begun = threading.Event()

    async def stubborn() -> object:
        begun.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            return "late"
        return None

    started.ask("a", stubborn)
    assert begun.wait(PATIENCE)
    started.cancel("a")
    settle(qtbot, started)
    assert [answer.lane for answer in heard.answers] == ["settle"]


def test_lanes_do_not_disturb_each_other(qtbot: QtBot, started: ApiWorker, heard: Heard) -> None:
    other = Stuck()
    started.ask("b", other)
    assert other.begun.wait(PATIENCE)
    started.ask("a", says(1))
    qtbot.waitUntil(lambda: not started.busy("a"))
    started.cancel("a")
    settle(qtbot, started)
    assert started.busy("b")
    assert not other.ended.is_set()
    started.cancel("b")
    assert other.ended.wait(PATIENCE)


def test_questions_before_the_start_are_kept_and_the_latest_wins(
    qtbot: QtBot, network: ApiWorker, heard: Heard
) -> None:
    replaced = Stuck()
    network.ask("a", replaced)
    kept = network.ask("a", says("kept"))
    network.ask("b", says("other"))
    cancelled = Stuck()
    network.ask("c", cancelled)
    network.cancel("c")
    network.start()
    qtbot.waitUntil(lambda: not network.busy("a") and not network.busy("b"))
    assert heard.answers[0] == Answer("a", kept, "kept")
    assert sorted(map(str, heard.outcomes)) == ["kept", "other"]
    assert not replaced.begun.is_set()
    assert not cancelled.begun.is_set()


def test_a_question_asked_during_the_start_comes_after_those_before(
    qtbot: QtBot, network: ApiWorker, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    class SlowToTake(asyncio.SelectorEventLoop):
        """While it takes the first kept question, another thread asks a newer one."""

        helper: threading.Thread | None = None

        def call_soon(  # type: ignore[override]
            self, callback: Any, *arguments: Any, context: Any = None
        ) -> Any:
            if SlowToTake.helper is None:
                SlowToTake.helper = threading.Thread(target=lambda: network.ask("a", says("newer")))
                SlowToTake.helper.start()
                SlowToTake.helper.join(0.2)  # may have to wait until the kept ones are taken
            return super().call_soon(callback, *arguments, context=context)

    network.ask("a", says("older"))
    monkeypatch.setattr(asyncio, "new_event_loop", lambda: SlowToTake())
    network.start()
    qtbot.waitUntil(lambda: SlowToTake.helper is not None and not network.busy("a"))
    assert heard.outcomes == ["newer"]


def test_the_window_goes_on_while_the_worker_is_stuck(qtbot: QtBot, started: ApiWorker, heard: Heard) -> None:
    begun, release = threading.Event(), threading.Event()

    async def blocking() -> object:
        begun.set()
        return release.wait(PATIENCE)

    started.ask("a", blocking)
    assert begun.wait(PATIENCE)
    ticks: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(len(ticks)))
    timer.start(0)
    qtbot.waitUntil(lambda: len(ticks) >= 20)
    assert heard.answers == []
    release.set()
    qtbot.waitUntil(lambda: heard.outcomes == [True])
