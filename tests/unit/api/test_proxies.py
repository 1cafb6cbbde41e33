"""The system's proxy: when it is asked, and what it gets to see."""

import asyncio
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from iamport_desktop.api.connections import system_proxy
from iamport_desktop.api.errors import CertificateError, ConnectionRefused
from iamport_desktop.api.origin import PORTONE, parse_origin
from tests.faults import certificates, replies
from tests.faults.fault import IMP_UID, environment
from tests.faults.proxy import Proxy
from tests.faults.server import Server
from tests.unit.api.conftest import client_of

AUTHORITY = trustme.CA()


@pytest.fixture
def tls_server() -> Iterator[Server]:
    """A server called payments.test, which only a proxy finds."""
    tls = certificates.good(AUTHORITY, "payments.test")
    with (
        certificates.system_trusts(AUTHORITY),
        Server(lookup=replies.paid, token=replies.token(), tls=tls) as server,
    ):
        yield server


async def look_up(server: Server) -> None:
    async with client_of(f"https://payments.test:{server.port}") as client:
        await client.get_payment(IMP_UID)


def test_the_proxy_sees_the_host_and_nothing_else(tls_server: Server) -> None:
    with Proxy(tls_server.port) as proxy:
        login = proxy.url.replace("//", "//desk:synthetic%20password@")
        with environment(HTTPS_PROXY=login):
            asyncio.run(look_up(tls_server))
    (head,) = proxy.heads
    assert head.startswith(f"CONNECT payments.test:{tls_server.port} HTTP/1.1\r\n")
    assert b64encode(b"desk:synthetic password").decode() in head
    assert replies.TOKEN not in head
    assert IMP_UID not in head
    assert "proxy-authorization" not in tls_server.requests[0].headers


def test_a_proxy_that_speaks_tls_is_trusted_as_the_system_does(
    tls_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key_log = tmp_path / "keys"
    monkeypatch.setenv("SSLKEYLOGFILE", str(key_log))
    with (
        Proxy(tls_server.port, tls=certificates.good(AUTHORITY)) as proxy,
        environment(HTTPS_PROXY=proxy.url),
    ):
        asyncio.run(look_up(tls_server))
    assert len(proxy.heads) == 1
    assert not key_log.exists()


def test_a_certificate_behind_a_proxy_is_the_servers_fault(tls_server: Server) -> None:
    tls_server.tls = certificates.expired(AUTHORITY)
    with Proxy(tls_server.port) as proxy, environment(HTTPS_PROXY=proxy.url):
        with pytest.raises(CertificateError) as refused:
            asyncio.run(look_up(tls_server))
        assert refused.value.host == "payments.test"


def test_a_proxy_set_later_is_taken_up_after_a_failure(tls_server: Server) -> None:
    async def story() -> None:
        async with client_of(f"https://payments.test:{tls_server.port}") as client:
            with environment(HTTPS_PROXY="http://127.0.0.1:1"), pytest.raises(ConnectionRefused):
                await client.get_payment(IMP_UID)
            with Proxy(tls_server.port) as proxy, environment(HTTPS_PROXY=proxy.url):
                await client.get_payment(IMP_UID)

    asyncio.run(story())


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, None),
        ({"HTTPS_PROXY": "http://proxy.example:8080"}, "http://proxy.example:8080"),
        ({"https_proxy": "proxy.example:8080"}, "http://proxy.example:8080"),
        ({"ALL_PROXY": "http://proxy.example:8080"}, "http://proxy.example:8080"),
        ({"HTTP_PROXY": "http://proxy.example:8080"}, None),
        ({"HTTPS_PROXY": "http://proxy.example:8080", "NO_PROXY": "api.iamport.kr"}, None),
        ({"HTTPS_PROXY": "http://proxy.example:8080", "NO_PROXY": ".iamport.kr"}, None),
        ({"HTTPS_PROXY": "http://proxy.example:8080", "NO_PROXY": "*"}, None),
        ({"HTTPS_PROXY": "http://proxy.example:8080", "NO_PROXY": "kr.example"}, "http://proxy.example:8080"),
    ],
)
def test_which_proxy_the_system_names(variables: dict[str, str], expected: str | None) -> None:
    with environment(**variables):
        assert system_proxy(PORTONE) == expected


@pytest.mark.parametrize(
    "url", ["http://localhost:1", "https://localhost", "http://127.0.0.9", "http://[::1]"]
)
def test_loopback_never_goes_through_a_proxy(url: str) -> None:
    everywhere = dict.fromkeys(["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"], "http://proxy.example:8080")
    with environment(**everywhere):
        assert system_proxy(parse_origin(url)) is None
