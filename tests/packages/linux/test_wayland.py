"""The executable in a Wayland session: a headless weston, which takes the picture itself."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from iamport_desktop.presentation.severity import Severity
from tests.support.pictures import shows
from tools.programs import require, running, wait_until

SAMPLE = "imp_100000000002"  # partially cancelled
SOCKET = "wayland-desk"


@pytest.fixture
def wayland(environment: dict[str, str]) -> Iterator[dict[str, str]]:
    """The environment of a program in a Wayland session without X11."""
    size = ("--width=1280", "--height=1024", "--use-pixman")
    # --debug: weston lets any program take pictures.
    command = [
        require("weston", "weston"),
        "--backend=headless-backend.so",
        *size,
        f"--socket={SOCKET}",
        "--debug",
    ]
    natural = {name: value for name, value in environment.items() if name != "QT_QPA_PLATFORM"}
    quiet = subprocess.DEVNULL
    with running(command, natural, stdout=quiet, stderr=quiet):
        socket = Path(natural["XDG_RUNTIME_DIR"], SOCKET)
        wait_until(socket.exists, "weston listens")
        yield natural | {"WAYLAND_DISPLAY": SOCKET}


def picture(environment: dict[str, str], folder: Path) -> QImage:
    for old in folder.glob("wayland-screenshot-*.png"):
        old.unlink()
    shooter = require("weston-screenshooter", "weston")
    subprocess.run([shooter], cwd=folder, env=environment, check=True, capture_output=True)
    (made,) = folder.glob("wayland-screenshot-*.png")
    return QImage(str(made))


def test_the_window_shows_the_payment(executable: Path, wayland: dict[str, str], tmp_path: Path) -> None:
    said = tmp_path / "said.txt"
    command = [str(executable), "--demo", SAMPLE, "--theme", "light"]
    with said.open("wb") as output, running(command, wayland, stdout=output, stderr=output) as process:
        wait_until(lambda: shows(picture(wayland, tmp_path), Severity.WARNING), "the payment is shown")
        assert process.poll() is None
    assert said.read_text(encoding="utf-8") == ""
