"""Tests on an asyncio loop, a well-behaved server, and clients for it."""

import asyncio
import inspect
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager

import pytest

from iamport_desktop.api.client import PortOneClient
from iamport_desktop.api.connections import Limits
from iamport_desktop.api.origin import parse_origin
from tests.faults import replies
from tests.faults.fault import CREDENTIALS, QUICK, environment
from tests.faults.server import Server


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine function on a loop of its own."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    parameters = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in parameters}))
    return True


@pytest.fixture
def server() -> Iterator[Server]:
    with environment(), Server(lookup=replies.paid, token=replies.token()) as running:
        yield running


@asynccontextmanager
async def client_of(url: str, limits: Limits = QUICK) -> AsyncIterator[PortOneClient]:
    client = PortOneClient(parse_origin(url), CREDENTIALS, limits=limits)
    try:
        yield client
    finally:
        await client.aclose()


async def until(condition: Callable[[], bool]) -> None:
    """Let the loop run until something has come about elsewhere: in the server's threads, or in a socket."""
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 - there is no event for it on this loop
            await asyncio.sleep(0)
