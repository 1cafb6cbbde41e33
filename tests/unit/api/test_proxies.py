"""The system's proxy: when it is asked, and what it gets to see."""

import asyncio
import logging
import re
import socket
import traceback
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
import trustme

from iamport_desktop.api.errors import (
    CertificateError,
    ConnectionRefused,
    InvalidProxySetting,
    NameNotFound,
    ProxyFault,
)
from iamport_desktop.api.origin import PORTONE, parse_origin
from iamport_desktop.api.proxy import ProxyServer, parse_proxy, system_proxy
from iamport_desktop.desktop.crash_report import format_report
from iamport_desktop.presentation.messages import describe
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


async def test_a_proxy_set_later_is_taken_up_after_a_failure(tls_server: Server) -> None:
    async with client_of(f"https://payments.test:{tls_server.port}") as client:
        with environment(HTTPS_PROXY="http://127.0.0.1:1"), pytest.raises(ConnectionRefused):
            await client.get_payment(IMP_UID)
        with Proxy(tls_server.port) as proxy, environment(HTTPS_PROXY=proxy.url):
            await client.get_payment(IMP_UID)


PROXY = ProxyServer("http", "proxy.example", 8080)


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, None),
        ({"HTTPS_PROXY": "http://proxy.example:8080"}, PROXY),
        ({"https_proxy": "proxy.example:8080"}, PROXY),
        ({"ALL_PROXY": "http://proxy.example:8080"}, PROXY),
        ({"HTTP_PROXY": "http://proxy.example:8080"}, None),
        ({"HTTPS_PROXY": "http://proxy.example:8080", "NO_PROXY": "api.iamport.kr"}, None),
        ({"HTTPS_PROXY": "http://proxy.example:8080", "NO_PROXY": ".iamport.kr"}, None),
        ({"HTTPS_PROXY": "http://proxy.example:8080", "NO_PROXY": "*"}, None),
        ({"HTTPS_PROXY": "socks5://proxy.example:1080", "NO_PROXY": "*"}, None),
        ({"HTTPS_PROXY": "http://proxy.example:8080", "NO_PROXY": "kr.example"}, PROXY),
    ],
)
def test_which_proxy_the_system_names(variables: dict[str, str], expected: ProxyServer | None) -> None:
    with environment(**variables):
        assert system_proxy(PORTONE) == expected


@pytest.mark.parametrize(
    "url", ["http://localhost:1", "https://localhost", "http://127.0.0.9", "http://[::1]"]
)
def test_loopback_never_goes_through_a_proxy(url: str) -> None:
    everywhere = dict.fromkeys(["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"], "http://proxy.example:8080")
    with environment(**everywhere):
        assert system_proxy(parse_origin(url)) is None


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("http://proxy.example", ProxyServer("http", "proxy.example", 80)),
        ("https://Proxy.Example/", ProxyServer("https", "proxy.example", 443)),
        ("HTTP://proxy.example.:8080", ProxyServer("http", "proxy.example.", 8080)),
        ("proxy:3128", ProxyServer("http", "proxy", 3128)),
        ("[2001:db8::1]:3128", ProxyServer("http", "2001:db8::1", 3128)),
        ("http://kim@proxy:3128", ProxyServer("http", "proxy", 3128, ("kim", ""))),
        ("http://kim:a%23b%40c@proxy:3128", ProxyServer("http", "proxy", 3128, ("kim", "a#b@c"))),
        ("http://kim:My@Secret@proxy:3128", ProxyServer("http", "proxy", 3128, ("kim", "My@Secret"))),
        ("kim:100%@proxy:3128", ProxyServer("http", "proxy", 3128, ("kim", "100%"))),
    ],
)
def test_settings_that_are_understood(setting: str, expected: ProxyServer) -> None:
    proxy = parse_proxy(setting)
    assert (proxy, proxy.login) == (expected, expected.login)


MALFORMED = [
    "http://kim:My@Secret#1@127.0.0.1:3128",
    "http://kim:My@Secret?1@127.0.0.1:3128",
    "http://kim:My@Secret/1@127.0.0.1:3128",
    "http://kim:1/Secret@127.0.0.1:3128",
    "http://kim:My@Secret 1@127.0.0.1:3128",
    "http://kim:My@Secret\\1@127.0.0.1:3128",
    "http://kim:My@Secret\n1@127.0.0.1:3128",
    "http://kim:Secret\udcff@127.0.0.1:3128",
    "http://kim:Secret%ff@127.0.0.1:3128",
    " http://kim:Secret@127.0.0.1:3128",
    "http://kim:Secret@127.0.0.1:eighty",
    "http://kim:Secret@127.0.0.1:0",
    "http://kim:Secret@127.0.0.1:70000",
    "http://kim:Secret@[127.0.0.1:3128",
    "http://kim:Secret@:3128",
    "http://kim:Secret@",
    "http://kim:Secret@half..name:3128",
    "http:secret:3128",
    "PAC Secret",
]
UNSUPPORTED = ["socks5://kim:Secret@127.0.0.1:1080", "SOCKS4://Secret:1080", "ftp://Secret:21"]
FAULTS = dict.fromkeys(MALFORMED, ProxyFault.MALFORMED) | dict.fromkeys(UNSUPPORTED, ProxyFault.UNSUPPORTED)


@pytest.mark.parametrize("setting", FAULTS)
def test_an_unusable_setting_is_called_so_and_nothing_of_it_is_repeated_or_resolved(
    setting: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    resolved: list[object] = []
    for resolver in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "create_connection"):
        monkeypatch.setattr(socket, resolver, lambda host, *_, **__: resolved.append(host))
    caplog.set_level(logging.DEBUG)

    async def ask() -> None:
        async with client_of("https://payments.test") as client:
            await client.get_payment(IMP_UID)

    monkeypatch.setattr("iamport_desktop.api.proxy.getproxies", lambda: {"https": setting})
    with environment(), pytest.raises(InvalidProxySetting) as refused:
        asyncio.run(ask())
    error = refused.value
    assert error.fault is FAULTS[setting]
    message = describe(error)
    report = "".join(traceback.format_exception(error)) + format_report(error, "network")
    told = " ".join([message.what, message.next_step, message.technical, str(error), repr(error), report])
    told += caplog.text + "".join(capsys.readouterr())
    assert not re.search("secret|kim", told, re.IGNORECASE)
    assert error.__cause__ is None
    assert error.__context__ is None
    assert resolved == []


def test_a_login_is_in_no_representation() -> None:
    assert repr(parse_proxy("http://kim:Secret@proxy:3128")) == "ProxyServer(http://proxy:3128)"


def test_a_proxy_name_that_is_not_found_is_called_the_proxys(monkeypatch: pytest.MonkeyPatch) -> None:
    async def ask() -> None:
        async with client_of("https://payments.test") as client:
            await client.get_payment(IMP_UID)

    def fail(*_: object, **__: object) -> NoReturn:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with (
        environment(HTTPS_PROXY="http://kim:Secret@proxy.example:3128"),
        pytest.raises(NameNotFound) as refused,
    ):
        asyncio.run(ask())
    assert (refused.value.host, refused.value.is_proxy) == ("proxy.example", True)
    assert "proxy proxy.example" in describe(refused.value).what
