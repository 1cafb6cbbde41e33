"""An answer that comes while a Korean syllable is being composed, which is no text of the box yet."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.ui.search_bar import SearchBar


def compose(bar: SearchBar, preedit: str, commit: str = "") -> None:
    """What an input method sends: the syllable in the making, and what is finished."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(bar.box, event)


def test_it_leaves_the_syllable_and_what_stands_before_it_alone(
    qtbot: QtBot, styled_app: QApplication
) -> None:
    bar = SearchBar()
    qtbot.addWidget(bar)
    bar.show_text("imp_1")
    bar.box.end(False)
    compose(bar, "은")
    bar.show_result("imp_2")
    assert bar.box.text() == "imp_1"
    compose(bar, "", commit="은")
    bar.show_result("imp_2")
    assert bar.box.text() == "imp_1은"
    bar.show_text("imp_1")  # it was submitted
    bar.show_result("imp_2")
    assert bar.box.text() == "imp_2"
