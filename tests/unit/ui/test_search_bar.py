"""The search box: what it submits and when, also while a Korean syllable is being composed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from iamport_desktop.ui.search_bar import SearchBar
from iamport_desktop.ui.theme import DARK, LIGHT, Theme, apply_theme, style_sheet
from tests.support.window import button, plain, seen


@pytest.fixture
def bar(qtbot: QtBot, styled_app: QApplication) -> SearchBar:
    bar = SearchBar()
    bar.set_menu(QMenu(bar))
    bar.add_icons()
    bar.box.set_completions([])
    qtbot.addWidget(bar)
    bar.show()
    bar.box.setFocus()
    return bar


@pytest.fixture
def submitted(bar: SearchBar) -> list[str]:
    texts: list[str] = []
    bar.submitted.connect(texts.append)
    return texts


def compose(bar: SearchBar, preedit: str, commit: str = "") -> None:
    """What an input method sends: the syllable in the making, and what is finished."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(bar.box, event)


def named(bar: SearchBar, name: str) -> QAbstractButton:
    (found,) = [each for each in seen(bar, QAbstractButton) if each.accessibleName() == name]
    return found


def test_enter_and_the_button_submit_the_text(qtbot: QtBot, bar: SearchBar, submitted: list[str]) -> None:
    qtbot.keyClicks(bar.box, "imp_1")
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    qtbot.keyClick(bar.box, Qt.Key.Key_Enter)
    qtbot.mouseClick(button(bar, "Look up"), Qt.MouseButton.LeftButton)
    assert submitted == ["imp_1"] * 3


def test_a_pasted_text_is_submitted_whole(qtbot: QtBot, bar: SearchBar, submitted: list[str]) -> None:
    pasted = "https://example.com/?id=imp_123456789012&x=1 " + "y" * 19_000
    QApplication.clipboard().setText(pasted)
    qtbot.keyClick(bar.box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert submitted == [pasted]


def test_a_syllable_in_the_making_is_not_submitted_and_not_lost(
    qtbot: QtBot, bar: SearchBar, submitted: list[str]
) -> None:
    compose(bar, "ㅑ")
    assert bar.box.text() == ""
    compose(bar, "ㅡ", commit="ㅑ")
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert submitted == ["ㅑ"]
    compose(bar, "", commit="ㅡ")
    compose(bar, "", commit="ㅔ")
    qtbot.keyClicks(bar.box, "_12")
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert submitted == ["ㅑ", "ㅑㅡㅔ_12"]


def test_enter_submits_what_the_input_method_commits_with_it(
    qtbot: QtBot, bar: SearchBar, submitted: list[str]
) -> None:
    compose(bar, "ㅔ", commit="ㅑㅡ")
    compose(bar, "", commit="ㅔ")  # so does every Korean input method before it passes Enter on
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert submitted == ["ㅑㅡㅔ"]


def test_composing_counts_as_typing(qtbot: QtBot, bar: SearchBar) -> None:
    with qtbot.waitSignal(bar.edited):
        compose(bar, "", commit="가")


def test_what_is_known_is_offered_while_typing(qtbot: QtBot, bar: SearchBar, submitted: list[str]) -> None:
    bar.box.set_completions(["imp_111111111111", "imp_222222222222", "imps_333333333333"])
    completer = bar.box.completer()
    qtbot.keyClicks(bar.box, "222")
    assert completer.completionCount() == 1
    popup = completer.popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert bar.box.text() == "imp_222222222222"
    qtbot.waitUntil(lambda: not popup.isVisible())
    assert submitted == ["imp_222222222222"]


def test_all_offers_are_in_the_given_order(qtbot: QtBot, bar: SearchBar) -> None:
    offers = [f"imp_{number}" for number in (3, 1, 2)]
    bar.box.set_completions(offers)
    completer = bar.box.completer()
    qtbot.keyClicks(bar.box, "imp_")
    model = completer.completionModel()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == offers


def test_enter_goes_for_what_was_typed_while_offers_are_open(
    qtbot: QtBot, bar: SearchBar, submitted: list[str]
) -> None:
    bar.box.set_completions(["imp_111111111111"])
    qtbot.keyClicks(bar.box, "imp_1")
    popup = bar.box.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert submitted == ["imp_1"]


def test_a_double_click_submits_once(qtbot: QtBot, bar: SearchBar, submitted: list[str]) -> None:
    bar.show_text("홍길동")
    for _ in range(2):
        qtbot.mouseClick(button(bar, "Look up"), Qt.MouseButton.LeftButton)
    assert submitted == ["홍길동"]


def test_another_text_is_submitted_however_soon_it_is_clicked(
    qtbot: QtBot, bar: SearchBar, submitted: list[str]
) -> None:
    for text in ("imp_1", "imp_2"):
        bar.show_text(text)
        qtbot.mouseClick(button(bar, "Look up"), Qt.MouseButton.LeftButton)
    assert submitted == ["imp_1", "imp_2"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_held_down_submits_once(bar: SearchBar, submitted: list[str], key: Qt.Key) -> None:
    bar.show_text("imp_1")
    for is_repeat in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "\r", autorep=is_repeat)
        QApplication.sendEvent(bar.box, event)
    assert submitted == ["imp_1"]


def test_down_in_the_empty_box_offers_what_was_looked_up(
    qtbot: QtBot, bar: SearchBar, submitted: list[str]
) -> None:
    bar.box.set_completions(["imp_111111111111", "imp_222222222222"])
    qtbot.keyClick(bar.box, Qt.Key.Key_Down)
    popup = bar.box.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    assert popup.model().rowCount() == 2
    for _ in range(2):
        qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: submitted == ["imp_222222222222"])


def test_the_box_can_be_cleared_while_there_is_something_in_it(qtbot: QtBot, bar: SearchBar) -> None:
    def is_shown() -> bool:
        return any(each.accessibleName() == "Clear the search box" for each in seen(bar, QAbstractButton))

    assert not is_shown()
    qtbot.keyClicks(bar.box, "x")
    assert is_shown()
    qtbot.mouseClick(named(bar, "Clear the search box"), Qt.MouseButton.LeftButton)
    assert bar.box.text() == ""
    assert not is_shown()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_disabled_icon_looks_disabled(bar: SearchBar, styled_app: QApplication, theme: Theme) -> None:
    apply_theme(styled_app, theme)
    bar.setStyleSheet(style_sheet(theme))
    pictures = []
    for possible in (True, False):
        bar.set_enabled(back=possible, forward=True, refresh=True)
        pictures.append(named(bar, "Back").grab().toImage())
    apply_theme(styled_app, LIGHT)
    assert pictures[0] != pictures[1]


def test_the_ways_are_open_where_there_is_something(qtbot: QtBot, bar: SearchBar) -> None:
    names = ("Back", "Forward", "Look up again")
    signals = (bar.back, bar.forward, bar.refreshed)
    for chosen in range(3):
        ways = [place == chosen for place in range(3)]
        bar.set_enabled(back=ways[0], forward=ways[1], refresh=ways[2])
        assert [named(bar, name).isEnabled() for name in names] == ways
        with qtbot.waitSignal(signals[chosen]):
            qtbot.mouseClick(named(bar, names[chosen]), Qt.MouseButton.LeftButton)


def test_the_tooltips_name_the_keys(bar: SearchBar) -> None:
    tips = {each.accessibleName(): plain(each.toolTip()) for each in seen(bar, QAbstractButton)}
    assert tips["Look up again"] == "Look up again (F5)"
    assert tips["Back"] == "Back (Alt+←)"


def test_focus_selects_what_is_there_so_that_pasting_replaces_it(qtbot: QtBot, bar: SearchBar) -> None:
    bar.show_text("imp_1")
    bar.focus()
    qtbot.keyClicks(bar.box, "imp_2")
    assert bar.box.text() == "imp_2"


def test_what_is_shown_in_the_box_is_replaced_by_what_is_pasted(qtbot: QtBot, bar: SearchBar) -> None:
    bar.show_text("imp_1")
    QApplication.clipboard().setText("imp_2")
    qtbot.keyClick(bar.box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert bar.box.text() == "imp_2"


def test_a_result_does_not_take_away_what_is_being_typed(qtbot: QtBot, bar: SearchBar) -> None:
    bar.show_text("imp_1")
    bar.show_result("imp_2")
    assert bar.box.text() == "imp_2"
    qtbot.keyClicks(bar.box, "imp_3")
    bar.show_result("imp_4")
    assert bar.box.text() == "imp_3"
    bar.show_text("imp_3")  # it was submitted
    bar.show_result("imp_5")
    assert bar.box.text() == "imp_5"
