"""The size and position of the main window on screens of several sizes, each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.texts import ROOT

# Shows the window with the geometry in the first argument; prints the screen, the window, and its geometry to save.
PROGRAM = """
import sys
from PySide6.QtCore import QByteArray, QRect
from PySide6.QtWidgets import QApplication
from iamport_desktop.ui.main_window import MainWindow

qt = QApplication([])
window = MainWindow()
window.fit_to_screen(QByteArray.fromHex(sys.argv[1].encode()))
window.show()
if len(sys.argv) > 2:
    window.setGeometry(*map(int, sys.argv[2:]))
qt.processEvents()
screen, geometry = window.screen().availableGeometry(), window.geometry()
print(*screen.getRect(), *geometry.getRect(), window.minimumWidth(), window.minimumHeight())
print(window.saveGeometry().toHex().data().decode())
"""
Rectangle = tuple[int, int, int, int]
FULL_HD, LAPTOP, FULL_HD_AT_150 = (0, 0, 1920, 1080), (0, 0, 1366, 768), (0, 0, 1280, 720)
SECOND = (1920, 0, 1920, 1080)


class Shown:
    """Where the window was shown, in logical pixels."""

    def __init__(self, output: str) -> None:
        numbers, self.saved = output.split("\n")[:2]
        self.screen: Rectangle
        self.window: Rectangle
        values = [int(number) for number in numbers.split()]
        self.screen, self.window = tuple(values[:4]), tuple(values[4:8])  # type: ignore[assignment]
        self.minimum = tuple(values[8:])

    def is_centred(self) -> bool:
        return all(
            abs(
                (self.screen[axis] + self.screen[axis + 2] / 2)
                - (self.window[axis] + self.window[axis + 2] / 2)
            )
            <= 1
            for axis in (0, 1)
        )


def show(folder: Path, *screens: Rectangle, saved: str = "", geometry: tuple[int, ...] = ()) -> Shown:
    """Show the window on `screens`, and then at `geometry`."""
    listed = [
        {"name": str(number), **dict(zip(("x", "y", "width", "height"), screen, strict=True)), "dpr": 1}
        | {"logicalDpi": 96, "logicalBaseDpi": 96}
        for number, screen in enumerate(screens)
    ]
    (folder / "screens.json").write_text(json.dumps({"screens": listed}), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, saved, *map(str, geometry)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen:configfile=screens.json", "PYTHONPATH": str(ROOT)},
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return Shown(run.stdout)


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        (FULL_HD, (1240, 860)),
        (LAPTOP, (1229, 691)),
        (FULL_HD_AT_150, (1152, 648)),
        ((0, 0, 800, 480), (720, 432)),  # smaller than the minimum size
    ],
)
def test_the_first_window_fits_the_screen_and_is_centred(
    tmp_path: Path, screen: Rectangle, size: tuple[int, int]
) -> None:
    shown = show(tmp_path, screen)
    assert shown.window[2:] == size
    assert shown.is_centred()
    assert shown.minimum == (min(760, size[0]), min(520, size[1]))


def test_a_window_that_was_left_on_a_larger_screen_is_made_smaller(tmp_path: Path) -> None:
    saved = show(tmp_path, FULL_HD, geometry=(100, 50, 1700, 950)).saved
    shown = show(tmp_path, LAPTOP, saved=saved)
    assert shown.window[2:] == (1229, 691)
    assert shown.is_centred()


def test_a_window_on_a_screen_that_is_gone_comes_to_the_one_there_is(tmp_path: Path) -> None:
    geometry = (2000, 100, 1000, 700)
    saved = show(tmp_path, FULL_HD, SECOND, geometry=geometry).saved
    assert show(tmp_path, FULL_HD, SECOND, saved=saved).window == geometry
    shown = show(tmp_path, FULL_HD, saved=saved)
    x, y, width, height = shown.window
    assert (width, height) == (1000, 700)
    assert 0 <= x <= 1920 - width
    assert 0 <= y <= 1080 - height
