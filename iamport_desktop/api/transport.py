"""One request to one origin: the answer's bytes within the limits, or an error of our tree.

Uses httpx's transport and not its client: no redirect is followed, no cookie kept, no .netrc read, no URL
logged.
"""

from __future__ import annotations

import asyncio
import logging
import time
import zlib
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx

from iamport_desktop import __version__
from iamport_desktop.api.connections import Connections, Limits, Pool
from iamport_desktop.api.error_mapping import FOREIGN_ERRORS, translate
from iamport_desktop.api.errors import (
    AnswerTooLarge,
    DeadlineExceeded,
    MalformedResponse,
    NotAnApiResponse,
    RequestError,
)
from iamport_desktop.api.origin import Origin


async def read_body(response: httpx.Response, limit: int) -> bytes:
    """The decompressed body of at most `limit` bytes. Raises AnswerTooLarge, MalformedResponse or NotAnApiResponse."""
    inflate = _decompressor(response)
    body = bytearray()
    async for chunk in response.aiter_raw():
        room = limit + 1 - len(body)
        try:
            body += inflate.decompress(chunk, room) if inflate else chunk
        except zlib.error as error:
            raise MalformedResponse("damaged compression", http_status=response.status_code) from error
        if len(body) > limit:
            raise AnswerTooLarge(http_status=response.status_code, limit=limit)
    return bytes(body)


def _decompressor(response: httpx.Response) -> zlib._Decompress | None:
    encodings = response.headers.get_list("content-encoding", split_commas=True)
    match [each.lower() for each in encodings if each.lower() not in ("", "identity")]:
        case []:
            return None
        case ["gzip" | "x-gzip" | "deflate"]:
            return zlib.decompressobj(zlib.MAX_WBITS | 32)  # 32: tell gzip and zlib apart by their headers
    raise NotAnApiResponse("an encoding that was not asked for", http_status=response.status_code)


_HEADERS = {
    "Accept": "application/json",
    "Accept-Encoding": "gzip",
    "User-Agent": f"iamport-desktop/{__version__}",
}


Query = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask. `body` is JSON, and `headers` come on top of the usual ones."""

    method: str
    path: str
    query: Query | None = None
    headers: Mapping[str, str] | None = None
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; the body is decompressed."""

    http_status: int
    headers: httpx.Headers
    body: bytes


def path_of(*segments: str) -> str:
    """A path in which every segment stays one. Raises RequestError for one that no encoding can keep."""
    if any(segment in ("", ".", "..") for segment in segments):
        raise RequestError("a path segment that would change the path")
    try:
        return "".join("/" + quote(segment, safe="") for segment in segments)
    except UnicodeEncodeError as error:  # half of a surrogate pair, as cut-off texts have it
        raise RequestError("a path segment that is no text") from error


class Transport:
    """Sends requests over kept connections, and repeats one when a kept connection turns out to be dead.

    Only for requests that may be repeated.
    """

    def __init__(self, origin: Origin, limits: Limits) -> None:
        self._origin = origin
        self._limits = limits
        self._connections = Connections(origin, limits)
        self._last_stream: Any = None
        self._last_answer_at = 0.0
        for library in ("httpx", "httpcore"):  # whatever the program logs, URLs and headers are not for a log
            logging.getLogger(library).setLevel(logging.WARNING)

    @property
    def is_warm(self) -> bool:
        """Whether the next request will most likely find a living connection, or one is just being made."""
        if self._connections.in_use:
            return True
        if self._last_stream is None or self._last_stream.get_extra_info("is_readable"):
            return False  # an idle connection that can be read from has been closed by the server
        return time.monotonic() - self._last_answer_at < self._limits.trusted_idle

    @asynccontextmanager
    async def deadline(self) -> AsyncIterator[None]:
        """Ends whatever is done inside after the total time. Raises DeadlineExceeded."""
        try:
            async with asyncio.timeout(self._limits.deadline) as total:
                yield
        except TimeoutError as error:
            if not total.expired():
                raise
            raise DeadlineExceeded(
                "no whole answer in time", host=self._origin.host, seconds=self._limits.deadline
            ) from error

    async def send(self, request: Request) -> Answer:
        """Send `request` and read its answer. Raises TransportError or UnusableAnswer."""
        try:
            return await self._attempt(request, self._limits.first_byte)
        except _ConnectionWasDead:
            return await self._attempt(request, None)

    async def start_afresh(self) -> None:
        """Let the next request open a new connection."""
        self._last_stream = None
        await self._connections.replace()

    async def aclose(self) -> None:
        """Close the connections."""
        await self.start_afresh()

    async def _attempt(self, request: Request, patience: float | None) -> Answer:
        """`patience`: seconds for a reused connection to answer, which else raises _ConnectionWasDead."""
        async with self._connections.borrow(fresh=patience is None) as pool:
            progress = _Progress(self._origin.host, patience)
            try:
                async with progress.time_to_answer:
                    return await self._exchange(pool, request, progress)
            except asyncio.CancelledError:
                await self._connections.replace(
                    pool
                )  # httpcore may keep what was cancelled, open and for ever
                raise
            except FOREIGN_ERRORS as error:
                await self._connections.replace(pool)
                if patience is not None and progress.reused_in_vain:
                    raise _ConnectionWasDead from error
                raise translate(error, host=progress.host, connect_seconds=self._limits.connect) from error

    async def _exchange(self, pool: Pool, request: Request, progress: _Progress) -> Answer:
        response = await pool.handle_async_request(self._to_httpx(request, progress))
        try:
            body = await read_body(response, self._limits.answer_bytes)
        finally:
            await response.aclose()
        self._last_stream = response.extensions["network_stream"]
        self._last_answer_at = time.monotonic()
        return Answer(response.status_code, response.headers, body)

    def _to_httpx(self, request: Request, progress: _Progress) -> httpx.Request:
        content_type = {} if request.body is None else {"Content-Type": "application/json"}
        return httpx.Request(
            request.method,
            f"{self._origin}{request.path}",
            params=request.query,
            headers={**_HEADERS, **content_type, **(request.headers or {})},
            content=request.body,
            # Everything but connecting is limited by the deadline alone.
            extensions={"timeout": {"connect": self._limits.connect}, "trace": progress},
        )


class _ConnectionWasDead(Exception):
    """A kept connection broke or stayed silent before the answer began; a fresh one may do."""


class _Progress:
    """Follows one request through httpcore's `trace` events: who is being asked, and on what connection."""

    def __init__(self, host: str, patience: float | None) -> None:
        self.host = host
        self.time_to_answer = asyncio.timeout(None)
        self._patience = patience
        self._connected = False
        self._answered = False

    @property
    def reused_in_vain(self) -> bool:
        return not self._connected and not self._answered

    async def __call__(self, event: str, info: Mapping[str, Any]) -> None:
        match event:
            case "connection.connect_tcp.started":
                self._connected = True
                self.host = info["host"]
            case "connection.start_tls.started" | "proxy.start_tls.started":
                self.host = info["server_hostname"]
            case "http11.send_request_headers.started" if not self._connected and self._patience is not None:
                self.time_to_answer.reschedule(asyncio.get_running_loop().time() + self._patience)
            case "http11.receive_response_headers.complete":
                self._answered = True
                self.time_to_answer.reschedule(None)
