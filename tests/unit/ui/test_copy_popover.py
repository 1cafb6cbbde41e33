"""The popover of what is copied, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.api.models import CashReceipt
from iamport_desktop.domain.follow_ups import FollowUp
from iamport_desktop.lookup.state import Loading
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.payment.copy_popover import CopyPopover
from tests.support.reply_cases import Case
from tests.support.window import texts
from tests.unit.ui.conftest import found

CANCELLED = Case(
    {
        "cancel_amount": 10_000,
        "cancel_history": [{"amount": 10_000, "cancelled_at": 1_795_000_000, "reason": "품절"}],
    }
).payment()
BEFORE = "copied before"


@pytest.fixture
def popover(window: MainWindow) -> CopyPopover:
    window.activateWindow()
    window.show_state(found(CANCELLED))
    window.pages.payment.view.cancellations.view.setFocus()
    QGuiApplication.clipboard().setText(BEFORE)
    return window.pages.payment.copy_popover


def press(window: MainWindow, keys: str) -> None:
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget
    return widget


@pytest.mark.parametrize(
    ("key", "english", "korean", "said"),
    [
        ("Ctrl+Shift+R", "Hello.", "안녕하세요", "Reply to the customer copied"),
        ("Ctrl+Shift+C", "Status: ", "상태: ", "Summary copied"),
    ],
)
def test_a_key_copies_at_once_and_shows_it_and_another_language_is_copied_again(
    window: MainWindow,
    popover: CopyPopover,
    announced: list[str],
    key: str,
    english: str,
    korean: str,
    said: str,
) -> None:
    before = focused()
    press(window, key)
    assert clipboard().startswith(english)
    assert clipboard() in texts(popover)
    assert announced == [said]
    assert popover.isAncestorOf(focused())
    press(window, "Left")  # to the other language
    assert clipboard().startswith(korean)
    assert clipboard() in texts(popover)
    assert announced == [said] * 2
    press(window, "Esc")
    assert not popover.isVisible()
    assert focused() is before
    assert clipboard().startswith(korean)


def test_the_button_shows_the_text_before_enter_copies_it(
    window: MainWindow, popover: CopyPopover, announced: list[str]
) -> None:
    before = focused()
    window.pages.payment.view.header.copy.click()
    assert clipboard() == BEFORE
    assert any(text.startswith("Hello.") for text in texts(popover))
    press(window, "Return")
    assert clipboard().startswith("Hello.")
    assert not popover.isVisible()
    assert focused() is before
    assert announced == ["Reply to the customer copied"]


def test_before_it_is_copied_a_choice_copies_nothing(window: MainWindow, popover: CopyPopover) -> None:
    window.pages.payment.view.header.copy.click()
    press(window, "Tab")  # to the kinds
    press(window, "Right")
    assert any(text.startswith("Status: ") for text in texts(popover))
    press(window, "Tab")  # to the languages
    press(window, "Left")
    assert any(text.startswith("상태: ") for text in texts(popover))
    assert clipboard() == BEFORE
    press(window, "Return")
    assert clipboard().startswith("상태: ")


def test_tab_goes_round_inside(window: MainWindow, popover: CopyPopover) -> None:
    window.pages.payment.view.header.copy.click()
    first, stops = focused(), set()
    for _ in range(4):
        press(window, "Tab")
        assert popover.isAncestorOf(focused())
        stops.add(focused())
    assert focused() is first
    assert len(stops) == 4
    press(window, "Shift+Tab")
    assert focused() in stops - {first}


def test_a_click_beside_it_and_another_focus_close_it(
    qtbot: QtBot, window: MainWindow, popover: CopyPopover
) -> None:
    popover.copy_reply()
    qtbot.mouseClick(popover, Qt.MouseButton.LeftButton, pos=popover.rect().bottomLeft())
    assert not popover.isVisible()
    popover.copy_reply()
    press(window, "Ctrl+L")
    assert not popover.isVisible()
    assert focused() is window.search.box


def test_what_was_copied_stays_in_sight_and_what_was_not_is_worded_by_what_arrives(
    window: MainWindow, popover: CopyPopover
) -> None:
    receipt = CashReceipt.from_json({"apply_num": "CASH-1"})
    popover.copy_summary()
    window.add_follow_up(FollowUp.CASH_RECEIPT, receipt)
    assert clipboard() in texts(popover)
    assert "CASH-1" not in clipboard()
    window.show_state(found(CANCELLED))
    popover.open()
    press(window, "Tab")
    press(window, "Right")
    window.add_follow_up(FollowUp.CASH_RECEIPT, receipt)
    assert any("CASH-1" in text for text in texts(popover))


def test_it_goes_with_the_payment(window: MainWindow, popover: CopyPopover) -> None:
    popover.copy_reply()
    window.show_state(Loading(found(Case({"imp_uid": "imp_900000000002"}).payment()).imp_uid))
    assert not popover.isVisible()
    assert not any("Hello." in text for text in texts(popover))


def test_escape_closes_the_popover_then_the_search_then_stops_the_lookup(
    window: MainWindow, popover: CopyPopover
) -> None:
    stopped: list[None] = []
    window.search.cancelled.connect(lambda: stopped.append(None))
    press(window, "Ctrl+F")
    press(window, "Ctrl+Shift+R")
    press(window, "Esc")
    assert (popover.isVisible(), window.pages.payment.tabs.currentIndex()) == (False, 1)
    press(window, "Esc")
    assert window.pages.payment.tabs.currentIndex() == 0
    assert stopped == []
    press(window, "Esc")
    assert stopped == [None]


@pytest.mark.parametrize("size", [(760, 520), (1240, 860)], ids=str)
def test_it_fits_into_the_page(window: MainWindow, popover: CopyPopover, size: tuple[int, int]) -> None:
    window.resize(*size)
    for copy in (popover.copy_reply, popover.copy_summary):
        copy()
        for child in popover.children():
            if isinstance(child, QWidget) and child.isVisible():
                assert popover.rect().contains(child.geometry())
