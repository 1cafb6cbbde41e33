"""Whoever is faster than the program loses nothing: what is typed before the window is furnished."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.ui import shortcuts
from iamport_desktop.ui.display_context import DisplayContext
from iamport_desktop.ui.main_window import Body, MainWindow
from tests.support.states import settle
from tests.support.window import plain


@pytest.fixture
def front(qtbot: QtBot, dressed_app: QApplication) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def furnish(window: MainWindow, outfit: DisplayContext) -> None:
    Body(window, outfit)
    shortcuts.install_window_shortcuts(window)


def test_the_search_box_takes_what_is_typed_at_once(
    qtbot: QtBot, front: MainWindow, outfit: DisplayContext
) -> None:
    assert front.focusWidget() is front.search.box
    qtbot.keyClicks(front.focusWidget(), "imp_1")
    furnish(front, outfit)
    assert front.search.box.text() == "imp_1"
    assert front.focusWidget() is front.search.box


def test_what_was_submitted_is_kept_until_somebody_hears_it(qtbot: QtBot, front: MainWindow) -> None:
    qtbot.keyClicks(front.search.box, "imp_1")
    qtbot.keyClick(front.search.box, Qt.Key.Key_Return)
    assert front.take_early_search() == "imp_1"


def test_keys_that_were_pressed_do_what_they_mean(
    qtbot: QtBot, front: MainWindow, outfit: DisplayContext
) -> None:
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F7):
        qtbot.keyClick(front.search.box, key)
    with qtbot.waitSignal(front.search.refreshed):
        furnish(front, outfit)
    assert front.take_early_keys() == []


def test_what_is_typed_after_the_way_to_the_box_is_not_replaced(
    qtbot: QtBot, front: MainWindow, outfit: DisplayContext
) -> None:
    qtbot.keyClick(front.search.box, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(front.search.box, "imp_1")
    furnish(front, outfit)
    settle()
    qtbot.keyClicks(front.search.box, "23")
    assert front.search.box.text() == "imp_123"


def test_the_first_paint_has_the_words_and_later_comes_the_rest(
    qtbot: QtBot, front: MainWindow, outfit: DisplayContext
) -> None:
    assert front.search.box.placeholderText()
    furnish(front, outfit)
    qtbot.waitUntil(front.starting.isVisible)
    assert plain(front.search.box.clearing_button.accessibleName()) == "Clear the search box"
