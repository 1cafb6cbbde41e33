"""The dialog for the shop's name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from iamport_desktop.ui.dialogs.shop_name import ask_shop_name
from iamport_desktop.ui.main_window import MainWindow


@pytest.mark.parametrize(("key", "taken"), [(Qt.Key.Key_Return, ["예시상점"]), (Qt.Key.Key_Escape, [])])
def test_a_name_is_taken_unless_the_dialog_is_cancelled(
    key: Qt.Key, taken: list[str], qtbot: QtBot, window: MainWindow
) -> None:
    names: list[str] = []
    dialog: QInputDialog = ask_shop_name("상점", names.append, window)
    line = dialog.findChild(QLineEdit)
    assert line is not None
    assert line.text() == "상점"
    line.setText("예시상점")
    qtbot.keyClick(line, key)
    assert names == taken
