"""Watching a payment until it is decided, against a real sandbox. The clock and the intervals are the tests' own."""

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
from iamport_desktop.lookup.session import Session
from iamport_desktop.lookup.state import Loaded, WatchState
from iamport_desktop.lookup.watcher import GRACE, LONGEST_INTERVAL, LONGEST_WATCH, PaymentWatcher
from iamport_desktop.lookup.worker import ApiWorker
from iamport_desktop.sandbox import Sandbox
from tests.conftest import RULES
from tests.support.app_driver import wait_until_idle

AWAITING = ImpUid("imp_100000000005")  # with a deadline
WITHOUT_DEADLINE = ImpUid("imp_100000000046")
PENDING = ImpUid("imp_100000000020")
PAID = ImpUid("imp_100000000001")


class Clock:
    """A time that does not pass until it is moved."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now


class Watch:
    """A watcher, and what it emitted."""

    def __init__(self, qtbot: QtBot, sandbox: Sandbox) -> None:
        self.clock, self.sandbox, self._qtbot = Clock(), sandbox, qtbot
        self.worker = ApiWorker()
        self.worker.start()
        self.watcher = PaymentWatcher(self.clock, RULES)
        self.use(sandbox.imp_secret)
        self.intervals: list[float] = []
        self.ended: list[tuple[WatchState, str]] = []
        self.watcher.items_changed.connect(self._note_interval)
        self.watcher.ended.connect(lambda item: self.ended.append((item.state, item.payment.status)))

    def use(self, secret: str) -> None:
        """Ask with this secret from now on."""
        origin: Origin = parse_origin(self.sandbox.url)
        self.watcher.set_session(Session(self.worker, origin, Credentials(self.sandbox.imp_key, secret)))

    def end(self) -> None:
        """Stop every watch, and close its session."""
        self.watcher.forget_all(parse_origin(self.sandbox.url))
        self.watcher.set_session(None)

    def start(self, imp_uid: ImpUid) -> Payment:
        """Watch a sample, and return it as it is now."""
        body: Any = next(sample.body for sample in self.sandbox.payments if sample.imp_uid == imp_uid)
        payment = Payment.from_json(body)
        self.watcher.start(Loaded(imp_uid, payment, self.clock.now), include_sandbox=False)
        return payment

    def timers(self) -> list[QTimer]:
        """Those that will fire."""
        return [timer for timer in self.watcher.findChildren(QTimer) if timer.isActive()]

    def pass_interval(self) -> None:
        """Move the clock to the next question, and wait for what comes of it."""
        (timer,) = self.timers()
        self.clock.now += timedelta(milliseconds=timer.interval())
        before = len(self.intervals) + len(self.ended)
        timer.start(0)
        self._qtbot.waitUntil(lambda: len(self.intervals) + len(self.ended) > before)

    def wait_until_ended(self, imp_uid: ImpUid) -> None:
        """Wait until the watch of `imp_uid` has ended."""
        self._qtbot.waitUntil(lambda: not self.watcher.is_watched(imp_uid))

    def count_requests(self, imp_uid: ImpUid) -> int:
        """Return how often the payment was requested."""
        return sum(request.path == f"/payments/{imp_uid}" for request in self.sandbox.requests)

    def _note_interval(self) -> None:
        self.intervals += [
            (item.next_check - self.clock.now).total_seconds()
            for item in self.watcher.items()
            if item.next_check
        ]


@pytest.fixture
def watch(qtbot: QtBot, sandbox: Sandbox) -> Iterator[Watch]:
    watch = Watch(qtbot, sandbox)
    yield watch
    watch.end()
    wait_until_idle(watch.worker)


def test_it_asks_at_growing_intervals_that_stay_gentle(watch: Watch) -> None:
    watch.start(AWAITING)
    for _ in range(9):
        watch.pass_interval()
    assert watch.intervals[:4] == [20, 30, 45, 67.5]
    assert watch.intervals == sorted(watch.intervals)
    assert watch.intervals[-2:] == [LONGEST_INTERVAL.total_seconds()] * 2
    assert watch.count_requests(AWAITING) == 9
    assert watch.ended == []


def test_a_deposit_is_reported_and_ends_the_watch(watch: Watch) -> None:
    watch.start(AWAITING)
    watch.pass_interval()
    watch.sandbox.change_payment(AWAITING, status="paid", paid_at=int(watch.clock.now.timestamp()))
    watch.pass_interval()
    assert watch.ended == [(WatchState.CHANGED, "paid")]
    assert watch.timers() == []
    assert not watch.watcher.is_watched(AWAITING)


@pytest.mark.parametrize("status", ["paid", "failed"])
def test_a_payment_that_waits_for_approval_is_decided_either_way(watch: Watch, status: str) -> None:
    watch.start(PENDING)
    watch.sandbox.change_payment(PENDING, status=status)
    watch.pass_interval()
    assert watch.ended == [(WatchState.CHANGED, status)]


def test_a_deposit_in_the_last_second_is_still_reported(watch: Watch) -> None:
    deadline = watch.start(AWAITING).vbank_date
    assert deadline
    watch.clock.now = deadline  # by this desk's clock it is too late
    watch.pass_interval()
    assert watch.ended == []
    watch.sandbox.change_payment(AWAITING, status="paid")
    watch.pass_interval()
    assert watch.ended == [(WatchState.CHANGED, "paid")]


def test_it_ends_soon_after_the_deadline(watch: Watch) -> None:
    deadline = watch.start(AWAITING).vbank_date
    assert deadline
    watch.clock.now = deadline + GRACE - timedelta(minutes=2)
    while watch.timers():
        watch.pass_interval()
    assert watch.ended == [(WatchState.TIME_OVER, "ready")]
    assert watch.clock.now - deadline <= GRACE + timedelta(seconds=1)


def test_without_a_deadline_it_is_given_up_after_a_day(watch: Watch) -> None:
    watch.start(WITHOUT_DEADLINE)
    begun = watch.clock.now
    watch.clock.now += LONGEST_WATCH - timedelta(minutes=1)
    while watch.timers():
        watch.pass_interval()
    assert watch.ended == [(WatchState.TIME_OVER, "ready")]
    assert watch.clock.now - begun <= LONGEST_WATCH + timedelta(seconds=1)


def test_trouble_on_the_way_does_not_end_it(watch: Watch) -> None:
    watch.start(AWAITING)
    port = int(watch.sandbox.url.rpartition(":")[2])
    watch.sandbox.stop()
    watch.pass_interval()
    assert watch.ended == []
    with Sandbox(port=port) as again:
        again.change_payment(AWAITING, status="paid")
        watch.pass_interval()
    assert watch.ended == [(WatchState.CHANGED, "paid")]


def test_a_refused_key_gives_it_up(watch: Watch) -> None:
    watch.use("wrong")
    watch.start(AWAITING)
    watch.pass_interval()
    assert watch.ended == [(WatchState.KEY_GONE, "ready")]
    assert watch.timers() == []


def test_a_watch_goes_on_with_the_session_that_it_began_with(watch: Watch) -> None:
    watch.start(AWAITING)
    watch.watcher.set_session(None)
    watch.sandbox.change_payment(AWAITING, status="paid")
    watch.pass_interval()
    assert watch.ended == [(WatchState.CHANGED, "paid")]


def test_nothing_is_watched_without_a_session(watch: Watch) -> None:
    watch.watcher.set_session(None)
    watch.start(AWAITING)
    assert watch.timers() == []


def test_the_watches_of_a_key_that_is_gone_expire_and_no_others(watch: Watch) -> None:
    watch.start(AWAITING)
    with Sandbox() as other:
        origin = parse_origin(other.url)
        watch.watcher.set_session(Session(watch.worker, origin, Credentials(other.imp_key, other.imp_secret)))
        watch.start(PENDING)
        watch.watcher.expire_all(parse_origin(watch.sandbox.url))
        assert watch.ended == [(WatchState.KEY_GONE, "ready")]
        assert watch.watcher.is_watched(PENDING)
        watch.watcher.forget_all(origin)
    assert len(watch.ended) == 1  # what the agent ends is not reported
    assert [item.imp_uid for item in watch.watcher.items()] == [AWAITING]
    assert watch.timers() == []


def test_a_session_is_closed_when_nothing_uses_it(watch: Watch) -> None:
    closed: list[str] = []

    class Watched(Session):
        def close(self) -> None:
            super().close()
            closed.append("closed")

    credentials = Credentials(watch.sandbox.imp_key, watch.sandbox.imp_secret)
    watch.watcher.set_session(Watched(watch.worker, parse_origin(watch.sandbox.url), credentials))
    watch.start(AWAITING)
    watch.start(PENDING)
    watch.watcher.set_session(None)
    watch.watcher.forget(AWAITING)
    assert closed == []
    watch.watcher.forget(PENDING)
    assert closed == ["closed"]


def test_an_answer_to_a_watch_that_was_stopped_says_nothing(qtbot: QtBot, watch: Watch) -> None:
    release = threading.Event()
    watch.sandbox.before_answer = lambda request: AWAITING in request.path and release.wait()
    watch.start(AWAITING)
    watch.sandbox.change_payment(AWAITING, status="paid")
    (timer,) = watch.timers()
    timer.start(0)
    qtbot.waitUntil(lambda: watch.count_requests(AWAITING) == 1)
    watch.watcher.forget(AWAITING)
    release.set()
    watch.start(PENDING)
    watch.pass_interval()  # by now the answer would have come
    assert watch.ended == []


def test_the_list_has_those_that_ended_first_until_they_are_forgotten(watch: Watch) -> None:
    watch.start(PENDING)
    watch.start(AWAITING)
    for imp_uid, status in ((PENDING, "paid"), (AWAITING, "paid")):
        watch.start(WITHOUT_DEADLINE)
        watch.sandbox.change_payment(imp_uid, status=status)
        watch.watcher._poll(imp_uid)
        watch.wait_until_ended(imp_uid)
    items = watch.watcher.items()
    assert [item.imp_uid for item in items] == [AWAITING, PENDING, WITHOUT_DEADLINE]
    assert [item.state for item in items] == [
        WatchState.CHANGED,
        WatchState.CHANGED,
        WatchState.WAITING,
    ]
    assert items[2].next_check == watch.clock.now + timedelta(seconds=20)
    watch.watcher.forget(PENDING)
    watch.sandbox.change_payment(AWAITING, status="ready")
    watch.start(AWAITING)  # once more, and how the watch before ended is forgotten
    assert [item.imp_uid for item in watch.watcher.items()] == [WITHOUT_DEADLINE, AWAITING]
    watch.watcher.forget_all()
    assert watch.watcher.items() == []
    assert watch.timers() == []


def test_what_is_decided_is_not_watched_and_nothing_is_watched_twice(watch: Watch) -> None:
    watch.start(PAID)
    assert watch.timers() == []
    for _ in range(2):
        watch.start(AWAITING)
    assert len(watch.timers()) == 1
