"""Servers whose certificate the system does not trust, and some that it does."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import trustme

from iamport_desktop.api.errors import CertificateError, NotAnApiResponse, TlsFault
from tests.faults import certificates, replies
from tests.faults.fault import Fault, Start, Target, environment
from tests.faults.server import Behaviour, Server

Make = Callable[[trustme.CA], ssl.SSLContext]


def _with(make: Make, *, trusted: bool = True, lookup: Behaviour = replies.paid) -> Start:
    """Use a TLS server whose certificate `make` issues, under a root that the system trusts or not."""

    @contextmanager
    def start() -> Iterator[Target]:
        authority = trustme.CA()
        root = authority if trusted else trustme.CA()
        with (
            environment(),
            certificates.system_trusts(root),
            Server(lookup=lookup, token=replies.token(), tls=make(authority)) as server,
        ):

            def heal() -> None:
                server.tls, server.lookup = certificates.good(root), replies.paid

            yield Target(server.url, heal)

    return start


@contextmanager
def _plain_http() -> Iterator[Target]:
    authority = trustme.CA()
    with (
        environment(),
        certificates.system_trusts(authority),
        Server(lookup=replies.paid, token=replies.token()) as server,
    ):

        def heal() -> None:
            server.tls = certificates.good(authority)

        yield Target(f"https://localhost:{server.port}", heal)


def _untrusted(name: str, fault: TlsFault, start: Start) -> Fault:
    return Fault(name, CertificateError, start, {"fault": fault, "host": "localhost"})


TLS_FAULTS = [
    _untrusted("certificate expired", TlsFault.EXPIRED, _with(certificates.expired)),
    _untrusted("certificate not yet valid", TlsFault.NOT_YET_VALID, _with(certificates.not_yet_valid)),
    _untrusted("certificate for another host", TlsFault.WRONG_HOST, _with(certificates.wrong_host)),
    _untrusted("self-signed", TlsFault.UNKNOWN_ISSUER, _with(lambda _: certificates.self_signed())),
    _untrusted("unknown root", TlsFault.UNKNOWN_ISSUER, _with(certificates.good, trusted=False)),
    _untrusted("missing intermediate", TlsFault.UNKNOWN_ISSUER, _with(certificates.missing_intermediate)),
    _untrusted("no TLS at all", TlsFault.OTHER, _plain_http),
    Fault("company root", None, _with(certificates.good)),
    Fault("intermediate sent along", None, _with(certificates.through_an_intermediate)),
    Fault(
        "redirect down to http",
        NotAnApiResponse,
        _with(certificates.good, lookup=replies.page(302, Location="http://localhost:9/payments")),
        {"http_status": 302},
    ),
]
