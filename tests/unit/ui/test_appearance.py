"""The chosen language and theme, applied to the whole application."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication

from iamport_desktop.presentation.i18n import as_language
from iamport_desktop.ui.appearance import Appearance
from iamport_desktop.ui.theme import DARK, LIGHT, Theme, apply_theme, current_theme


@pytest.fixture
def appearance(styled_app: QApplication) -> Iterator[Appearance]:
    """English and light, on a light system."""
    appearance = Appearance(styled_app, "en", "light")
    yield appearance
    styled_app.styleHints().colorSchemeChanged.disconnect(appearance._follow_system)
    appearance.set_language("en")
    apply_theme(styled_app, LIGHT)


def label() -> str:
    return QCoreApplication.translate("SearchBar", "Look up")


def test_a_language_is_spoken_from_its_choice_on(appearance: Appearance) -> None:
    assert (appearance.language, label()) == ("en", "Look up")
    appearance.set_language("ko")
    assert (appearance.language, label()) == ("ko", "조회")
    appearance.set_language("en")
    assert (appearance.language, label()) == ("en", "Look up")


@pytest.mark.parametrize(
    ("choice", "system", "language"),
    [("ko", "en_US", "ko"), ("en", "ko_KR", "en"), ("", "ko_KR", "ko"), ("", "de_DE", "en")],
)
def test_no_choice_is_the_language_of_the_system(
    monkeypatch: pytest.MonkeyPatch, choice: str, system: str, language: str
) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(system)))
    assert as_language(choice) == language


def test_the_other_language_can_be_used_for_one_text(appearance: Appearance) -> None:
    assert appearance.translators["ko"].translate("SearchBar", "Look up") == "조회"
    assert label() == "Look up"


@pytest.mark.parametrize(
    ("choice", "on_a_light_system", "on_a_dark_system"),
    [("light", LIGHT, LIGHT), ("dark", DARK, DARK), ("", LIGHT, DARK)],
)
def test_no_choice_is_the_theme_of_the_system(
    appearance: Appearance,
    styled_app: QApplication,
    choice: str,
    on_a_light_system: Theme,
    on_a_dark_system: Theme,
) -> None:
    appearance.set_theme(choice)
    assert appearance.theme_setting == choice
    for scheme, theme in (
        (Qt.ColorScheme.Light, on_a_light_system),
        (Qt.ColorScheme.Dark, on_a_dark_system),
        (Qt.ColorScheme.Light, on_a_light_system),
    ):
        styled_app.styleHints().colorSchemeChanged.emit(scheme)
        assert current_theme() is theme
