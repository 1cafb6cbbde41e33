import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Any

import pytest

from iamport_desktop.api.auth import RENEWAL_MARGIN, AccessToken, TokenSource
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.errors import CredentialsRejected, MalformedResponse


class TokenServer:
    """A token source whose server and clock the test controls."""

    def __init__(self, seconds_left: int = 1800) -> None:
        self.seconds_left = seconds_left
        self.now = 1_000.0
        self.fetches = 0
        self.answer: Callable[[], Coroutine[Any, Any, None]] | None = None
        self.source = TokenSource(self._fetch, clock=lambda: self.now)

    async def _fetch(self) -> AccessToken:
        self.fetches += 1
        number = self.fetches
        if self.answer:
            await self.answer()
        return AccessToken(f"token-{number}", self.seconds_left)


async def test_a_token_is_kept_until_shortly_before_its_end() -> None:
    server = TokenServer()
    first = await server.source.current()
    server.now += 1800 - RENEWAL_MARGIN - 1
    assert await server.source.current() is first
    server.now += 1
    assert (await server.source.current()).value == "token-2"
    assert server.fetches == 2


def test_the_margin_lies_within_the_minute_in_which_the_server_prolongs() -> None:
    assert 0 < RENEWAL_MARGIN < 60


async def test_the_time_that_the_fetch_took_counts() -> None:
    server = TokenServer(seconds_left=100)

    async def slowly() -> None:
        server.now += 80

    server.answer = slowly
    await server.source.current()
    await server.source.current()
    assert server.fetches == 2


@pytest.mark.parametrize("seconds_left", [0, 1, 30, -100])
async def test_a_nearly_expired_token_is_used_once_and_never_fetched_in_a_loop(seconds_left: int) -> None:
    server = TokenServer(seconds_left)
    assert (await server.source.current()).value == "token-1"
    assert server.fetches == 1
    assert (await server.source.current()).value == "token-2"
    assert server.fetches == 2


async def test_concurrent_lookups_share_one_fetch() -> None:
    server = TokenServer()
    tokens = await asyncio.gather(*(server.source.current() for _ in range(20)))
    assert {token.value for token in tokens} == {"token-1"}
    assert server.fetches == 1


async def test_a_refused_token_is_renewed_once_for_all() -> None:
    server = TokenServer()
    refused = await server.source.current()
    tokens = await asyncio.gather(*(server.source.renew(refused) for _ in range(20)))
    assert {token.value for token in tokens} == {"token-2"}
    assert server.fetches == 2


async def test_refresh_fetches_whatever_is_cached() -> None:
    server = TokenServer()
    await server.source.current()
    assert (await server.source.refresh()).value == "token-2"
    assert (await server.source.current()).value == "token-2"


async def test_a_failed_fetch_leaves_the_kept_token() -> None:
    server = TokenServer()
    kept = await server.source.current()

    async def refuse() -> None:
        raise CredentialsRejected(http_status=401)

    server.answer = refuse
    with pytest.raises(CredentialsRejected):
        await server.source.refresh()
    assert await server.source.current() is kept


async def test_a_cancelled_fetch_lets_the_next_one_through() -> None:
    server = TokenServer()
    begun = asyncio.Event()

    async def hang() -> None:
        begun.set()
        await asyncio.Event().wait()

    server.answer = hang
    task = asyncio.create_task(server.source.current())
    await begun.wait()
    waiting = asyncio.create_task(server.source.current())
    server.answer = None
    task.cancel()
    assert (await waiting).value == "token-2"
    with pytest.raises(asyncio.CancelledError):
        await task


def test_life_is_counted_by_the_servers_clock() -> None:
    response = {"access_token": "t", "now": 500, "expired_at": "2300"}
    issued_at = datetime(1970, 1, 1, 0, 8, 20, tzinfo=UTC)
    assert AccessToken.from_json(response) == AccessToken("t", 1800, issued_at)


@pytest.mark.parametrize(
    "times", [{}, {"now": 1}, {"now": 1, "expired_at": "soon"}, {"now": None, "expired_at": 9}]
)
def test_unreadable_times_make_a_token_for_one_use(times: dict[str, Any]) -> None:
    assert AccessToken.from_json({"access_token": "t", **times}).seconds_left == 0


@pytest.mark.parametrize("now", [None, 0, "soon", -1, 1.5])
def test_an_unreadable_time_of_issue_is_none(now: object) -> None:
    assert AccessToken.from_json({"access_token": "t", "now": now, "expired_at": 9}).issued_at is None


@pytest.mark.parametrize(
    "response",
    [
        None,
        [],
        "t",
        {},
        *({"access_token": bad} for bad in (None, "", 5, "a b", "a\r\nX: y", "토큰", "a\x00")),
    ],
)
def test_what_is_no_token_is_refused(response: Any) -> None:
    with pytest.raises(MalformedResponse) as refused:
        AccessToken.from_json(response)
    assert "X: y" not in str(refused.value)


def test_neither_key_nor_secret_nor_token_is_in_a_repr() -> None:
    credentials = Credentials("synthetic-key", "synthetic-secret")
    shown = f"{credentials!r} {credentials} {AccessToken('synthetic-token', 5)!r}"
    assert "synthetic" not in shown
