"""What the agent chooses holds at once and in the next run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.origin import PORTONE
from iamport_desktop.controllers.preferences import Preferences
from iamport_desktop.settings import Settings
from iamport_desktop.ui.appearance import Appearance
from iamport_desktop.ui.theme import DARK, LIGHT, apply_theme, current_theme
from tests.conftest import NOW, RULES

A, B = ImpUid("imp_100000000001"), ImpUid("imp_100000000002")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


@pytest.fixture
def start(styled_app: QApplication, path: Path) -> Iterator[Callable[[], tuple[Preferences, Settings]]]:
    """Starts a run with the settings of the run before."""
    appearances: list[Appearance] = []

    def start() -> tuple[Preferences, Settings]:
        settings = Settings(path)
        appearances.append(Appearance(styled_app, settings.language, settings.theme))
        return Preferences(
            styled_app, appearances[-1], settings, lambda: NOW, RULES, lambda: PORTONE
        ), settings

    yield start
    for appearance in appearances:
        appearance.set_language("en")
    apply_theme(styled_app, LIGHT)


@pytest.mark.parametrize(
    ("choose", "shown"),
    [
        (lambda preferences: preferences.set_language("ko"), {"language": "ko"}),
        (lambda preferences: preferences.set_theme("dark"), {"theme": "dark"}),
        (lambda preferences: preferences.set_include_test_payments(True), {"include_test_payments": True}),
        (lambda preferences: preferences.set_keeps_history(False), {"keeps_history": False}),
    ],
    ids=["language", "theme", "test payments", "history"],
)
def test_a_choice_is_shown_at_once_and_in_the_next_run(
    qtbot: QtBot,
    start: Callable[[], tuple[Preferences, Settings]],
    choose: Callable[[Preferences], None],
    shown: dict[str, object],
) -> None:
    preferences, settings = start()
    before = preferences.state()
    with qtbot.waitSignal(preferences.changed):
        choose(preferences)
    settings.save()
    for run in (preferences, start()[0]):
        state = run.state()
        assert {name: getattr(state, name) for name in shown} == shown
        assert state != before


def test_a_chosen_language_and_theme_are_those_of_what_is_shown(
    start: Callable[[], tuple[Preferences, Settings]],
) -> None:
    preferences, _ = start()
    preferences.set_language("ko")
    preferences.set_theme("dark")
    context = preferences.format_context()
    assert (context.language, context.now, context.revealed) == ("ko", NOW, False)
    assert current_theme() is DARK


def test_imp_uids_are_remembered_until_they_are_cleared(
    start: Callable[[], tuple[Preferences, Settings]],
) -> None:
    preferences, _ = start()
    preferences.remember(A)
    preferences.remember(B)
    assert preferences.history == [B, A]
    preferences.clear_history()
    assert preferences.history == []


def test_replies_begin_with_the_shop_name_at_once_and_in_the_next_run(
    qtbot: QtBot, start: Callable[[], tuple[Preferences, Settings]]
) -> None:
    preferences, settings = start()
    with qtbot.waitSignal(preferences.changed, timeout=0):
        preferences.set_shop_name("예시상점")
    assert preferences.format_context().shop_name == "예시상점"
    settings.save()
    assert start()[0].format_context().shop_name == "예시상점"
