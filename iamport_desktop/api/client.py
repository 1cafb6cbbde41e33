"""The calls of PortOne V1 that this program makes. It only reads."""

from __future__ import annotations

import json
from collections.abc import Mapping

from iamport_desktop.api.answers import OF_A_LOOKUP, unwrap
from iamport_desktop.api.auth import Credentials
from iamport_desktop.api.errors import AnswerMalformed, CredentialsRejected, PaymentNotFound, WrongPayment
from iamport_desktop.api.identifiers import ImpUid, parse_imp_uid
from iamport_desktop.api.limits import Limits
from iamport_desktop.api.models import Payment
from iamport_desktop.api.origin import Origin
from iamport_desktop.api.tokens import AccessToken, TokenSource
from iamport_desktop.api.transport import Answer, Request, Transport, path_of
from iamport_desktop.api.values import Json


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

    async def _get(self, path: str, query: Mapping[str, str] | None = None) -> Json:
        """The `response` of a GET. A token that is refused is renewed once."""
        token = await self._tokens.current()
        answer = await self._send_with(token, path, query)
        if answer.http_status == 401:
            token = await self._tokens.instead_of(token)
            answer = await self._send_with(token, path, query)
        return unwrap(answer, OF_A_LOOKUP)

    async def _send_with(self, token: AccessToken, path: str, query: Mapping[str, str] | None) -> Answer:
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
    if not isinstance(response, dict):
        raise AnswerMalformed("the payment is not an object")
    payment = Payment.from_json(response)
    if payment.imp_uid != asked:
        raise WrongPayment("another imp_uid than the one asked for")
    return payment
