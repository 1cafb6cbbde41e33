"""Cash receipt, delivery and balance: asked once the payment is on screen, apart from it, each failing on its own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.controllers.app import AppController
from iamport_desktop.lookup.state import Loaded
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.sandbox.embedded import RecordedRequest
from iamport_desktop.sandbox.http_messages import HttpRequest, HttpResponse, refusal
from iamport_desktop.ui.payment.sections import SectionCard
from tests.support.app_here import app_here
from tests.support.window import button, seen, texts

CARD = ImpUid("imp_100000000002")  # nothing to ask
ESCROW = ImpUid("imp_100000000025")  # by bank transfer: a delivery, and perhaps a cash receipt
TRANSFER = ImpUid("imp_100000000026")  # a cash receipt
PAYCO = ImpUid("imp_100000000016")  # a balance


@pytest.fixture
def app(
    qtbot: QtBot, dressed_app: QApplication, spoken: Translation, sandbox: Sandbox, tmp_path: Path
) -> Iterator[AppController]:
    with app_here(qtbot, dressed_app, sandbox, tmp_path) as app:
        app.preferences.set_language("en")
        yield app


@pytest.fixture
def release(sandbox: Sandbox) -> Iterator[threading.Event]:
    """Whatever is asked after a payment is held back until this is set."""
    release = threading.Event()
    sandbox.before_answer = lambda request: follows(request) and release.wait()
    yield release
    release.set()


def follows(request: RecordedRequest) -> bool:
    return request.path.startswith(("/receipts/", "/escrows/")) or request.path.endswith("/balance")


def show(qtbot: QtBot, app: AppController, imp_uid: ImpUid) -> None:
    app.lookups.open(imp_uid)
    qtbot.waitUntil(lambda: isinstance(app.lookups.state, Loaded) and app.lookups.state.imp_uid == imp_uid)


def section(app: AppController, title: str) -> list[str]:
    """What stands in the section `title`; nothing while there is none."""
    cards = [texts(card) for card in seen(app.window.pages.payment.view, SectionCard)]
    return next((said for said in cards if title in said), [])


def asked_after(sandbox: Sandbox) -> list[str]:
    return [each.path for each in sandbox.requests if follows(each)]


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
    qtbot: QtBot, app: AppController, imp_uid: ImpUid, title: str, expected: str
) -> None:
    show(qtbot, app, imp_uid)
    qtbot.waitUntil(lambda: any(expected in each for each in section(app, title)))


def test_nothing_is_asked_of_a_payment_that_can_have_none(
    qtbot: QtBot, app: AppController, sandbox: Sandbox
) -> None:
    show(qtbot, app, CARD)
    show(qtbot, app, TRANSFER)
    qtbot.waitUntil(lambda: bool(section(app, "Cash receipt")))
    assert asked_after(sandbox) == [f"/receipts/{TRANSFER}"]


def test_they_are_asked_when_the_payment_is_shown_and_on_other_connections(
    qtbot: QtBot, app: AppController, sandbox: Sandbox, release: threading.Event
) -> None:
    show(qtbot, app, ESCROW)  # while every one of them is held back
    qtbot.waitUntil(lambda: len(asked_after(sandbox)) == 2)
    assert section(app, "Escrow delivery") == []
    show(qtbot, app, CARD)  # and so is the next payment
    lookups = {
        each.connection
        for each in sandbox.requests
        if each.path in (f"/payments/{CARD}", f"/payments/{ESCROW}")
    }
    others = {each.connection for each in sandbox.requests if follows(each)}
    assert len(lookups) == 1
    assert not lookups & others
    release.set()
    show(qtbot, app, TRANSFER)
    qtbot.waitUntil(lambda: bool(section(app, "Cash receipt")))
    assert section(app, "Escrow delivery") == []  # an answer that came late belongs to no other payment


def test_one_that_fails_harms_no_other(
    qtbot: QtBot, app: AppController, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    respond = sandbox._api.respond

    def refuse_receipts(request: HttpRequest) -> HttpResponse:
        return (
            refusal(500, "broken for a test") if request.path.startswith("/receipts/") else respond(request)
        )

    monkeypatch.setattr(sandbox._api, "respond", refuse_receipts)
    show(qtbot, app, ESCROW)
    qtbot.waitUntil(lambda: bool(section(app, "Escrow delivery")) and bool(section(app, "Cash receipt")))
    assert "Company: CJ Logistics" in section(app, "Escrow delivery")
    assert any("Could not be read" in each for each in section(app, "Cash receipt"))
    header = app.window.pages.payment.view.header
    assert "Status: Paid" in texts(header)
    assert "Amount: ₩420,000" in texts(header)
    assert app.window.note.text() == ""


def test_the_link_of_a_cash_receipt_opens_like_the_others(qtbot: QtBot, app: AppController) -> None:
    show(qtbot, app, TRANSFER)
    qtbot.waitUntil(lambda: bool(section(app, "Cash receipt")))
    opened: list[str] = []
    app.window.pages.link_activated.disconnect(app.links.open)
    app.window.pages.link_activated.connect(opened.append)
    (card,) = (
        each for each in seen(app.window.pages.payment.view, SectionCard) if "Cash receipt" in texts(each)
    )
    button(card, "Open receipt").click()
    (url,) = opened
    assert "cmd=cash_bill" in url
    assert "sig=a%2Bb+c/d==" in url
