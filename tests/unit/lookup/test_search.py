"""What is typed or pasted into the search box, down to the requests that it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from iamport_desktop.api import client
from iamport_desktop.controllers.app import AppController
from iamport_desktop.lookup.controller import MAX_ORDER_NUMBER
from iamport_desktop.lookup.state import Failed, Loaded, LookupState, Results
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.sandbox import Sandbox
from tests.support.app_here import app_here
from tests.support.window import button, texts

SPECIAL = "주문 2026/11 #7? 100% & +1"
OF_SPECIAL = "imp_100000000041"
# RFC 3986: everything but letters, digits and -._~ is encoded, the slash too.
SPECIAL_ON_THE_WIRE = "%EC%A3%BC%EB%AC%B8%202026%2F11%20%237%3F%20100%25%20%26%20%2B1"
RETRIED = "ORD-SAMPLE-RETRY"
FAILED_FIRST, FAILED_LAST, PAID = (f"imp_1000000000{number}" for number in (38, 39, 40))
MISSING = "imp_999999999999"
LIKE_A_PHONE, OF_LIKE_A_PHONE = "010-0000-5678", "imp_100000000042"


@pytest.fixture
def app(
    qtbot: QtBot, dressed_app: QApplication, spoken: Translation, sandbox: Sandbox, tmp_path: Path
) -> Iterator[AppController]:
    with app_here(qtbot, dressed_app, sandbox, tmp_path) as app:
        spoken.use("en")
        app.preferences.set_language("en")
        yield app


def box(app: AppController) -> QLineEdit:
    return app.window.search.box


def write(app: AppController, text: str) -> None:
    """Type `text` over whatever stands in the box, as an input method does, and press nothing else."""
    box(app).selectAll()
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(box(app), event)


def enter(qtbot: QtBot, app: AppController) -> None:
    qtbot.keyClick(box(app), Qt.Key.Key_Return)


def search_order(qtbot: QtBot, app: AppController, number: str) -> LookupState:
    """Enter `number` twice, and return what is shown then."""
    write(app, number)
    enter(qtbot, app)
    enter(qtbot, app)
    return result(qtbot, app)


def result(qtbot: QtBot, app: AppController) -> LookupState:
    qtbot.waitUntil(lambda: isinstance(app.lookups.state, Loaded | Results | Failed))
    return app.lookups.state


def asked(sandbox: Sandbox) -> list[str]:
    """The paths that were asked for, as they were sent, but for the token's."""
    return [each.path for each in sandbox.requests if each.path != "/users/getToken"]


def rows(app: AppController) -> list[tuple[str, str]]:
    """State and imp_uid of each row in the list."""
    model = app.window.pages.results.model
    last = model.columnCount() - 1
    return [(model.index(row, 0).data(), model.index(row, last).data()) for row in range(model.rowCount())]


def test_an_order_number_is_sent_at_the_second_enter_and_not_before(
    qtbot: QtBot, app: AppController, sandbox: Sandbox
) -> None:
    write(app, SPECIAL)
    assert app.window.note.text() == ""
    enter(qtbot, app)
    assert "Search as order number (Enter)" in texts(app.window.note)
    assert asked(sandbox) == []
    enter(qtbot, app)
    screen = result(qtbot, app)
    assert isinstance(screen, Loaded)  # the only attempt opens at once
    assert screen.imp_uid == OF_SPECIAL
    assert asked(sandbox)[0] == f"/payments/findAll/{SPECIAL_ON_THE_WIRE}"


def test_the_button_of_the_offer_does_the_same(qtbot: QtBot, app: AppController, sandbox: Sandbox) -> None:
    write(app, SPECIAL)
    enter(qtbot, app)
    qtbot.mouseClick(button(app.window.note, "Search as order number (Enter)"), Qt.MouseButton.LeftButton)
    assert isinstance(result(qtbot, app), Loaded)
    assert asked(sandbox)[0] == f"/payments/findAll/{SPECIAL_ON_THE_WIRE}"


def test_another_text_needs_two_enters_of_its_own(qtbot: QtBot, app: AppController, sandbox: Sandbox) -> None:
    for text in (RETRIED, SPECIAL, RETRIED):
        write(app, text)
        assert app.window.note.text() == ""
        enter(qtbot, app)
    qtbot.keyClicks(box(app), "x")
    qtbot.keyClick(box(app), Qt.Key.Key_Backspace)  # the same text again, but typed anew
    enter(qtbot, app)
    assert asked(sandbox) == []
    enter(qtbot, app)
    result(qtbot, app)
    assert asked(sandbox) == [f"/payments/findAll/{RETRIED}"]


@pytest.mark.parametrize("text", ["", "   ", "x" * (MAX_ORDER_NUMBER + 1)])
def test_what_can_be_no_order_number_is_never_sent(
    qtbot: QtBot, app: AppController, sandbox: Sandbox, text: str
) -> None:
    box(app).setText(text)
    for _ in range(3):
        enter(qtbot, app)
        assert app.window.note.text() != ""
        assert "Search as order number (Enter)" not in texts(app.window.note)
    assert asked(sandbox) == []


def test_an_order_number_is_never_remembered(
    qtbot: QtBot, app: AppController, sandbox: Sandbox, tmp_path: Path
) -> None:
    search_order(qtbot, app, RETRIED)
    assert app.settings.history == []
    search_order(qtbot, app, SPECIAL)
    assert app.settings.history == [OF_SPECIAL]
    app.save()
    kept = (tmp_path / "settings.ini").read_text(encoding="utf-8")
    assert OF_SPECIAL in kept
    assert not any(each in kept for each in (RETRIED, "2026", "uc8fc", "주문"))


def test_several_attempts_are_listed_paid_first_and_then_newest(qtbot: QtBot, app: AppController) -> None:
    assert isinstance(search_order(qtbot, app, RETRIED), Results)
    assert rows(app) == [("Paid", PAID), ("Payment failed", FAILED_LAST), ("Payment failed", FAILED_FIRST)]
    assert f"Order number {RETRIED}: 3 attempts" in texts(app.window.pages.results)


def test_enter_opens_the_attempt_that_is_chosen(qtbot: QtBot, app: AppController, sandbox: Sandbox) -> None:
    search_order(qtbot, app, RETRIED)
    view = app.window.pages.results.view
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(app.lookups.state, Loaded))
    assert asked(sandbox)[1] == f"/payments/{FAILED_LAST}"
    app.lookups.back()
    assert len(rows(app)) == 3


@pytest.mark.parametrize("text", [RETRIED, f"{FAILED_FIRST} {PAID}"])
def test_back_from_a_payment_names_the_list_in_the_box_again(
    qtbot: QtBot, app: AppController, text: str
) -> None:
    search_order(qtbot, app, text)
    app.window.pages.payment_chosen.emit(PAID)
    qtbot.waitUntil(lambda: isinstance(app.lookups.state, Loaded))
    assert box(app).text() == PAID
    app.lookups.back()
    assert box(app).text() == text
    app.lookups.forward()
    assert box(app).text() == PAID


@pytest.mark.qt_log_ignore("This plugin does not support")  # completions are a popup
def test_back_leaves_alone_what_is_being_typed(qtbot: QtBot, app: AppController) -> None:
    search_order(qtbot, app, RETRIED)
    app.window.pages.payment_chosen.emit(PAID)
    qtbot.waitUntil(lambda: isinstance(app.lookups.state, Loaded))
    qtbot.keyClicks(box(app), "imp_2")
    app.lookups.back()
    assert box(app).text() == "imp_2"


def test_every_page_of_an_order_is_read(
    qtbot: QtBot, app: AppController, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "_PAGE_SIZE", 10)
    live = [each.imp_uid for each in sandbox.payments if not each.sandbox]
    for imp_uid in live:
        sandbox.change_payment(imp_uid, merchant_uid="MANY")
    assert isinstance(search_order(qtbot, app, "MANY"), Results)
    assert {imp_uid for _, imp_uid in rows(app)} == set(live)
    assert len(asked(sandbox)) == -(-len(live) // 10) > 3


def test_an_unknown_order_is_told_with_what_such_a_search_leaves_out(
    qtbot: QtBot, app: AppController
) -> None:
    assert isinstance(search_order(qtbot, app, "TEST-SAMPLE-0023"), Failed)
    said = " ".join(texts(app.window.pages.problem))
    assert "order number" in said
    assert "imp_uid" in said  # a test payment has to be looked up by it


def test_an_order_number_that_tells_of_a_person_gives_way_to_the_payment(
    qtbot: QtBot, app: AppController
) -> None:
    screen = search_order(qtbot, app, LIKE_A_PHONE)
    assert isinstance(screen, Loaded)
    assert box(app).text() == OF_LIKE_A_PHONE
    assert not any("5678" in text for text in texts(app.window))


def test_several_pasted_imp_uids_are_a_list_and_the_missing_are_said_so(
    qtbot: QtBot, app: AppController, sandbox: Sandbox
) -> None:
    QApplication.clipboard().setText(f"first {FAILED_FIRST}, then {MISSING}\nand {PAID} {PAID}")
    box(app).selectAll()
    qtbot.keyClick(box(app), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert asked(sandbox) == []
    enter(qtbot, app)
    assert isinstance(result(qtbot, app), Results)
    assert rows(app) == [("Paid", PAID), ("Payment failed", FAILED_FIRST), ("Not found", MISSING)]
    assert asked(sandbox) == ["/payments"]
    qtbot.keyClick(app.window.pages.results.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(app.window.pages.results.view, Qt.Key.Key_Return)  # there is nothing to open
    assert isinstance(app.lookups.state, Results)
    assert app.settings.history == []


def test_pasted_imp_uids_of_which_none_is_found(qtbot: QtBot, app: AppController) -> None:
    box(app).setText(f"{MISSING} imp_999999999998")
    enter(qtbot, app)
    assert isinstance(result(qtbot, app), Results)
    assert rows(app) == [("Not found", MISSING), ("Not found", "imp_999999999998")]


def test_more_imp_uids_than_the_api_takes_at_once(qtbot: QtBot, app: AppController, sandbox: Sandbox) -> None:
    unknown = [f"imp_99999999{number:04}" for number in range(120)]
    box(app).setText(" ".join([*unknown, PAID]))
    enter(qtbot, app)
    assert isinstance(result(qtbot, app), Results)
    assert rows(app)[0] == ("Paid", PAID)  # it would be in the second hundred
    assert len(rows(app)) == 121
    assert asked(sandbox) == ["/payments"] * 2
