"""Make good and bad certificates for servers on localhost."""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from unittest import mock

import trustme


@contextmanager
def system_trusts(authority: trustme.CA) -> Iterator[None]:
    """Make `authority` a root of the system's store, as companies do on their computers."""
    with authority.cert_pem.tempfile() as path, mock.patch.dict(os.environ, SSL_CERT_FILE=path):
        yield


def good(authority: trustme.CA, name: str = "localhost") -> ssl.SSLContext:
    return _context(authority.issue_cert(name))


def expired(authority: trustme.CA) -> ssl.SSLContext:
    now = datetime.now(UTC)
    return _context(
        authority.issue_cert(
            "localhost", not_before=now - timedelta(days=90), not_after=now - timedelta(days=1)
        )
    )


def not_yet_valid(authority: trustme.CA) -> ssl.SSLContext:
    now = datetime.now(UTC)
    return _context(
        authority.issue_cert(
            "localhost", not_before=now + timedelta(days=1), not_after=now + timedelta(days=90)
        )
    )


def wrong_host(authority: trustme.CA) -> ssl.SSLContext:
    return _context(authority.issue_cert("other.example"))


def through_an_intermediate(authority: trustme.CA) -> ssl.SSLContext:
    """The intermediate is sent along, as it should."""
    return _context(authority.create_child_ca().issue_cert("localhost"))


def missing_intermediate(authority: trustme.CA) -> ssl.SSLContext:
    leaf = authority.create_child_ca().issue_cert("localhost")
    return _from_pem(leaf.private_key_pem.bytes(), leaf.cert_chain_pems[0].bytes())


def self_signed() -> ssl.SSLContext:
    authority = trustme.CA()
    return _from_pem(authority.private_key_pem.bytes(), authority.cert_pem.bytes())


def _context(leaf: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    leaf.configure_cert(context)
    return context


def _from_pem(key: bytes, certificate: bytes) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with trustme.Blob(key + certificate).tempfile() as path:
        context.load_cert_chain(path)
    return context
