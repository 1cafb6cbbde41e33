"""Watching a payment until it is decided, against a real sandbox. The clock and the pauses are the tests' own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.api.origin import Origin, parse_origin
from iamport_desktop.lookup.session import Connection
from iamport_desktop.lookup.state import Loaded
from iamport_desktop.lookup.watcher import GRACE, LONGEST_PAUSE, LONGEST_WATCH, PaymentWatcher
from iamport_desktop.lookup.worker import ApiWorker
from iamport_desktop.sandbox import Sandbox
from tests.support.worker import close_connections

AWAITING = ImpUid("imp_100000000005")  # with a deadline
WITHOUT_DEADLINE = ImpUid("imp_100000000046")
PENDING = ImpUid("imp_100000000020")
PAID = ImpUid("imp_100000000001")


class Clock:
    """A time that stands until it is moved."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now


class Watch:
    """The watching of a test, and what it said."""

    def __init__(self, qtbot: QtBot, sandbox: Sandbox) -> None:
        self.clock, self.sandbox, self._qtbot = Clock(), sandbox, qtbot
        self.network = ApiWorker()
        self.network.start()
        self.watching = PaymentWatcher(self.network, self.clock)
        self.use(sandbox.imp_secret)
        self.pauses: list[float] = []
        self.said: list[tuple[str, str]] = []
        self.watching.asked.connect(self._note_pause)
        self.watching.decided.connect(lambda imp_uid, payment: self.said.append(("decided", payment.status)))
        self.watching.given_up.connect(
            lambda imp_uid, payment: self.said.append(("given up", payment.status))
        )
        self.watching.ended.connect(lambda imp_uid: self.said.append(("ended", imp_uid)))

    def use(self, secret: str) -> None:
        """Ask with this secret from now on."""
        origin: Origin = parse_origin(self.sandbox.url)
        self.watching.use(Connection(origin, Credentials(self.sandbox.imp_key, secret)))

    def start(self, imp_uid: ImpUid) -> Payment:
        """Watch a sample, and return it as it is now."""
        body: Any = next(each.body for each in self.sandbox.payments if each.imp_uid == imp_uid)
        payment = Payment.from_json(body)
        self.watching.start(Loaded(imp_uid, payment, self.clock.now), include_sandbox=False)
        return payment

    def timers(self) -> list[QTimer]:
        """Those that will fire."""
        return [each for each in self.watching.findChildren(QTimer) if each.isActive()]

    def let_the_pause_pass(self) -> None:
        """Move the clock to the next question, and wait for what comes of it."""
        (timer,) = self.timers()
        self.clock.now += timedelta(milliseconds=timer.interval())
        told = len(self.pauses) + len(self.said)
        timer.start(0)
        self._qtbot.waitUntil(lambda: len(self.pauses) + len(self.said) > told)

    def questions(self, imp_uid: ImpUid) -> int:
        """How often the server was asked."""
        return sum(each.path == f"/payments/{imp_uid}" for each in self.sandbox.requests)

    def _note_pause(self, _imp_uid: str, _payment: Payment, next_time: datetime) -> None:
        self.pauses.append((next_time - self.clock.now).total_seconds())


@pytest.fixture
def watch(qtbot: QtBot, sandbox: Sandbox) -> Iterator[Watch]:
    watch = Watch(qtbot, sandbox)
    yield watch
    close_connections(watch.network, lambda: watch.watching.use(None))


def test_it_asks_at_growing_intervals_that_stay_gentle(watch: Watch) -> None:
    watch.start(AWAITING)
    for _ in range(9):
        watch.let_the_pause_pass()
    assert watch.pauses[:4] == [20, 30, 45, 67.5]
    assert watch.pauses == sorted(watch.pauses)
    assert watch.pauses[-2:] == [LONGEST_PAUSE.total_seconds()] * 2
    assert watch.questions(AWAITING) == 9
    assert watch.said == []


def test_a_deposit_is_told_and_ends_it(watch: Watch) -> None:
    watch.start(AWAITING)
    watch.let_the_pause_pass()
    watch.sandbox.change_payment(AWAITING, status="paid", paid_at=int(watch.clock.now.timestamp()))
    watch.let_the_pause_pass()
    assert watch.said == [("ended", AWAITING), ("decided", "paid")]
    assert watch.timers() == []
    assert not watch.watching.watches(AWAITING)


@pytest.mark.parametrize("status", ["paid", "failed"])
def test_a_payment_that_waits_for_approval_is_decided_either_way(watch: Watch, status: str) -> None:
    watch.start(PENDING)
    watch.sandbox.change_payment(PENDING, status=status)
    watch.let_the_pause_pass()
    assert watch.said == [("ended", PENDING), ("decided", status)]


def test_a_deposit_in_the_last_second_is_still_told(watch: Watch) -> None:
    deadline = watch.start(AWAITING).vbank_date
    assert deadline
    watch.clock.now = deadline  # by this desk's clock it is too late
    watch.let_the_pause_pass()
    assert watch.said == []
    watch.sandbox.change_payment(AWAITING, status="paid")
    watch.let_the_pause_pass()
    assert watch.said == [("ended", AWAITING), ("decided", "paid")]


def test_it_stops_at_the_deadline_and_says_that_it_passed(watch: Watch) -> None:
    deadline = watch.start(AWAITING).vbank_date
    assert deadline
    watch.clock.now = deadline + GRACE - timedelta(minutes=2)
    while watch.timers():
        watch.let_the_pause_pass()
    assert watch.said == [("ended", AWAITING), ("decided", "ready")]
    assert watch.clock.now - deadline <= GRACE + timedelta(seconds=1)


def test_without_a_deadline_it_is_given_up_after_a_day(watch: Watch) -> None:
    watch.start(WITHOUT_DEADLINE)
    begun = watch.clock.now
    watch.clock.now += LONGEST_WATCH - timedelta(minutes=1)
    while watch.timers():
        watch.let_the_pause_pass()
    assert watch.said == [("ended", WITHOUT_DEADLINE), ("given up", "ready")]
    assert watch.clock.now - begun <= LONGEST_WATCH + timedelta(seconds=1)


def test_trouble_on_the_way_does_not_end_it(watch: Watch) -> None:
    watch.start(AWAITING)
    port = int(watch.sandbox.url.rpartition(":")[2])
    watch.sandbox.stop()
    watch.let_the_pause_pass()
    assert watch.said == []
    with Sandbox(port=port) as again:
        again.change_payment(AWAITING, status="paid")
        watch.let_the_pause_pass()
    assert watch.said == [("ended", AWAITING), ("decided", "paid")]


def test_a_refused_key_gives_it_up(watch: Watch) -> None:
    watch.use("wrong")
    watch.start(AWAITING)
    watch.let_the_pause_pass()
    assert watch.said == [("ended", AWAITING), ("given up", "ready")]
    assert watch.timers() == []


def test_another_key_ends_every_watch(watch: Watch) -> None:
    for imp_uid in (AWAITING, PENDING):
        watch.start(imp_uid)
    watch.use("wrong")
    assert watch.said == [("ended", AWAITING), ("ended", PENDING)]
    assert watch.timers() == []
    assert watch.questions(AWAITING) == 0


def test_an_answer_to_a_watch_that_was_stopped_says_nothing(qtbot: QtBot, watch: Watch) -> None:
    release = threading.Event()
    watch.sandbox.before_answer = lambda request: AWAITING in request.path and release.wait()
    watch.start(AWAITING)
    watch.sandbox.change_payment(AWAITING, status="paid")
    (timer,) = watch.timers()
    timer.start(0)
    qtbot.waitUntil(lambda: watch.questions(AWAITING) == 1)
    watch.watching.stop(AWAITING)
    release.set()
    watch.start(PENDING)
    watch.let_the_pause_pass()  # by now the answer would have come
    assert watch.said == [("ended", AWAITING)]


def test_what_is_decided_is_not_watched_and_nothing_is_watched_twice(watch: Watch) -> None:
    watch.start(PAID)
    assert watch.timers() == []
    for _ in range(2):
        watch.start(AWAITING)
    assert len(watch.timers()) == 1
