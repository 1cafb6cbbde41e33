"""Send one request to one origin: the response within the limits, or an error of `errors`.

Uses httpx's transport and not its client: it follows no redirect, keeps no cookie, reads no .netrc and logs no
URL.
"""

from __future__ import annotations

import asyncio
import logging
import time
import zlib
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx

from iamport_desktop import __version__
from iamport_desktop.api.connections import Connections, Limits, Pool, has_surplus
from iamport_desktop.api.error_mapping import HTTPX_ERRORS, map_error
from iamport_desktop.api.errors import (
    DeadlineExceeded,
    MalformedResponse,
    NotAnApiResponse,
    RequestError,
    ResponseTooLarge,
)
from iamport_desktop.api.origin import Origin
from iamport_desktop.api.proxy import ProxyServer

Query = Mapping[str, str | Sequence[str]]

_HEADERS = {
    "Accept": "application/json",
    "Accept-Encoding": "gzip",
    "User-Agent": f"iamport-desktop/{__version__}",
}


@dataclass(frozen=True, slots=True)
class Request:
    """A request. `path` is encoded (see `path_of`), `headers` are sent beside the usual ones, `body` is JSON."""

    method: str
    path: str
    query: Query | None = None
    headers: Mapping[str, str] | None = None
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """A whole response, whatever its status. `body` is decompressed.

    `sent_at` is when the request went out, by the clock that the transport was made with.
    """

    http_status: int
    headers: httpx.Headers
    body: bytes
    sent_at: float = 0.0


def path_of(*segments: str) -> str:
    """Return the encoded path of `segments`. Raises RequestError for a segment that cannot stay one segment."""
    if any(segment in ("", ".", "..") for segment in segments):
        raise RequestError("a path segment that would change the path")
    try:
        return "".join("/" + quote(segment, safe="") for segment in segments)
    except UnicodeEncodeError as error:  # half a surrogate pair, as in a text that was cut off
        raise RequestError("a path segment that is not valid text") from error


class Transport:
    """Sends requests over kept connections, and repeats one once if a kept connection turns out to be stale.

    Every request must be safe to repeat.
    """

    def __init__(self, origin: Origin, limits: Limits, elapsed: Callable[[], float] = time.monotonic) -> None:
        """`elapsed` returns seconds; `Response.sent_at` is counted by it."""
        self._origin = origin
        self._elapsed = elapsed
        self._limits = limits
        self._connections = Connections(origin, limits)
        self._last_stream: Any = None
        self._last_response_at = 0.0
        for library in (
            "httpx",
            "httpcore",
        ):  # they log URLs and headers, which hold personal data and tokens
            logging.getLogger(library).setLevel(logging.WARNING)

    @property
    def is_warm(self) -> bool:
        """Whether the next request will most likely find a live connection, or one is being opened."""
        if self._connections.in_use:
            return True
        if self._last_stream is None or self._last_stream.get_extra_info("is_readable"):
            return False  # an idle connection is readable after the server closed it
        return time.monotonic() - self._last_response_at < self._limits.trusted_idle

    @asynccontextmanager
    async def deadline(self) -> AsyncIterator[None]:
        """Limit the time of everything in the block. Raises DeadlineExceeded."""
        try:
            async with asyncio.timeout(self._limits.deadline) as timeout:
                yield
        except TimeoutError as error:
            if not timeout.expired():
                raise
            raise DeadlineExceeded(
                "no whole response in time", host=self._origin.host, seconds=self._limits.deadline
            ) from error

    async def send(self, request: Request) -> Response:
        """Send `request` and read the response. Raises TransportError or UnusableResponse."""
        try:
            return await self._attempt(request, self._limits.first_byte)
        except _StaleConnection:
            return await self._attempt(request, None)

    async def reset_pool(self) -> None:
        """Let the next request open a new connection."""
        self._last_stream = None
        await self._connections.retire()

    async def aclose(self) -> None:
        """Close the connections."""
        await self.reset_pool()

    async def _attempt(self, request: Request, first_byte: float | None) -> Response:
        """Send `request` once; on a fresh connection if `first_byte` is None.

        Otherwise a reused connection that breaks, or does not respond within `first_byte` seconds, raises
        _StaleConnection.
        """
        async with self._connections.borrow(fresh=first_byte is None) as pool:
            progress = _Progress(self._origin.host, first_byte, pool.proxy, self._elapsed)
            try:
                async with progress.first_byte_timeout:
                    return await self._exchange(pool, request, progress)
            except asyncio.CancelledError:
                # httpcore may keep the connection of a cancelled request open for ever.
                await self._connections.retire(pool)
                raise
            except HTTPX_ERRORS as error:
                await self._connections.retire(pool)
                if first_byte is not None and progress.failed_before_response:
                    raise _StaleConnection from error
                raise map_error(
                    error,
                    host=progress.host,
                    is_proxy=progress.asks_proxy,
                    connect_seconds=self._limits.connect,
                ) from error

    async def _exchange(self, pool: Pool, request: Request, progress: _Progress) -> Response:
        response = await pool.handle_async_request(self._to_httpx(request, progress))
        try:
            body = await _read_body(response, self._limits.response_bytes)
            if has_surplus(response):
                # It would be taken for the answer to the next request.
                await self._connections.retire(pool)
        finally:
            await response.aclose()
        self._last_stream = response.extensions["network_stream"]
        self._last_response_at = time.monotonic()
        return Response(response.status_code, response.headers, body, progress.sent_at)

    def _to_httpx(self, request: Request, progress: _Progress) -> httpx.Request:
        content_type = {} if request.body is None else {"Content-Type": "application/json"}
        return httpx.Request(
            request.method,
            f"{self._origin}{request.path}",
            params=request.query,
            headers={**_HEADERS, **content_type, **(request.headers or {})},
            content=request.body,
            # The deadline alone limits everything but connecting.
            extensions={"timeout": {"connect": self._limits.connect}, "trace": progress},
        )


class _StaleConnection(Exception):
    """A reused connection broke or stayed silent before the response began; a fresh one may work."""


class _Progress:
    """Follows one request by httpcore's `trace` events: the host being asked, and the state of the connection."""

    def __init__(
        self,
        host: str,
        first_byte: float | None,
        proxy: ProxyServer | None,
        elapsed: Callable[[], float],
    ) -> None:
        """`first_byte`: seconds until the response must begin on a reused connection, None for no limit."""
        self.host = host
        self.sent_at = elapsed()
        self._elapsed = elapsed
        self._proxy_host = proxy.host if proxy else None
        self.first_byte_timeout = asyncio.timeout(None)
        self._first_byte = first_byte
        self._connected = False
        self._responded = False

    @property
    def failed_before_response(self) -> bool:
        """Whether, after a failure, the connection was a reused one and the response had not begun."""
        return not self._connected and not self._responded

    @property
    def asks_proxy(self) -> bool:
        """Whether the host being asked is the proxy's."""
        return self.host == self._proxy_host

    async def __call__(self, event: str, info: Mapping[str, Any]) -> None:
        match event:
            case "connection.connect_tcp.started":
                self._connected = True
                self.host = info["host"]
            case "connection.start_tls.started" | "proxy.start_tls.started":
                self.host = info["server_hostname"]
            case (
                "http11.send_request_headers.started"
            ):  # behind a proxy also of CONNECT, before the request's
                self.sent_at = self._elapsed()
                if not self._connected and self._first_byte is not None:
                    self.first_byte_timeout.reschedule(asyncio.get_running_loop().time() + self._first_byte)
            case "http11.receive_response_headers.complete":
                self._responded = True
                self.first_byte_timeout.reschedule(None)


async def _read_body(response: httpx.Response, limit: int) -> bytes:
    """Return the decompressed body of at most `limit` bytes.

    Raises ResponseTooLarge, MalformedResponse or NotAnApiResponse.
    """
    decompressor = _decompressor(response)
    body = bytearray()
    async for chunk in response.aiter_raw():
        try:
            body += decompressor.decompress(chunk, limit + 1 - len(body)) if decompressor else chunk
        except zlib.error as error:
            raise MalformedResponse("damaged compression", http_status=response.status_code) from error
        if decompressor and decompressor.unused_data:
            raise MalformedResponse("bytes behind the compression", http_status=response.status_code)
        if len(body) > limit:
            raise ResponseTooLarge(http_status=response.status_code, limit=limit)
    return bytes(body)


def _decompressor(response: httpx.Response) -> zlib._Decompress | None:
    encodings = [name.lower() for name in response.headers.get_list("content-encoding", split_commas=True)]
    match [name for name in encodings if name not in ("", "identity")]:
        case []:
            return None
        case ["gzip" | "x-gzip" | "deflate"]:
            return zlib.decompressobj(zlib.MAX_WBITS | 32)  # 32: detect gzip or zlib by the header
    raise NotAnApiResponse("an encoding that was not asked for", http_status=response.status_code)
