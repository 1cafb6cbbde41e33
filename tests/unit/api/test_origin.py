import subprocess
import sys

import pytest

from iamport_desktop.api.errors import ApiUrlFault, InvalidApiUrl
from iamport_desktop.api.origin import PORTONE, Origin, parse_origin


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://api.iamport.kr", "https://api.iamport.kr"),
        ("https://api.iamport.kr/", "https://api.iamport.kr"),
        ("HTTPS://API.IAMPORT.KR", "https://api.iamport.kr"),
        ("https://api.iamport.kr:443", "https://api.iamport.kr"),
        ("https://api.iamport.kr:8443/", "https://api.iamport.kr:8443"),
        ("https://api.iamport.kr:", "https://api.iamport.kr"),
        ("https://결제.example", "https://xn--p89a133c.example"),
        ("https://xn--p89a133c.example", "https://xn--p89a133c.example"),
        ("https://internal_proxy.example", "https://internal_proxy.example"),
        ("https://10.0.0.1", "https://10.0.0.1"),
        ("https://[2001:DB8:0:0::1]:8443", "https://[2001:db8::1]:8443"),
        ("http://localhost", "http://localhost"),
        ("http://localhost:80", "http://localhost"),
        ("http://LocalHost:8080", "http://localhost:8080"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://127.255.0.9", "http://127.255.0.9"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("http://[0:0:0:0:0:0:0:1]", "http://[::1]"),
        ("https://localhost:8443", "https://localhost:8443"),
    ],
)
def test_an_origin_has_one_spelling(url: str, canonical: str) -> None:
    assert str(parse_origin(url)) == canonical
    assert parse_origin(canonical) == parse_origin(url)


@pytest.mark.parametrize(
    ("fault", "url"),
    [
        *[
            (ApiUrlFault.NOT_A_URL, url)
            for url in [
                "",
                " ",
                "api.iamport.kr",
                "https:",
                "https://",
                "https:api.iamport.kr",
                "https:/api.iamport.kr",
                "https://:443",
                "//api.iamport.kr",
                "ftp://api.iamport.kr",
                "file:///etc/passwd",
                "javascript:alert(1)",
                " https://api.iamport.kr",
                "https://api.iamport.kr\n",
                "https://api.iam\tport.kr",
                "https://api.iam\u200bport.kr",
                "https://api.iamport.kr\\@evil.example",
                "https://api.iamport.kr:0",
                "https://api.iamport.kr:65536",
                "https://api.iamport.kr:port",
                "https://api..iamport.kr",
                "https://.iamport.kr",
                "https://api.iamport.kr.",
                "https://-api.iamport.kr",
                "https://api-.iamport.kr",
                "https://api.iamport.kr%00.evil.example",
                "https://api%2eiamport.kr",
                "https://" + "a" * 64 + ".example",
                "https://" + "a." * 130 + "example",
                "https://127.1",
                "https://0x7f000001",
                "https://2130706433",
                "https://1.2.3.4.5",
                "https://256.0.0.1",
                "https://127.0.0.01",
                "https://[::1",
                "https://[::g]",
                "https://[fe80::1%25eth0]",
                "https://faß.example",
                "https://１２７.0.0.1",
                "https://api。iamport.kr",
                "https://ａpi.iamport.kr",
            ]
        ],
        *[
            (ApiUrlFault.NOT_HTTPS, url)
            for url in [
                "http://api.iamport.kr",
                "http://192.168.0.10",
                "http://10.0.0.1:8080",
                "http://128.0.0.1",
                "http://0.0.0.0:8080",
                "http://[::2]",
                "http://[::]",
                "http://[::ffff:10.0.0.1]",
                "http://localhost.example",
                "http://notlocalhost",
                "http://127.0.0.1.example",
            ]
        ],
        *[
            (ApiUrlFault.HAS_EXTRAS, url)
            for url in [
                "https://api.iamport.kr/v1",
                "https://api.iamport.kr//",
                "https://api.iamport.kr?",
                "https://api.iamport.kr/?a=b",
                "https://api.iamport.kr#",
                "https://api.iamport.kr/#top",
                "https://@api.iamport.kr",
                "https://user@api.iamport.kr",
                "http://localhost/payments",
            ]
        ],
    ],
)
def test_what_cannot_be_the_api_is_refused(fault: ApiUrlFault, url: str) -> None:
    with pytest.raises(InvalidApiUrl) as refused:
        parse_origin(url)
    assert refused.value.fault is fault
    assert refused.value.url == url.replace("user@", "").replace("//@", "//")


def test_a_password_is_not_repeated() -> None:
    with pytest.raises(InvalidApiUrl) as refused:
        parse_origin("https://desk:synthetic-password@api.iamport.kr")
    assert "synthetic-password" not in str(refused.value) + repr(vars(refused.value))


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("128.0.0.1", False),
        ("10.0.0.1", False),
        ("::", False),
        ("api.iamport.kr", False),
        ("localhost.example", False),
    ],
)
def test_loopback(host: str, loopback: bool) -> None:
    assert Origin("https", host, 443).is_loopback is loopback


def test_the_usual_origin() -> None:
    assert parse_origin("https://api.iamport.kr") == PORTONE


def test_what_the_first_paint_needs_is_light() -> None:
    program = """
import sys
from iamport_desktop.api import codes, errors, identifiers, models, origin
heavy = {"httpx", "httpcore", "anyio", "asyncio", "ssl", "truststore", "urllib.request"}
sys.exit(" ".join(sorted(heavy & set(sys.modules))) or 0)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
