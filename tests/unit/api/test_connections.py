"""Connections that are kept, die, are replaced and are cancelled."""

import asyncio
import gzip
import threading
import time
import tracemalloc
from dataclasses import replace

import pytest
import trustme

from iamport_desktop.api.connections import Connections, Pool
from iamport_desktop.api.errors import (
    ConnectionBroken,
    DeadlineExceeded,
    MalformedResponse,
    ResponseTooLarge,
    UnusableResponse,
)
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.origin import parse_origin
from tests.faults import certificates, replies
from tests.faults.fault import IMP_UID, QUICK, environment
from tests.faults.http_faults import BOMB
from tests.faults.network_faults import backlog_full
from tests.faults.server import Behaviour, Call, Server
from tests.unit.api.conftest import client_of, until

PATIENT = replace(QUICK, deadline=10)


def fails_on_reuse(server: Server, bad: Behaviour) -> None:
    server.lookup = replies.only_on_a_fresh_connection(replies.paid, bad)


async def test_a_connection_closed_by_the_server_between_two_lookups_is_not_noticed(server: Server) -> None:
    async with client_of(server.url) as client:
        for _ in range(5):
            await client.get_payment(IMP_UID)
            server.drop_connections()
    assert (len(server.token_requests), len(server.lookups)) == (1, 5)


async def test_requests_at_the_same_time_share_the_first_pool(server: Server) -> None:
    connections = Connections(parse_origin(server.url), QUICK)

    async def take() -> Pool:
        async with connections.borrow() as pool:
            return pool

    first, second = await asyncio.gather(take(), take())
    assert first is second
    await connections.retire()


@pytest.mark.parametrize("bad", [replies.hang_up, replies.reset, replies.say_nothing])
async def test_a_dead_connection_costs_one_repeat(server: Server, bad: Behaviour) -> None:
    fails_on_reuse(server, bad)
    async with client_of(server.url) as client:
        await client.get_payment(IMP_UID)
    assert (len(server.token_requests), len(server.lookups), server.connections) == (1, 2, 2)


async def test_all_idle_connections_are_given_up_together(server: Server) -> None:
    """A firewall forgets all of them at once; each must not cost its own wait."""
    limits = replace(QUICK, first_byte=0.5, deadline=5)
    async with client_of(server.url, limits) as client:
        await client.check_credentials()
        await asyncio.gather(*(client.get_payment(ImpUid(f"imp_{n}")) for n in range(4)))
        assert server.connections >= 3
        fails_on_reuse(server, replies.say_nothing)
        started = time.monotonic()
        await client.get_payment(IMP_UID)
        assert 0.5 <= time.monotonic() - started < 0.9
        await client.get_payment(IMP_UID)


async def test_the_repeat_has_a_connection_of_its_own(server: Server) -> None:
    """Not even one that a lookup beside it has just opened: reused connections are what failed."""
    together = threading.Barrier(2)

    def both_at_once(call: Call) -> None:
        together.wait(5)
        replies.paid(call)

    async with client_of(server.url, PATIENT) as client:
        server.lookup = both_at_once
        await asyncio.gather(client.get_payment(IMP_UID), client.get_payment(IMP_UID))
        fails_on_reuse(server, replies.say_nothing)
        early = asyncio.create_task(client.get_payment(IMP_UID))
        await asyncio.sleep(QUICK.first_byte / 2)
        late = asyncio.create_task(client.get_payment(IMP_UID))
        await early
        assert not late.done()
        await late


async def test_what_is_not_read_to_its_end_is_not_kept_open(server: Server) -> None:
    async with client_of(server.url) as client:
        for behaviour in (replies.encoded(b"?", "br"), replies.pour(5)):
            server.lookup = behaviour
            with pytest.raises(UnusableResponse):
                await client.get_payment(IMP_UID)
            await until(lambda: server.open_connections == 0)


async def test_a_slow_answer_on_a_kept_connection_is_asked_for_once_more_and_awaited(server: Server) -> None:
    def slow(call: Call) -> None:
        call.server.stopping.wait(QUICK.first_byte * 2)
        replies.paid(call)

    server.lookup = slow
    async with client_of(server.url, PATIENT) as client:
        await client.get_payment(IMP_UID)
    assert len(server.lookups) == 2


async def test_a_body_may_take_longer_than_the_first_byte(server: Server) -> None:
    body = replies.envelope(replies.payment(IMP_UID))

    def in_two_halves(call: Call) -> None:
        call.raw(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
        )
        call.server.stopping.wait(QUICK.first_byte * 2)
        call.raw(body)

    server.lookup = in_two_halves
    async with client_of(server.url, PATIENT) as client:
        await client.get_payment(IMP_UID)
    assert len(server.lookups) == 1


async def test_a_fresh_connection_that_breaks_is_not_tried_again(server: Server) -> None:
    server.token = replies.hang_up
    async with client_of(server.url) as client:
        with pytest.raises(ConnectionBroken):
            await client.get_payment(IMP_UID)
    assert len(server.requests) == 1


async def test_the_deadline_is_for_token_and_payment_together(server: Server) -> None:
    limits = replace(QUICK, deadline=0.6, first_byte=10)

    def later(behaviour: Behaviour) -> Behaviour:
        def behave(call: Call) -> None:
            call.server.stopping.wait(0.4)
            behaviour(call)

        return behave

    server.token, server.lookup = later(replies.token()), later(replies.paid)
    async with client_of(server.url, limits) as client:
        started = time.monotonic()
        with pytest.raises(DeadlineExceeded) as late:
            await client.get_payment(IMP_UID)
        assert 0.5 < time.monotonic() - started < 0.8
        assert late.value.seconds == 0.6
    assert len(server.lookups) == 1


def test_the_deadline_is_for_connecting_too() -> None:
    limits = replace(QUICK, deadline=0.3, connect=5)

    async def story(url: str) -> None:
        async with client_of(url, limits) as client:
            with pytest.raises(DeadlineExceeded) as late:
                await client.get_payment(IMP_UID)
            assert late.value.seconds == 0.3

    with backlog_full() as scene:
        asyncio.run(story(scene.url))


async def test_a_cancelled_lookup_closes_its_connection_and_leaves_the_client_good(server: Server) -> None:
    server.lookup = replies.first(replies.say_nothing, replies.paid)
    async with client_of(server.url, replace(PATIENT, first_byte=10)) as client:
        lookup = asyncio.create_task(client.get_payment(IMP_UID))
        await until(lambda: len(server.lookups) == 1)
        assert not server.abandoned.is_set()
        lookup.cancel()
        with pytest.raises(asyncio.CancelledError):
            await lookup
        await until(server.abandoned.is_set)
        assert (await client.get_payment(IMP_UID)).imp_uid == IMP_UID
    assert len(server.token_requests) == 1


async def test_a_lookup_cancelled_while_the_token_is_fetched(server: Server) -> None:
    server.token = replies.first(replies.say_nothing, replies.token())
    async with client_of(server.url, PATIENT) as client:
        lookup = asyncio.create_task(client.get_payment(IMP_UID))
        await until(lambda: len(server.token_requests) == 1)
        lookup.cancel()
        assert (await client.get_payment(IMP_UID)).imp_uid == IMP_UID
        await until(server.abandoned.is_set)


async def test_warming_up_makes_the_next_lookup_one_request_on_an_open_connection(server: Server) -> None:
    async with client_of(server.url) as client:
        await client.warm_up()
        assert (len(server.requests), server.connections) == (1, 1)
        await client.warm_up()
        assert len(server.requests) == 1
        await client.get_payment(IMP_UID)
        await client.warm_up()
    assert ([seen.method for seen in server.requests], server.connections) == (["POST", "GET"], 1)


async def test_warming_up_replaces_a_connection_that_the_server_closed(server: Server) -> None:
    async with client_of(server.url) as client:
        await client.warm_up()
        server.drop_connections()
        await until(lambda: not client._transport.is_warm)
        await client.warm_up()
        await client.get_payment(IMP_UID)
    assert ([seen.connection for seen in server.requests], len(server.lookups)) == ([1, 2, 2], 1)


async def test_warming_up_replaces_a_connection_that_idled_for_long(server: Server) -> None:
    async with client_of(server.url, replace(QUICK, trusted_idle=0)) as client:
        await client.warm_up()
        await client.warm_up()
        await client.get_payment(IMP_UID)
    assert [seen.connection for seen in server.requests] == [1, 2, 2]


async def test_warming_up_does_not_disturb_a_lookup_under_way(server: Server) -> None:
    server.lookup = replies.first(replies.say_nothing, replies.paid)
    async with client_of(server.url, replace(PATIENT, trusted_idle=0, first_byte=1)) as client:
        lookup = asyncio.create_task(client.get_payment(IMP_UID))
        await until(lambda: len(server.lookups) == 1)
        await client.warm_up()
        assert len(server.requests) == 2
        await lookup


async def test_warming_up_after_a_failure_opens_a_connection(server: Server) -> None:
    async with client_of(server.url) as client:
        await client.warm_up()
        server.lookup = replies.hang_up
        with pytest.raises(ConnectionBroken):
            await client.get_payment(IMP_UID)
        await client.warm_up()
        server.lookup = replies.paid
        await client.get_payment(IMP_UID)
    assert [seen.connection for seen in server.requests] == [1, 1, 2, 3, 3]


def test_a_bomb_is_stopped_before_it_unfolds(server: Server) -> None:
    server.lookup = replies.encoded(BOMB, "gzip")

    async def story() -> int:
        async with client_of(server.url) as client:
            await client.check_credentials()
            tracemalloc.start()
            with pytest.raises(ResponseTooLarge):
                await client.get_payment(IMP_UID)
            return tracemalloc.get_traced_memory()[1]

    try:
        peak = asyncio.run(story())
    finally:
        tracemalloc.stop()
    assert peak < 4 * QUICK.response_bytes


async def test_closing_closes_every_connection(server: Server) -> None:
    async with client_of(server.url) as client:
        await client.check_credentials()
        await asyncio.gather(*(client.get_payment(IMP_UID) for _ in range(3)))
    await until(lambda: server.open_connections == 0)


OTHER_UID = ImpUid("imp_900000000002")


def with_surplus(surplus: bytes, *, in_one_write: bool = False) -> Behaviour:
    """Answer as asked, and let the payment be followed by `surplus` that belongs to no request."""

    def behave(call: Call) -> None:
        if "/escrows/" in call.path:
            call.envelope({"company": "EPOST", "invoice": f"waybill of {call.last_segment}"})
            return
        answer = replies.http(replies.payment(call.last_segment))
        call.together(*([answer + surplus] if in_one_write else [answer, surplus]))

    return behave


STRANGER = replies.http({"company": "EPOST", "invoice": "waybill of a stranger"})


@pytest.mark.parametrize("secure", [False, True], ids=["http", "https"])
@pytest.mark.parametrize("in_one_write", [False, True], ids=["two-writes", "one-write"])
@pytest.mark.parametrize(
    "surplus", [STRANGER, STRANGER[:40], b"\r\n", b"?"], ids=["whole", "half", "line", "byte"]
)
def test_surplus_behind_an_answer_is_never_taken_for_the_next_one(
    surplus: bytes, in_one_write: bool, secure: bool
) -> None:
    authority = trustme.CA()
    lookup = with_surplus(surplus, in_one_write=in_one_write)

    async def story(url: str) -> None:
        async with client_of(url) as client:
            await client.check_credentials()
            for _ in range(3):
                assert (await client.get_payment(IMP_UID)).imp_uid == IMP_UID
                assert (await client.get_delivery(OTHER_UID)).invoice == f"waybill of {OTHER_UID}"

    with (
        environment(),
        certificates.system_trusts(authority),
        Server(
            lookup=lookup, token=replies.token(), tls=certificates.good(authority) if secure else None
        ) as server,
    ):
        asyncio.run(story(server.url))
    assert [seen.target for seen in server.lookups] == [
        f"/payments/{IMP_UID}?extension=true",
        f"/escrows/logis/{OTHER_UID}",
    ] * 3


def test_an_answer_without_surplus_keeps_its_connection_over_tls() -> None:
    authority = trustme.CA()

    async def story(url: str) -> None:
        async with client_of(url) as client:
            for _ in range(5):
                await client.get_payment(IMP_UID)

    with (
        environment(),
        certificates.system_trusts(authority),
        Server(lookup=replies.paid, token=replies.token(), tls=certificates.good(authority)) as server,
    ):
        asyncio.run(story(server.url))
    assert server.connections == 1


async def test_bytes_behind_the_compressed_body_are_refused(server: Server) -> None:
    server.lookup = lambda call: call.answer(
        gzip.compress(replies.envelope(replies.payment(call.last_segment))) + b"surplus",
        Content_Encoding="gzip",
    )
    async with client_of(server.url) as client:
        with pytest.raises(MalformedResponse):
            await client.get_payment(IMP_UID)
