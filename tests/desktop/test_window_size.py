"""The first window on a small screen with a window manager: frame and all, it is to be seen whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.desktop_driver import desktop_app
from tools.programs import clean_environment
from tools.xvfb import display


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1280, 720)])
def test_the_first_window_is_seen_whole(home: Path, folder: Path, width: int, height: int) -> None:
    with display(home, f"{width}x{height}x24") as screen:
        environment = clean_environment(home) | {"DISPLAY": screen}
        with desktop_app(environment, folder, "--demo") as window:
            shown = dict(
                line.split("=")
                for line in window.do("getwindowgeometry", "--shell", window.window).splitlines()
            )
            x, y, wide, high = (int(shown[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
            assert (wide, high) == (int(width * 0.9), int(height * 0.9))
            assert 0 <= x <= width - wide
            assert 0 <= y <= height - high
