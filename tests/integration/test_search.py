"""What is typed or pasted into the search box, down to the requests that it leads to."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from iamport_desktop.api import client
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.lookup.state import Asking, Failed, Loaded, LookupState, Ready, Results
from iamport_desktop.query.parse import MAX_ORDER_NUMBER
from iamport_desktop.sandbox import Sandbox
from tests.faults import replies
from tests.faults.fault import CREDENTIALS, environment
from tests.faults.server import Call, Server
from tests.support.app_driver import AppDriver, running_app
from tests.support.memory_store import MemoryStore
from tests.support.window import button, seen, texts

SPECIAL = "주문 2026/11 #7? 100% & +1"
OF_SPECIAL = "imp_100000000041"
RETRIED = "ORD-SAMPLE-RETRY"
FAILED_FIRST, FAILED_LAST, PAID = (f"imp_1000000000{number}" for number in (38, 39, 40))
TEST_PAYMENT = "imp_100000000023"
MISSING = "imp_999999999999"
LIKE_A_PHONE, OF_LIKE_A_PHONE = "010-0000-5678", "imp_100000000042"


def box(driver: AppDriver) -> QLineEdit:
    return driver.window.search.box


def write(driver: AppDriver, text: str) -> None:
    """Type `text` over the text in the box, as an input method does, and press nothing else."""
    box(driver).selectAll()
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(box(driver), event)


def enter(qtbot: QtBot, driver: AppDriver) -> None:
    qtbot.keyClick(box(driver), Qt.Key.Key_Return)


def search_order(qtbot: QtBot, driver: AppDriver, number: str) -> LookupState:
    """Enter `number`, and return what is shown then."""
    write(driver, number)
    enter(qtbot, driver)
    return result(qtbot, driver)


def result(qtbot: QtBot, driver: AppDriver) -> LookupState:
    qtbot.waitUntil(lambda: isinstance(driver.state, Loaded | Results | Failed))
    return driver.state


def asked(sandbox: Sandbox) -> list[str]:
    """The paths that were asked for, as they were sent, but for the token's."""
    return [request.path for request in sandbox.requests if request.path != "/users/getToken"]


def rows(driver: AppDriver) -> list[tuple[str, str]]:
    """State and imp_uid of each row in the list."""
    model = driver.window.pages.results.model
    last = model.columnCount() - 1
    return [(model.index(row, 0).data(), model.index(row, last).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize("text", [SPECIAL, "NO-SUCH-7"])
def test_an_order_number_is_sent_at_the_first_enter(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox, text: str
) -> None:
    write(driver, text)
    assert asked(sandbox) == []
    search_order(qtbot, driver, text)
    assert asked(sandbox)[0] == f"/payments/findAll/{quote(text, safe='')}"


def test_the_only_attempt_of_an_order_opens_at_once(qtbot: QtBot, driver: AppDriver) -> None:
    state = search_order(qtbot, driver, SPECIAL)
    assert isinstance(state, Loaded)
    assert state.imp_uid == OF_SPECIAL


def test_the_order_number_in_a_sentence_is_found(qtbot: QtBot, driver: AppDriver, sandbox: Sandbox) -> None:
    assert isinstance(search_order(qtbot, driver, f"{RETRIED} 이 주문 결제됐나요?"), Results)
    assert asked(sandbox) == [f"/payments/findAll/{RETRIED}"]
    assert box(driver).text() == RETRIED


def test_digits_are_asked_for_as_an_order_number_and_then_as_an_imp_uid(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox
) -> None:
    digits = PAID.removeprefix("imp_")
    state = search_order(qtbot, driver, digits)
    assert isinstance(state, Loaded)
    assert state.imp_uid == PAID
    assert asked(sandbox)[:2] == [f"/payments/findAll/{digits}", f"/payments/{PAID}"]
    assert box(driver).text() == PAID
    sandbox.change_payment(OF_SPECIAL, merchant_uid=digits)
    state = search_order(qtbot, driver, digits)
    assert isinstance(state, Loaded)
    assert state.imp_uid == OF_SPECIAL


@pytest.mark.parametrize("how", ["Enter", "the button"])
def test_what_looks_like_personal_data_is_sent_once_the_agent_says_so(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox, how: str
) -> None:
    driver.show(PAID)
    before = len(asked(sandbox))
    write(driver, LIKE_A_PHONE)
    enter(qtbot, driver)
    assert isinstance(driver.state, Asking)
    page = driver.window.pages.question
    assert any("looks like a phone number" in text for text in texts(page))
    assert "‘010-****-5678’" in page.headline.text()
    assert not driver.window.pages.payment.isVisible()
    assert len(asked(sandbox)) == before
    if how == "Enter":
        enter(qtbot, driver)
    else:
        qtbot.mouseClick(button(page, "Look up as order number"), Qt.MouseButton.LeftButton)
    assert isinstance(result(qtbot, driver), Loaded)
    assert asked(sandbox)[before] == f"/payments/findAll/{LIKE_A_PHONE}"


def test_escape_withdraws_the_question_and_brings_the_payment_back_with_its_name(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox
) -> None:
    driver.show(PAID)
    before = len(asked(sandbox))
    write(driver, "홍길동")
    enter(qtbot, driver)
    assert isinstance(driver.state, Asking)
    driver.press("Esc")
    assert driver.shows(PAID)
    assert box(driver).text() == PAID
    driver.press("Alt+Left")
    assert len(asked(sandbox)) == before


def test_another_text_is_no_answer_to_the_question(qtbot: QtBot, driver: AppDriver, sandbox: Sandbox) -> None:
    for text in ("홍길동", LIKE_A_PHONE, "홍길동"):
        write(driver, text)
        enter(qtbot, driver)
        assert isinstance(driver.state, Asking)
    assert asked(sandbox) == []


@pytest.mark.parametrize(
    "text",
    ["", "   ", "x" * (MAX_ORDER_NUMBER + 1), "ORD-0001, ORD-0002", "신한카드 승인 12,000원 07/24 14:23"],
)
def test_what_names_no_payment_is_never_sent(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox, text: str
) -> None:
    box(driver).setText(text)
    for _ in range(3):
        enter(qtbot, driver)
        assert isinstance(driver.state, Asking)
        assert driver.window.pages.question.headline.text()
        assert seen(driver.window.pages.question, QAbstractButton) == []
    assert asked(sandbox) == []


def test_an_order_number_is_never_remembered(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox, tmp_path: Path
) -> None:
    search_order(qtbot, driver, RETRIED)
    assert driver.app.settings.history == []
    search_order(qtbot, driver, SPECIAL)
    assert driver.app.settings.history == [OF_SPECIAL]
    driver.app.save()
    kept = (tmp_path / "settings.ini").read_text(encoding="utf-8")
    assert OF_SPECIAL in kept
    assert not any(text in kept for text in (RETRIED, "2026", "uc8fc", "주문"))


def test_an_imp_uid_that_reads_as_a_phone_number_is_not_remembered(
    styled_app: QApplication, tmp_path: Path
) -> None:
    with (
        environment(),
        Server(lookup=replies.paid, token=replies.token()) as server,
        running_app(styled_app, tmp_path, server.url, MemoryStore(CREDENTIALS)) as driver,
    ):
        for imp_uid in ("imp_01012345678", PAID):
            driver.show(imp_uid)
        assert driver.app.settings.history == [PAID]


def test_several_attempts_are_listed_paid_first_and_then_newest(qtbot: QtBot, driver: AppDriver) -> None:
    assert isinstance(search_order(qtbot, driver, RETRIED), Results)
    assert rows(driver) == [("Paid", PAID), ("Payment failed", FAILED_LAST), ("Payment failed", FAILED_FIRST)]
    assert f"Order number {RETRIED}: 3 attempts" in texts(driver.window.pages.results)


def test_enter_opens_the_attempt_that_is_chosen(qtbot: QtBot, driver: AppDriver, sandbox: Sandbox) -> None:
    search_order(qtbot, driver, RETRIED)
    view = driver.window.pages.results.view
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(driver.state, Loaded))
    assert asked(sandbox)[1] == f"/payments/{FAILED_LAST}"
    driver.app.lookups.back()
    assert len(rows(driver)) == 3


@pytest.mark.parametrize("text", [RETRIED, f"{FAILED_FIRST} {PAID}"])
def test_back_from_a_payment_names_the_list_in_the_box_again(
    qtbot: QtBot, driver: AppDriver, text: str
) -> None:
    search_order(qtbot, driver, text)
    driver.window.pages.payment_chosen.emit(PAID)
    qtbot.waitUntil(lambda: isinstance(driver.state, Loaded))
    assert box(driver).text() == PAID
    driver.app.lookups.back()
    assert box(driver).text() == text
    driver.app.lookups.forward()
    assert box(driver).text() == PAID


def test_back_leaves_alone_what_is_being_typed(qtbot: QtBot, driver: AppDriver) -> None:
    search_order(qtbot, driver, RETRIED)
    driver.window.pages.payment_chosen.emit(PAID)
    qtbot.waitUntil(lambda: isinstance(driver.state, Loaded))
    qtbot.keyClicks(box(driver), "imp_2")
    driver.app.lookups.back()
    assert box(driver).text() == "imp_2"


def test_every_page_of_an_order_is_read(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "_PAGE_SIZE", 10)
    live = [sample.imp_uid for sample in sandbox.payments]
    for imp_uid in live:
        sandbox.change_payment(imp_uid, merchant_uid="MANY")
    assert isinstance(search_order(qtbot, driver, "MANY"), Results)
    assert {imp_uid for _, imp_uid in rows(driver)} == set(live)
    assert len(asked(sandbox)) == -(-len(live) // 10) > 3


def test_an_unknown_order_is_told_without_a_word_of_test_payments(qtbot: QtBot, driver: AppDriver) -> None:
    assert isinstance(search_order(qtbot, driver, "NO-SUCH-ORDER"), Failed)
    shown = " ".join(texts(driver.window.pages.problem))
    assert "order number" in shown
    assert "est payment" not in shown  # they would have been found


def queries(sandbox: Sandbox, imp_uid: str) -> list[str]:
    """The queries with which `imp_uid` was asked for on its own."""
    return [request.query for request in sandbox.requests if request.path == f"/payments/{imp_uid}"]


@pytest.mark.parametrize("text", [RETRIED, f"{TEST_PAYMENT} {FAILED_LAST} {PAID} {FAILED_FIRST}"])
def test_a_test_payment_is_last_in_a_list_and_opens_from_it(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox, text: str
) -> None:
    sandbox.change_payment(TEST_PAYMENT, merchant_uid=RETRIED)
    assert isinstance(search_order(qtbot, driver, text), Results)
    assert [row for _, row in rows(driver)] == [PAID, FAILED_LAST, FAILED_FIRST, TEST_PAYMENT]
    assert rows(driver)[-1][0] == "Paid · test"
    view = driver.window.pages.results.view
    qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert isinstance(result(qtbot, driver), Loaded)
    assert driver.try_again() == driver.state
    assert driver.shows(TEST_PAYMENT)
    assert all("include_sandbox=true" in query for query in queries(sandbox, TEST_PAYMENT))
    assert len(queries(sandbox, TEST_PAYMENT)) == 2
    driver.show(PAID)
    assert not any("include_sandbox" in query for query in queries(sandbox, PAID))


def test_the_only_attempt_of_an_order_may_be_a_test_payment_and_be_refreshed(
    qtbot: QtBot, driver: AppDriver
) -> None:
    assert isinstance(search_order(qtbot, driver, "TEST-SAMPLE-0023"), Loaded)
    assert "Test payment" in texts(driver.window)
    assert isinstance(driver.try_again(), Loaded)


def test_a_test_payment_that_no_list_showed_is_left_out(qtbot: QtBot, driver: AppDriver) -> None:
    assert isinstance(driver.look_up(TEST_PAYMENT), Failed)


def test_another_key_forgets_which_payments_are_test_payments(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox
) -> None:
    assert isinstance(search_order(qtbot, driver, "TEST-SAMPLE-0023"), Loaded)
    driver.enter_key(Credentials(sandbox.imp_key, sandbox.imp_secret), once=True)
    driver.wait_for(Ready)
    assert isinstance(driver.look_up(TEST_PAYMENT), Failed)


def test_contradictory_answers_about_one_payment_are_called_so_and_can_be_asked_again(
    qtbot: QtBot, styled_app: QApplication, tmp_path: Path
) -> None:
    twice = [replies.payment(PAID, status=status) for status in ("failed", "paid")]
    listed = [replies.payment(FAILED_LAST, status="failed"), *twice]

    def lookup(call: Call) -> None:
        if call.last_segment == "payments":
            call.envelope(listed)
        else:
            replies.paid(call)

    with (
        environment(),
        Server(lookup=lookup, token=replies.token()) as server,
        running_app(styled_app, tmp_path, server.url, MemoryStore(CREDENTIALS)) as driver,
    ):
        assert isinstance(driver.look_up(f"{PAID} {FAILED_LAST} {MISSING}"), Results)
        assert rows(driver) == [
            ("Payment failed", FAILED_LAST),
            ("Contradictory answers", PAID),
            ("Not found", MISSING),
        ]
        assert any("twice, and differently" in text for text in texts(driver.window.pages.results))
        view = driver.window.pages.results.view
        qtbot.keyClick(view, Qt.Key.Key_Down)
        qtbot.keyClick(view, Qt.Key.Key_Return)
        assert isinstance(result(qtbot, driver), Loaded)
        assert driver.shows(PAID)


def test_an_order_number_that_tells_of_a_person_gives_way_to_the_payment(
    qtbot: QtBot, driver: AppDriver
) -> None:
    write(driver, LIKE_A_PHONE)
    enter(qtbot, driver)
    enter(qtbot, driver)
    assert isinstance(result(qtbot, driver), Loaded)
    assert box(driver).text() == OF_LIKE_A_PHONE
    assert not any("5678" in text for text in texts(driver.window))


def test_several_pasted_imp_uids_are_listed_with_the_missing_ones(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox
) -> None:
    QApplication.clipboard().setText(f"first {FAILED_FIRST}, then {MISSING}\nand {PAID} {PAID}")
    box(driver).selectAll()
    qtbot.keyClick(box(driver), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert asked(sandbox) == []
    enter(qtbot, driver)
    assert isinstance(result(qtbot, driver), Results)
    assert rows(driver) == [("Paid", PAID), ("Payment failed", FAILED_FIRST), ("Not found", MISSING)]
    assert asked(sandbox) == ["/payments"]
    qtbot.keyClick(driver.window.pages.results.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(driver.window.pages.results.view, Qt.Key.Key_Return)  # there is nothing to open
    assert isinstance(driver.state, Results)
    assert driver.app.settings.history == []


def test_pasted_imp_uids_of_which_none_is_found(qtbot: QtBot, driver: AppDriver) -> None:
    box(driver).setText(f"{MISSING} imp_999999999998")
    enter(qtbot, driver)
    assert isinstance(result(qtbot, driver), Results)
    assert rows(driver) == [("Not found", MISSING), ("Not found", "imp_999999999998")]


def test_more_imp_uids_than_the_api_takes_at_once(qtbot: QtBot, driver: AppDriver, sandbox: Sandbox) -> None:
    unknown = [f"imp_99999999{number:04}" for number in range(120)]
    box(driver).setText(" ".join([*unknown, PAID]))
    enter(qtbot, driver)
    assert isinstance(result(qtbot, driver), Results)
    assert rows(driver)[0] == ("Paid", PAID)  # it would be in the second hundred
    assert len(rows(driver)) == 121
    assert asked(sandbox) == ["/payments"] * 2
