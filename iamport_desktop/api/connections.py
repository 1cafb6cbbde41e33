"""Connections to one origin, by the system's proxy settings and its trusted certificates.

Connections are pooled, and a pool is replaced as a whole: when one connection turns out to be stale, those that
idled beside it most likely are too, and the proxy settings may have changed together with the network.
"""

from __future__ import annotations

import asyncio
import ssl
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import truststore

from iamport_desktop.api.origin import Origin
from iamport_desktop.api.proxy import ProxyServer, system_proxy


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits of a request. Times are in seconds.

    deadline: a whole lookup, with the token, repeats and every byte of the response.
    connect: one TCP connection with its name lookup, and one TLS handshake.
    first_byte: from request to response on a reused connection, which is then given up for a fresh one.
    keepalive: an idle connection is closed after this time.
    trusted_idle: a connection idle for longer is replaced by the next warm-up.
    response_bytes: a response, decompressed. A payment with 10,000 cancellations has about 3 MB.
    """

    deadline: float = 15.0
    connect: float = 5.0
    first_byte: float = 1.5
    keepalive: float = 300.0
    trusted_idle: float = 60.0
    response_bytes: int = 16 * 2**20


class Pool(httpx.AsyncHTTPTransport):
    """Connections to the origin, direct or all through `proxy`."""

    def __init__(self, proxy: ProxyServer | None, tls: ssl.SSLContext, keepalive: float) -> None:
        self.proxy = proxy
        super().__init__(
            verify=tls,
            trust_env=False,
            proxy=_httpx_proxy(proxy, tls) if proxy else None,
            limits=httpx.Limits(keepalive_expiry=keepalive),
        )


class Connections:
    """Lends the current pool to requests, and closes a retired pool after its last request."""

    def __init__(self, origin: Origin, limits: Limits) -> None:
        self._origin = origin
        self._limits = limits
        # httpx's own context trusts no company's root certificate, and logs secrets to SSLKEYLOGFILE.
        self._tls = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._opening = asyncio.Lock()
        self._current: Pool | None = None
        self._users: Counter[Pool] = Counter()

    @property
    def in_use(self) -> bool:
        """Whether a request is under way."""
        return self._users.total() > 0

    @asynccontextmanager
    async def borrow(self, *, fresh: bool = False) -> AsyncIterator[Pool]:
        """Lend the current pool for one request; with `fresh`, a new pool, which has no used connections.

        Raises InvalidProxySetting.
        """
        async with self._opening:
            if self._current is None or fresh:
                new_pool = await self._open()
                await self.retire()
                self._current = new_pool
            pool = self._current
            self._users[pool] += 1
        try:
            yield pool
        finally:
            self._users[pool] -= 1
            await self._close_if_unused(pool)

    async def retire(self, pool: Pool | None = None) -> None:
        """Lend `pool`, by default the current one, to no further request; those under way go on in it."""
        old_pool = pool or self._current
        if self._current is old_pool:
            self._current = None
        if old_pool is not None:
            await self._close_if_unused(old_pool)

    async def _close_if_unused(self, pool: Pool) -> None:
        if self._users[pool] == 0:
            del self._users[pool]
            if pool is not self._current:
                await pool.aclose()

    async def _open(self) -> Pool:
        # On a thread: on Windows, deciding about a bypass of the proxy resolves host names.
        proxy = await asyncio.to_thread(system_proxy, self._origin)
        return Pool(proxy, self._tls, self._limits.keepalive)


def _httpx_proxy(proxy: ProxyServer, tls: ssl.SSLContext) -> httpx.Proxy:
    return httpx.Proxy(proxy.url, auth=proxy.login, ssl_context=tls if proxy.scheme == "https" else None)


def has_surplus(response: httpx.Response) -> bool:
    """Return whether bytes came behind the body of `response`, which has been read whole and is not closed yet.

    Those still in the socket are noticed by the pool. These are behind it: in the buffer of the HTTP parser, which
    httpcore offers no access to, and in that of TLS.
    """
    stream: Any = response.stream
    try:
        parser = stream._httpcore_stream._stream._connection._h11_state
    except AttributeError:  # another httpcore: the connection is not kept
        return True
    buffered, _ = parser.trailing_data
    return bool(buffered) or _tls_holds_bytes(
        response.extensions["network_stream"].get_extra_info("ssl_object")
    )


def _tls_holds_bytes(tls: ssl.SSLObject | None) -> bool:
    if tls is None:
        return False
    try:
        tls.read(1)
    except ssl.SSLWantReadError:
        return False
    except ssl.SSLError:  # the server has said goodbye, or said something else
        return True
    return True
