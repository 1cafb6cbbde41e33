"""The window stays alive whatever the keyring does."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import PORTONE
from iamport_desktop.desktop.keyring import CredentialStore, KeyringUnavailable, StoredKey
from iamport_desktop.desktop.keyring.worker import KeyringWorker, PendingCall
from tests.support.scripted_secret_service import Mood, ScriptedSecretService, scripted_secret_service
from tests.support.secret_service import Session, session_bus

KEY = Credentials("1234567890123456", "SECRET-of-the-desk")


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    with session_bus(tmp_path) as session:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session.environment["DBUS_SESSION_BUS_ADDRESS"])
        yield session


@pytest.fixture
def stuck(bus: Session) -> Iterator[ScriptedSecretService]:
    with scripted_secret_service(bus, Mood.PROMPT_NEVER_ENDS) as service:
        yield service


class Outcomes(list[object]):
    """A callback that keeps what it gets, and the threads that it runs on."""

    def __init__(self) -> None:
        super().__init__()
        self.threads: set[threading.Thread] = set()

    def __call__(self, outcome: object) -> None:
        self.append(outcome)
        self.threads.add(threading.current_thread())


@pytest.fixture
def worker(qtbot: QtBot) -> KeyringWorker:
    """One that takes no call for slow."""
    return KeyringWorker(slow_after_ms=60_000)


@pytest.fixture
def outcomes() -> Outcomes:
    return Outcomes()


def is_over(pending: PendingCall) -> bool:
    return not pending.is_pending


def run(qtbot: QtBot, worker: KeyringWorker, call: Callable[[], object]) -> object:
    """Run `call`, and return its outcome."""
    outcomes: list[object] = []
    worker.run(call, outcomes.append, lambda: pytest.fail("it is not slow"))
    qtbot.waitUntil(lambda: bool(outcomes))
    return outcomes[0]


def test_outcomes_arrive_on_the_windows_thread(
    bus: Session, qtbot: QtBot, worker: KeyringWorker, outcomes: Outcomes
) -> None:
    bus.start_keyring()
    store = CredentialStore()
    calls: list[Callable[[], object]] = [
        lambda: store.load(PORTONE),
        lambda: store.save(PORTONE, KEY),
        lambda: store.load(PORTONE),
        lambda: store.remove(PORTONE),
        lambda: store.load(PORTONE),
    ]
    for call in calls:
        pending = worker.run(call, outcomes, lambda: None)
        assert pending.is_pending
        qtbot.waitUntil(partial(is_over, pending))
    before, saved, loaded, *after = outcomes
    assert (before, after) == (None, [None, None])
    assert isinstance(loaded, StoredKey)
    assert (loaded.credentials, loaded) == (KEY, saved)
    assert outcomes.threads == {threading.main_thread()}


def test_an_error_arrives_as_an_object(bus: Session, qtbot: QtBot, worker: KeyringWorker) -> None:
    outcome = run(qtbot, worker, lambda: CredentialStore().load(PORTONE))
    assert isinstance(outcome, KeyringUnavailable)


def test_a_mistake_of_our_own_arrives_too_and_is_reported(
    qtbot: QtBot, worker: KeyringWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_rest: reported.append(kind))
    assert isinstance(run(qtbot, worker, lambda: 1 / 0), ZeroDivisionError)
    assert reported == [ZeroDivisionError]


def test_a_prompt_that_never_ends(stuck: ScriptedSecretService, qtbot: QtBot, outcomes: Outcomes) -> None:
    worker = KeyringWorker(slow_after_ms=150)
    beats: list[None] = []
    slow: list[None] = []
    pulse = QTimer(interval=10)
    pulse.timeout.connect(lambda: beats.append(None))
    pulse.start()
    pending = worker.run(lambda: CredentialStore().load(PORTONE), outcomes, lambda: slow.append(None))
    qtbot.waitUntil(lambda: bool(slow))
    pulse.stop()
    assert stuck.prompted.wait(10)
    assert len(beats) >= 5  # the window went on
    assert pending.is_pending

    # The next call is not held up by the one that hangs.
    stuck.mood = Mood.REFUSES
    assert run(qtbot, worker, lambda: CredentialStore().load(PORTONE)) is None
    assert outcomes == []


def test_a_quick_answer_is_not_slow(bus: Session, qtbot: QtBot) -> None:
    run(qtbot, KeyringWorker(slow_after_ms=300), lambda: CredentialStore().load(PORTONE))
    qtbot.wait(400)  # longer than that


class Held:
    """A call that returns when it is let go."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.done = threading.Event()

    def __call__(self) -> str:
        self.go.wait(10)
        self.done.set()
        return "late"


def join_workers() -> None:
    for worker in threading.enumerate():
        if worker.name.startswith("keyring-"):
            worker.join(10)


def test_a_forgotten_call_is_never_delivered(qtbot: QtBot, worker: KeyringWorker, outcomes: Outcomes) -> None:
    held = Held()
    pending = worker.run(held, outcomes, lambda: pytest.fail("it is forgotten"))
    pending.forget()
    assert not pending.is_pending
    held.go.set()
    assert held.done.wait(10)
    join_workers()
    assert run(qtbot, worker, lambda: "next") == "next"
    assert outcomes == []


def test_an_outcome_after_the_window_is_gone_does_no_harm(worker: KeyringWorker, outcomes: Outcomes) -> None:
    held = Held()
    worker.run(held, outcomes, lambda: None)
    shiboken6.delete(worker)
    held.go.set()
    join_workers()  # an exception on the worker's thread would fail the test


def test_leaving_does_not_wait_for_the_keyring(bus: Session, stuck: ScriptedSecretService) -> None:
    code = (
        "import sys, time\n"
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from iamport_desktop.api.origin import PORTONE\n"
        "from iamport_desktop.desktop.keyring import CredentialStore\n"
        "from iamport_desktop.desktop.keyring.worker import KeyringWorker\n"
        "app = QCoreApplication([])\n"
        "worker = KeyringWorker(slow_after_ms=1000)\n"
        "worker.run(lambda: CredentialStore().load(PORTONE), print, app.quit)\n"
        "app.exec()\n"
        "print(time.time())\n"
    )
    program = [sys.executable, "-c", code]
    ended = subprocess.run(program, env=bus.environment, capture_output=True, text=True, timeout=20)
    assert ended.returncode == 0, ended.stderr
    assert stuck.prompted.is_set()
    assert time.time() - float(ended.stdout) < 1.0
