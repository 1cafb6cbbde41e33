"""A window that changes its colours looks as one that was born with them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from iamport_desktop.api.codes import CodeTables
from iamport_desktop.presentation.screens import FirstStart, Found, Ready, Screen
from iamport_desktop.translation import Translation
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.outfit import Outfit
from iamport_desktop.ui.theme import DARK, LIGHT, Theme, apply_theme
from tests.conftest import NOW
from tests.support.furnished import furnished
from tests.support.states import settle
from tests.ui.conftest import found

PARTLY_CANCELLED = "imp_100000000002"


@pytest.fixture
def looks(dressed_app: QApplication, codes: CodeTables, translation: Translation) -> Iterator[Looks]:
    yield Looks(dressed_app, codes, translation)
    apply_theme(dressed_app, LIGHT)


class Looks:
    """Windows in a theme."""

    def __init__(self, qt: QApplication, codes: CodeTables, translation: Translation) -> None:
        self._qt, self._codes, self._translation = qt, codes, translation

    def born(self, theme: Theme, screen: Screen) -> MainWindow:
        """A window that has never looked otherwise."""
        apply_theme(self._qt, theme)
        window = furnished(self._outfit(theme))
        window.show()
        window.body.show_screen(screen)
        return window

    def change(self, window: MainWindow, theme: Theme) -> None:
        """As the menu does."""
        apply_theme(self._qt, theme)
        window.body.dress(self._outfit(theme))

    def _outfit(self, theme: Theme) -> Outfit:
        return Outfit("ko", self._codes, theme, lambda: NOW, self._translation.translators)


def picture(window: MainWindow) -> QImage:
    """Without the cursor, which blinks."""
    window.search.box.clearFocus()
    settle()
    return window.grab().toImage()


@pytest.mark.parametrize("name", ["first start", "ready", "payment"])
@pytest.mark.parametrize(("before", "after"), [(LIGHT, DARK), (DARK, LIGHT)], ids=["to dark", "to light"])
def test_it_looks_as_one_that_was_born_so(
    looks: Looks, payments: dict[str, object], name: str, before: Theme, after: Theme
) -> None:
    shown: Found = found(payments[PARTLY_CANCELLED])  # type: ignore[arg-type]
    screen: Screen = {"first start": FirstStart(), "ready": Ready(), "payment": shown}[name]
    born = looks.born(after, screen)
    wanted = picture(born)
    born.close()
    changed = looks.born(before, screen)
    assert picture(changed) != wanted
    looks.change(changed, after)
    assert picture(changed) == wanted
    changed.close()
