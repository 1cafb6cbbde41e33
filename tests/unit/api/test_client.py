"""What the client asks for, and how often. What it makes of bad answers is in test_faults."""

import asyncio
import json
from pathlib import Path

import pytest

from iamport_desktop.api.client import PortOneClient
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.errors import (
    CredentialsRejected,
    InvalidImpUid,
    NotAnApiResponse,
    PaymentNotFound,
    RequestError,
    TokenRefused,
    WrongPayment,
)
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.origin import parse_origin
from iamport_desktop.api.transport import path_of
from tests.faults import replies
from tests.faults.fault import IMP_UID
from tests.faults.server import Call, Server
from tests.unit.api.conftest import client_of


async def test_one_lookup_asks_for_a_token_and_then_for_the_payment(server: Server) -> None:
    async with client_of(server.url) as client:
        payment = await client.get_payment(IMP_UID)
        assert payment.imp_uid == IMP_UID
    token, lookup = server.requests
    assert (token.method, token.target) == ("POST", "/users/getToken")
    assert json.loads(token.body) == {"imp_key": replies.IMP_KEY, "imp_secret": replies.IMP_SECRET}
    assert token.headers["content-type"] == "application/json"
    assert "authorization" not in token.headers
    assert (lookup.method, lookup.target) == ("GET", f"/payments/{IMP_UID}?extension=true")
    assert lookup.headers["authorization"] == f"Bearer {replies.TOKEN}"
    assert lookup.headers["accept-encoding"] == "gzip"
    assert lookup.headers["user-agent"].startswith("iamport-desktop/")
    assert not lookup.body


async def test_test_payments_are_asked_for_when_wanted(server: Server) -> None:
    server.lookup = replies.refuse(404)
    async with client_of(server.url) as client:
        with pytest.raises(PaymentNotFound) as missing:
            await client.get_payment(IMP_UID, include_sandbox=True)
        assert missing.value.included_sandbox is True
        assert missing.value.asked == IMP_UID
    assert server.lookups[0].target == f"/payments/{IMP_UID}?extension=true&include_sandbox=true"


@pytest.mark.parametrize(
    "text", ["..", "../users/getToken", "imp_1/../../users/getToken", "imp_1?x=y", "imp12345678", ""]
)
async def test_nothing_but_an_imp_uid_reaches_a_path(server: Server, text: str) -> None:
    async with client_of(server.url) as client:
        with pytest.raises(InvalidImpUid):
            await client.get_payment(ImpUid(text))
    assert server.requests == []


def test_path_segments_stay_segments() -> None:
    assert (
        path_of("payments", "find", "주문/1?a#%2F b")
        == "/payments/find/%EC%A3%BC%EB%AC%B8%2F1%3Fa%23%252F%20b"
    )


@pytest.mark.parametrize("segment", ["", ".", ".."])
def test_segments_that_no_encoding_can_keep_are_refused(segment: str) -> None:
    with pytest.raises(RequestError):
        path_of("payments", segment, "balance")


async def test_twenty_lookups_make_one_token_and_one_connection(server: Server) -> None:
    async with client_of(server.url) as client:
        for _ in range(20):
            await client.get_payment(IMP_UID)
    assert (len(server.token_requests), len(server.lookups), server.connections) == (1, 20, 1)


async def test_lookups_at_the_same_time_share_the_token(server: Server) -> None:
    async with client_of(server.url) as client:
        payments = await asyncio.gather(*(client.get_payment(ImpUid(f"imp_{n}")) for n in range(8)))
        assert [payment.imp_uid for payment in payments] == [f"imp_{n}" for n in range(8)]
    assert (len(server.token_requests), len(server.lookups)) == (1, 8)


async def test_a_revoked_token_is_renewed_once_for_all_lookups(server: Server) -> None:
    def only_the_second(call: Call) -> None:
        good = call.seen.headers["authorization"] == "Bearer second"
        (replies.paid if good else replies.refuse(401))(call)

    server.token = replies.first(replies.token(value="first"), replies.token(value="second"))
    server.lookup = only_the_second
    async with client_of(server.url) as client:
        await client.check_credentials()
        await asyncio.gather(*(client.get_payment(IMP_UID) for _ in range(8)))
        await client.get_payment(IMP_UID)
    assert len(server.token_requests) == 2
    tokens = [seen.headers["authorization"] for seen in server.lookups]
    assert (tokens.count("Bearer first"), tokens.count("Bearer second")) == (8, 9)


async def test_a_token_refused_twice_is_not_tried_a_third_time(server: Server) -> None:
    server.lookup = replies.refuse(401)
    async with client_of(server.url) as client:
        with pytest.raises(TokenRefused):
            await client.get_payment(IMP_UID)
    assert (len(server.token_requests), len(server.lookups)) == (2, 2)


async def test_nearly_expired_tokens_make_no_loop(server: Server) -> None:
    server.token = replies.token(seconds_left=1)
    async with client_of(server.url) as client:
        await client.get_payment(IMP_UID)
        await client.get_payment(IMP_UID)
    assert (len(server.token_requests), len(server.lookups)) == (2, 2)


async def test_checking_credentials_really_asks(server: Server) -> None:
    async with client_of(server.url) as client:
        await client.get_payment(IMP_UID)
        await client.check_credentials()
        server.token = replies.refuse(401)
        with pytest.raises(CredentialsRejected):
            await client.check_credentials()
        await client.get_payment(IMP_UID)  # with the token from before
    assert (len(server.token_requests), len(server.lookups)) == (3, 2)


async def test_a_key_that_is_no_text_of_any_charset_is_left_to_the_server(server: Server) -> None:
    client = PortOneClient(parse_origin(server.url), Credentials("키 \ud83d", '"\r\n\\'))
    await client.check_credentials()
    await client.aclose()
    assert json.loads(server.requests[0].body) == {"imp_key": "키 \ud83d", "imp_secret": '"\r\n\\'}


def test_a_redirect_is_not_followed(server: Server) -> None:
    async def story() -> None:
        async with client_of(server.url) as client:
            with pytest.raises(NotAnApiResponse, match=r"redirected to 127\.0\.0\.1"):
                await client.get_payment(IMP_UID)

    with Server(lookup=replies.paid, token=replies.token()) as elsewhere:
        server.lookup = replies.page(307, Location=f"{elsewhere.url}/payments/{IMP_UID}")
        asyncio.run(story())
        assert elsewhere.requests == []


async def test_no_cookie_and_no_netrc(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login desk password synthetic\n")
    monkeypatch.setenv("NETRC", str(netrc))
    server.lookup = lambda call: call.answer(
        replies.envelope(replies.payment(call.last_segment)), Set_Cookie="session=1; Path=/"
    )
    async with client_of(server.url) as client:
        await client.get_payment(IMP_UID)
        await client.get_payment(IMP_UID)
    assert {seen.headers["authorization"] for seen in server.lookups} == {f"Bearer {replies.TOKEN}"}
    assert not [seen for seen in server.requests if "cookie" in seen.headers]


RELATED: dict[str, dict[str, object]] = {
    "get_cash_receipt": {"receipt_tid": "receipt-1"},
    "get_delivery": {"invoice": "waybill-1"},
    "get_balance": {"amount": 1000},
}


@pytest.mark.parametrize("call", RELATED)
@pytest.mark.parametrize("named", [{}, {"imp_uid": None}, {"imp_uid": ""}, {"imp_uid": IMP_UID}], ids=str)
async def test_what_is_about_the_payment_or_names_none_is_taken(
    server: Server, call: str, named: dict[str, object]
) -> None:
    server.lookup = replies.respond(RELATED[call] | named)
    async with client_of(server.url) as client:
        assert await getattr(client, call)(IMP_UID)


@pytest.mark.parametrize("call", RELATED)
@pytest.mark.parametrize("named", ["imp_900000000099", 900000000001, {"a": 1}], ids=str)
async def test_what_is_about_another_payment_is_refused(server: Server, call: str, named: object) -> None:
    server.lookup = replies.respond({**RELATED[call], "imp_uid": named})
    async with client_of(server.url) as client:
        with pytest.raises(WrongPayment):
            await getattr(client, call)(IMP_UID)
