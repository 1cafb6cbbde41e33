"""The open connections to one origin: TLS as the system trusts it, and the system's proxy.

Connections come in pools that are replaced as a whole: when one connection turns out to be dead, those that
idled beside it most likely are too, and the proxy settings may have changed with the network.
"""

from __future__ import annotations

import asyncio
import ssl
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.request import getproxies, proxy_bypass

import httpx
import truststore

from iamport_desktop.api.errors import ProxyRefused
from iamport_desktop.api.origin import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Times are in seconds.

    deadline: one whole lookup, with the token, the repeats and every byte of the answer.
    connect: one TCP connection with its name lookup, and one TLS handshake.
    first_byte: a reused connection that has not begun to answer by then is given up for a fresh one.
    keepalive: an idle connection is closed after this time.
    trusted_idle: a connection idle for longer is replaced when there is time to warm up.
    answer_bytes: of one answer, decompressed. A payment with 10,000 cancellations has about 3 MB.
    """

    deadline: float = 15.0
    connect: float = 5.0
    first_byte: float = 1.5
    keepalive: float = 300.0
    trusted_idle: float = 60.0
    answer_bytes: int = 16 * 2**20


Pool = httpx.AsyncHTTPTransport


class Connections:
    """Hands out the current pool, and closes replaced ones as soon as nobody uses them."""

    def __init__(self, origin: Origin, limits: Limits) -> None:
        self._origin = origin
        self._limits = limits
        # httpx's own would write secrets where SSLKEYLOGFILE says, and trust no company root.
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
        """The current pool, for one request; a new one if it is to have a connection that nobody has used.

        Raises ProxyRefused when the system's proxy cannot be used.
        """
        async with self._opening:
            if self._current is None or fresh:
                opened = await self._open()
                await self.replace()
                self._current = opened
            pool = self._current
            self._users[pool] += 1
        try:
            yield pool
        finally:
            self._users[pool] -= 1
            await self._close_if_left(pool)

    async def replace(self, pool: Pool | None = None) -> None:
        """Let no later request use `pool` (the current one, if not given); those under way go on in it."""
        doomed = pool or self._current
        if self._current is doomed:
            self._current = None
        if doomed is not None:
            await self._close_if_left(doomed)

    async def _close_if_left(self, pool: Pool) -> None:
        if self._users[pool] == 0:
            del self._users[pool]
            if pool is not self._current:
                await pool.aclose()

    async def _open(self) -> Pool:
        # On a thread: Windows looks names up to learn whether the proxy is to be bypassed.
        proxy_url = await asyncio.to_thread(system_proxy, self._origin)
        try:
            return httpx.AsyncHTTPTransport(
                verify=self._tls,
                trust_env=False,
                proxy=self._proxy(proxy_url) if proxy_url else None,
                limits=httpx.Limits(keepalive_expiry=self._limits.keepalive),
            )
        except (ValueError, httpx.InvalidURL, ImportError) as error:  # ImportError: SOCKS needs a package
            raise ProxyRefused("the system's proxy is of a kind that cannot be used") from error

    def _proxy(self, url: str) -> httpx.Proxy:
        speaks_tls = url.lower().startswith("https:")
        return httpx.Proxy(url, ssl_context=self._tls if speaks_tls else None)


def system_proxy(origin: Origin) -> str | None:
    """The URL of the proxy that the system wants for `origin`; None for a direct connection.

    Loopback never goes through a proxy, whatever is set.
    """
    if origin.is_loopback or proxy_bypass(f"{origin.host}:{origin.port}"):
        return None
    settings = getproxies()
    url = settings.get(origin.scheme) or settings.get("all")
    return url if url is None or "://" in url else f"http://{url}"
