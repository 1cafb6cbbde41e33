"""The window before its pages are built: nothing that is typed then is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.ui.keyboard import install_shortcuts
from iamport_desktop.ui.main_window import MainWindow
from tests.support.build_window import Context
from tests.support.window import texts


@pytest.fixture
def early_window(qtbot: QtBot, styled_app: QApplication, translation: Translation) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_the_search_box_takes_what_is_typed_at_once(
    qtbot: QtBot, early_window: MainWindow, context: Context, translation: Translation
) -> None:
    assert early_window.focusWidget() is early_window.search.box
    qtbot.keyClicks(early_window.focusWidget(), "imp_1")
    early_window.build_pages(context, translation.translators)
    install_shortcuts(early_window)
    qtbot.keyClicks(early_window.focusWidget(), "2")
    assert early_window.search.box.text() == "imp_12"
    assert early_window.focusWidget() is early_window.search.box


def test_a_search_is_kept_until_the_app_takes_it(qtbot: QtBot, early_window: MainWindow) -> None:
    qtbot.keyClicks(early_window.search.box, "imp_1")
    qtbot.keyClick(early_window.search.box, Qt.Key.Key_Return)
    assert early_window.take_early_search() == "imp_1"


def test_the_first_paint_has_the_search_box_and_says_what_it_waits_for(early_window: MainWindow) -> None:
    assert early_window.search.box.placeholderText()
    assert "Fetching the key from the keyring…" in texts(early_window)
    early_window.starting.show_failure("It could not be started: <b>")
    assert "It could not be started: <b>" in texts(early_window)


def test_the_starting_page_stays_until_the_first_state(
    qtbot: QtBot, early_window: MainWindow, context: Context, translation: Translation
) -> None:
    early_window.build_pages(context, translation.translators)
    qtbot.waitUntil(early_window.starting.isVisible)
