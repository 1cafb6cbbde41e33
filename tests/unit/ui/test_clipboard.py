"""Copying: what is said of it, and that what was copied while revealed leaves the clipboard again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.payment.reveal import SECONDS
from iamport_desktop.ui.payment.sections import FieldRow
from iamport_desktop.ui.widgets import clipboard as module
from iamport_desktop.ui.widgets.buttons import CopyButton
from iamport_desktop.ui.widgets.clipboard import SECRET_FORMATS, SECRET_SECONDS
from iamport_desktop.ui.widgets.label import PlainLabel
from iamport_desktop.ui.widgets.toast import Toast
from tests.support.reply_cases import Case
from tests.support.window import button, seen, texts
from tests.unit.ui.conftest import found

PHONE = "010-0000-1234"


@pytest.fixture
def window(window: MainWindow) -> Iterator[MainWindow]:
    window.show_state(found(Case({"buyer_tel": PHONE}).payment()))
    yield window
    window.pages.payment.clear()


def formats() -> set[str]:
    return set(QGuiApplication.clipboard().mimeData().formats())


def copy_value(window: MainWindow, label: str) -> None:
    """Put the pointer on the field called `label`, and press the button that appears there."""
    (row,) = [row for row in seen(window, FieldRow) if row.label == label]
    row.entered.emit()
    (copy,) = [copy for copy in seen(window, CopyButton) if copy.accessibleName() == f"Copy {label}"]
    copy.click()


def copy_phone(window: MainWindow) -> None:
    copy_value(window, "Phone")


def copy_raw(window: MainWindow) -> None:
    window.pages.payment.tabs.setCurrentIndex(1)
    button(window, "Copy all").click()


def copy_raw_selection(window: MainWindow) -> None:
    window.pages.payment.tabs.setCurrentIndex(1)
    text = window.pages.payment.raw.text
    text.selectAll()
    QTest.keySequence(text, QKeySequence(QKeySequence.StandardKey.Copy))


def seconds_pass(window: MainWindow, seconds: int) -> None:
    """Let the guard's timer run out, if it runs `seconds`."""
    (timer,) = module._guard(window).findChildren(QTimer)
    if timer.isActive() and timer.interval() == seconds * 1000:
        timer.timeout.emit()


COPIES: dict[str, Callable[[MainWindow], None]] = {
    "a field": copy_phone,
    "the raw answer": copy_raw,
    "a selection of it": copy_raw_selection,
}


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_what_was_copied_while_revealed_is_kept_out_of_histories_and_leaves_the_clipboard(
    window: MainWindow, copy: Callable[[MainWindow], None]
) -> None:
    window.pages.payment.toggle_reveal()
    copy(window)
    clipboard = QGuiApplication.clipboard()
    assert PHONE in clipboard.text()
    assert set(SECRET_FORMATS) <= formats()
    assert SECONDS < SECRET_SECONDS  # it can still be pasted after the window was masked
    window.pages.payment.reveal.mask()
    assert PHONE in clipboard.text()
    seconds_pass(window, SECRET_SECONDS)
    assert clipboard.text() == ""


def test_what_another_program_copied_since_is_left_there(window: MainWindow) -> None:
    window.pages.payment.toggle_reveal()
    copy_phone(window)
    QGuiApplication.clipboard().setText("from another program")
    window.pages.payment.reveal.mask()
    seconds_pass(window, SECRET_SECONDS)
    assert QGuiApplication.clipboard().text() == "from another program"


def test_what_is_masked_stays(window: MainWindow) -> None:
    copy_phone(window)
    assert formats() == {"text/plain"}
    window.pages.payment.toggle_reveal()
    window.pages.payment.copy_popover.copy_reply()  # masked, whatever the window shows
    assert formats() == {"text/plain"}
    seconds_pass(window, SECRET_SECONDS)
    assert QGuiApplication.clipboard().text() != ""


def test_a_secret_goes_with_the_program(window: MainWindow) -> None:
    window.pages.payment.toggle_reveal()
    copy_phone(window)
    QApplication.instance().aboutToQuit.emit()
    assert QGuiApplication.clipboard().text() == ""


def test_a_toast_says_what_was_copied_takes_no_focus_and_goes(
    window: MainWindow, announced: list[str]
) -> None:
    focused = QApplication.focusWidget()
    copy_phone(window)
    (toast,) = seen(window, Toast)
    assert texts(toast) == ["Phone copied", "010-****-1234"]
    assert announced == ["Phone copied"]
    assert QApplication.focusWidget() is focused
    assert toast.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    (timer,) = toast.findChildren(QTimer)
    timer.timeout.emit()
    assert seen(window, Toast) == []


@pytest.mark.parametrize(
    ("name", "value"), [("Order number", "order-1"), ("Phone", "010-****-1234")], ids=["id", "field"]
)
def test_a_click_on_a_value_copies_it(qtbot: QtBot, window: MainWindow, name: str, value: str) -> None:
    (shown,) = [
        shown
        for shown in (*seen(window, PlainLabel), *seen(window, FieldRow))
        if shown.accessibleName() == f"{name}: {value}"
    ]
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == value
    (toast,) = seen(window, Toast)
    assert texts(toast) == [f"{name} copied", value]


def test_a_toast_shows_nothing_that_was_revealed_and_goes_with_the_payment(window: MainWindow) -> None:
    window.pages.payment.toggle_reveal()
    copy_phone(window)
    (toast,) = seen(window, Toast)
    assert texts(toast) == ["Phone copied", "It leaves the clipboard after 60 s."]
    window.show_state(found(Case({"imp_uid": "imp_900000000002"}).payment()))
    assert seen(window, Toast) == []


def test_a_toast_does_not_cover_what_was_copied(window: MainWindow) -> None:
    (phone,) = [row for row in seen(window, FieldRow) if row.label == "Phone"]
    phone.entered.emit()
    for copy in seen(window, CopyButton):
        copy.click()
        (toast,) = seen(window, Toast)
        assert not toast.geometry().contains(copy.mapTo(window, copy.rect().center()))
    window.pages.payment.copy_approval_number()  # which no one part of the page stands for
    assert toast.geometry().top() > window.height() / 2
