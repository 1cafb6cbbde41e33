"""The calls of PortOne V1 that this program makes. All of them only read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Self

from iamport_desktop.api.auth import AccessToken, TokenSource
from iamport_desktop.api.clock import ServerClock
from iamport_desktop.api.connections import Limits
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.errors import (
    ApiError,
    CredentialsRejected,
    MalformedResponse,
    PaymentNotFound,
    WrongPayment,
)
from iamport_desktop.api.fields import Json
from iamport_desktop.api.identifiers import ImpUid, parse_imp_uid
from iamport_desktop.api.models import Balance, CashReceipt, Delivery, Payment, PaymentList
from iamport_desktop.api.origin import Origin
from iamport_desktop.api.responses import LOOKUP_STATUS_ERRORS, StatusErrors, parse_response, response_time
from iamport_desktop.api.transport import Query, Request, Response, Transport, path_of

_PAGE_SIZE = 100
_MAX_ATTEMPTS = 1000  # of one order; bounds what a server without a last page can send
_MAX_IDS = 100  # of one request (PortOne V1, `GET /payments`)


class PortOneClient:
    """One merchant at one origin. Belongs to one asyncio loop; its calls may run concurrently.

    Every call raises PortOneError, and ends within `limits.deadline`. Cancelling a call closes its connection
    and leaves the client usable.
    """

    def __init__(
        self,
        origin: Origin,
        credentials: Credentials,
        *,
        limits: Limits | None = None,
        clock: ServerClock | None = None,
    ) -> None:
        """`credentials` are sent to `origin` alone. `clock` is set by the time that the responses report."""
        self._credentials = credentials
        self._clock = clock or ServerClock()
        self._transport = Transport(origin, limits or Limits(), self._clock.elapsed)
        self._tokens = TokenSource(self._fetch_token)

    async def get_payment(self, imp_uid: ImpUid, *, include_sandbox: bool = False) -> Payment:
        """Look up a payment (`GET /payments/{imp_uid}`); test payments only with `include_sandbox`.

        Always ask for the `extension`, as the PG is known only from the answer: some PGs tell there, and there alone,
        whether a payment that reads as failed is pending, and who made a deposit. No other call takes the parameter.
        """
        path = path_of("payments", parse_imp_uid(imp_uid))
        query = {"extension": "true"} | ({"include_sandbox": "true"} if include_sandbox else {})
        async with self._transport.deadline():
            try:
                payload = await self._get(path, query)
            except PaymentNotFound as error:
                raise PaymentNotFound(
                    error.server_message,
                    code=error.code,
                    included_sandbox=include_sandbox,
                    asked=imp_uid,
                ) from error
        return _payment(payload, imp_uid)

    async def find_payments(self, merchant_uid: str) -> PaymentList:
        """Find the attempts of an order, newest first (`GET /payments/findAll/{merchant_uid}`, every page)."""
        path = path_of("payments", "findAll", merchant_uid)
        reports: list[Payment] = []
        total, page = 0, 1
        async with self._transport.deadline():
            while page and len(reports) < _MAX_ATTEMPTS:
                query = {"page": str(page), "limit": str(_PAGE_SIZE), "sorting": "-started"}
                payload = _object(await self._get(path, query))
                reports += _payments(payload.get("list"))
                total, page = _total(payload), _next_page(payload, page)
        complete = page == 0 and len(reports) >= total
        of_order = (payment for payment in reports if payment.merchant_uid == merchant_uid)
        return PaymentList.from_reports(of_order, complete=complete)

    async def get_payments(self, imp_uids: Sequence[ImpUid]) -> PaymentList:
        """Look up several payments (`GET /payments`); return those found, in the order of `imp_uids`."""
        reports: list[Payment] = []
        async with self._transport.deadline():
            for start in range(0, len(imp_uids), _MAX_IDS):
                reports += await self._get_several(imp_uids[start : start + _MAX_IDS])
        places: dict[str | None, int] = {imp_uid: index for index, imp_uid in enumerate(imp_uids)}
        wanted = [payment for payment in reports if payment.imp_uid in places]
        return PaymentList.from_reports(sorted(wanted, key=lambda payment: places[payment.imp_uid]))

    async def _get_several(self, imp_uids: Sequence[ImpUid]) -> tuple[Payment, ...]:
        query = {"imp_uid[]": [parse_imp_uid(imp_uid) for imp_uid in imp_uids]}
        try:
            return _payments(await self._get(path_of("payments"), query))
        except PaymentNotFound:  # none of them
            return ()

    async def get_cash_receipt(self, imp_uid: ImpUid) -> CashReceipt:
        """Get a cash receipt (`GET /receipts/{imp_uid}`). PaymentNotFound if none was issued."""
        async with self._transport.deadline():
            payload = await self._get(path_of("receipts", parse_imp_uid(imp_uid)))
        return CashReceipt.from_json(_about(imp_uid, payload))

    async def get_delivery(self, imp_uid: ImpUid) -> Delivery:
        """Get an escrow delivery (`GET /escrows/logis/{imp_uid}`). BadRequest (409) if none is registered."""
        async with self._transport.deadline():
            payload = await self._get(path_of("escrows", "logis", parse_imp_uid(imp_uid)))
        return Delivery.from_json(_about(imp_uid, payload))

    async def get_balance(self, imp_uid: ImpUid) -> Balance:
        """Get the amounts by payment method (`GET /payments/{imp_uid}/balance`) of a PAYCO payment."""
        async with self._transport.deadline():
            payload = await self._get(path_of("payments", parse_imp_uid(imp_uid), "balance"))
        return Balance.from_json(_about(imp_uid, payload))

    async def check_credentials(self) -> None:
        """Fetch a token, whatever is cached. Raises CredentialsRejected if key or secret are wrong."""
        async with self._transport.deadline():
            await self._tokens.refresh()

    async def warm_up(self) -> None:
        """Prepare a token and an open connection, so that the next lookup takes one round trip.

        An old or closed connection is replaced by fetching the token, which returns the one in use.
        """
        async with self._transport.deadline():
            if self._transport.is_warm:
                await self._tokens.current()
            else:
                await self._transport.reset_pool()
                await self._tokens.refresh()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections. The client must not be used afterwards."""
        await self._transport.aclose()

    async def _get(self, path: str, query: Query | None = None) -> Json:
        """Send a GET and return the payload. A refused token is renewed once."""
        token = await self._tokens.current()
        response = await self._send(token, path, query)
        if response.http_status == 401:
            token = await self._tokens.renew(token)
            response = await self._send(token, path, query)
        return self._parse(response, LOOKUP_STATUS_ERRORS)

    async def _send(self, token: AccessToken, path: str, query: Query | None) -> Response:
        headers = {"Authorization": f"Bearer {token.value}"}
        return await self._transport.send(Request("GET", path, query, headers))

    async def _fetch_token(self) -> AccessToken:
        """`POST /users/getToken`. Safe to repeat: it returns the same token during the token's life."""
        # ASCII JSON encodes half a surrogate pair, too: the server refuses such a secret, not an encoder.
        body = json.dumps({"imp_key": self._credentials.imp_key, "imp_secret": self._credentials.imp_secret})
        request = Request("POST", path_of("users", "getToken"), body=body.encode("ascii"))
        response = await self._transport.send(request)
        token = AccessToken.from_json(self._parse(response, {401: CredentialsRejected}))
        if token.issued_at:
            self._clock.observe(token.issued_at, sent_at=response.sent_at)
        return token

    def _parse(self, response: Response, status_errors: StatusErrors) -> Json:
        """Return the payload, and set the clock by the response's `Date` if the API itself responded."""
        try:
            payload = parse_response(response, status_errors)
        except ApiError:
            self._observe(response)
            raise
        self._observe(response)
        return payload

    def _observe(self, response: Response) -> None:
        server_time = response_time(response)
        if server_time:
            self._clock.observe(server_time, sent_at=response.sent_at)


def _payment(payload: Json, imp_uid: ImpUid) -> Payment:
    payment = Payment.from_json(_object(payload))
    if payment.imp_uid != imp_uid:
        raise WrongPayment("another imp_uid than the one asked for")
    return payment


def _about(imp_uid: ImpUid, payload: Json) -> dict[str, Json]:
    """Return the object that is about `imp_uid`. Raises WrongPayment if it names another payment.

    Of the documented ones only a cash receipt names its payment.
    """
    document = _object(payload)
    if document.get("imp_uid") not in (None, "", imp_uid):
        raise WrongPayment("about another imp_uid than the one asked for")
    return document


def _payments(payload: Json) -> tuple[Payment, ...]:
    if not isinstance(payload, list):
        raise MalformedResponse("the payments are not a list")
    return tuple(Payment.from_json(_object(item)) for item in payload)


def _total(payload: dict[str, Json]) -> int:
    """Return how many payments there are on all pages, 0 if the server does not say."""
    total = payload.get("total")
    return total if isinstance(total, int) else 0


def _next_page(payload: dict[str, Json], page: int) -> int:
    """Return the number of the page after `page`, 0 if that was the last."""
    next_page = payload.get("next")
    return next_page if isinstance(next_page, int) and next_page > page else 0


def _object(payload: Json) -> dict[str, Json]:
    if not isinstance(payload, dict):
        raise MalformedResponse("the response is not an object")
    return payload
