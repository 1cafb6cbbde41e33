"""The access token: fetched, cached, renewed (PortOne V1, `POST /users/getToken`).

A token lives 30 minutes. Asking again returns the same token; in its last minute the server adds 5 minutes.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Self

from iamport_desktop.api import fields
from iamport_desktop.api.errors import MalformedResponse
from iamport_desktop.api.fields import Json

# Within the server's last minute, so that asking again prolongs the token instead of returning it as it is.
RENEWAL_MARGIN = 30.0

# What may stand in a header.
_TOKEN = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True, repr=False)
class AccessToken:
    """A token, and the seconds it had left by the server's clock when it was handed out."""

    value: str
    seconds_left: int

    def __repr__(self) -> str:
        return f"AccessToken(…, seconds_left={self.seconds_left})"

    @classmethod
    def from_json(cls, response: Json) -> Self:
        """Read the `response` of getToken. Raises MalformedResponse when there is no token in it.

        Times that cannot be read make a token for one use: it is good now, and nobody knows for how long.
        """
        value = response.get("access_token") if isinstance(response, dict) else None
        if not isinstance(value, str) or not _TOKEN.fullmatch(value):
            raise MalformedResponse("getToken returned no token")
        try:
            seconds_left = fields.integer(response.get("expired_at")) - fields.integer(response.get("now"))
        except ValueError:
            seconds_left = 0
        return cls(value, seconds_left)


class TokenSource:
    """Keeps one token for all lookups; fetches it once, however many ask at the same time."""

    def __init__(
        self, fetch: Callable[[], Awaitable[AccessToken]], *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`fetch` asks the server. `clock` counts seconds and cannot be set, unlike the desk's clock."""
        self._fetch = fetch
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()
        self._token: AccessToken | None = None
        self._good_until = 0.0

    async def current(self) -> AccessToken:
        """The token, fetched first where there is none or it is about to end. Raises what `fetch` raises.

        A token that arrives nearly expired is handed out all the same: the server alone decides.
        """
        async with self._one_at_a_time:
            if self._token is not None and self._clock() < self._good_until:
                return self._token
            return await self._fetch_and_keep()

    async def instead_of(self, refused: AccessToken) -> AccessToken:
        """Another token for one that the server refused; a single fetch for all who were refused with it."""
        async with self._one_at_a_time:
            if self._token is not None and self._token.value != refused.value:
                return self._token
            return await self._fetch_and_keep()

    async def fresh(self) -> AccessToken:
        """Ask the server now, whatever is kept."""
        async with self._one_at_a_time:
            return await self._fetch_and_keep()

    async def _fetch_and_keep(self) -> AccessToken:
        asked_at = self._clock()
        token = await self._fetch()
        self._token = token
        self._good_until = asked_at + token.seconds_left - RENEWAL_MARGIN
        return token
