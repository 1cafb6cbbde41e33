"""The keyboard map, and that each key in it does what the map says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.controllers.app import AppController
from iamport_desktop.lookup.state import Failed, Loaded, Loading
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.ui.pages.payment import PAYMENT, RAW
from iamport_desktop.ui.shortcuts import ShortcutsDialog, shortcut_keys
from tests.support.app_here import app_here
from tests.support.window import seen, texts

# The menu is a popup, which the offscreen platform cannot raise.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
A, B = ImpUid("imp_100000000001"), ImpUid("imp_100000000002")


class Desk:
    """The app, and a keyboard."""

    def __init__(self, qtbot: QtBot, app: AppController, sandbox: Sandbox) -> None:
        self.qtbot, self.app, self.sandbox = qtbot, app, sandbox
        self.window, self.page = app.window, app.window.pages.payment

    def press(self, keys: str, widget: QWidget | None = None) -> None:
        """Press `keys`, as the map writes them, where the focus is."""
        QTest.keySequence(widget or QApplication.focusWidget() or self.window, QKeySequence(keys))

    def show(self, imp_uid: ImpUid) -> None:
        self.app.lookups.open(imp_uid)
        self.wait_for(imp_uid)

    def wait_for(self, imp_uid: ImpUid) -> None:
        self.qtbot.waitUntil(lambda: self.shown() == imp_uid)

    def shown(self) -> str:
        screen = self.app.lookups.state
        return screen.imp_uid if isinstance(screen, Loaded) else ""

    def asked(self, imp_uid: str) -> int:
        return sum(each.path == f"/payments/{imp_uid}" for each in self.sandbox.requests)

    def map(self) -> ShortcutsDialog:
        (dialog,) = seen(self.window, ShortcutsDialog)
        return dialog


@pytest.fixture
def desk(
    qtbot: QtBot, dressed_app: QApplication, spoken: Translation, sandbox: Sandbox, tmp_path: Path
) -> Iterator[Desk]:
    with app_here(qtbot, dressed_app, sandbox, tmp_path) as app:
        app.preferences.set_language("en")
        app.window.activateWindow()
        desk = Desk(qtbot, app, sandbox)
        desk.show(A)
        desk.show(B)
        QApplication.clipboard().setText("")
        yield desk


def look_up(desk: Desk) -> None:
    desk.window.search.focus()
    desk.window.search.box.setText(A)
    desk.press("Return", desk.window.search.box)
    desk.wait_for(A)


def go_to_the_box(desk: Desk) -> None:
    desk.page.tabs.setFocus()
    desk.press("Ctrl+L")
    assert QApplication.focusWidget() is desk.window.search.box
    assert desk.window.search.box.selectedText() == B


def cancel(desk: Desk) -> None:
    desk.app.lookups.open(A)
    assert isinstance(desk.app.lookups.state, Loading)
    desk.press("Esc")
    assert desk.shown() == B


def ask_again(desk: Desk) -> None:
    desk.press("F5")
    desk.qtbot.waitUntil(lambda: desk.asked(B) == 2)
    desk.wait_for(B)


def go_back(desk: Desk) -> None:
    desk.press("Alt+Left")
    assert desk.shown() == A


def go_forward(desk: Desk) -> None:
    desk.app.lookups.back()
    desk.press("Alt+Right")
    assert desk.shown() == B


def reveal(desk: Desk) -> None:
    assert "010-****-1234" in texts(desk.page)
    desk.press("F8")
    assert "010-0000-1234" in texts(desk.page)
    desk.press("F8")
    assert "010-0000-1234" not in texts(desk.page)


def copy_summary(desk: Desk) -> None:
    desk.press("Ctrl+Shift+C")
    assert "Status: Partially cancelled" in QApplication.clipboard().text()


def copy_reply(desk: Desk) -> None:
    desk.press("Ctrl+Shift+R")
    assert "₩10,000 was cancelled" in QApplication.clipboard().text()


def show_the_payment(desk: Desk) -> None:
    desk.page.tabs.setCurrentIndex(RAW)
    desk.press("Ctrl+1")
    assert desk.page.tabs.currentIndex() == PAYMENT


def show_the_raw_answer(desk: Desk) -> None:
    desk.press("Ctrl+2")
    assert desk.page.tabs.currentIndex() == RAW
    assert '"imp_uid"' in desk.page.raw.findChildren(QPlainTextEdit)[0].toPlainText()


def find(desk: Desk) -> None:
    desk.page.tabs.setCurrentIndex(RAW)
    text = desk.page.raw.findChildren(QPlainTextEdit)[0]
    text.setFocus()
    desk.press("Ctrl+F")
    box = QApplication.focusWidget()
    assert box is not None
    assert box is not text
    QTest.keyClicks(box, "merchant_uid")
    assert text.textCursor().selectedText() == "merchant_uid"


def copy_rows(desk: Desk) -> None:
    view = desk.page.view.cancellations.view
    view.setFocus()
    view.selectRow(0)
    desk.press("Ctrl+C", view)
    assert "₩10,000" in QApplication.clipboard().text().splitlines()[1].split("\t")


def open_the_menu(desk: Desk) -> None:
    menu = desk.window.menu
    with desk.qtbot.waitSignal(menu.aboutToShow):
        QTimer.singleShot(0, menu, menu.close)  # an open menu holds the key press until it is closed
        desk.press("F10")


def show_the_map(desk: Desk) -> None:
    desk.press("F1")
    assert "Go to the search box" in texts(desk.map())
    desk.press("Esc", desk.map())
    assert seen(desk.window, ShortcutsDialog) == []


def show_the_map_by_question_mark(desk: Desk) -> None:
    box = desk.window.search.box
    box.setFocus()
    QTest.keyClicks(box, "?")
    assert seen(desk.window, ShortcutsDialog) == []
    assert box.text() == "?"
    for widget in (
        desk.page.tabs,
        desk.page.view,
        desk.page.view.cancellations.view,
        desk.page.view.header.copy,
    ):
        widget.setFocus()
        QTest.keyClicks(widget, "?")
        desk.map().reject()


WHAT_THEY_DO: dict[str, Callable[[Desk], None]] = {
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
    "F10": open_the_menu,
    "F1": show_the_map,
    "?": show_the_map_by_question_mark,
}


@pytest.mark.parametrize("key", WHAT_THEY_DO)
def test_the_key_does_what_the_map_says(desk: Desk, key: str) -> None:
    WHAT_THEY_DO[key](desk)


def test_the_map_holds_every_key_that_is_tried_here_and_no_other(desk: Desk) -> None:
    assert [each.keys for each in shortcut_keys(desk.window)] == list(WHAT_THEY_DO)
    desk.press("F1")
    said = texts(desk.map())
    assert all(
        QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in said for key in WHAT_THEY_DO
    )


@pytest.mark.parametrize("key", ["Ctrl+Shift+C", "Ctrl+Shift+R", "F8"])
def test_nothing_of_a_payment_is_copied_or_shown_when_it_is_no_longer_there(desk: Desk, key: str) -> None:
    desk.app.lookups.open(ImpUid("imp_999999999999"))
    desk.press(key)
    desk.qtbot.waitUntil(lambda: isinstance(desk.app.lookups.state, Failed))
    desk.press(key)
    assert QApplication.clipboard().text() == ""
    assert not desk.page.reveal.on
