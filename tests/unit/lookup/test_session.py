"""A session warms up once after a while of silence, not at every key, and closes what it opened."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from iamport_desktop.api import client
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import parse_origin
from iamport_desktop.lookup.session import WARM_SECONDS, Session
from iamport_desktop.lookup.worker import ApiWorker
from tools.programs import PATIENCE

KEYS = 16  # of an imp_uid


class Client:
    """Counts what is asked of every client, and answers when `release` is set."""

    warm_ups = 0
    closed: set[object]
    release: threading.Event

    def __init__(self, *_: object, **__: object) -> None:
        pass

    async def warm_up(self) -> None:
        Client.warm_ups += 1
        await _thread_event(Client.release)

    async def aclose(self) -> None:
        Client.closed.add(self)


async def _thread_event(event: threading.Event) -> None:
    import asyncio

    await asyncio.get_running_loop().run_in_executor(None, event.wait, PATIENCE)


@pytest.fixture(autouse=True)
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    Client.warm_ups, Client.closed, Client.release = 0, set(), threading.Event()
    Client.release.set()
    monkeypatch.setattr(client, "PortOneClient", Client)
    yield
    Client.release.set()


@pytest.fixture
def worker(qtbot: QtBot) -> ApiWorker:
    worker = ApiWorker()
    worker.start()
    return worker


@pytest.fixture
def clock() -> SimpleNamespace:
    return SimpleNamespace(now=1000.0)


@pytest.fixture
def session(worker: ApiWorker, clock: SimpleNamespace) -> Session:
    return new_session(worker, lambda: float(clock.now))


def new_session(worker: ApiWorker, clock: Callable[[], float] = lambda: 0.0) -> Session:
    return Session(worker, parse_origin("http://127.0.0.1:9"), Credentials("key", "secret"), clock=clock)


def settle(qtbot: QtBot, worker: ApiWorker) -> None:
    async def nothing() -> None:
        pass

    request = worker.submit(nothing, lambda _: None)
    qtbot.waitUntil(lambda: not request.is_pending)


def test_typing_warms_up_once_after_a_while(
    qtbot: QtBot, worker: ApiWorker, session: Session, clock: SimpleNamespace
) -> None:
    for expected in (1, 2):
        for _ in range(KEYS):
            session.warm_up()
            settle(qtbot, worker)
        settle(qtbot, worker)
        assert Client.warm_ups == expected
        qtbot.waitUntil(lambda: session._warm_up is not None and not session._warm_up.is_pending)
        clock.now += WARM_SECONDS


def test_a_warm_up_that_takes_long_is_left_alone(
    qtbot: QtBot, worker: ApiWorker, session: Session, clock: SimpleNamespace
) -> None:
    """Starting another one would close the connection that the first one opens."""
    Client.release.clear()
    session.warm_up()
    qtbot.waitUntil(lambda: Client.warm_ups == 1)
    clock.now += WARM_SECONDS
    session.warm_up()
    settle(qtbot, worker)
    assert Client.warm_ups == 1


def test_every_session_that_is_closed_closes_its_client(qtbot: QtBot, worker: ApiWorker) -> None:
    """Also when several are closed in one turn of the event loop."""
    sessions = [new_session(worker) for _ in range(3)]
    for session in sessions:
        session.warm_up()
    qtbot.waitUntil(lambda: Client.warm_ups == 3)
    for session in sessions:
        session.close()
    settle(qtbot, worker)
    assert len(Client.closed) == 3
