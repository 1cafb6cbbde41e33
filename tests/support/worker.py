"""The end of a worker thread's work in a test: Python complains of connections that nobody closed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

from iamport_desktop.controllers.app import AppController
from iamport_desktop.lookup.worker import ApiWorker

PATIENCE = 10.0


def put_to_rest(app: AppController) -> None:
    """Take the key from `app`, and return when its connections are closed."""

    def let_go() -> None:
        for imp_uid in list(app.watcher._watches):
            app.watcher.stop(imp_uid)
        for user in (app.lookups, app.follow_ups, app.watcher):
            user.set_session(None)

    close_connections(app.worker, let_go)


def close_connections(worker: ApiWorker, let_go: Callable[[], None]) -> None:
    """Let go of what is connected, and return when it is closed."""
    done = threading.Event()

    async def rest() -> None:
        await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()}, return_exceptions=True)
        done.set()

    let_go()
    worker.submit(rest, lambda _: None)
    assert done.wait(PATIENCE), "the worker does not come to rest"
