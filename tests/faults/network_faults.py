"""No answer, half an answer, or one that takes too long."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import trustme

from iamport_desktop.api.connections import Limits
from iamport_desktop.api.errors import (
    ConnectionBroken,
    ConnectionRefused,
    DeadlineExceeded,
    InvalidProxySetting,
    NameNotFound,
    NetworkUnreachable,
    NotAnApiResponse,
    ProxyFault,
    ProxyRefused,
)
from tests.faults import certificates, replies
from tests.faults.fault import QUICK, Fault, Start, Target, answering, environment, names, serving
from tests.faults.proxy import Proxy
from tests.faults.server import Behaviour, Server

# Reserved names (RFC 2606): no resolver knows them. For a proxy they are as good as any.
UNKNOWN = "no-such-host.invalid"
BEHIND_THE_PROXY = "payments.test"

MALFORMED = {"fault": ProxyFault.MALFORMED}
UNSUPPORTED = {"fault": ProxyFault.UNSUPPORTED}

# The machine's own resolver answers, in milliseconds; one without a network needs many seconds.
RESOLVER = Limits(deadline=25, connect=20)


def leading(name: str, elsewhere: str | None = None) -> Start:
    """Use a name that does not resolve, or resolves to `elsewhere`, and later to a server."""

    @contextmanager
    def start() -> Iterator[Target]:
        authority = trustme.CA()
        book = {} if elsewhere is None else {name: elsewhere}
        with (
            environment(),
            names(book),
            certificates.system_trusts(authority),
            Server(
                lookup=replies.paid, token=replies.token(), tls=certificates.good(authority, name)
            ) as server,
        ):

            def heal() -> None:
                book[name] = "127.0.0.1"

            yield Target(f"https://{name}:{server.port}", heal)

    return start


@contextmanager
def _starting_at(*taken: socket.socket) -> Iterator[Target]:
    """Use the port of the first socket; a server starts there once these are closed."""
    port = taken[0].getsockname()[1]
    with environment(), ExitStack() as at_end:

        def heal() -> None:
            for each in taken:
                each.close()
            at_end.enter_context(Server(lookup=replies.paid, token=replies.token(), port=port))

        yield Target(f"http://127.0.0.1:{port}", heal)


@contextmanager
def _refused() -> Iterator[Target]:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))  # and not listening
        with _starting_at(bound) as target:
            yield target


@contextmanager
def backlog_full() -> Iterator[Target]:
    """Use a listener whose queue is full: the system silently accepts no connection for it."""
    with socket.socket() as listener, socket.socket() as queued:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        queued.connect(listener.getsockname())
        with _starting_at(listener, queued) as target:
            yield target


@contextmanager
def _proxy_set_for_loopback() -> Iterator[Target]:
    with (
        serving(replies.paid) as target,
        Proxy(0, "502 this proxy is not to be asked") as proxy,
        environment(HTTP_PROXY=proxy.url, HTTPS_PROXY=proxy.url, ALL_PROXY=proxy.url),
    ):
        yield target


def behind_a_proxy(answer: str | None) -> Start:
    """Use a server behind the system's proxy, which answers CONNECT with `answer`."""

    @contextmanager
    def start() -> Iterator[Target]:
        authority = trustme.CA()
        with (
            certificates.system_trusts(authority),
            Server(
                lookup=replies.paid,
                token=replies.token(),
                tls=certificates.good(authority, BEHIND_THE_PROXY),
            ) as server,
            Proxy(server.port, answer) as proxy,
            environment(HTTPS_PROXY=proxy.url),
        ):

            def heal() -> None:
                proxy.answer = "200 Connection established"

            yield Target(f"https://{BEHIND_THE_PROXY}:{server.port}", heal)

    return start


def _proxy_at(url: str) -> Start:
    """Let the system name this proxy, and later one that works."""

    @contextmanager
    def start() -> Iterator[Target]:
        with behind_a_proxy("200 Connection established")() as target:
            good = os.environ["HTTPS_PROXY"]

            def heal() -> None:
                os.environ["HTTPS_PROXY"] = good

            with environment(HTTPS_PROXY=url):
                yield Target(target.url, heal)

    return start


@contextmanager
def _proxy_refused() -> Iterator[Target]:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))  # and not listening
        with _proxy_at(f"http://127.0.0.1:{bound.getsockname()[1]}")() as target:
            yield target


def _on_reuse(bad: Behaviour) -> Start:
    """Keep the token's connection, and let it fail when it is used again."""
    return answering(
        replies.only_on_a_fresh_connection(replies.paid, bad),
        replies.only_on_a_fresh_connection(replies.token(), bad),
    )


NETWORK_FAULTS = [
    Fault("name not found", NameNotFound, leading(UNKNOWN), {"host": UNKNOWN, "is_proxy": False}, RESOLVER),
    Fault("connection refused", ConnectionRefused, _refused, {"host": "127.0.0.1"}),
    # TCP to a broadcast address: the system says so itself, whatever network there is.
    Fault(
        "network unreachable",
        NetworkUnreachable,
        leading("unreachable.test", "127.255.255.255"),
        {"host": "unreachable.test"},
    ),
    Fault("connect time-out", DeadlineExceeded, backlog_full, {"seconds": QUICK.connect}),
    Fault(
        "server says nothing", DeadlineExceeded, answering(replies.say_nothing), {"seconds": QUICK.deadline}
    ),
    Fault("one byte at a time", DeadlineExceeded, answering(replies.drip), {"seconds": QUICK.deadline}),
    Fault("getToken says nothing", DeadlineExceeded, answering(replies.paid, replies.say_nothing)),
    Fault("reset before the answer", ConnectionBroken, answering(replies.reset), {"host": "127.0.0.1"}),
    Fault("closed before the answer", ConnectionBroken, answering(replies.hang_up)),
    Fault("reset in the body", ConnectionBroken, answering(replies.reset_in_the_body)),
    Fault("body shorter than announced", ConnectionBroken, answering(replies.hang_up_in_the_body)),
    Fault("another protocol", NotAnApiResponse, answering(replies.another_protocol)),
    Fault("kept connection closed on use", None, _on_reuse(replies.hang_up)),
    Fault("kept connection reset on use", None, _on_reuse(replies.reset)),
    Fault("kept connection silent", None, _on_reuse(replies.say_nothing)),
    Fault("proxy set, server on loopback", None, _proxy_set_for_loopback),
    Fault("through the system's proxy", None, behind_a_proxy("200 Connection established")),
    Fault(
        "proxy wants a login",
        ProxyRefused,
        behind_a_proxy("407 Proxy Authentication Required"),
        {"http_status": 407, "host": "127.0.0.1"},
    ),
    Fault("proxy forbids", ProxyRefused, behind_a_proxy("403 Forbidden"), {"http_status": 403}),
    Fault("proxy says nothing", DeadlineExceeded, behind_a_proxy(None)),
    Fault(
        "proxy refuses connections",
        ConnectionRefused,
        _proxy_refused,
        {"host": "127.0.0.1", "is_proxy": True},
    ),
    Fault(
        "proxy's name not found",
        NameNotFound,
        _proxy_at(f"http://{UNKNOWN}:8080"),
        {"host": UNKNOWN, "is_proxy": True},
        RESOLVER,
    ),
    Fault("proxy's name impossible", InvalidProxySetting, _proxy_at("http://half..name:8080"), MALFORMED),
    Fault("SOCKS proxy", InvalidProxySetting, _proxy_at("socks5://127.0.0.1:1080"), UNSUPPORTED),
    Fault("proxy of an unknown kind", InvalidProxySetting, _proxy_at("ftp://127.0.0.1:21"), UNSUPPORTED),
    Fault(
        "# in the proxy's password", InvalidProxySetting, _proxy_at("http://u:a@b#1@127.0.0.1:1"), MALFORMED
    ),
    Fault("proxy address unusable", InvalidProxySetting, _proxy_at("http://127.0.0.1:eighty"), MALFORMED),
]
