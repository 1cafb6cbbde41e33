"""The keyboard map, and that each key in it does what the map says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.lookup.state import Failed
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.ui.dialogs.settings import SettingsDialog
from iamport_desktop.ui.pages.payment import PAYMENT, RAW
from iamport_desktop.ui.shortcuts import ShortcutsDialog, shortcut_keys
from tests.support.app_driver import AppDriver
from tests.support.window import seen, texts

A, B = ImpUid("imp_100000000001"), ImpUid("imp_100000000002")


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

    def map(self) -> ShortcutsDialog:
        """Return the keyboard map, which is open."""
        (dialog,) = seen(self.window, ShortcutsDialog)
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


def show_the_payment(keyboard: Keyboard) -> None:
    keyboard.page.tabs.setCurrentIndex(RAW)
    keyboard.press("Ctrl+1")
    assert keyboard.page.tabs.currentIndex() == PAYMENT


def show_the_raw_answer(keyboard: Keyboard) -> None:
    keyboard.press("Ctrl+2")
    assert keyboard.page.tabs.currentIndex() == RAW
    assert '"imp_uid"' in keyboard.page.raw.findChildren(QPlainTextEdit)[0].toPlainText()


def find(keyboard: Keyboard) -> None:
    keyboard.page.tabs.setCurrentIndex(RAW)
    text = keyboard.page.raw.findChildren(QPlainTextEdit)[0]
    text.setFocus()
    keyboard.press("Ctrl+F")
    box = QApplication.focusWidget()
    assert box is not None
    assert box is not text
    QTest.keyClicks(box, "merchant_uid")
    assert text.textCursor().selectedText() == "merchant_uid"


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
    assert seen(keyboard.window, ShortcutsDialog) == []


def show_the_map_by_question_mark(keyboard: Keyboard) -> None:
    box = keyboard.window.search.box
    box.setFocus()
    QTest.keyClicks(box, "?")
    assert seen(keyboard.window, ShortcutsDialog) == []
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
    "F8": reveal,
    "Ctrl+Shift+C": copy_summary,
    "Ctrl+Shift+R": copy_reply,
    "Ctrl+1": show_the_payment,
    "Ctrl+2": show_the_raw_answer,
    "Ctrl+F": find,
    "Ctrl+C": copy_rows,
    "Ctrl+,": open_the_settings,
    "F10": open_the_menu,
    "F1": show_the_map,
    "?": show_the_map_by_question_mark,
}


@pytest.mark.parametrize("key", WHAT_THEY_DO)
def test_the_key_does_what_the_map_says(keyboard: Keyboard, key: str) -> None:
    WHAT_THEY_DO[key](keyboard)


def test_the_map_holds_every_key_that_is_tried_here_and_no_other(keyboard: Keyboard) -> None:
    assert [each.keys for each in shortcut_keys(keyboard.window)] == list(WHAT_THEY_DO)
    keyboard.press("F1")
    said = texts(keyboard.map())
    assert all(
        QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in said for key in WHAT_THEY_DO
    )


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
