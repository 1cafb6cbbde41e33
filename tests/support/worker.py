"""The end of a worker thread's work in a test: Python complains of connections that nobody closed."""

from __future__ import annotations

import asyncio
import threading

from iamport_desktop.lookups import Lookups
from iamport_desktop.network import Network

PATIENCE = 10.0


def put_to_rest(lookups: Lookups, network: Network) -> None:
    """Let go of the connection, and return when it is closed."""
    lookups.use(None)
    network.cancel("warm-up")
    rested = threading.Event()

    async def rest() -> object:
        await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()}, return_exceptions=True)
        rested.set()
        return None

    network.ask("rest", rest)
    assert rested.wait(PATIENCE), "the worker does not come to rest"
