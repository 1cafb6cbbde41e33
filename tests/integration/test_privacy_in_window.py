"""No personal datum of a payment leaves the program unmasked unless it was revealed, and then for 30 seconds."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.lookup.state import Loading
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.ui.pages.payment import PAYMENT, RAW
from iamport_desktop.ui.payment.reveal import SECONDS
from tests.support.app_driver import AppDriver
from tests.support.personal_data import MASKED_PARTS, PERSONAL_DATA
from tests.support.window import texts

SHOWN, NEXT = ImpUid("imp_100000000008"), ImpUid("imp_100000000001")

OF_A_PERSON: dict[str, Any] = PERSONAL_DATA | {
    "failed_at": "canary-time",
    "deposit_history": [{"depositor_name": "카나리아입금", "amount": 1000, "note": "canary-deposit"}],
    "cancel_history": [{"amount": 10, "note": "canary-cancel"}],
}
PERSONAL = [*MASKED_PARTS, *"나리아입 canary-time canary-deposit canary-cancel".split()]
OF_THE_KEY = ("sandbox_secret", "access_token", "Bearer")


def personal(text: str) -> list[str]:
    """Return the personal data in `text`."""
    return [each for each in PERSONAL if each in text]


@pytest.fixture
def driver(driver: AppDriver, sandbox: Sandbox) -> AppDriver:
    sandbox.change_payment(SHOWN, **OF_A_PERSON)
    return driver


@pytest.fixture
def page(driver: AppDriver) -> AppDriver:
    """Show the person's payment."""
    driver.show(SHOWN)
    return driver


def everything(driver: AppDriver) -> str:
    """Return all texts of the window: the visible ones, and the whole accessibility tree."""
    return "\n".join(
        [*texts(driver.window), *_accessible(QAccessible.queryAccessibleInterface(driver.window))]
    )


def _accessible(node: QAccessibleInterface | None) -> Iterator[str]:
    if node is None or not node.isValid():
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield node.text(kind)
    if (held := node.textInterface()) is not None:
        yield held.text(0, held.characterCount())
    for number in range(node.childCount()):
        yield from _accessible(node.child(number))


def pass_time(qtbot: QtBot, driver: AppDriver) -> int:
    """Let the revealed time pass, a second at each turn of the event loop; return the seconds."""
    reveal = driver.window.pages.payment.reveal
    seconds: list[bool] = []
    (timer,) = reveal.findChildren(QTimer)
    timer.timeout.connect(lambda: seconds.append(True))
    pause = timer.interval()
    timer.setInterval(0)
    qtbot.waitUntil(lambda: not reveal.on)
    timer.setInterval(pause)
    return len(seconds)


def reveal(qtbot: QtBot, driver: AppDriver) -> None:
    qtbot.keyClick(driver.window, Qt.Key.Key_F8)
    assert driver.window.pages.payment.reveal.on


def test_nothing_personal_is_visible_or_accessible(page: AppDriver) -> None:
    for tab in (PAYMENT, RAW):
        page.window.pages.payment.tabs.setCurrentIndex(tab)
        assert personal(everything(page)) == []
        assert not any(each in everything(page) for each in OF_THE_KEY)


# Beside these, the other payment has no cancellation, no receipt and no order number.
OF_THE_EARLIER: dict[str, Any] = {
    "status": "paid",
    "paid_at": 1_790_000_000,
    "failed_at": 0,
    "pay_method": "card",
    "pg_provider": "html5_inicis",
    "deposit_history": [],
    "merchant_uid": "earlier-order",
    "name": "earlier product",
    "amount": 98_765,
    "cancel_amount": 12_321,
    "cancel_history": [
        {"amount": 12_321, "reason": "earlier reason", "receipt_url": "https://earlier.example/1"}
    ],
    "receipt_url": "https://earlier.example/receipt",
    "cancel_receipt_urls": ["https://earlier.example/2"],
    "fail_reason": "earlier failure",
}
EARLIER = [SHOWN, "earlier", "98,765", "12,321"]


@pytest.mark.parametrize("after", [NEXT, ImpUid("imp_999999999999")])
def test_nothing_of_an_earlier_payment_is_accessible(
    driver: AppDriver, sandbox: Sandbox, after: ImpUid
) -> None:
    """Hidden texts count: not every program that reads the tree asks whether they are shown."""
    sandbox.change_payment(SHOWN, **OF_THE_EARLIER)
    sandbox.change_payment(NEXT, merchant_uid=None, receipt_url=None, cancel_receipt_urls=[])
    driver.app.preferences.set_keeps_history(False)
    driver.show(SHOWN)
    assert [text for text in EARLIER if text not in everything(driver)] == []
    driver.look_up(after)
    assert [line for line in everything(driver).splitlines() if any(text in line for text in EARLIER)] == []


def test_the_message_of_an_earlier_failure_is_not_accessible(driver: AppDriver) -> None:
    driver.look_up("imp_999999999999")
    assert "PaymentNotFound" in everything(driver)
    driver.show(NEXT)
    assert "PaymentNotFound" not in everything(driver)
    assert "imp_999999999999" not in everything(driver)


def test_of_the_samples_only_the_shown_one_is_accessible(driver: AppDriver) -> None:
    driver.app.sessions.enter_sample_mode()
    driver.wait(lambda: NEXT in everything(driver), "the samples are listed")
    driver.show(SHOWN)
    assert NEXT not in everything(driver)


def test_everything_personal_is_visible_and_accessible_when_revealed(qtbot: QtBot, page: AppDriver) -> None:
    """Or the test above would prove nothing."""
    reveal(qtbot, page)
    page.window.pages.payment.tabs.setCurrentIndex(RAW)
    raw = everything(page)
    page.window.pages.payment.tabs.setCurrentIndex(PAYMENT)
    assert personal(everything(page)) == personal(raw) == PERSONAL
    assert not any(each in raw for each in OF_THE_KEY)


@pytest.mark.parametrize("looked_at", [PAYMENT, RAW])
def test_after_thirty_seconds_it_is_masked_again_everywhere(
    qtbot: QtBot, page: AppDriver, looked_at: int
) -> None:
    reveal(qtbot, page)
    tabs = page.window.pages.payment.tabs
    for tab in (RAW, PAYMENT, looked_at):
        tabs.setCurrentIndex(tab)
    assert pass_time(qtbot, page) == SECONDS == 30
    assert personal(everything(page)) == []


def test_while_it_is_revealed_there_is_a_sign_that_counts(qtbot: QtBot, page: AppDriver) -> None:
    button = page.window.pages.payment.view.header.reveal
    assert button.text() == "Show personal data"
    reveal(qtbot, page)
    assert button.text() == "Personal data shown · 30 s"
    (timer,) = page.window.pages.payment.reveal.findChildren(QTimer)
    with qtbot.waitSignal(page.window.pages.payment.reveal.ticked):
        timer.start(0)
    assert button.text() == "Personal data shown · 29 s"
    qtbot.keyClick(page.window, Qt.Key.Key_F8)
    assert button.text() == "Show personal data"
    assert personal(everything(page)) == []


@pytest.mark.parametrize("way", ["lookup", "refresh", "failure", "back", "clear"])
def test_whatever_is_shown_next_it_is_masked_again(qtbot: QtBot, driver: AppDriver, way: str) -> None:
    driver.show(NEXT)
    driver.show(SHOWN)
    reveal(qtbot, driver)
    driver.window.pages.payment.tabs.setCurrentIndex(RAW)
    assert personal(everything(driver)) != []
    ways = {
        "lookup": lambda: driver.app.lookups.open(NEXT),
        "refresh": driver.app.lookups.refresh,
        "failure": lambda: driver.app.lookups.open(ImpUid("imp_999999999999")),
        "back": driver.app.lookups.back,
        "clear": driver.app.lookups.clear,
    }
    ways[way]()
    assert not driver.window.pages.payment.reveal.on
    assert personal(everything(driver)) == []
    qtbot.waitUntil(lambda: not isinstance(driver.state, Loading))
    assert personal(everything(driver)) == []
    driver.show(SHOWN)
    assert personal(everything(driver)) == []


def test_what_is_copied_for_a_ticket_or_a_customer_is_masked_even_while_revealed(
    qtbot: QtBot, page: AppDriver
) -> None:
    reveal(qtbot, page)
    popover = page.window.pages.payment.copy_popover
    for copy in (popover.copy_summary, popover.copy_reply):
        QApplication.clipboard().setText("")
        copy()
        assert personal("".join(texts(popover))) == []
        assert QApplication.clipboard().text() != ""
        assert personal(QApplication.clipboard().text()) == []


def test_nothing_is_logged_or_kept(
    qtbot: QtBot,
    driver: AppDriver,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    qtlog: Any,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    driver.show(SHOWN)
    reveal(qtbot, driver)
    driver.window.pages.payment.tabs.setCurrentIndex(RAW)
    for _ in range(2):
        driver.app.lookups.search(PERSONAL_DATA["merchant_uid"])
    qtbot.waitUntil(lambda: not isinstance(driver.state, Loading))
    driver.app.save()
    said = [caplog.text, *(each.message for each in qtlog.records), *capfd.readouterr()]
    kept = [
        file.read_text(encoding="utf-8", errors="replace") for file in tmp_path.rglob("*") if file.is_file()
    ]
    assert SHOWN in "".join(kept)
    assert personal("\n".join([*said, *kept])) == []
    assert not any(each in text for each in OF_THE_KEY for text in (*said, *kept))
