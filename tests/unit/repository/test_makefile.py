"""What `make help` and `make demo` say and start; the application itself is pretended."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="a display is DISPLAY or WAYLAND_DISPLAY on Linux"
)


def make(*arguments: str, **environment: str) -> str:
    without_display = {
        k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "MAKEFLAGS"}
    }
    env = without_display | environment
    done = subprocess.run(["make", *arguments], cwd=ROOT, env=env, check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture
def environment_directory(tmp_path: Path) -> Path:
    """A .venv whose iamport-desktop only tells how it was called."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").touch()
    (tmp_path / ".app").touch()
    command = tmp_path / "bin" / "iamport-desktop"
    command.write_text('#!/bin/sh\necho "called: $QT_QPA_PLATFORM $*"\n', encoding="utf-8")
    command.chmod(0o755)
    return tmp_path


def demo(environment_directory: Path, **environment: str) -> str:
    # -o: the system's packages and what is installed count as up to date.
    skipped = ["-o", "system-app", "-o", f"{environment_directory}/.app"]
    return make(*skipped, "demo", f"VENV={environment_directory}", **environment)


def test_demo_without_a_display_says_so_and_takes_a_picture(environment_directory: Path) -> None:
    said = demo(environment_directory)
    assert "no display" in said
    assert re.search(r"called: offscreen --demo imp_\d+ --screenshot demo\.png", said)
    assert f"{ROOT}/demo.png" in said


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_demo_with_a_display_opens_the_window(environment_directory: Path, variable: str) -> None:
    said = demo(environment_directory, QT_QPA_PLATFORM="", **{variable: ":1"})
    assert re.search(r"^called:  --demo imp_\d+$", said, re.MULTILINE)


def test_help_is_the_default_and_names_the_targets_of_each_day() -> None:
    listed = set(re.findall(r"^make ([\w-]+)", make(), re.MULTILINE))
    assert {"demo", "check", "test", "lint", "package"} <= listed
