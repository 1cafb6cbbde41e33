"""The lookups of a run, against a real sandbox that holds its answers back where a test asks it to."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.errors import CredentialsRejected, PaymentNotFound
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.origin import parse_origin
from iamport_desktop.desktop.keyring import KeyringUnavailable
from iamport_desktop.lookup.controller import MAX_HISTORY, LookupController
from iamport_desktop.lookup.session import Session
from iamport_desktop.lookup.state import Failed, FirstStart, Loaded, Loading, LookupState, Ready, Starting
from iamport_desktop.lookup.worker import ApiWorker
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.sandbox.embedded import RecordedRequest
from tests.conftest import RULES
from tests.support.app_driver import wait_until_idle

A, B, C = (ImpUid(f"imp_10000000000{digit}") for digit in (1, 2, 3))
UNKNOWN = ImpUid("imp_999999999999")
PATIENCE = 10.0


class Hold:
    """Holds back the answers for some imp_uids until the end of the test."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.held: set[str] = set()
        self.arrived: dict[str, threading.Event] = {}
        self.release = threading.Event()
        sandbox.before_answer = self._wait

    def back(self, imp_uid: str) -> threading.Event:
        """Hold `imp_uid` back; the event is set when it is requested."""
        self.held.add(imp_uid)
        return self.arrived.setdefault(imp_uid, threading.Event())

    def _wait(self, request: RecordedRequest) -> None:
        imp_uid = request.path.rpartition("/")[2]
        if imp_uid in self.held:
            self.arrived[imp_uid].set()
            self.release.wait()


@pytest.fixture
def hold(sandbox: Sandbox) -> Iterator[Hold]:
    hold = Hold(sandbox)
    yield hold
    hold.release.set()


@pytest.fixture
def worker(qtbot: QtBot) -> ApiWorker:
    worker = ApiWorker()
    worker.start()
    return worker


@pytest.fixture
def lookups(worker: ApiWorker) -> Iterator[LookupController]:
    """Lookups without a session. Their clock gains a second with each reading."""
    seconds = itertools.count()
    lookups = LookupController(
        lambda: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=next(seconds)), RULES
    )
    yield lookups
    lookups.set_session(None)
    wait_until_idle(worker)


Connect = Callable[..., Session]


@pytest.fixture
def connect(worker: ApiWorker) -> Connect:
    def connect(sandbox: Sandbox, secret: str = Sandbox.imp_secret) -> Session:
        return Session(worker, parse_origin(sandbox.url), Credentials(sandbox.imp_key, secret))

    return connect


@pytest.fixture
def states(lookups: LookupController) -> list[LookupState]:
    """Every state, in order."""
    states: list[LookupState] = []
    lookups.state_changed.connect(states.append)
    return states


@pytest.fixture
def connected(lookups: LookupController, sandbox: Sandbox, connect: Connect) -> LookupController:
    lookups.set_session(connect(sandbox))
    return lookups


def look_up(qtbot: QtBot, lookups: LookupController, *imp_uids: ImpUid) -> None:
    for imp_uid in imp_uids:
        lookups.open(imp_uid)
        assert lookups.state == Loading(imp_uid)
        qtbot.waitUntil(lambda: not isinstance(lookups.state, Loading))


def imp_uid_of(state: LookupState) -> ImpUid | None:
    assert isinstance(state, Loaded), state
    assert state.payment.imp_uid == state.imp_uid
    return state.imp_uid


def test_nothing_is_known_at_first_and_a_connection_makes_it_ready(
    lookups: LookupController, sandbox: Sandbox, connect: Connect
) -> None:
    assert lookups.state == Starting()
    lookups.set_session(connect(sandbox))
    assert lookups.state == Ready()


def test_without_a_key_it_is_the_first_start(lookups: LookupController) -> None:
    lookups.set_session(None)
    assert lookups.state == FirstStart()


def test_a_lookup_loads_and_finds(
    qtbot: QtBot, connected: LookupController, states: list[LookupState]
) -> None:
    look_up(qtbot, connected, A)
    assert [type(state) for state in states] == [Loading, Loaded]
    found = states[-1]
    assert imp_uid_of(found) == A
    assert isinstance(found, Loaded)
    assert found.as_of == datetime(2026, 1, 1, tzinfo=UTC)


def test_a_lookup_that_fails_is_a_problem_with_the_error(qtbot: QtBot, connected: LookupController) -> None:
    look_up(qtbot, connected, UNKNOWN)
    assert isinstance(connected.state, Failed)
    assert connected.state.subject == UNKNOWN
    assert isinstance(connected.state.error, PaymentNotFound)


def test_test_payments_are_asked_for_when_they_are_switched_on(
    qtbot: QtBot, connected: LookupController, sandbox: Sandbox
) -> None:
    test_payment = ImpUid(next(sample.imp_uid for sample in sandbox.payments if sample.sandbox))
    look_up(qtbot, connected, test_payment)
    assert isinstance(connected.state, Failed)
    connected.include_test_payments = True
    connected.refresh()
    qtbot.waitUntil(lambda: isinstance(connected.state, Loaded))
    assert [request.query for request in sandbox.requests if test_payment in request.path] == [
        "extension=true",
        "extension=true&include_sandbox=true",
    ]


def test_a_second_search_wins_over_the_first(
    qtbot: QtBot, connected: LookupController, states: list[LookupState], hold: Hold
) -> None:
    arrived = hold.back(A)
    connected.open(A)
    assert arrived.wait(PATIENCE)
    connected.open(B)
    qtbot.waitUntil(lambda: isinstance(connected.state, Loaded))
    hold.release.set()
    look_up(qtbot, connected, C)  # by now the first answer would have been states
    assert [imp_uid_of(state) for state in states if isinstance(state, Loaded)] == [B, C]
    connected.back()
    assert imp_uid_of(connected.state) == B


def test_nothing_stood_there_before_the_lookup_that_is_cancelled(
    connected: LookupController, hold: Hold
) -> None:
    arrived = hold.back(A)
    connected.open(A)
    assert arrived.wait(PATIENCE)
    connected.cancel()
    assert connected.state == Ready()


def test_cancelling_brings_back_the_payment_that_stood_there(
    qtbot: QtBot, connected: LookupController, hold: Hold
) -> None:
    look_up(qtbot, connected, A, B)
    connected.back()
    before = connected.state
    hold.back(C)
    connected.open(C)
    connected.cancel()
    assert connected.state == before
    assert imp_uid_of(before) == A
    assert connected.can_go_forward


def test_cancelling_brings_back_the_problem_that_stood_there(
    qtbot: QtBot, connected: LookupController, hold: Hold
) -> None:
    look_up(qtbot, connected, A, UNKNOWN)
    before = connected.state
    hold.back(B)
    connected.open(B)
    connected.open(B)
    connected.cancel()
    assert connected.state is before


def test_cancelling_while_nothing_is_looked_up_changes_nothing(
    qtbot: QtBot, connected: LookupController, states: list[LookupState]
) -> None:
    look_up(qtbot, connected, A)
    states.clear()
    connected.cancel()
    assert states == []


def test_refresh_asks_again_and_takes_the_place_of_the_answer_before(
    qtbot: QtBot, connected: LookupController, sandbox: Sandbox
) -> None:
    look_up(qtbot, connected, A)
    first = connected.state
    assert isinstance(first, Loaded)
    sandbox.change_payment(A, name="changed")
    connected.refresh()
    assert connected.state == Loading(A, shown=first)
    qtbot.waitUntil(lambda: isinstance(connected.state, Loaded))
    again = connected.state
    assert isinstance(again, Loaded)
    assert again.payment.name == "changed"
    assert again.as_of > first.as_of
    assert not connected.can_go_back


def test_refresh_asks_again_after_a_problem(
    qtbot: QtBot, connected: LookupController, sandbox: Sandbox
) -> None:
    look_up(qtbot, connected, UNKNOWN)
    connected.refresh()
    assert connected.state == Loading(UNKNOWN)
    qtbot.waitUntil(lambda: isinstance(connected.state, Failed))
    assert sum(UNKNOWN in request.path for request in sandbox.requests) == 2


def test_there_is_nothing_to_refresh_before_a_lookup(
    connected: LookupController, states: list[LookupState]
) -> None:
    connected.refresh()
    assert states == []


def test_back_and_forward_show_what_was_found_without_asking(
    qtbot: QtBot, connected: LookupController, sandbox: Sandbox
) -> None:
    assert not connected.can_go_back
    assert not connected.can_go_forward
    look_up(qtbot, connected, A, B, C)
    asked = len(sandbox.requests)
    ways = []
    for move in (connected.back, connected.back, connected.back, connected.forward, connected.forward):
        move()
        ways.append((imp_uid_of(connected.state), connected.can_go_back, connected.can_go_forward))
    assert ways == [
        (B, True, True),
        (A, False, True),
        (A, False, True),
        (B, True, True),
        (C, True, False),
    ]
    connected.forward()
    assert imp_uid_of(connected.state) == C
    assert len(sandbox.requests) == asked


def test_a_new_lookup_takes_the_place_of_what_lay_ahead(qtbot: QtBot, connected: LookupController) -> None:
    look_up(qtbot, connected, A, B)
    connected.back()
    look_up(qtbot, connected, C)
    assert not connected.can_go_forward
    connected.back()
    assert imp_uid_of(connected.state) == A


def test_back_from_a_problem_shows_the_last_payment(qtbot: QtBot, connected: LookupController) -> None:
    look_up(qtbot, connected, A, B, UNKNOWN)
    assert connected.can_go_back
    connected.back()
    assert imp_uid_of(connected.state) == B


def test_back_ends_the_lookup_under_way(qtbot: QtBot, connected: LookupController, hold: Hold) -> None:
    look_up(qtbot, connected, A)
    arrived = hold.back(B)
    connected.open(B)
    assert arrived.wait(PATIENCE)
    connected.back()
    hold.release.set()
    assert imp_uid_of(connected.state) == A
    look_up(qtbot, connected, C)
    connected.back()
    assert imp_uid_of(connected.state) == A


def test_clearing_leaves_the_way_back(qtbot: QtBot, connected: LookupController) -> None:
    look_up(qtbot, connected, A)
    connected.clear()
    assert connected.state == Ready()
    connected.back()
    assert imp_uid_of(connected.state) == A


def test_clearing_ends_the_lookup_under_way(
    qtbot: QtBot, connected: LookupController, states: list[LookupState], hold: Hold
) -> None:
    arrived = hold.back(A)
    connected.open(A)
    assert arrived.wait(PATIENCE)
    connected.clear()
    hold.release.set()
    look_up(qtbot, connected, B)
    assert states[:2] == [Loading(A), Ready()]
    assert [imp_uid_of(state) for state in states if isinstance(state, Loaded)] == [B]


def test_the_way_back_has_an_end(qtbot: QtBot, connected: LookupController) -> None:
    for turn in range(MAX_HISTORY + 3):
        look_up(qtbot, connected, (A, B)[turn % 2])
    steps = 0
    while connected.can_go_back:
        connected.back()
        steps += 1
    assert steps == MAX_HISTORY - 1


def test_a_search_before_the_key_is_there_waits_for_it(
    qtbot: QtBot, lookups: LookupController, sandbox: Sandbox, connect: Connect
) -> None:
    lookups.open(A)
    assert lookups.state == Loading(A)
    lookups.open(B)
    lookups.set_session(connect(sandbox))
    qtbot.waitUntil(lambda: isinstance(lookups.state, Loaded))
    assert imp_uid_of(lookups.state) == B
    assert not any(A in request.path for request in sandbox.requests)


def test_a_search_goes_on_waiting_while_the_key_is_entered(
    qtbot: QtBot, lookups: LookupController, sandbox: Sandbox, connect: Connect
) -> None:
    lookups.open(A)
    lookups.set_session(None)
    assert lookups.state == FirstStart()
    lookups.set_session(connect(sandbox))
    qtbot.waitUntil(lambda: isinstance(lookups.state, Loaded))
    assert imp_uid_of(lookups.state) == A


def test_a_search_that_was_cancelled_does_not_wait_any_more(
    lookups: LookupController, sandbox: Sandbox, connect: Connect
) -> None:
    lookups.open(A)
    lookups.cancel()
    assert lookups.state == Starting()
    lookups.set_session(connect(sandbox))
    assert lookups.state == Ready()


def test_cancelling_after_the_key_came_does_not_bring_back_the_wait_for_it(
    lookups: LookupController, sandbox: Sandbox, connect: Connect, hold: Hold
) -> None:
    hold.back(A)
    lookups.open(A)
    lookups.set_session(None)
    lookups.open(A)
    lookups.set_session(connect(sandbox))
    assert lookups.state == Loading(A)
    lookups.cancel()
    assert lookups.state == Ready()


def test_no_way_to_the_key_is_a_problem_and_the_search_goes_on_waiting(
    qtbot: QtBot, lookups: LookupController, sandbox: Sandbox, connect: Connect
) -> None:
    lookups.open(A)
    error = KeyringUnavailable()
    lookups.fail(error)
    assert lookups.state == Failed(None, error)
    lookups.refresh()
    assert lookups.state == Failed(None, error)
    lookups.set_session(connect(sandbox))
    qtbot.waitUntil(lambda: isinstance(lookups.state, Loaded))


def test_trouble_with_the_keyring_does_not_matter_once_there_is_a_key(
    connected: LookupController, states: list[LookupState]
) -> None:
    connected.fail(KeyringUnavailable())
    assert states == []


@pytest.mark.parametrize("with_key", [True, False])
def test_nothing_of_another_key_remains(
    qtbot: QtBot,
    connected: LookupController,
    sandbox: Sandbox,
    connect: Connect,
    hold: Hold,
    states: list[LookupState],
    with_key: bool,
) -> None:
    look_up(qtbot, connected, A, B)
    connected.back()
    arrived = hold.back(C)
    connected.open(C)
    assert arrived.wait(PATIENCE)
    connected.cancel()
    states.clear()
    with Sandbox() as other_shop:
        connected.set_session(connect(other_shop, "wrong") if with_key else None)
        hold.release.set()
        assert states == [Ready() if with_key else FirstStart()]
        assert not connected.can_go_back
        assert not connected.can_go_forward
        connected.back()
        connected.forward()
        connected.refresh()
        connected.cancel()
        assert states == [Ready() if with_key else FirstStart()]


def test_a_lookup_under_way_is_asked_again_with_the_new_key(
    qtbot: QtBot, connected: LookupController, hold: Hold, states: list[LookupState], connect: Connect
) -> None:
    arrived = hold.back(A)
    connected.open(A)
    assert arrived.wait(PATIENCE)
    with Sandbox() as other_shop:
        connected.set_session(connect(other_shop, "wrong"))
        hold.release.set()
        qtbot.waitUntil(lambda: isinstance(connected.state, Failed))
        assert isinstance(connected.state, Failed)
        assert isinstance(connected.state.error, CredentialsRejected)
    assert not any(isinstance(state, Loaded) for state in states)


def test_every_connection_of_a_key_before_is_closed(
    qtbot: QtBot, worker: ApiWorker, lookups: LookupController, sandbox: Sandbox
) -> None:
    """Also when keys follow one another in one turn of the event loop."""
    closed: list[Session] = []

    class Watched(Session):
        def close(self) -> None:
            super().close()
            closed.append(self)

    origin, credentials = parse_origin(sandbox.url), Credentials(sandbox.imp_key, sandbox.imp_secret)
    sessions = [Watched(worker, origin, credentials) for _ in range(3)]
    for session in sessions:
        lookups.set_session(session)
    assert closed == sessions[:2]
    look_up(qtbot, lookups, A)
    lookups.set_session(None)
    assert closed == sessions
