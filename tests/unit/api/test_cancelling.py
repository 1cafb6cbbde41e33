"""A request cancelled at any moment leaves no connection open: the window cancels many of its requests."""

from __future__ import annotations

import asyncio
import random
from functools import partial

from tests.faults import replies
from tests.faults.fault import IMP_UID
from tests.faults.server import Server
from tests.unit.api.conftest import client_of, until


def test_connections_do_not_pile_up(server: Server) -> None:
    server.lookup = replies.refuse(404)
    moments = random.Random(1)  # noqa: S311 - the same moments in every run

    def has_arrived(count: int) -> bool:
        return len(server.requests) >= count

    async def story() -> None:
        async with client_of(server.url) as client:
            for _ in range(200):
                tasks = [
                    asyncio.ensure_future(request(IMP_UID))
                    for request in (client.get_cash_receipt, client.get_delivery, client.get_balance)
                ]
                await until(partial(has_arrived, len(server.requests) + moments.randrange(len(tasks) + 1)))
                for _ in range(moments.randrange(8)):
                    await asyncio.sleep(0)
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
            await until(lambda: server.open_connections <= len(tasks))

    asyncio.run(story())
