"""The page belongs to the question just asked: while it is asked, when it is late, and after it was taken back."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.lookup.state import Asking, Failed, Loaded, Loading, Results
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.sandbox.embedded import RecordedRequest
from iamport_desktop.ui.pages import stack
from iamport_desktop.ui.pages.payment import PAYMENT, RAW
from tests.support.app_driver import AppDriver
from tests.support.window import button, seen, texts

BEFORE, NEXT = "imp_100000000008", "imp_100000000001"
ORDER, PAID = "ORD-SAMPLE-RETRY", "imp_100000000040"
PHONE = "010-0000-8888"
NOTHING = "nothing was copied"


class Hold:
    """Holds back the answers about payments while it is on."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.on = False
        self.release = threading.Event()
        sandbox.before_answer = self._wait

    def _wait(self, request: RecordedRequest) -> None:
        if self.on and request.path.startswith("/payments"):
            self.release.wait()


@pytest.fixture
def hold(sandbox: Sandbox) -> Iterator[Hold]:
    hold = Hold(sandbox)
    yield hold
    hold.release.set()


@pytest.fixture
def page(driver: AppDriver, sandbox: Sandbox) -> AppDriver:
    """Show a payment with a phone number, revealed."""
    sandbox.change_payment(BEFORE, buyer_tel=PHONE)
    driver.show(BEFORE)
    driver.press("F8")
    assert any(PHONE in text for text in texts(driver.window))
    return driver


def try_to_copy(driver: AppDriver) -> str:
    """Reveal and copy by every key and button there is, and return what was copied."""
    QApplication.clipboard().setText(NOTHING)
    for keys in ("F8", "Ctrl+Shift+C", "Ctrl+Shift+R"):
        driver.press(keys)
    page = driver.window.pages.payment
    shown = [*seen(driver.window, QAbstractButton), *seen(driver.window, QTableView)]
    for each in filter(page.isAncestorOf, shown):
        driver.press("Ctrl+C", each)
        driver.press("Space", each)
    return QApplication.clipboard().text()


@pytest.mark.parametrize("text", [NEXT, ORDER, "홍길동", "9/1 45,000원", "", "010-0000-0000"])
def test_from_enter_on_the_payment_before_is_put_away(page: AppDriver, hold: Hold, text: str) -> None:
    hold.on = True
    page.window.pages._loading_delay.setInterval(1_000_000)  # while the page before is still on the screen
    page.search(text)
    assert isinstance(page.state, Loading | Asking)
    assert try_to_copy(page) == NOTHING
    assert not any(PHONE in shown for shown in texts(page.window))
    if isinstance(page.state, Loading):
        assert not page.window.pages.payment.isEnabled()


@pytest.mark.parametrize("text", [NEXT, ORDER, "홍길동"])
def test_escape_brings_the_payment_back_masked_and_with_its_text_in_the_box(
    page: AppDriver, hold: Hold, text: str
) -> None:
    hold.on = True
    page.search(text)
    page.press("Esc")
    assert page.shows(BEFORE)
    assert page.window.search.box.text() == BEFORE
    assert page.window.pages.payment.isEnabled()
    assert not any(PHONE in shown for shown in texts(page.window))
    page.press("Ctrl+Shift+C")
    assert BEFORE in QApplication.clipboard().text()


def test_a_new_question_ends_the_one_under_way(driver: AppDriver, hold: Hold, qtbot: QtBot) -> None:
    hold.on = True
    driver.search(NEXT)
    driver.search("홍길동")
    hold.release.set()
    assert isinstance(driver.state, Asking)
    driver.press("Esc")
    driver.show(PAID)
    driver.press("Alt+Left")
    assert driver.shows(PAID)  # the first was never shown


def test_a_failure_names_what_it_answers_and_leads_on(driver: AppDriver, sandbox: Sandbox) -> None:
    assert isinstance(driver.look_up("NO-SUCH-7"), Failed)
    headline = driver.window.pages.problem.headline
    assert headline.text() == "NO-SUCH-7: there is no payment with this order number."
    sandbox.change_payment(PAID, merchant_uid="imp_999999999999")
    assert isinstance(driver.look_up("imp_999999999999"), Failed)
    assert "imp_999999999999" in headline.text()
    driver.click(driver.button("Look up as order number"))
    driver.wait(lambda: driver.shows(PAID), "the payment of the order")


def test_the_same_text_again_waits_for_the_answer_under_way(
    driver: AppDriver, hold: Hold, sandbox: Sandbox
) -> None:
    hold.on = True
    for _ in range(3):
        driver.search(NEXT)
    hold.release.set()
    driver.outcome()
    assert [request.path for request in sandbox.requests].count(f"/payments/{NEXT}") == 1


def test_a_lookup_can_be_cancelled_beside_its_progress(driver: AppDriver, hold: Hold) -> None:
    hold.on = True
    driver.search(NEXT)
    driver.wait(driver.window.pages.loading.isVisible, "the loading page")
    driver.click(button(driver.window.pages.loading, "Cancel"))
    assert not driver.is_loading
    assert driver.button("Look up").isVisible()


@pytest.mark.parametrize("refreshes", [True, False])
def test_a_late_answer_is_said_to_be_late_and_announced(
    page: AppDriver, hold: Hold, monkeypatch: pytest.MonkeyPatch, refreshes: bool
) -> None:
    said: list[str] = []
    monkeypatch.setattr(stack, "announce", lambda _, text: said.append(text))
    hold.on = True
    page.window.pages._seconds.setInterval(1)
    if refreshes:
        page.press("F5")
    else:
        page.search(NEXT)
    page.wait(lambda: any("The answer is late (" in text for text in page.texts()), "it is said to be late")
    assert [text for text in said if "late" in text] == ["The answer is late (3 s)"]
    page.click(page.button("Cancel"))
    assert page.shows(BEFORE)
    assert not any("late" in text for text in page.texts())


def test_f5_keeps_the_payment_on_the_page_and_says_so(page: AppDriver, hold: Hold, sandbox: Sandbox) -> None:
    page.press("F8")  # masks it again
    hold.on = True
    bar = page.window.pages.payment.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    scrolled = bar.value()
    page.press("F5")
    page.wait(lambda: any("looking up again" in text for text in page.texts()), "it says so")
    assert isinstance(page.state, Loading)
    assert any(BEFORE in text for text in page.texts())
    page.press("Ctrl+Shift+C")  # the same question: its answer may be copied
    assert BEFORE in QApplication.clipboard().text()
    sandbox.change_payment(BEFORE, name="something else")
    hold.release.set()
    page.outcome()
    assert "something else" in " ".join(page.texts())
    assert not any("looking up again" in text for text in page.texts())
    assert bar.value() == scrolled


def test_a_question_during_f5_puts_the_payment_away(page: AppDriver, hold: Hold) -> None:
    hold.on = True
    page.window.pages._loading_delay.setInterval(1_000_000)
    page.press("F5")
    page.search(NEXT)
    assert try_to_copy(page) == NOTHING
    page.press("Esc")
    assert page.shows(BEFORE)


def test_a_new_question_ends_what_is_said_about_the_late_one(page: AppDriver, hold: Hold) -> None:
    hold.on = True
    page.window.pages._seconds.setInterval(1)
    page.press("F5")
    page.wait(lambda: any("The answer is late (" in text for text in page.texts()), "it is said to be late")
    page.window.pages._seconds.setInterval(1_000_000)
    page.search(NEXT)
    page.wait(page.window.pages.loading.isVisible, "the loading page")
    assert not any("late" in text for text in page.texts())


def focus_is_in(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def test_the_focus_is_in_the_box_after_an_attempt_was_opened_and_in_the_list_after_back(
    driver: AppDriver,
) -> None:
    assert isinstance(driver.look_up(ORDER), Results)
    view, box = driver.window.pages.results.view, driver.window.search.box
    assert focus_is_in(view)
    driver.press("Return")
    driver.wait_for(Loaded)
    assert focus_is_in(box)
    assert box.text() == PAID
    driver.press("Alt+Left")
    assert focus_is_in(view)
    assert box.text() == ORDER
    driver.press("Alt+Right")
    assert focus_is_in(box)
    assert box.text() == PAID


def test_a_list_takes_no_focus_from_what_is_being_typed(driver: AppDriver, hold: Hold, qtbot: QtBot) -> None:
    hold.on = True
    driver.search(ORDER)
    qtbot.keyClicks(driver.window.search.box, "imp_1")
    hold.release.set()
    driver.wait_for(Results)
    assert focus_is_in(driver.window.search.box)
    assert driver.window.search.box.text() == "imp_1"


def test_the_raw_answer_does_not_stay_open_for_the_next_payment(driver: AppDriver) -> None:
    driver.show(BEFORE)
    tabs = driver.window.pages.payment.tabs
    tabs.setCurrentIndex(RAW)
    driver.try_again()
    assert tabs.currentIndex() == RAW
    driver.show(NEXT)
    assert tabs.currentIndex() == PAYMENT


def test_the_page_of_a_question_has_one_button(driver: AppDriver) -> None:
    driver.search("홍길동")
    assert [each.text() for each in seen(driver.window.pages.question, QPushButton)] == [
        "Look up as order number"
    ]
