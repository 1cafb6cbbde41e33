"""A fault: a name, a real server or socket that misbehaves, and the error that follows."""

from __future__ import annotations

import os
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest import mock

from iamport_desktop.api.connections import Limits
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.errors import PortOneError
from iamport_desktop.api.identifiers import ImpUid
from tests.faults import replies
from tests.faults.server import Behaviour, Server

IMP_UID = ImpUid("imp_900000000001")
CREDENTIALS = Credentials(replies.IMP_KEY, replies.IMP_SECRET)

# Long enough for a busy machine to answer, short enough to wait for.
QUICK = Limits(deadline=1.5, connect=0.75, first_byte=0.3, response_bytes=2**20)


@dataclass(frozen=True)
class Target:
    """The address that a lookup goes to during a fault. `heal` ends the fault at the same address."""

    url: str
    heal: Callable[[], None]


@dataclass(frozen=True)
class ServerTarget(Target):
    """A target with its server."""

    server: Server


Start = Callable[[], AbstractContextManager[Target]]


@dataclass(frozen=True)
class Fault:
    """`start` brings the fault about, with the environment that it needs, and yields its Target.

    `expected` is the exact class of the error that a lookup then raises (with `attributes` of these values),
    or None where the lookup must succeed. `limits` keep the waiting short. The server finds a payment for every imp_uid.
    """

    name: str
    expected: type[PortOneError] | None
    start: Start
    attributes: Mapping[str, object] = field(default_factory=dict)
    limits: Limits = QUICK

    def __str__(self) -> str:
        return self.name


@contextmanager
def environment(**variables: str) -> Iterator[None]:
    """Set these environment variables, and no other for a proxy."""
    others = [name for name in os.environ if name.lower().endswith("_proxy") and name not in variables]
    with mock.patch.dict(os.environ, variables):
        for name in others:
            del os.environ[name]
        yield


@contextmanager
def names(book: Mapping[str, str]) -> Iterator[None]:
    """Resolve these names by `book`, which may change, and all others for real."""
    real = socket.getaddrinfo

    def look_up(host: Any, *arguments: Any, **options: Any) -> Any:
        name = host.decode("ascii") if isinstance(host, bytes) else host
        return real(book.get(name, name), *arguments, **options)

    with mock.patch.object(socket, "getaddrinfo", look_up):
        yield


@contextmanager
def serving(
    lookup: Behaviour, token: Behaviour | None = None, tls: ssl.SSLContext | None = None
) -> Iterator[ServerTarget]:
    """Run a server that misbehaves in its answers."""
    with environment(), Server(lookup=lookup, token=token or replies.token(), tls=tls) as server:

        def heal() -> None:
            server.lookup, server.token = replies.paid, replies.token()

        yield ServerTarget(server.url, heal, server)


def answering(lookup: Behaviour, token: Behaviour | None = None) -> Start:
    return lambda: serving(lookup, token)
