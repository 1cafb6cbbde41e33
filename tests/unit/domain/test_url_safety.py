"""Which links may be opened."""

import pytest

from iamport_desktop.api.origin import PORTONE, Origin, parse_origin
from iamport_desktop.domain.url_safety import MAX_LENGTH, UrlFault, check_url


@pytest.mark.parametrize(
    ("url", "host", "secure"),
    [
        ("https://iniweb.inicis.com/receipt/iniReceipt.jsp?noTid=StdpayCARD1", "iniweb.inicis.com", True),
        (
            "http://pgweb.dacom.net:7085/pg/Receipt_Link.jsp?mertid=a&authdata=0f",
            "pgweb.dacom.net:7085",
            False,
        ),
        ("https://www.danalpay.com/receipt/view.aspx?data=a+b%2Bc/d==&x=%2b%7E", "www.danalpay.com", True),
        ("HTTPS://Npg.NicePay.co.kr/issue/IssueLoader.do?TID=&type=0", "npg.nicepay.co.kr", True),
        ("https://example.com", "example.com", True),
        ("https://example.com?a#b/c?d", "example.com", True),
        ("https://example.com/영수증?상품=가나다", "example.com", True),
        ("https://xn--o39a11s.example/r", "xn--o39a11s.example", True),
        ("http://203.0.114.1:8765/receipt/1", "203.0.114.1:8765", False),
        ("http://[2606:4700::1]:80/r", "[2606:4700::1]:80", False),
        ("https://home.example/r", "home.example", True),
        ("https://localhost.example/r", "localhost.example", True),
        ("https://a_b.example/r?x=@", "a_b.example", True),
    ],
)
def test_a_web_address_may_be_opened(url: str, host: str, secure: bool) -> None:
    check = check_url(url)
    assert (check.openable, check.fault) == (True, None)
    assert (check.url, check.host, check.secure) == (url, host, secure)


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("", UrlFault.NOT_A_WEB_ADDRESS),
        ("receipt", UrlFault.NOT_A_WEB_ADDRESS),
        ("//example.com/r", UrlFault.NOT_A_WEB_ADDRESS),
        ("javascript:alert(1)", UrlFault.NOT_A_WEB_ADDRESS),
        ("javascript://example.com/%0aalert(1)", UrlFault.NOT_A_WEB_ADDRESS),
        ("file:///etc/passwd", UrlFault.NOT_A_WEB_ADDRESS),
        ("ftp://example.com/", UrlFault.NOT_A_WEB_ADDRESS),
        ("data:text/html,x", UrlFault.NOT_A_WEB_ADDRESS),
        ("\\\\host\\share", UrlFault.NOT_A_WEB_ADDRESS),
        (" https://example.com/", UrlFault.NOT_A_WEB_ADDRESS),
        ("-https://example.com/", UrlFault.NOT_A_WEB_ADDRESS),
        ("https:/example.com/", UrlFault.NOT_A_WEB_ADDRESS),
        ("https:example.com", UrlFault.NOT_A_WEB_ADDRESS),
        ("https://", UrlFault.BAD_HOST),
        ("https:///r", UrlFault.BAD_HOST),
        ("https://:80/r", UrlFault.BAD_HOST),
        ("https://?x", UrlFault.BAD_HOST),
        ("https://example..com/", UrlFault.BAD_HOST),
        ("https://-a.example/", UrlFault.BAD_HOST),
        ("https://exa%6dple.com/", UrlFault.BAD_HOST),
        ("https://아임포트.example/", UrlFault.BAD_HOST),
        ("https://аpple.example/", UrlFault.BAD_HOST),  # a Cyrillic а
        ("https://example。com/", UrlFault.BAD_HOST),
        ("https://example.com:0/", UrlFault.BAD_HOST),
        ("https://example.com:65536/", UrlFault.BAD_HOST),
        ("https://example.com:/", UrlFault.BAD_HOST),
        ("https://example.com:８０/", UrlFault.BAD_HOST),
        ("http://2130706433/", UrlFault.BAD_HOST),
        ("http://0x7f.1/", UrlFault.BAD_HOST),
        ("http://127.1/", UrlFault.BAD_HOST),
        ("http://0177.0.0.1/", UrlFault.BAD_HOST),
        ("http://[::1/", UrlFault.BAD_HOST),
        ("http://[1.2.3.4]/", UrlFault.BAD_HOST),
        ("http://[::1]x/", UrlFault.BAD_HOST),
        ("https://user@example.com/", UrlFault.USERINFO),
        ("https://iniweb.inicis.com:443@evil.example/", UrlFault.USERINFO),
        ("https://evil.example\\@iniweb.inicis.com/", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com\\r", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/a b", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\n", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\r\nHost: x", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\t", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\x00", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\x7f", UrlFault.UNEXPECTED_CHARACTER),
        ("https://exa\u200bmple.com/", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\u202egpj.exe", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\u00a0", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\u3000", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\ud800", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/%", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/%2", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/%zz", UrlFault.UNEXPECTED_CHARACTER),
        ('https://example.com/"', UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/<b>", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/?a=`id`", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/?a={b}|c^d", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/[1]", UrlFault.UNEXPECTED_CHARACTER),
        ("https://example.com/#a#b", UrlFault.UNEXPECTED_CHARACTER),
        *(
            (f"{scheme}://{host}/r", UrlFault.NOT_PUBLIC)
            for scheme in ("http", "https")
            for host in (
                "127.0.0.1:631",
                "127.9.9.9",
                "0.1.2.3",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "192.0.2.1",
                "192.168.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]:80",
                "[::ffff:192.168.0.1]",
                "[::ffff:8.8.8.8]",
                "[::192.168.0.1]",
                "[64:ff9b::c0a8:1]",
                "[2002:c0a8:1::1]",
                "[2001:0:1::1]",
                "[2001:db8::1]",
                "[fc00::1]",
                "[fd00::1]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]",
                "router",
                "localhost",
                "LOCALHOST:8080",
                "a.localhost",
                "printer.local",
                "wiki.corp",
                "nas.lan",
                "nas.home",
                "nas.home.arpa",
                "metadata.google.internal",
                "erp.intranet",
                "host.localdomain",
            )
        ),
        ("https://localhost./r", UrlFault.BAD_HOST),
        ("https://[fe80::1%25eth0]/r", UrlFault.BAD_HOST),
        ("https://[::ffff:7f.1]/r", UrlFault.BAD_HOST),
        ("https://127.0.0.1./r", UrlFault.BAD_HOST),
        ("https://017700000001/r", UrlFault.BAD_HOST),
        ("https://example.com/" + "a" * MAX_LENGTH, UrlFault.TOO_LONG),
    ],
)
def test_anything_else_may_not_and_says_why(url: str, fault: UrlFault) -> None:
    check = check_url(url)
    assert (check.openable, check.host, check.fault) == (False, "", fault)
    assert check.url == url


LOCAL_API = parse_origin("http://127.0.0.1:8765")


@pytest.mark.parametrize(
    ("url", "api", "openable"),
    [
        ("http://127.0.0.1:8765/receipt/1", LOCAL_API, True),
        ("http://[::1]/r", parse_origin("http://[::1]:80"), True),
        ("https://LOCALHOST/r", parse_origin("https://localhost"), True),
        ("http://127.0.0.1:8765/receipt/1", PORTONE, False),
        ("http://127.0.0.1:8766/receipt/1", LOCAL_API, False),
        ("http://127.0.0.1/receipt/1", LOCAL_API, False),
        ("https://127.0.0.1:8765/receipt/1", LOCAL_API, False),
        ("http://127.0.0.2:8765/receipt/1", LOCAL_API, False),
        ("http://localhost:8765/receipt/1", LOCAL_API, False),
        ("http://192.168.0.1/r", LOCAL_API, False),
        ("https://10.0.0.1/r", parse_origin("https://10.0.0.1"), False),  # an API, but not on this computer
        ("https://pg.example/r", LOCAL_API, True),
    ],
)
def test_of_this_computer_only_the_samples_own_receipts_may(url: str, api: Origin, openable: bool) -> None:
    check = check_url(url, api)
    assert (check.openable, check.fault) == (openable, None if openable else UrlFault.NOT_PUBLIC)


def test_the_grammar_answers_at_once_for_the_worst_it_can_be_given() -> None:
    # Would not end if an expression backtracked.
    for worst in ("https://" + "a-" * 4000, "https://a/" + "%2" * 4000 + "\x7f", "https://" + "1." * 4000):
        assert not check_url(worst).openable
