"""Cash receipt, delivery and balance: requested once the payment is on screen; each fails alone."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.sandbox.embedded import RecordedRequest
from iamport_desktop.sandbox.http_messages import HttpRequest, HttpResponse, refusal
from iamport_desktop.ui.payment.sections import SectionCard
from tests.support.app_driver import AppDriver
from tests.support.window import button, seen, texts

CARD = ImpUid("imp_100000000002")  # nothing to ask
ESCROW = ImpUid("imp_100000000025")  # by bank transfer: a delivery, and perhaps a cash receipt
TRANSFER = ImpUid("imp_100000000026")  # a cash receipt
PAYCO = ImpUid("imp_100000000016")  # a balance


@pytest.fixture
def release(sandbox: Sandbox) -> Iterator[threading.Event]:
    """Whatever is asked after a payment is held back until this is set."""
    release = threading.Event()
    sandbox.before_answer = lambda request: follows(request) and release.wait()
    yield release
    release.set()


def follows(request: RecordedRequest) -> bool:
    return request.path.startswith(("/receipts/", "/escrows/")) or request.path.endswith("/balance")


def section(driver: AppDriver, title: str) -> list[str]:
    """Return the texts of the section `title`; nothing while there is none."""
    cards = [texts(card) for card in seen(driver.window.pages.payment.view, SectionCard)]
    return next((card for card in cards if title in card), [])


def asked_after(sandbox: Sandbox) -> list[str]:
    return [request.path for request in sandbox.requests if follows(request)]


@pytest.mark.parametrize(
    ("imp_uid", "title", "expected"),
    [
        (ESCROW, "Escrow delivery", "Company: CJ Logistics"),
        (TRANSFER, "Cash receipt", "VAT: ₩14,000"),
        (PAYCO, "Amounts by payment method", "Points: ₩"),
        (ESCROW, "Cash receipt", "None was issued through PortOne."),
    ],
)
def test_the_answers_become_sections_of_the_payment(
    qtbot: QtBot, driver: AppDriver, imp_uid: ImpUid, title: str, expected: str
) -> None:
    driver.show(imp_uid)
    qtbot.waitUntil(lambda: any(expected in text for text in section(driver, title)))


def test_nothing_is_asked_of_a_payment_that_can_have_none(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox
) -> None:
    driver.show(CARD)
    driver.show(TRANSFER)
    qtbot.waitUntil(lambda: bool(section(driver, "Cash receipt")))
    assert asked_after(sandbox) == [f"/receipts/{TRANSFER}"]


def test_they_are_asked_when_the_payment_is_shown_and_on_other_connections(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox, release: threading.Event
) -> None:
    driver.show(ESCROW)  # while every one of them is held back
    qtbot.waitUntil(lambda: len(asked_after(sandbox)) == 2)
    assert section(driver, "Escrow delivery") == []
    driver.show(CARD)  # and so is the next payment
    lookups = {
        request.connection
        for request in sandbox.requests
        if request.path in (f"/payments/{CARD}", f"/payments/{ESCROW}")
    }
    others = {request.connection for request in sandbox.requests if follows(request)}
    assert len(lookups) == 1
    assert not lookups & others
    release.set()
    driver.show(TRANSFER)
    qtbot.waitUntil(lambda: bool(section(driver, "Cash receipt")))
    assert section(driver, "Escrow delivery") == []  # an answer that came late belongs to no other payment


def test_one_that_fails_harms_no_other(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    respond = sandbox._api.respond

    def refuse_receipts(request: HttpRequest) -> HttpResponse:
        return (
            refusal(500, "broken for a test") if request.path.startswith("/receipts/") else respond(request)
        )

    monkeypatch.setattr(sandbox._api, "respond", refuse_receipts)
    driver.show(ESCROW)
    qtbot.waitUntil(
        lambda: bool(section(driver, "Escrow delivery")) and bool(section(driver, "Cash receipt"))
    )
    assert "Company: CJ Logistics" in section(driver, "Escrow delivery")
    assert any("Could not be read" in text for text in section(driver, "Cash receipt"))
    header = driver.window.pages.payment.view.header
    assert "Status: Paid" in texts(header)
    assert "Amount: ₩420,000" in texts(header)
    assert driver.window.note.text() == ""


def test_the_link_of_a_cash_receipt_opens_like_the_others(qtbot: QtBot, driver: AppDriver) -> None:
    driver.show(TRANSFER)
    qtbot.waitUntil(lambda: bool(section(driver, "Cash receipt")))
    opened: list[str] = []
    driver.window.pages.link_activated.disconnect(driver.app.links.open)
    driver.window.pages.link_activated.connect(opened.append)
    (card,) = (
        card for card in seen(driver.window.pages.payment.view, SectionCard) if "Cash receipt" in texts(card)
    )
    button(card, "Open cash receipt").click()
    (url,) = opened
    assert "cmd=cash_bill" in url
    assert "sig=a%2Bb+c/d==" in url
