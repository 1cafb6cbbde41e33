"""The calls of PortOne V1 that this program makes. It only reads."""

from __future__ import annotations

import json
from collections.abc import Sequence

from iamport_desktop.api.auth import AccessToken, TokenSource
from iamport_desktop.api.connections import Limits
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.errors import CredentialsRejected, MalformedResponse, PaymentNotFound, WrongPayment
from iamport_desktop.api.fields import Json
from iamport_desktop.api.identifiers import ImpUid, parse_imp_uid
from iamport_desktop.api.models import Balance, CashReceipt, Delivery, Payment
from iamport_desktop.api.origin import Origin
from iamport_desktop.api.responses import OF_A_LOOKUP, unwrap
from iamport_desktop.api.transport import Answer, Query, Request, Transport, path_of

_PAGE = 100
_MOST_ATTEMPTS = 1000  # nobody reads further, and a server that never ends is left
_MOST_IDS = 100


class PortOneClient:
    """One merchant at one origin. Belongs to one asyncio loop; its calls may run at the same time.

    Every call raises PortOneError, and ends within `limits.deadline`. A call that is cancelled closes its
    connection; the client stays good.
    """

    def __init__(self, origin: Origin, credentials: Credentials, *, limits: Limits | None = None) -> None:
        """`credentials` are sent to `origin` alone."""
        self._credentials = credentials
        self._transport = Transport(origin, limits or Limits())
        self._tokens = TokenSource(self._fetch_token)

    async def get_payment(self, imp_uid: ImpUid, *, include_sandbox: bool = False) -> Payment:
        """Look a payment up (`GET /payments/{imp_uid}`); one made in a test channel only if asked for."""
        path = path_of("payments", parse_imp_uid(imp_uid))
        query = {"include_sandbox": "true"} if include_sandbox else None
        async with self._transport.deadline():
            try:
                response = await self._get(path, query)
            except PaymentNotFound as missing:
                raise PaymentNotFound(
                    missing.server_message, code=missing.code, included_sandbox=include_sandbox
                ) from missing
        return _payment(response, imp_uid)

    async def find_payments(self, merchant_uid: str) -> tuple[Payment, ...]:
        """All attempts of an order (`GET /payments/findAll/{merchant_uid}`, every page); never test payments."""
        path = path_of("payments", "findAll", merchant_uid)
        found: list[Payment] = []
        page = 1
        async with self._transport.deadline():
            while page and len(found) < _MOST_ATTEMPTS:
                response = await self._get(
                    path, {"page": str(page), "limit": str(_PAGE), "sorting": "-started"}
                )
                found += (payment for payment in _page(response) if payment.merchant_uid == merchant_uid)
                page = _following(response, page)
        return tuple(found)

    async def get_payments(self, imp_uids: Sequence[ImpUid]) -> tuple[Payment, ...]:
        """Those of `imp_uids` that are found (`GET /payments`, 100 at once), in their order; never test payments."""
        found: dict[str | None, Payment] = {}
        async with self._transport.deadline():
            for start in range(0, len(imp_uids), _MOST_IDS):
                for payment in await self._get_several(imp_uids[start : start + _MOST_IDS]):
                    found[payment.imp_uid] = payment
        return tuple(found[each] for each in imp_uids if each in found)

    async def _get_several(self, imp_uids: Sequence[ImpUid]) -> tuple[Payment, ...]:
        query = {"imp_uid[]": [parse_imp_uid(each) for each in imp_uids]}
        try:
            return _payments(await self._get(path_of("payments"), query))
        except PaymentNotFound:  # not a single one of them
            return ()

    async def get_cash_receipt(self, imp_uid: ImpUid) -> CashReceipt:
        """`GET /receipts/{imp_uid}`; PaymentNotFound when none was issued."""
        async with self._transport.deadline():
            response = await self._get(path_of("receipts", parse_imp_uid(imp_uid)))
        return CashReceipt.from_json(_object(response))

    async def get_delivery(self, imp_uid: ImpUid) -> Delivery:
        """`GET /escrows/logis/{imp_uid}`; BadRequest (409) when none is registered."""
        async with self._transport.deadline():
            response = await self._get(path_of("escrows", "logis", parse_imp_uid(imp_uid)))
        return Delivery.from_json(_object(response))

    async def get_balance(self, imp_uid: ImpUid) -> Balance:
        """`GET /payments/{imp_uid}/balance`, which only PAYCO payments have."""
        async with self._transport.deadline():
            response = await self._get(path_of("payments", parse_imp_uid(imp_uid), "balance"))
        return Balance.from_json(_object(response))

    async def check_credentials(self) -> None:
        """Ask for a token now, whatever is kept. Raises CredentialsRejected when key or secret are wrong."""
        async with self._transport.deadline():
            await self._tokens.fresh()

    async def warm_up(self) -> None:
        """Make the next lookup take one round trip: a token, and a connection that is likely alive.

        An old or closed connection is replaced by asking for the token again, which returns the one in use.
        """
        async with self._transport.deadline():
            if self._transport.is_warm:
                await self._tokens.current()
            else:
                await self._transport.start_afresh()
                await self._tokens.fresh()

    async def aclose(self) -> None:
        """Close the connections. The client is not to be used afterwards."""
        await self._transport.aclose()

    async def _get(self, path: str, query: Query | None = None) -> Json:
        """The `response` of a GET. A token that is refused is renewed once."""
        token = await self._tokens.current()
        answer = await self._send_with(token, path, query)
        if answer.http_status == 401:
            token = await self._tokens.instead_of(token)
            answer = await self._send_with(token, path, query)
        return unwrap(answer, OF_A_LOOKUP)

    async def _send_with(self, token: AccessToken, path: str, query: Query | None) -> Answer:
        headers = {"Authorization": f"Bearer {token.value}"}
        return await self._transport.send(Request("GET", path, query, headers))

    async def _fetch_token(self) -> AccessToken:
        """`POST /users/getToken`, which may be repeated: it returns the same token while that lives."""
        # ASCII JSON: a secret pasted with half a surrogate pair is refused by the server, not by an encoder.
        body = json.dumps({"imp_key": self._credentials.imp_key, "imp_secret": self._credentials.imp_secret})
        request = Request("POST", path_of("users", "getToken"), body=body.encode("ascii"))
        answer = await self._transport.send(request)
        return AccessToken.from_json(unwrap(answer, {401: CredentialsRejected}))


def _payment(response: Json, asked: ImpUid) -> Payment:
    payment = Payment.from_json(_object(response))
    if payment.imp_uid != asked:
        raise WrongPayment("another imp_uid than the one asked for")
    return payment


def _page(response: Json) -> tuple[Payment, ...]:
    return _payments(_object(response).get("list"))


def _following(response: Json, page: int) -> int:
    """The number of the page behind `page`; 0 when it was the last."""
    following = _object(response).get("next")
    return following if isinstance(following, int) and following > page else 0


def _payments(response: Json) -> tuple[Payment, ...]:
    if not isinstance(response, list):
        raise MalformedResponse("the payments are not a list")
    return tuple(Payment.from_json(_object(each)) for each in response)


def _object(response: Json) -> dict[str, Json]:
    if not isinstance(response, dict):
        raise MalformedResponse("the response is not an object")
    return response
