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
from iamport_desktop.controllers.app import AppController
from iamport_desktop.lookup.state import Loaded, Loading
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.ui.pages.payment import PAYMENT, RAW
from iamport_desktop.ui.payment.reveal import SECONDS
from tests.support.app_here import app_here
from tests.support.person import FORBIDDEN, PERSON
from tests.support.window import texts

SHOWN, NEXT = ImpUid("imp_100000000008"), ImpUid("imp_100000000001")

OF_A_PERSON: dict[str, Any] = PERSON | {
    "failed_at": "canary-time",
    "deposit_history": [{"depositor_name": "카나리아입금", "amount": 1000, "note": "canary-deposit"}],
    "cancel_history": [{"amount": 10, "note": "canary-cancel"}],
}
PERSONAL = [*FORBIDDEN, *"나리아입 canary-time canary-deposit canary-cancel".split()]
OF_THE_KEY = ("sandbox_secret", "access_token", "Bearer")


def personal(text: str) -> list[str]:
    """What of the person stands in `text`."""
    return [each for each in PERSONAL if each in text]


@pytest.fixture
def app(
    qtbot: QtBot, dressed_app: QApplication, spoken: Translation, sandbox: Sandbox, tmp_path: Path
) -> Iterator[AppController]:
    sandbox.change_payment(SHOWN, **OF_A_PERSON)
    with app_here(qtbot, dressed_app, sandbox, tmp_path) as app:
        app.preferences.set_language("en")
        yield app


@pytest.fixture
def page(qtbot: QtBot, app: AppController) -> AppController:
    """The app with the person's payment on screen."""
    show(qtbot, app, SHOWN)
    return app


def show(qtbot: QtBot, app: AppController, imp_uid: ImpUid) -> None:
    app.lookups.open(imp_uid)
    qtbot.waitUntil(lambda: isinstance(app.lookups.state, Loaded) and app.lookups.state.imp_uid == imp_uid)


def everything(app: AppController) -> str:
    """Whatever the window holds: what is seen, and all that its accessibility tree tells, hidden or not."""
    return "\n".join([*texts(app.window), *_heard(QAccessible.queryAccessibleInterface(app.window))])


def _heard(node: QAccessibleInterface | None) -> Iterator[str]:
    if node is None or not node.isValid():
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield node.text(kind)
    if (held := node.textInterface()) is not None:
        yield held.text(0, held.characterCount())
    for number in range(node.childCount()):
        yield from _heard(node.child(number))


def pass_time(qtbot: QtBot, app: AppController) -> int:
    """Let the time of the reveal pass, a second at each turn of the event loop; return the seconds."""
    reveal = app.window.pages.payment.reveal
    seconds: list[bool] = []
    (timer,) = reveal.findChildren(QTimer)
    timer.timeout.connect(lambda: seconds.append(True))
    pause = timer.interval()
    timer.setInterval(0)
    qtbot.waitUntil(lambda: not reveal.on)
    timer.setInterval(pause)
    return len(seconds)


def reveal(qtbot: QtBot, app: AppController) -> None:
    qtbot.keyClick(app.window, Qt.Key.Key_F8)
    assert app.window.pages.payment.reveal.on


def test_nothing_is_seen_or_heard_of_the_person(page: AppController) -> None:
    for tab in (PAYMENT, RAW):
        page.window.pages.payment.tabs.setCurrentIndex(tab)
        assert personal(everything(page)) == []
        assert not any(each in everything(page) for each in OF_THE_KEY)


def test_everything_is_seen_and_heard_when_it_was_revealed(qtbot: QtBot, page: AppController) -> None:
    """Or the test above would prove nothing."""
    reveal(qtbot, page)
    page.window.pages.payment.tabs.setCurrentIndex(RAW)
    raw = everything(page)
    page.window.pages.payment.tabs.setCurrentIndex(PAYMENT)
    assert personal(everything(page)) == personal(raw) == PERSONAL
    assert not any(each in raw for each in OF_THE_KEY)


@pytest.mark.parametrize("looked_at", [PAYMENT, RAW])
def test_after_thirty_seconds_it_is_masked_again_everywhere(
    qtbot: QtBot, page: AppController, looked_at: int
) -> None:
    reveal(qtbot, page)
    tabs = page.window.pages.payment.tabs
    for tab in (RAW, PAYMENT, looked_at):
        tabs.setCurrentIndex(tab)
    assert pass_time(qtbot, page) == SECONDS == 30
    assert personal(everything(page)) == []


def test_while_it_is_revealed_there_is_a_sign_that_counts(qtbot: QtBot, page: AppController) -> None:
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
def test_whatever_is_shown_next_it_is_masked_again(qtbot: QtBot, app: AppController, way: str) -> None:
    show(qtbot, app, NEXT)
    show(qtbot, app, SHOWN)
    reveal(qtbot, app)
    app.window.pages.payment.tabs.setCurrentIndex(RAW)
    assert personal(everything(app)) != []
    ways = {
        "lookup": lambda: app.lookups.open(NEXT),
        "refresh": app.lookups.refresh,
        "failure": lambda: app.lookups.open(ImpUid("imp_999999999999")),
        "back": app.lookups.back,
        "clear": app.lookups.clear,
    }
    ways[way]()
    assert not app.window.pages.payment.reveal.on
    assert personal(everything(app)) == []
    qtbot.waitUntil(lambda: not isinstance(app.lookups.state, Loading))
    assert personal(everything(app)) == []
    show(qtbot, app, SHOWN)
    assert personal(everything(app)) == []


def test_what_is_copied_for_a_ticket_or_a_customer_is_masked_even_while_revealed(
    qtbot: QtBot, page: AppController
) -> None:
    reveal(qtbot, page)
    menu = page.window.pages.payment.copy_menu
    for copy in (*(entry.trigger for entry in menu.actions()), menu.copy_summary, menu.copy_reply):
        QApplication.clipboard().setText("")
        copy()
        assert QApplication.clipboard().text() != ""
        assert personal(QApplication.clipboard().text()) == []


def test_nothing_is_logged_or_kept(
    qtbot: QtBot,
    app: AppController,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    qtlog: Any,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    show(qtbot, app, SHOWN)
    reveal(qtbot, app)
    app.window.pages.payment.tabs.setCurrentIndex(RAW)
    for _ in range(2):
        app.lookups.search(PERSON["merchant_uid"])
    qtbot.waitUntil(lambda: not isinstance(app.lookups.state, Loading))
    app.save()
    said = [caplog.text, *(each.message for each in qtlog.records), *capfd.readouterr()]
    kept = [
        file.read_text(encoding="utf-8", errors="replace") for file in tmp_path.rglob("*") if file.is_file()
    ]
    assert SHOWN in "".join(kept)
    assert personal("\n".join([*said, *kept])) == []
    assert not any(each in text for each in OF_THE_KEY for text in (*said, *kept))
