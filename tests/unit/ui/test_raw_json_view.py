"""The search in the raw answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.ui.payment.raw_json import RawJsonView
from tests.support.window import button, texts

TEXT = '{"paid": 1,\n "name": "paid twice"}'


@pytest.fixture
def view(qtbot: QtBot, styled_app: QApplication, translation: Translation) -> RawJsonView:
    view = RawJsonView()
    qtbot.addWidget(view)
    view.show()
    view.show_text(TEXT)
    return view


def selection(view: RawJsonView) -> tuple[int, str]:
    cursor = view.findChildren(QPlainTextEdit)[0].textCursor()
    return cursor.selectionStart(), cursor.selectedText()


def search(qtbot: QtBot, view: RawJsonView, text: str) -> None:
    (line,) = view.findChildren(QLineEdit)
    line.clear()
    qtbot.keyClicks(line, text)


def test_enter_goes_to_the_next_match_and_from_the_last_to_the_first(qtbot: QtBot, view: RawJsonView) -> None:
    first, second = TEXT.index("paid"), TEXT.rindex("paid")
    search(qtbot, view, "paid")
    assert selection(view) == (first, "paid")
    (line,) = view.findChildren(QLineEdit)
    for expected in (second, first, second):
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert selection(view) == (expected, "paid")
        assert "not found" not in texts(view)


def test_what_is_not_there_is_said_not_to_be_found(qtbot: QtBot, view: RawJsonView) -> None:
    search(qtbot, view, "absent")
    assert "not found" in texts(view)
    search(qtbot, view, "name")
    assert "not found" not in texts(view)
    search(qtbot, view, "")
    assert "not found" not in texts(view)


def test_the_whole_answer_is_copied(qtbot: QtBot, view: RawJsonView) -> None:
    qtbot.mouseClick(button(view, "Copy all"), Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == TEXT


def test_what_was_searched_goes_with_the_answer(qtbot: QtBot, view: RawJsonView) -> None:
    search(qtbot, view, "paid")
    view.show_text("")
    (line,) = view.findChildren(QLineEdit)
    assert line.text() == ""


def highlighted(view: RawJsonView) -> list[tuple[int, str]]:
    selections = view.text.extraSelections()  # which owns the cursors
    return [(each.cursor.selectionStart(), each.cursor.selectedText()) for each in selections]


def test_the_hits_are_counted_and_those_in_sight_highlighted(qtbot: QtBot, view: RawJsonView) -> None:
    view.show_text('{"😀": "Paid",\n "paid": 1}' + "\n" * 500 + '"paid"')
    search(qtbot, view, "paid")
    assert "1/3" in texts(view)
    in_sight = [(8, "Paid"), (17, "paid")]  # Qt counts the face twice
    assert highlighted(view) == in_sight
    qtbot.keyClick(view.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert "3/3" in texts(view)
    assert selection(view)[1] == "paid"
    assert [text for _, text in highlighted(view)] == ["paid"]
    qtbot.keyClick(view.line, Qt.Key.Key_Return)
    assert highlighted(view) == in_sight
    search(qtbot, view, "")
    assert highlighted(view) == []
