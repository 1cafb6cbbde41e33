"""A program that cannot start says so, and leaves a report that does not name the user."""

from __future__ import annotations

import shutil

import pytest

from tests.packages.windows.conftest import NAME, SAMPLE, InstalledApp
from wine.prefix import USER


@pytest.fixture
def broken(installed: InstalledApp) -> InstalledApp:
    """The installed program without one of its folders, as a virus scanner may leave it."""
    shutil.rmtree(installed.folder / "_internal" / "resources" / "codes")
    return installed


def test_a_crash_leaves_a_report_and_says_where_it_is(broken: InstalledApp) -> None:
    done = broken.say("--lang", "en", "--demo", SAMPLE, "--screenshot", r"C:\none.png")
    assert done.code == 1
    (report,) = (broken.wine.profile / "AppData" / "Local" / "State" / NAME / "crashes").glob("crash-*.txt")
    assert report.name in done.err
    said = report.read_text(encoding="utf-8")
    assert "FileNotFoundError" in said
    assert "System: Windows" in said
    assert USER not in said
