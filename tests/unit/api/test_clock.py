"""The server's clock: what sets it, what it runs on by, and what it falls back to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from iamport_desktop.api.client import PortOneClient
from iamport_desktop.api.clock import ServerClock
from iamport_desktop.api.errors import PortOneError
from iamport_desktop.api.origin import parse_origin
from tests.faults import replies
from tests.faults.fault import CREDENTIALS, IMP_UID, QUICK
from tests.faults.server import Behaviour, Call, Server

TRUE_TIME = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
AHEAD = timedelta(hours=9)
NEAR = timedelta(seconds=2)


class Computer:
    """A computer whose clock is ahead, and a count of seconds that only a test moves."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.time = TRUE_TIME + AHEAD
        self.clock = ServerClock(desk=lambda: self.time, elapsed=lambda: self.seconds)

    def wait(self, seconds: float) -> None:
        self.seconds += seconds
        self.time += timedelta(seconds=seconds)


@pytest.fixture
def computer() -> Computer:
    return Computer()


def test_without_an_answer_it_is_the_desks(computer: Computer) -> None:
    assert computer.clock.now() == TRUE_TIME + AHEAD
    assert computer.clock.desk_offset is None


def test_it_runs_on_from_the_servers_time_whatever_is_done_to_the_desks(computer: Computer) -> None:
    computer.clock.observe(TRUE_TIME, sent_at=computer.seconds)
    computer.wait(3600)
    computer.time -= timedelta(days=30)
    assert abs(computer.clock.now() - (TRUE_TIME + timedelta(hours=1))) < NEAR
    assert computer.clock.now().tzinfo is not None


def test_the_offset_is_positive_for_a_desk_that_is_ahead(computer: Computer) -> None:
    computer.clock.observe(TRUE_TIME, sent_at=computer.seconds)
    offset = computer.clock.desk_offset
    assert offset is not None
    assert abs(offset - AHEAD) < NEAR


def test_half_of_a_slow_answer_is_counted(computer: Computer) -> None:
    computer.clock.observe(TRUE_TIME, sent_at=computer.seconds - 10)
    assert computer.clock.now() == TRUE_TIME + timedelta(seconds=5.5)


def test_answers_that_take_unequal_time_do_not_make_it_jump(computer: Computer) -> None:
    computer.clock.observe(TRUE_TIME, sent_at=computer.seconds)
    computer.wait(60)
    before = computer.clock.now()
    computer.clock.observe(TRUE_TIME + timedelta(seconds=55), sent_at=computer.seconds - 12)
    assert computer.clock.now() == before


def test_a_server_whose_clock_is_set_right_is_followed(computer: Computer) -> None:
    computer.clock.observe(TRUE_TIME - timedelta(minutes=1), sent_at=computer.seconds)
    computer.clock.observe(TRUE_TIME, sent_at=computer.seconds)
    assert abs(computer.clock.now() - TRUE_TIME) < NEAR


def test_a_server_without_a_clock_is_not_followed(computer: Computer) -> None:
    computer.clock.observe(datetime(1970, 1, 1, 0, 8, tzinfo=UTC), sent_at=computer.seconds)
    assert computer.clock.desk_offset is None


def test_a_desk_that_is_right_keeps_its_time_and_runs_on_without_its_clock(computer: Computer) -> None:
    computer.time = TRUE_TIME + timedelta(milliseconds=700)
    computer.clock.observe(TRUE_TIME, sent_at=computer.seconds)
    assert computer.clock.now() == computer.time
    computer.seconds += 60
    assert computer.clock.now() == computer.time + timedelta(minutes=1)


def dated(behaviour: Callable[[Call], None] | Behaviour, **headers: str) -> Behaviour:
    """Answer with these headers besides."""

    def behave(call: Call) -> None:
        plain = call.end_headers

        def end_headers() -> None:
            for name, value in headers.items():
                call.send_header(name, value)
            plain()

        call.end_headers = end_headers  # type: ignore[method-assign]
        behaviour(call)

    return behave


DATE = format_datetime(TRUE_TIME, usegmt=True)


def ask(server: Server, computer: Computer) -> None:
    async def story() -> None:
        client = PortOneClient(parse_origin(server.url), CREDENTIALS, limits=QUICK, clock=computer.clock)
        try:
            await client.get_payment(IMP_UID)
        finally:
            await client.aclose()

    asyncio.run(story())


def without_a_time(call: Call) -> None:
    call.envelope({"access_token": replies.TOKEN})


@pytest.mark.parametrize(
    "answer", [replies.paid, replies.refuse(404), replies.refuse(401), replies.refuse(500)], ids=range(4)
)
def test_the_date_of_every_answer_of_the_api_sets_it(
    server: Server, computer: Computer, answer: Behaviour
) -> None:
    server.token, server.lookup = without_a_time, dated(answer, Date=DATE)
    try:
        ask(server, computer)
    except PortOneError:
        assert answer is not replies.paid
    assert abs(computer.clock.now() - TRUE_TIME) < NEAR


def test_the_time_of_the_token_sets_it(server: Server, computer: Computer) -> None:
    server.token = lambda call: call.envelope(
        {"access_token": replies.TOKEN, "now": int(TRUE_TIME.timestamp()), "expired_at": "?"}
    )
    ask(server, computer)
    assert abs(computer.clock.now() - TRUE_TIME) < NEAR


@pytest.mark.parametrize(
    "headers",
    [{}, {"Date": "yesterday"}, {"Date": ""}, {"Date": DATE, "Age": "90"}],
    ids=["none", "no-date", "empty", "from-a-cache"],
)
def test_an_answer_without_a_time_of_its_own_changes_nothing(
    server: Server, computer: Computer, headers: dict[str, str]
) -> None:
    server.token, server.lookup = without_a_time, dated(replies.paid, **headers)
    ask(server, computer)
    assert computer.clock.desk_offset is None


def test_the_time_of_another_program_than_the_api_changes_nothing(server: Server, computer: Computer) -> None:
    """A login page of the network has a clock of its own."""
    server.token, server.lookup = without_a_time, dated(replies.page(200), Date=DATE)
    with pytest.raises(PortOneError):
        ask(server, computer)
    assert computer.clock.desk_offset is None
