"""The requests of one key at one origin."""

from __future__ import annotations

import time
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

from iamport_desktop.api.clock import ServerClock
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import Origin
from iamport_desktop.lookup.worker import ApiWorker, PendingRequest

if TYPE_CHECKING:
    from iamport_desktop.api.client import PortOneClient

T = TypeVar("T")

# Shorter than the 5 seconds after which many servers close an idle connection.
WARM_SECONDS = 4.0


class Session:
    """An API client on the worker thread, made with the first request. `close` it when it is no longer used."""

    def __init__(
        self,
        worker: ApiWorker,
        origin: Origin,
        credentials: Credentials,
        server_clock: ServerClock | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`server_clock` is set by the times that the responses report."""
        self._worker = worker
        self._server_clock = server_clock
        self.origin = origin
        self._credentials = credentials
        self._clock = clock
        self._client: PortOneClient | None = None
        self._warm_up: PendingRequest | None = None
        self._warmed_at = 0.0

    def submit(
        self,
        request: Callable[[PortOneClient], Coroutine[Any, Any, T]],
        on_done: Callable[[T | Exception], None],
    ) -> PendingRequest:
        """Send `request`; `on_done` gets its result, or a PortOneError, on the window's thread."""
        return self._worker.submit(lambda: request(self._get_client()), on_done)

    def warm_up(self) -> None:
        """Fetch the token and open a connection, so that the next lookup costs one round trip.

        Does nothing while that is under way, or when it began less than WARM_SECONDS ago.
        """
        now = self._clock()
        is_pending = self._warm_up is not None and self._warm_up.is_pending
        if not is_pending and (self._warm_up is None or now - self._warmed_at >= WARM_SECONDS):
            self._warmed_at = now
            self._warm_up = self.submit(lambda client: client.warm_up(), _ignore)

    def close(self) -> None:
        """Close every connection. Cancel pending requests before."""
        if self._warm_up:
            self._warm_up.cancel()
        self._worker.submit(self._close_client, _ignore)

    # What follows runs on the worker thread.

    def _get_client(self) -> PortOneClient:
        from iamport_desktop.api.client import PortOneClient

        if self._client is None:
            self._client = PortOneClient(self.origin, self._credentials, clock=self._server_clock)
        return self._client

    async def _close_client(self) -> None:
        if self._client is not None:
            await self._client.aclose()


def check_credentials(
    worker: ApiWorker, origin: Origin, credentials: Credentials, on_done: Callable[[Exception | None], None]
) -> PendingRequest:
    """Ask the API whether it accepts `credentials`, on a connection of its own."""

    async def check() -> None:
        from iamport_desktop.api.client import PortOneClient

        async with PortOneClient(origin, credentials) as client:
            await client.check_credentials()

    return worker.submit(check, on_done)


def _ignore(_: object) -> None:
    """The next request meets the same error, and reports it."""
