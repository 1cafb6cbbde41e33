"""A lookup over HTTP and HTTPS, with the certificates that Windows trusts."""

from __future__ import annotations

import asyncio
import ctypes
import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import trustme

from iamport_desktop.api.client import PortOneClient
from iamport_desktop.api.connections import Limits
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.errors import CertificateError
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.api.origin import parse_origin
from iamport_desktop.sandbox import Sandbox
from tests.faults import certificates, replies
from tests.faults.fault import CREDENTIALS, IMP_UID, environment
from tests.faults.server import Server
from tests.integration.windows.wine_or_windows import WINE

assert sys.platform == "win32"

_SYSTEM_STORE, _LOCAL_MACHINE, _X509, _REPLACE = 10, 0x20000, 1, 3


def look_up(url: str, credentials: Credentials, imp_uid: ImpUid) -> Payment:
    async def ask() -> Payment:
        client = PortOneClient(parse_origin(url), credentials, limits=Limits())
        try:
            return await client.get_payment(imp_uid, include_sandbox=True)
        finally:
            await client.aclose()

    return asyncio.run(ask())


@contextmanager
def trusted_by_windows(authority: trustme.CA) -> Iterator[None]:
    """Make `authority` a root of this computer, as companies do; needs an administrator."""
    der = ssl.PEM_cert_to_DER_cert(authority.cert_pem.bytes().decode())
    crypt32 = ctypes.WinDLL("crypt32", use_last_error=True)
    crypt32.CertOpenStore.restype = ctypes.c_void_p
    crypt32.CertOpenStore.argtypes = [
        ctypes.c_void_p,
        ctypes.c_uint,
        ctypes.c_void_p,
        ctypes.c_uint,
        ctypes.c_wchar_p,
    ]
    crypt32.CertAddEncodedCertificateToStore.argtypes = [
        ctypes.c_void_p, ctypes.c_uint, ctypes.c_char_p, ctypes.c_uint, ctypes.c_uint, ctypes.POINTER(ctypes.c_void_p)
    ]  # fmt: skip
    crypt32.CertDeleteCertificateFromStore.argtypes = [ctypes.c_void_p]
    crypt32.CertCloseStore.argtypes = [ctypes.c_void_p, ctypes.c_uint]
    store = crypt32.CertOpenStore(_SYSTEM_STORE, 0, None, _LOCAL_MACHINE, "ROOT")
    assert store, ctypes.WinError(ctypes.get_last_error())
    try:
        added = ctypes.c_void_p()
        done = crypt32.CertAddEncodedCertificateToStore(
            store, _X509, der, len(der), _REPLACE, ctypes.byref(added)
        )
        assert done, ctypes.WinError(ctypes.get_last_error())
        yield
        assert crypt32.CertDeleteCertificateFromStore(added)
    finally:
        crypt32.CertCloseStore(store, 0)


@contextmanager
def serving(tls: ssl.SSLContext) -> Iterator[str]:
    with environment(), Server(lookup=replies.paid, token=replies.token(), tls=tls) as server:
        yield server.url


def test_over_http(sandbox: Sandbox) -> None:
    credentials = Credentials(sandbox.imp_key, sandbox.imp_secret)
    assert look_up(sandbox.url, credentials, ImpUid("imp_100000000002")).imp_uid == "imp_100000000002"


def test_over_https_with_a_root_that_windows_trusts() -> None:
    authority = trustme.CA()
    with trusted_by_windows(authority), serving(certificates.good(authority)) as url:
        assert look_up(url, CREDENTIALS, IMP_UID).imp_uid == IMP_UID


def sends_its_root_along() -> ssl.SSLContext:
    authority = trustme.CA()
    leaf = authority.issue_cert("localhost")
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    chain = [leaf.private_key_pem, *leaf.cert_chain_pems, authority.cert_pem]
    with trustme.Blob(b"".join(each.bytes() for each in chain)).tempfile() as path:
        tls.load_cert_chain(path)
    return tls


def refused(tls: ssl.SSLContext) -> None:
    with serving(tls) as url, pytest.raises(CertificateError):
        look_up(url, CREDENTIALS, IMP_UID)


def test_a_self_signed_certificate_is_refused() -> None:
    refused(certificates.self_signed())


def test_a_root_that_windows_does_not_know_is_refused() -> None:
    refused(sends_its_root_along())


@pytest.mark.skipif(WINE, reason="Wine 8 takes a chain without its root for good, which Windows does not")
def test_a_chain_without_its_root_is_refused() -> None:
    refused(certificates.good(trustme.CA()))


def test_a_certificate_of_another_host_is_refused() -> None:
    authority = trustme.CA()
    with trusted_by_windows(authority):
        refused(certificates.wrong_host(authority))
