"""A window comes to the front, on Wayland by the token of the program that asks for it."""

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.desktop.foreground import activate_window

# The offscreen platform has no stacking order.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


def test_a_minimised_window_is_restored_and_stays_maximised(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMaximized()
    window.setWindowState(window.windowState() | Qt.WindowState.WindowMinimized)
    activate_window(window)
    assert window.isVisible()
    assert not window.isMinimized()
    assert window.isMaximized()


def test_a_hidden_window_is_shown(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    activate_window(window)
    assert window.isVisible()


@pytest.mark.parametrize(
    ("platform", "token", "expected"),
    [
        ("wayland", "token-1", {"XDG_ACTIVATION_TOKEN": "token-1"}),
        ("wayland", "", {}),
        ("xcb", "token-1", {}),
    ],
)
def test_qt_gets_the_activation_token_on_wayland(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, platform: str, token: str, expected: dict[str, str]
) -> None:
    variables: dict[str, str] = {}
    monkeypatch.setattr(os, "putenv", variables.__setitem__)
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    window = QWidget()
    qtbot.addWidget(window)
    activate_window(window, token)
    assert variables == expected
