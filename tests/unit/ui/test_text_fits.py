"""No text is cut off in any state, at 100 and at 150 %, in a narrow and in a usual window, in either language."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.ui.widgets.label import PlainLabel
from tests.support.find_clipped_text import SIZES, find_clipped_text
from tests.support.window_states import STATES

ROOT = Path(__file__).parents[3]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("scale", ["1", "1.5"])
def test_every_text_has_its_room(scale: str, language: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
    command = [sys.executable, "-m", "tests.support.find_clipped_text", language]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=90)
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    assert told["misfits"] == []
    assert told["scale"] == float(scale)
    assert told["looked at"] > 20 * len(STATES) * len(SIZES)


@pytest.mark.parametrize("kind", [PlainLabel, partial(PlainLabel, one_line=True), QPushButton])
def test_what_is_cut_off_is_noticed(
    qtbot: QtBot, styled_app: QApplication, kind: Callable[[str], QWidget]
) -> None:
    root, widget = QWidget(), kind("two words")
    QVBoxLayout(root).addWidget(widget)
    qtbot.addWidget(root)
    root.resize(300, 100)
    root.show()
    assert list(find_clipped_text(root)) == []
    widget.setMaximumSize(12, 9)
    root.layout().activate()
    assert list(find_clipped_text(root)) != []
