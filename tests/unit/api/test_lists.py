"""Several payments at once: by imp_uid, and by order number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from iamport_desktop.api.errors import MalformedResponse, PaymentNotFound
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import PaymentList
from tests.faults import replies
from tests.faults.server import Call, Server
from tests.unit.api.conftest import client_of

A, B, C = (ImpUid(f"imp_{number}") for number in (100000000101, 100000000102, 100000000103))
ORDER = "order-1"
Items = Sequence[dict[str, Any]]


def in_pages(*pages: Items, total: int | None = None) -> Any:
    """Answer findAll with these pages."""

    def behave(call: Call) -> None:
        number = int(parse_qs(urlsplit(call.path).query)["page"][0])
        answer = {"list": pages[number - 1], "next": number + 1 if number < len(pages) else 0}
        call.envelope(answer | ({} if total is None else {"total": total}))

    return behave


async def find(server: Server) -> PaymentList:
    async with client_of(server.url) as client:
        return await client.find_payments(ORDER)


async def get(server: Server, *imp_uids: ImpUid) -> PaymentList:
    async with client_of(server.url) as client:
        return await client.get_payments(imp_uids)


def ids(found: PaymentList) -> list[str | None]:
    return [payment.imp_uid for payment in found.payments]


async def test_every_page_of_an_order_is_read(server: Server) -> None:
    server.lookup = in_pages([replies.payment(C), replies.payment(B)], [replies.payment(A)], total=3)
    found = await find(server)
    assert (ids(found), found.contradictory, found.complete) == ([C, B, A], (), True)
    assert [request.target for request in server.lookups] == [
        f"/payments/findAll/{ORDER}?page={page}&limit=100&sorting=-started" for page in (1, 2)
    ]


async def test_attempts_of_another_order_are_left_out(server: Server) -> None:
    server.lookup = in_pages([replies.payment(A), replies.payment(B, merchant_uid="ORDER-1")])
    assert ids(await find(server)) == [A]


async def test_test_payments_are_among_them(server: Server) -> None:
    server.lookup = in_pages([replies.payment(A, sandbox=True), replies.payment(B, sandbox=False)])
    assert [payment.sandbox for payment in (await find(server)).payments] == [True, False]


async def test_an_attempt_that_moved_to_the_next_page_is_one(server: Server) -> None:
    """One more attempt is made between the two requests."""
    server.lookup = in_pages([replies.payment(B)], [replies.payment(B), replies.payment(A)])
    found = await find(server)
    assert (ids(found), found.contradictory) == ([B, A], ())


async def test_payments_without_an_id_are_not_taken_for_one(server: Server) -> None:
    server.lookup = in_pages([replies.payment("", amount=1), replies.payment("", amount=2)])
    assert [payment.amount for payment in (await find(server)).payments] == [1, 2]


@pytest.mark.parametrize(
    ("pages", "total", "complete"),
    [
        ([[replies.payment(A)]], None, True),
        ([[replies.payment(A)]], 1, True),
        ([[replies.payment(A)]], 2, False),
        ([[replies.payment(A)]], "2", True),
        ([[]], 0, True),
    ],
)
async def test_whether_all_attempts_are_there(
    server: Server, pages: list[Items], total: Any, complete: bool
) -> None:
    server.lookup = in_pages(*pages, total=total)
    assert (await find(server)).complete is complete


async def test_an_order_without_an_end_is_cut_off_and_said_to_be(server: Server) -> None:
    def endless(call: Call) -> None:
        page = int(parse_qs(urlsplit(call.path).query)["page"][0])
        listed = [replies.payment(f"imp_{page:04}{number:08}") for number in range(100)]
        call.envelope({"list": listed, "next": page + 1})

    server.lookup = endless
    found = await find(server)
    assert (len(found.payments), found.complete) == (1000, False)


async def test_an_unknown_order_is_not_found(server: Server) -> None:
    server.lookup = replies.refuse(404)
    with pytest.raises(PaymentNotFound) as missing:
        await find(server)
    assert missing.value.included_sandbox is None


async def test_several_payments_come_in_the_order_they_were_asked_for(server: Server) -> None:
    server.lookup = replies.respond([replies.payment(A), replies.payment("imp_1"), replies.payment(C)])
    found = await get(server, C, B, A)
    assert ids(found) == [C, A]


async def test_none_of_several_is_an_empty_list(server: Server) -> None:
    server.lookup = replies.refuse(404)
    assert await get(server, A) == PaymentList(())


async def test_more_than_a_hundred_take_several_requests(server: Server) -> None:
    imp_uids = [ImpUid(f"imp_{number:012}") for number in range(101)]

    def those_asked_for(call: Call) -> None:
        asked = parse_qs(urlsplit(call.path).query)["imp_uid[]"]
        call.envelope([replies.payment(imp_uid) for imp_uid in asked])

    server.lookup = those_asked_for
    assert ids(await get(server, *imp_uids)) == imp_uids
    assert len(server.lookups) == 2


CONTRADICTIONS = {
    "state": [replies.payment(B, status="failed"), replies.payment(B, status="paid")],
    "amount": [replies.payment(B, amount=1), replies.payment(B, amount=2)],
    "missing": [replies.payment(B), {"imp_uid": B, "merchant_uid": ORDER}],
    "undocumented": [replies.payment(B, new=1), replies.payment(B, new=2)],
    "three": [replies.payment(B), replies.payment(B, status="failed"), replies.payment(B)],
}


@pytest.mark.parametrize("kind", CONTRADICTIONS)
async def test_contradictory_answers_are_called_so_and_neither_is_chosen(server: Server, kind: str) -> None:
    answers = [replies.payment(A), *CONTRADICTIONS[kind], replies.payment(A)]
    server.lookup = replies.respond(answers)
    found = await get(server, B, A)
    assert (ids(found), found.contradictory) == ([A], (B,))
    server.lookup = in_pages(answers)
    found = await find(server)
    assert (ids(found), found.contradictory) == ([A], (B,))


@pytest.mark.parametrize("answer", [None, {}, "x", [None], [[]]])
async def test_what_is_no_list_of_payments_is_refused(server: Server, answer: Any) -> None:
    server.lookup = replies.respond(answer)
    with pytest.raises(MalformedResponse):
        await get(server, A)
