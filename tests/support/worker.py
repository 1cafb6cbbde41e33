"""The end of a worker thread's work in a test: Python complains of connections that nobody closed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

from iamport_desktop.controllers.app import App
from iamport_desktop.lookup.worker import ApiWorker

PATIENCE = 10.0


def put_to_rest(app: App) -> None:
    """Take the key from `app`, and return when its connections are closed."""

    def let_go() -> None:
        for each in (app.lookups, app.follow_ups, app.watching):
            each.use(None)

    close_connections(app.network, let_go)


def close_connections(network: ApiWorker, let_go: Callable[[], None]) -> None:
    """Let go of what is connected, and return when it is closed."""
    done = threading.Event()

    async def rest() -> object:
        await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()}, return_exceptions=True)
        done.set()
        return None

    network.cancel("warm-up")
    let_go()
    network.ask("rest", rest)
    assert done.wait(PATIENCE), "the worker does not come to rest"
