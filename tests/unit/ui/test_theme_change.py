"""A window that changes its colours looks as one that was born with them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.api.codes import CodeTables
from iamport_desktop.lookup.state import FirstStart, Loaded, LookupState, Ready
from iamport_desktop.ui.appearance import Translation
from iamport_desktop.ui.display_context import DisplayContext
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.theme import DARK, LIGHT, Theme, apply_theme
from tests.conftest import NOW
from tests.support.furnished import furnished
from tests.support.states import settle
from tests.unit.ui.conftest import found

PARTLY_CANCELLED = "imp_100000000002"


@pytest.fixture
def looks(
    qtbot: QtBot, dressed_app: QApplication, codes: CodeTables, translation: Translation
) -> Iterator[Appearance]:
    yield Appearance(qtbot, dressed_app, codes, translation)
    apply_theme(dressed_app, LIGHT)


class Appearance:
    """Windows in a theme."""

    def __init__(self, qtbot: QtBot, qt: QApplication, codes: CodeTables, translation: Translation) -> None:
        self._qtbot, self._qt, self._codes, self._translation = qtbot, qt, codes, translation

    def born(self, theme: Theme, screen: LookupState) -> MainWindow:
        """A window that has never looked otherwise."""
        apply_theme(self._qt, theme)
        window = furnished(self._outfit(theme))
        window.show()
        window.body.show_screen(screen)
        return window

    def change(self, window: MainWindow, *themes: Theme) -> None:
        """As the menu does, one right after the other; return when the last is worn."""
        for theme in themes:
            apply_theme(self._qt, theme)
            window.body.dress(self._outfit(theme))
        assert not window.updatesEnabled(), "nothing is painted while it is neither the one nor the other"
        self._qtbot.waitUntil(window.updatesEnabled)

    def _outfit(self, theme: Theme) -> DisplayContext:
        return DisplayContext("ko", self._codes, theme, lambda: NOW, self._translation.translators)


def picture(window: MainWindow) -> QImage:
    """Without the focus, and so without the cursor, which blinks."""
    settle()
    if focused := QApplication.focusWidget():
        focused.clearFocus()
    settle()
    return window.grab().toImage()


@pytest.mark.parametrize("name", ["first start", "ready", "payment"])
@pytest.mark.parametrize(("before", "after"), [(LIGHT, DARK), (DARK, LIGHT)], ids=["to dark", "to light"])
def test_it_looks_as_one_that_was_born_so(
    looks: Appearance, payments: dict[str, object], name: str, before: Theme, after: Theme
) -> None:
    shown: Loaded = found(payments[PARTLY_CANCELLED])  # type: ignore[arg-type]
    screen: LookupState = {"first start": FirstStart(), "ready": Ready(), "payment": shown}[name]
    born = looks.born(after, screen)
    wanted = picture(born)
    born.close()
    changed = looks.born(before, screen)
    assert picture(changed) != wanted
    looks.change(changed, after)
    assert picture(changed) == wanted
    changed.close()


def test_of_two_changes_the_last_one_holds(looks: Appearance) -> None:
    born = looks.born(LIGHT, Ready())
    wanted = picture(born)
    born.close()
    changed = looks.born(LIGHT, Ready())
    looks.change(changed, DARK, LIGHT)
    assert picture(changed) == wanted
    changed.close()
