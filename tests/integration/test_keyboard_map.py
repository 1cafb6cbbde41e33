"""The keyboard map, and that each key in it does what the map says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.lookup.state import Failed, Results
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.ui.dialogs.keyboard_map import KeyboardMap
from iamport_desktop.ui.dialogs.settings import SettingsDialog
from iamport_desktop.ui.keyboard import key_groups
from iamport_desktop.ui.pages.payment import PAYMENT, RAW
from iamport_desktop.ui.shortcuts import key_name
from iamport_desktop.ui.widgets.toast import Toast
from tests.support.app_driver import AppDriver
from tests.support.window import seen, texts

A, B, AWAITING = ImpUid("imp_100000000001"), ImpUid("imp_100000000002"), ImpUid("imp_100000000005")


class Keyboard:
    """The app and its payment page."""

    def __init__(self, driver: AppDriver, sandbox: Sandbox) -> None:
        self.driver, self.sandbox = driver, sandbox
        self.window, self.page = driver.window, driver.window.pages.payment

    def press(self, keys: str, widget: QWidget | None = None) -> None:
        """Press `keys`, as the map writes them, where the focus is."""
        QTest.keySequence(widget or QApplication.focusWidget() or self.window, QKeySequence(keys))

    def requests_for(self, imp_uid: str) -> int:
        """Return how often the payment was requested."""
        return sum(each.path == f"/payments/{imp_uid}" for each in self.sandbox.requests)

    def map(self) -> KeyboardMap:
        """Return the keyboard map, which is open."""
        (dialog,) = seen(self.window, KeyboardMap)
        return dialog


@pytest.fixture
def keyboard(driver: AppDriver, sandbox: Sandbox) -> Keyboard:
    driver.window.activateWindow()
    driver.show(A)
    driver.show(B)
    QApplication.clipboard().setText("")
    return Keyboard(driver, sandbox)


def look_up(keyboard: Keyboard) -> None:
    keyboard.window.search.focus()
    keyboard.window.search.box.setText(A)
    keyboard.press("Return", keyboard.window.search.box)
    keyboard.driver.wait(lambda: keyboard.driver.shows(A), "A is shown")


def go_to_the_box(keyboard: Keyboard) -> None:
    keyboard.page.tabs.setFocus()
    keyboard.press("Ctrl+L")
    assert QApplication.focusWidget() is keyboard.window.search.box
    assert keyboard.window.search.box.selectedText() == B


def cancel(keyboard: Keyboard) -> None:
    keyboard.driver.app.lookups.open(A)
    assert keyboard.driver.is_loading
    keyboard.press("Esc")
    assert keyboard.driver.shows(B)


def ask_again(keyboard: Keyboard) -> None:
    keyboard.press("F5")
    keyboard.driver.wait(lambda: keyboard.requests_for(B) == 2, "it is requested again")
    keyboard.driver.wait(lambda: keyboard.driver.shows(B), "B is shown")


def go_back(keyboard: Keyboard) -> None:
    keyboard.press("Alt+Left")
    assert keyboard.driver.shows(A)


def go_forward(keyboard: Keyboard) -> None:
    keyboard.driver.app.lookups.back()
    keyboard.press("Alt+Right")
    assert keyboard.driver.shows(B)


def reveal(keyboard: Keyboard) -> None:
    assert "010-****-1234" in texts(keyboard.page)
    keyboard.press("F8")
    assert "010-0000-1234" in texts(keyboard.page)
    keyboard.press("F8")
    assert "010-0000-1234" not in texts(keyboard.page)


def copy_summary(keyboard: Keyboard) -> None:
    keyboard.press("Ctrl+Shift+C")
    assert "Status: Partially cancelled" in QApplication.clipboard().text()


def copy_reply(keyboard: Keyboard) -> None:
    keyboard.press("Ctrl+Shift+R")
    assert "₩10,000 was cancelled" in QApplication.clipboard().text()


def copy_approval_number(keyboard: Keyboard) -> None:
    keyboard.sandbox.change_payment(A, apply_num="00002234")
    keyboard.driver.show(A)
    keyboard.press("Ctrl+Shift+A")
    assert QApplication.clipboard().text() == "00002234"
    (toast,) = seen(keyboard.window, Toast)
    assert "Approval number copied" in texts(toast)


def show_the_raw_answer(keyboard: Keyboard) -> None:
    table = keyboard.page.view.cancellations.view
    table.setFocus()
    keyboard.press("Ctrl+J")
    assert keyboard.page.tabs.currentIndex() == RAW
    assert QApplication.focusWidget() is keyboard.page.raw.text
    assert '"imp_uid"' in keyboard.page.raw.text.toPlainText()
    keyboard.press("Ctrl+J")
    assert keyboard.page.tabs.currentIndex() == PAYMENT
    assert QApplication.focusWidget() is table


def find(keyboard: Keyboard) -> None:
    box = keyboard.window.search.box
    keyboard.window.search.focus()
    keyboard.press("Ctrl+F")
    assert keyboard.page.tabs.currentIndex() == RAW
    line = keyboard.page.raw.line
    assert QApplication.focusWidget() is line
    QTest.keyClicks(line, "merchant_uid")
    assert keyboard.page.raw.text.textCursor().selectedText() == "merchant_uid"
    assert "1/1" in texts(keyboard.page.raw)
    keyboard.press("Esc")
    assert keyboard.page.tabs.currentIndex() == PAYMENT
    assert QApplication.focusWidget() is box
    assert line.text() == ""
    assert keyboard.driver.shows(B)


def find_backwards(keyboard: Keyboard) -> None:
    keyboard.press("Ctrl+F")
    line = keyboard.page.raw.line
    QTest.keyClicks(line, "amount")
    count = keyboard.page.raw.text.toPlainText().count("amount")
    assert count > 1
    for key, hit in (("Shift+Return", count), ("Return", 1), ("Return", 2), ("Shift+Return", 1)):
        keyboard.press(key, line)
        assert f"{hit}/{count}" in texts(keyboard.page.raw)


def open_the_receipt(keyboard: Keyboard) -> None:
    opened: list[str] = []
    keyboard.window.pages.link_activated.disconnect()
    keyboard.window.pages.link_activated.connect(opened.append)
    keyboard.sandbox.change_payment(A, receipt_url="https://pg.example/receipt")
    keyboard.driver.show(A)
    keyboard.press("Ctrl+O")
    assert opened == ["https://pg.example/receipt"]
    keyboard.sandbox.change_payment(A, receipt_url=None)
    keyboard.driver.try_again()
    keyboard.press("Ctrl+O")
    assert len(opened) == 1
    (toast,) = seen(keyboard.window, Toast)
    assert "There is no receipt to open." in texts(toast)


def watch(keyboard: Keyboard) -> None:
    watcher = keyboard.driver.app.watcher
    keyboard.press("Ctrl+D")
    assert not watcher.is_watched(B)  # it is final
    keyboard.driver.show(AWAITING)
    keyboard.press("Ctrl+D")
    assert watcher.is_watched(AWAITING)
    keyboard.press("Ctrl+D")
    assert not watcher.is_watched(AWAITING)


def go_down_the_list(keyboard: Keyboard) -> None:
    first, second, *_ = listed(keyboard)
    keyboard.driver.show(first)
    keyboard.press("Ctrl+PgDown")
    keyboard.driver.wait(lambda: keyboard.driver.shows(second), "the second one is shown")


def go_up_the_list(keyboard: Keyboard) -> None:
    first, second, *_ = listed(keyboard)
    keyboard.driver.show(second)
    keyboard.press("Ctrl+PgUp")
    keyboard.driver.wait(lambda: keyboard.driver.shows(first), "the first one is shown")
    keyboard.press("Ctrl+PgUp")
    assert keyboard.driver.shows(first)


def listed(keyboard: Keyboard) -> list[str]:
    """Look an order up, and return its imp_uids from top to bottom."""
    results = keyboard.driver.look_up("ORD-SAMPLE-RETRY")
    assert isinstance(results, Results)
    return [payment.imp_uid or "" for payment in results.payments]


def copy_rows(keyboard: Keyboard) -> None:
    view = keyboard.page.view.cancellations.view
    view.setFocus()
    view.selectRow(0)
    keyboard.press("Ctrl+C", view)
    assert "₩10,000" in QApplication.clipboard().text().splitlines()[1].split("\t")


def open_the_settings(keyboard: Keyboard) -> None:
    keyboard.press("Ctrl+,")
    (settings,) = seen(keyboard.window, SettingsDialog)
    keyboard.press("Esc", settings)
    assert seen(keyboard.window, SettingsDialog) == []


def open_the_menu(keyboard: Keyboard) -> None:
    menu = keyboard.window.menu
    opened: list[None] = []
    menu.aboutToShow.connect(lambda: opened.append(None))
    QTimer.singleShot(0, menu, menu.close)  # an open menu holds the key press until it is closed
    keyboard.press("F10")
    assert opened


def show_the_map(keyboard: Keyboard) -> None:
    keyboard.press("F1")
    assert "Go to the search box" in texts(keyboard.map())
    keyboard.press("Esc", keyboard.map())
    assert seen(keyboard.window, KeyboardMap) == []


def show_the_map_by_question_mark(keyboard: Keyboard) -> None:
    box = keyboard.window.search.box
    box.setFocus()
    QTest.keyClicks(box, "?")
    assert seen(keyboard.window, KeyboardMap) == []
    assert box.text() == "?"
    for widget in (
        keyboard.page.tabs,
        keyboard.page.view,
        keyboard.page.view.cancellations.view,
        keyboard.page.view.header.copy,
    ):
        widget.setFocus()
        QTest.keyClicks(widget, "?")
        keyboard.map().reject()


WHAT_THEY_DO: dict[str, Callable[[Keyboard], None]] = {
    "Return": look_up,
    "Ctrl+L": go_to_the_box,
    "Esc": cancel,
    "F5": ask_again,
    "Alt+Left": go_back,
    "Alt+Right": go_forward,
    "Ctrl+PgDown": go_down_the_list,
    "Ctrl+PgUp": go_up_the_list,
    "Ctrl+Shift+R": copy_reply,
    "Ctrl+Shift+C": copy_summary,
    "Ctrl+Shift+A": copy_approval_number,
    "Ctrl+C": copy_rows,
    "F8": reveal,
    "Ctrl+O": open_the_receipt,
    "Ctrl+D": watch,
    "Ctrl+J": show_the_raw_answer,
    "Ctrl+F": find,
    "Shift+Return": find_backwards,
    "Ctrl+,": open_the_settings,
    "F10": open_the_menu,
    "F1": show_the_map,
    "?": show_the_map_by_question_mark,
}


@pytest.mark.parametrize("key", WHAT_THEY_DO)
def test_the_key_does_what_the_map_says(keyboard: Keyboard, key: str) -> None:
    WHAT_THEY_DO[key](keyboard)


def test_the_map_holds_every_key_that_is_tried_here_and_no_other(keyboard: Keyboard) -> None:
    assert [key.keys for _, keys in key_groups(keyboard.window) for key in keys] == list(WHAT_THEY_DO)
    keyboard.press("F1")
    said = texts(keyboard.map())
    assert {key_name(key) for key in WHAT_THEY_DO} <= {*said}
    assert {"Enter", "Alt+←", "Ctrl+PgDn"} <= {*said}


@pytest.mark.parametrize("key", ["Ctrl+Shift+C", "Ctrl+Shift+R", "F8"])
def test_nothing_of_a_payment_is_copied_or_shown_when_it_is_no_longer_there(
    keyboard: Keyboard, key: str
) -> None:
    keyboard.driver.app.lookups.open(ImpUid("imp_999999999999"))
    keyboard.press(key)
    keyboard.driver.wait_for(Failed)
    keyboard.press(key)
    assert QApplication.clipboard().text() == ""
    assert not keyboard.page.reveal.on
