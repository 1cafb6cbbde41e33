"""What is cancelled at whatever moment leaves nothing open: a window drops much of what it asks."""

from __future__ import annotations

import asyncio
import random

from tests.faults import replies
from tests.faults.fault import IMP_UID
from tests.faults.server import Server
from tests.unit.api.conftest import client_of, until


async def test_connections_do_not_pile_up(server: Server) -> None:
    server.lookup = replies.refuse(404)
    moments = random.Random(1)  # noqa: S311 - the same ones each time
    async with client_of(server.url) as client:
        for _ in range(200):
            asked = [
                asyncio.ensure_future(ask(IMP_UID))
                for ask in (client.get_cash_receipt, client.get_delivery, client.get_balance)
            ]
            await asyncio.sleep(moments.uniform(0, 0.006))
            for each in asked:
                each.cancel()
            await asyncio.gather(*asked, return_exceptions=True)
        await until(lambda: server.open_connections <= len(asked))
