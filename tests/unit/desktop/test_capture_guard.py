"""Which windows the guard excludes from screen captures; that Windows then does so is its own matter."""

import sys

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.desktop import capture_guard
from iamport_desktop.desktop.capture_guard import CaptureGuard

NONE, EXCLUDED = 0x00, 0x11  # WDA_NONE, WDA_EXCLUDEFROMCAPTURE


@pytest.fixture
def affinities(monkeypatch: pytest.MonkeyPatch) -> dict[int, int]:
    """The display affinity that each window was given last, by its id."""
    given: dict[int, int] = {}
    monkeypatch.setattr(capture_guard, "_set_affinity", given.__setitem__)
    return given


@pytest.fixture
def guard(qapp: QApplication, affinities: dict[int, int]) -> CaptureGuard:
    return CaptureGuard(qapp)


def test_windows_shown_before_and_after_are_excluded(
    qtbot: QtBot, guard: CaptureGuard, affinities: dict[int, int]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    guard.set_enabled(True)
    dialog = QDialog(window)
    dialog.show()
    assert (affinities[window.winId()], affinities[dialog.winId()]) == (EXCLUDED, EXCLUDED)
    guard.set_enabled(False)
    assert (affinities[window.winId()], affinities[dialog.winId()]) == (NONE, NONE)


def test_a_window_shown_again_is_excluded_again(
    qtbot: QtBot, guard: CaptureGuard, affinities: dict[int, int]
) -> None:
    guard.set_enabled(True)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.hide()
    affinities.clear()
    window.show()
    assert affinities == {window.winId(): EXCLUDED}
    guard.set_enabled(False)


def test_a_disabled_guard_leaves_new_windows_alone(
    qtbot: QtBot, guard: CaptureGuard, affinities: dict[int, int]
) -> None:
    guard.set_enabled(True)
    guard.set_enabled(False)
    affinities.clear()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    assert affinities == {}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows can exclude windows from captures")
def test_other_systems_say_that_they_cannot() -> None:
    assert not capture_guard.is_supported()
