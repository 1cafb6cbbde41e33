"""The executable on a machine that has no Python: it needs nothing from PATH."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import iamport_desktop
from iamport_desktop.presentation.severity import Severity
from tests.packages.linux.conftest import Run
from tests.support.pictures import likeness, shows

SAMPLE = "imp_100000000002"  # partially cancelled


@pytest.fixture
def nothing(tmp_path: Path) -> str:
    """A PATH with nothing on it."""
    (tmp_path / "nothing").mkdir()
    return str(tmp_path / "nothing")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_its_picture_is_that_of_the_checkout(
    run: Run, environment: dict[str, str], nothing: str, tmp_path: Path, language: str
) -> None:
    asked = ["--demo", SAMPLE, "--theme", "light", "--lang", language, "--screenshot"]
    frozen, source = tmp_path / "frozen.png", tmp_path / "source.png"
    done = run(*asked, str(frozen), PATH=nothing, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    command = [sys.executable, "-m", "iamport_desktop", *asked, str(source)]
    subprocess.run(command, env=environment | {"QT_QPA_PLATFORM": "offscreen"}, check=True)
    picture = QImage(str(frozen))
    assert shows(picture, Severity.WARNING)
    # Times and the port of the sandbox differ.
    assert likeness(picture, QImage(str(source))) > 0.98


def test_a_payment_that_is_not_there_fails_and_says_so(run: Run, tmp_path: Path) -> None:
    picture = tmp_path / "none.png"
    done = run("--demo", "imp_999999999999", "--screenshot", str(picture), QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert done.stderr
    assert not shows(QImage(str(picture)), Severity.WARNING)


def test_what_cannot_go_on_ends_and_says_where_the_report_is(
    bundle: Path, environment: dict[str, str], home: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(bundle, broken, symlinks=True)
    shutil.rmtree(broken / "_internal" / "resources" / "codes")
    command = [str(broken / bundle.name), "--demo", SAMPLE, "--screenshot", str(tmp_path / "none.png")]
    offscreen = environment | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=offscreen, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    (report,) = (home / ".local" / "state" / bundle.name / "crashes").glob("crash-*.txt")
    assert str(report) in done.stderr
    assert "FileNotFoundError" in report.read_text(encoding="utf-8")


def test_it_says_its_version(run: Run) -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"iamport-desktop {iamport_desktop.__version__}\n")


def test_wrong_usage_is_refused(run: Run) -> None:
    done = run("no imp_uid")
    assert done.returncode == 2
    assert "no imp_uid" in done.stderr
