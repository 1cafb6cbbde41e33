"""The window stays alive whatever the keyring does."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QThread, QTimer
from pytestqt.qtbot import QtBot

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import PORTONE, Origin
from iamport_desktop.desktop.keyring import CredentialStore, KeyringUnavailable
from iamport_desktop.desktop.keyring.worker import KeyringResult, KeyringWorker
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


class Collected:
    """Runs calls and keeps what is answered."""

    def __init__(self, qtbot: QtBot, thread: KeyringWorker) -> None:
        self.answers: list[KeyringResult] = []
        self.delivered_on: set[QThread] = set()
        self._qtbot = qtbot
        thread.answered.connect(self._take)
        self._thread = thread

    def _take(self, answer: KeyringResult) -> None:
        self.answers.append(answer)
        self.delivered_on.add(QThread.currentThread())

    def outcome(self, ticket: int) -> object:
        self._qtbot.waitUntil(lambda: ticket in [each.ticket for each in self.answers])
        return next(each.outcome for each in self.answers if each.ticket == ticket)


@pytest.fixture
def make(qtbot: QtBot) -> Callable[..., tuple[KeyringWorker, Collected]]:
    def make(store: CredentialStore, patience_ms: int = 60_000) -> tuple[KeyringWorker, Collected]:
        thread = KeyringWorker(store, patience_ms=patience_ms)
        return thread, Collected(qtbot, thread)

    return make


Maker = Callable[..., tuple[KeyringWorker, Collected]]


def test_outcomes_arrive_on_the_ui_thread(bus: Session, make: Maker) -> None:
    bus.start_keyring()
    thread, collected = make(CredentialStore())
    assert collected.outcome(thread.load(PORTONE)) is None
    assert collected.outcome(thread.save(PORTONE, KEY)) is None
    assert collected.outcome(thread.load(PORTONE)) == KEY
    assert collected.outcome(thread.remove(PORTONE)) is None
    assert collected.outcome(thread.load(PORTONE)) is None
    assert collected.delivered_on == {thread.thread()}
    assert not thread.busy()


def test_an_error_arrives_as_an_object(bus: Session, make: Maker) -> None:
    thread, collected = make(CredentialStore())
    assert isinstance(collected.outcome(thread.load(PORTONE)), KeyringUnavailable)


def test_a_mistake_of_our_own_arrives_too_and_is_reported(
    make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Mistaken(CredentialStore):
        def load(self, origin: Origin) -> Credentials | None:
            raise ZeroDivisionError

    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_rest: reported.append(kind))
    thread, collected = make(Mistaken())
    assert isinstance(collected.outcome(thread.load(PORTONE)), ZeroDivisionError)
    assert reported == [ZeroDivisionError]


def test_a_prompt_that_never_ends(stuck: ScriptedSecretService, qtbot: QtBot, make: Maker) -> None:
    thread, collected = make(CredentialStore(), patience_ms=150)
    beats: list[None] = []
    pulse = QTimer(interval=10)
    pulse.timeout.connect(lambda: beats.append(None))
    pulse.start()
    with qtbot.waitSignal(thread.still_waiting) as waiting:
        ticket = thread.load(PORTONE)
    pulse.stop()
    assert waiting.args == [ticket]
    assert stuck.prompted.wait(10)
    assert len(beats) >= 5  # the UI thread went on
    assert thread.busy()

    # The next call is not held up by the one that hangs.
    stuck.mood = Mood.REFUSES
    assert collected.outcome(thread.load(PORTONE)) is None
    assert [each.ticket for each in collected.answers] == [ticket + 1]


def test_a_quick_answer_is_not_reported_as_waiting(bus: Session, qtbot: QtBot, make: Maker) -> None:
    thread, collected = make(CredentialStore(), patience_ms=300)
    thread.still_waiting.connect(lambda ticket: pytest.fail(f"{ticket} is answered"))
    collected.outcome(thread.load(PORTONE))
    qtbot.wait(400)  # longer than its patience


class Held(CredentialStore):
    """Answers when it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()
        self.done = threading.Event()

    def load(self, origin: Origin) -> Credentials | None:
        self.go.wait(10)
        self.done.set()
        return KEY


def join_workers() -> None:
    for worker in threading.enumerate():
        if worker.name.startswith("keyring-"):
            worker.join(10)


def test_an_abandoned_call_is_never_answered(make: Maker) -> None:
    store = Held()
    thread, collected = make(store)
    abandoned = thread.load(PORTONE)
    thread.abandon(abandoned)
    assert not thread.busy()
    store.go.set()
    assert store.done.wait(10)
    join_workers()
    assert collected.outcome(thread.load(PORTONE)) == KEY
    assert [each.ticket for each in collected.answers] == [abandoned + 1]


def test_an_answer_after_the_window_is_gone_disturbs_nobody(make: Maker) -> None:
    store = Held()
    thread, _ = make(store)
    thread.load(PORTONE)
    shiboken6.delete(thread)
    store.go.set()
    join_workers()  # an exception on the worker would fail the test


def test_leaving_does_not_wait_for_the_keyring(bus: Session, stuck: ScriptedSecretService) -> None:
    code = (
        "import sys, time\n"
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from iamport_desktop.api.origin import PORTONE\n"
        "from iamport_desktop.desktop.keyring import CredentialStore\n"
        "from iamport_desktop.desktop.keyring.worker import KeyringWorker\n"
        "app = QCoreApplication([])\n"
        "thread = KeyringWorker(CredentialStore(), patience_ms=1000)\n"
        "thread.still_waiting.connect(app.quit)\n"
        "thread.load(PORTONE)\n"
        "app.exec()\n"
        "print(time.time())\n"
    )
    program = [sys.executable, "-c", code]
    run = subprocess.run(program, env=bus.environment, capture_output=True, text=True, timeout=20)
    assert run.returncode == 0, run.stderr
    assert stuck.prompted.is_set()
    assert time.time() - float(run.stdout) < 1.0
