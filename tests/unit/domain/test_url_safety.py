"""Which links may be opened."""

import pytest

from iamport_desktop.domain.url_safety import MAX_LENGTH, LinkFault, check_link


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
        ("http://127.0.0.1:8765/receipt/1", "127.0.0.1:8765", False),
        ("http://localhost/receipt", "localhost", False),
        ("http://[::1]:80/r", "[::1]:80", False),
        ("https://a_b.example/r?x=@", "a_b.example", True),
    ],
)
def test_a_web_address_may_be_opened(url: str, host: str, secure: bool) -> None:
    verdict = check_link(url)
    assert (verdict.openable, verdict.fault) == (True, None)
    assert (verdict.url, verdict.host, verdict.secure) == (url, host, secure)


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("", LinkFault.NOT_A_WEB_ADDRESS),
        ("receipt", LinkFault.NOT_A_WEB_ADDRESS),
        ("//example.com/r", LinkFault.NOT_A_WEB_ADDRESS),
        ("javascript:alert(1)", LinkFault.NOT_A_WEB_ADDRESS),
        ("javascript://example.com/%0aalert(1)", LinkFault.NOT_A_WEB_ADDRESS),
        ("file:///etc/passwd", LinkFault.NOT_A_WEB_ADDRESS),
        ("ftp://example.com/", LinkFault.NOT_A_WEB_ADDRESS),
        ("data:text/html,x", LinkFault.NOT_A_WEB_ADDRESS),
        ("\\\\host\\share", LinkFault.NOT_A_WEB_ADDRESS),
        (" https://example.com/", LinkFault.NOT_A_WEB_ADDRESS),
        ("-https://example.com/", LinkFault.NOT_A_WEB_ADDRESS),
        ("https:/example.com/", LinkFault.NOT_A_WEB_ADDRESS),
        ("https:example.com", LinkFault.NOT_A_WEB_ADDRESS),
        ("https://", LinkFault.BAD_HOST),
        ("https:///r", LinkFault.BAD_HOST),
        ("https://:80/r", LinkFault.BAD_HOST),
        ("https://?x", LinkFault.BAD_HOST),
        ("https://example..com/", LinkFault.BAD_HOST),
        ("https://-a.example/", LinkFault.BAD_HOST),
        ("https://exa%6dple.com/", LinkFault.BAD_HOST),
        ("https://아임포트.example/", LinkFault.BAD_HOST),
        ("https://аpple.example/", LinkFault.BAD_HOST),  # a Cyrillic а
        ("https://example。com/", LinkFault.BAD_HOST),
        ("https://example.com:0/", LinkFault.BAD_HOST),
        ("https://example.com:65536/", LinkFault.BAD_HOST),
        ("https://example.com:/", LinkFault.BAD_HOST),
        ("https://example.com:８０/", LinkFault.BAD_HOST),
        ("http://2130706433/", LinkFault.BAD_HOST),
        ("http://0x7f.1/", LinkFault.BAD_HOST),
        ("http://127.1/", LinkFault.BAD_HOST),
        ("http://0177.0.0.1/", LinkFault.BAD_HOST),
        ("http://[::1/", LinkFault.BAD_HOST),
        ("http://[1.2.3.4]/", LinkFault.BAD_HOST),
        ("http://[::1]x/", LinkFault.BAD_HOST),
        ("https://user@example.com/", LinkFault.USERINFO),
        ("https://iniweb.inicis.com:443@evil.example/", LinkFault.USERINFO),
        ("https://evil.example\\@iniweb.inicis.com/", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com\\r", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/a b", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\n", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\r\nHost: x", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\t", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\x00", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\x7f", LinkFault.UNEXPECTED_CHARACTER),
        ("https://exa\u200bmple.com/", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\u202egpj.exe", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\u00a0", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\u3000", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/\ud800", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/%", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/%2", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/%zz", LinkFault.UNEXPECTED_CHARACTER),
        ('https://example.com/"', LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/<b>", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/?a=`id`", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/?a={b}|c^d", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/[1]", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/#a#b", LinkFault.UNEXPECTED_CHARACTER),
        ("https://example.com/" + "a" * MAX_LENGTH, LinkFault.TOO_LONG),
    ],
)
def test_anything_else_may_not_and_says_why(url: str, fault: LinkFault) -> None:
    verdict = check_link(url)
    assert (verdict.openable, verdict.host, verdict.fault) == (False, "", fault)
    assert verdict.url == url


def test_the_grammar_answers_at_once_for_the_worst_it_can_be_given() -> None:
    # Would not end if an expression backtracked.
    for worst in ("https://" + "a-" * 4000, "https://a/" + "%2" * 4000 + "\x7f", "https://" + "1." * 4000):
        assert not check_link(worst).openable
