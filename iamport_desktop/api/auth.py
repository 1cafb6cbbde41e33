"""The access token: parse, cache and renew it.

Source: PortOne V1, `POST /users/getToken`. A token lives 30 minutes. Asking again returns the same token; in its
last minute the server adds 5 minutes.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from iamport_desktop.api import fields
from iamport_desktop.api.errors import MalformedResponse
from iamport_desktop.api.fields import Json

# Seconds before the end of a token. Within its last minute, in which asking again prolongs the token.
RENEWAL_MARGIN = 30.0

# The characters that a header may hold.
_TOKEN = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True, repr=False)
class AccessToken:
    """A token, and the seconds it had left, by the server's clock, when it was issued.

    `issued_at` is the server's time then (aware), None where it cannot be parsed.
    """

    value: str
    seconds_left: int
    issued_at: datetime | None = None

    def __repr__(self) -> str:
        return f"AccessToken(…, seconds_left={self.seconds_left})"

    @classmethod
    def from_json(cls, response: Json) -> Self:
        """Parse the `response` of getToken. Raises MalformedResponse if it holds no token.

        With times that cannot be parsed, `seconds_left` is 0: the token serves for one request.
        """
        value = response.get("access_token") if isinstance(response, dict) else None
        if not isinstance(value, str) or not _TOKEN.fullmatch(value):
            raise MalformedResponse("getToken returned no token")
        try:
            seconds_left = fields.integer(response.get("expired_at")) - fields.integer(response.get("now"))
        except ValueError:
            seconds_left = 0
        try:
            issued_at = fields.timestamp(response.get("now"))
        except ValueError:
            issued_at = None
        return cls(value, seconds_left, issued_at)


class TokenSource:
    """Caches one token for all requests, and fetches it once for concurrent ones."""

    def __init__(
        self, fetch: Callable[[], Awaitable[AccessToken]], *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`fetch` asks the server for a token. `clock` returns seconds that no change of the system time moves."""
        self._fetch = fetch
        self._clock = clock
        self._lock = asyncio.Lock()
        self._token: AccessToken | None = None
        self._valid_until = 0.0

    async def current(self) -> AccessToken:
        """Return the token, fetched first if there is none or it is about to end. Raises what `fetch` raises.

        A token that arrives nearly expired is returned as well: the server decides whether to accept it.
        """
        async with self._lock:
            if self._token is not None and self._clock() < self._valid_until:
                return self._token
            return await self._fetch_and_cache()

    async def renew(self, refused: AccessToken) -> AccessToken:
        """Return another token than `refused`; fetched once for all requests that were refused with it."""
        async with self._lock:
            if self._token is not None and self._token.value != refused.value:
                return self._token
            return await self._fetch_and_cache()

    async def refresh(self) -> AccessToken:
        """Fetch a token now, whatever is cached."""
        async with self._lock:
            return await self._fetch_and_cache()

    async def _fetch_and_cache(self) -> AccessToken:
        requested_at = self._clock()
        token = await self._fetch()
        self._token = token
        self._valid_until = requested_at + token.seconds_left - RENEWAL_MARGIN
        return token
