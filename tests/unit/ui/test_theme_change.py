"""A window that changes its theme looks as one that always had it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.api.models import Payment
from iamport_desktop.lookup.state import FirstStart, LookupState, Order, Ready, Results
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.theme import DARK, LIGHT, Theme, apply_theme, current_theme
from tests.conftest import NOW
from tests.support.build_window import Context, build_window
from tests.support.window import settle
from tests.unit.ui.conftest import found

PARTLY_CANCELLED = "imp_100000000002"

Build = Callable[[Theme, LookupState], MainWindow]


@pytest.fixture
def build(qtbot: QtBot, styled_app: QApplication, translation: Translation) -> Iterator[Build]:
    """Builds a window that shows a state in a theme."""

    def build(theme: Theme, state: LookupState) -> MainWindow:
        apply_theme(styled_app, theme)
        window = build_window(Context("en", NOW), translation)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(window.isActiveWindow)  # else the focus comes later, with its cursor
        window.show_state(state)
        return window

    yield build
    apply_theme(styled_app, LIGHT)


def picture(window: MainWindow) -> QImage:
    """Grab the window without the focus, whose cursor blinks."""
    settle()
    if focused := QApplication.focusWidget():
        focused.clearFocus()
    settle()
    return window.grab().toImage()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["first start", "ready", "payment", "results"])
@pytest.mark.parametrize(("before", "after"), [(LIGHT, DARK), (DARK, LIGHT)], ids=["to dark", "to light"])
def test_it_looks_as_one_that_always_had_it(
    build: Build,
    styled_app: QApplication,
    payments: dict[str, Payment],
    name: str,
    before: Theme,
    after: Theme,
) -> None:
    payment = payments[PARTLY_CANCELLED]
    states: dict[str, LookupState] = {
        "first start": FirstStart(),
        "ready": Ready(),
        "payment": found(payment),
        "results": Results(Order("ORD-1"), (payment,), (), NOW),
    }
    state = states[name]
    always = build(after, state)
    wanted = picture(always)
    always.close()
    window = build(before, state)
    assert picture(window) != wanted
    apply_theme(styled_app, after)
    assert picture(window) == wanted


def test_the_current_theme_is_that_of_the_palette(build: Build, styled_app: QApplication) -> None:
    for theme in (DARK, LIGHT):
        apply_theme(styled_app, theme)
        assert current_theme() is theme


def test_an_exception_in_a_change_of_the_theme_leaves_a_window_that_is_painted_and_changes_again(
    qtbot: QtBot, build: Build, styled_app: QApplication
) -> None:
    class Failing(QWidget):
        def changeEvent(self, event: QEvent) -> None:
            if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
                raise RuntimeError("planted")

    window = build(LIGHT, Ready())
    failing = Failing(window)
    with qtbot.capture_exceptions() as exceptions:
        apply_theme(styled_app, DARK)
        settle()
    assert exceptions
    shiboken6.delete(failing)
    assert window.updatesEnabled()
    apply_theme(styled_app, LIGHT)
    back = picture(window)
    apply_theme(styled_app, DARK)
    assert picture(window) != back
