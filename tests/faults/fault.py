"""What a fault is: a name, a real server or socket that misbehaves, and what the client makes of it."""

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
    """A fault in force. `heal` ends it at the same address."""

    url: str
    heal: Callable[[], None]


@dataclass(frozen=True)
class ServerTarget(Target):
    """A target whose server is at hand."""

    server: Server


Start = Callable[[], AbstractContextManager[Target]]


@dataclass(frozen=True)
class Fault:
    """`start` brings the fault about, with the environment that it needs, and yields its Target.

    `expected` is the exact class of the error that a lookup then raises (with `attributes` of these values),
    or None where the lookup must succeed as if nothing were. `limits` keep the waiting short. Whatever
    imp_uid is asked for is the one that the server finds.
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
    """These environment variables, and no other that tells of a proxy."""
    others = [name for name in os.environ if name.lower().endswith("_proxy") and name not in variables]
    with mock.patch.dict(os.environ, variables):
        for name in others:
            del os.environ[name]
        yield


@contextmanager
def names(book: Mapping[str, str]) -> Iterator[None]:
    """What the resolver says of these names; all others it looks up for real. `book` may change meanwhile."""
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
    """A server that misbehaves in its answers."""
    with environment(), Server(lookup=lookup, token=token or replies.token(), tls=tls) as server:

        def heal() -> None:
            server.lookup, server.token = replies.paid, replies.token()

        yield ServerTarget(server.url, heal, server)


def answering(lookup: Behaviour, token: Behaviour | None = None) -> Start:
    return lambda: serving(lookup, token)
