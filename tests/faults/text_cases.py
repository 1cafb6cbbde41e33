"""Payments with hostile texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtWidgets import QApplication

from iamport_desktop.domain.url_safety import check_url
from iamport_desktop.lookup.state import Asking
from tests.faults import payments, replies
from tests.faults.assertions import check_found
from tests.faults.case import Case
from tests.faults.case_context import CaseContext, patience
from tests.faults.fault import serving
from tests.faults.schema_cases import ROOMY
from tests.faults.user_actions import click_all_links, look_everywhere, reveal
from tests.support.app_driver import AppDriver
from tests.support.opened_files import watch

IMP_UID = "imp_920000000001"
# Whatever is drawn as nothing, or turns the text around it: controls, zero widths, bidi, fillers, tags.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ud800-\udfff\U000e0020-\U000e007f]"
)


def filled(imp_uid: str, text: str) -> dict[str, Any]:
    """Return a payment with `text` in every text field, nested and unknown ones and names of fields too."""
    payment = payments.whole(imp_uid) | {"unknown": text, text or "x": "a field's name"}
    payment |= {"extension": {text: text}, "cancel_receipt_urls": [text], "receipt_url": text}
    for path in payments.paths():
        if isinstance(_at(payment, path), str) and path not in (("imp_uid",), ("status",), ("currency",)):
            payment = payments.with_value(payment, path, text)
    return payment


def _at(payment: Any, path: payments.Path) -> Any:
    for step in path:
        payment = payment[step] if isinstance(payment, dict) or isinstance(step, int) else None
    return payment


def _everything_said(driver: AppDriver) -> Iterator[list[str]]:
    """Yield all texts of the window, masked and revealed, and what is copied."""
    yield driver.texts()
    reveal(driver)
    yield driver.texts()
    for copy in (
        driver.window.pages.payment.copy_popover.copy_summary,
        driver.window.pages.payment.copy_popover.copy_reply,
    ):
        driver.act(copy)
        yield [QApplication.clipboard().text()]
    reveal(driver)


def _with_texts(texts: list[str], check: Callable[[AppDriver, str], None], context: CaseContext) -> None:
    with patience(ROOMY), serving(replies.paid) as target:
        driver = context.open(target.url)
        for text in texts:
            target.server.lookup = replies.respond(filled(IMP_UID, text))
            check_found(driver, driver.look_up(IMP_UID))
            look_everywhere(driver)
            check(driver, text)


def _check_plain(driver: AppDriver, text: str) -> None:
    said = [each for texts in _everything_said(driver) for each in texts]
    assert any(text in each for each in said), f"{text!r} is not shown as it is"


def _check_visible(driver: AppDriver, text: str) -> None:
    for texts in _everything_said(driver):
        hidden = [each for each in texts if INVISIBLE.search(each)]
        assert not hidden, f"something invisible of {text!r} in {hidden[0]!r}"


def _check_short(driver: AppDriver, _: str) -> None:
    longest = max((each for each in driver.texts()), key=len)
    assert len(longest) < 10_000, f"a label of {len(longest)} characters"


def _markup(context: CaseContext) -> None:
    """No picture is read, no address requested, and the markup is shown as it came."""
    picture = context.home / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    with serving(replies.paid) as elsewhere, watch(picture) as watched:
        texts = [
            f"<img src='{picture.as_uri()}'>",
            f"<img src='{elsewhere.url}/pixel.png'><b>",
            f"<a href='{elsewhere.url}/x'>a</a>",
            f"</span><style>@import url({elsewhere.url}/s)</style>",
            f"<html><body background='{picture}'>",
        ]
        _with_texts(texts, _check_plain, context)
        assert not watched.was_opened(), "the picture's file was opened"
        assert not elsewhere.server.requests, "a request was made for what the markup names"


def _long_name(context: CaseContext) -> None:
    """Only the beginning of a name of 100,000 characters is shown."""
    with patience(ROOMY), serving(replies.paid_with(name="가나다라" * 25_000)) as target:
        driver = context.open(target.url)
        check_found(driver, driver.look_up(IMP_UID))
        look_everywhere(driver)
        _check_short(driver, "")
        assert any("가나다라" in text for text in driver.texts())


def _links(context: CaseContext) -> None:
    """None of these is offered to be opened; all of them are shown."""
    with patience(ROOMY), serving(replies.paid) as target:
        driver = context.open(target.url)
        opened: list[str] = []
        driver.app.links.open = opened.append  # type: ignore[method-assign, assignment]
        for link in HOSTILE_LINKS:
            fields = {
                "receipt_url": link,
                "cancel_receipt_urls": [link],
                "cancel_history": [{"receipt_url": link}],
            }
            target.server.lookup = replies.respond(payments.whole(IMP_UID) | fields)
            check_found(driver, driver.look_up(IMP_UID))
            click_all_links(driver)
            assert not opened, f"{link!r} was opened"
            assert not check_url(link).openable


def _foreign_hosts(context: CaseContext) -> None:
    """Links to foreign hosts name their host in ASCII."""
    with patience(ROOMY), serving(replies.paid) as target:
        driver = context.open(target.url)
        for link, host in FOREIGN_HOSTS.items():
            target.server.lookup = replies.respond(payments.whole(IMP_UID) | {"receipt_url": link})
            check_found(driver, driver.look_up(IMP_UID))
            assert any(host in text for text in driver.texts()), f"the host of {link} is not named"


def _pasted(context: CaseContext) -> None:
    """Pasted texts without an imp_uid do no harm and request nothing."""
    with patience(), serving(replies.paid) as target:
        driver = context.open(target.url)
        driver.wait(lambda: target.server.token_requests, "the warm-up")
        for text in PASTED:
            driver.search(text)
            driver.settle()
            assert isinstance(driver.state, Asking), f"{text[:40]!r} was looked up"
        assert not target.server.lookups
        driver.look_up("imp_1/../../users/getToken?x=")
        assert [each.target for each in target.server.lookups] == ["/payments/imp_1?extension=true"]
        check_found(driver, driver.look_up(f"주문 {IMP_UID} 확인 부탁드립니다\n"))


HOSTILE_LINKS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://pg.example",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    r"\\host\share\receipt",
    "//host/share",
    "https://pg.example@evil.example/",
    "https://user:password@pg.example/",
    r"https://evil.example\@pg.example/",
    "https:\\\\pg.example",
    "https://pg.example/\r\nX-Header: 1",
    "https://pg.example/\x00",
    "https://pg.example/\u202egpj.exe",
    "https://pg\u200b.example/",
    " https://pg.example/",
    "https:///path",
    "https://",
    "https://[half",
    "https://pg.example:99999/",
    "https://-x.example/",
    "https://127.0.0.1:8443/receipt",
    "http://192.168.0.1/reboot.cgi",
    "http://[::ffff:169.254.169.254]/latest",
    "http://2130706433/",
    "https://localhost/receipt",
    "https://printer.local/",
    "https://router/",
    "ms-calculator:",
    "smb://host/share",
    "vbscript:x",
    "--help",
    "-psn_0_1",
    "https://pg.example/" + "x" * 100_000,
]
FOREIGN_HOSTS = {
    "https://xn--pple-43d.example/receipt": "xn--pple-43d.example",
    "http://pg.example/receipt": "pg.example",
    "https://203.0.114.7:8443/receipt": "203.0.114.7:8443",
}
PASTED = [
    "\x00\x01\x02",
    "\u202e" * 1000,
    "x" * 1_000_000,
    "한글" * 300_000,
    "<img src=x onerror=alert(1)>" * 100,
    "\n" * 10_000,
    "imp_",
    "imp_\u0661\u0662\u0663",
    "\ud800 half".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    "https://pg.example/?imp_uid=imp_&x=1",
]
_UNSEEN = [
    "bidi \u202egnp.exe\u202c and \u2066isolates\u2069",
    "zero\u200bwidth\u200c\u200d\ufeff\u2060and\xadsoft",
    "control \x00\x01\x07\x08\x0b\x1b[31m\x7f\x85\x9f",
    "fillers \u3164\u115f\u1160\uffa0\u2800",
    "tags \U000e0041\U000e0042 and variation \ufe0f",
    "half \ud83d of a pair",
    "separators \u2028\u2029",
    "z̷̡̛͇̗a̸l̷g̵o̶" * 20,
]

TEXT_CASES = [
    Case("Hostile text", "markup and <img> in every field", _markup, 5),
    Case(
        "Hostile text",
        "bidi overrides, zero widths, control characters in every field",
        partial(_with_texts, _UNSEEN, _check_visible),
        len(_UNSEEN),
    ),
    Case(
        "Hostile text",
        "25,000 characters in every field at once",
        partial(
            _with_texts, ["가나다 " * 6_250, "x" * 25_000, "\u202e" * 25_000, "\n" * 25_000], _check_short
        ),
        4,
    ),
    Case("Hostile text", "a name of 100,000 characters", _long_name),
    Case("Hostile text", "receipt links that must not be opened", _links, len(HOSTILE_LINKS)),
    Case("Hostile text", "receipt links to hosts that look like others", _foreign_hosts, len(FOREIGN_HOSTS)),
    Case("Hostile text", "pasted into the search box", _pasted, len(PASTED)),
]
