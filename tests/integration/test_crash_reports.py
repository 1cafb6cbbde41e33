"""Uncaught exceptions and hard crashes of the program: a report without data, a sentence, and a window that goes on."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.desktop.crash_reports import CrashFolder
from iamport_desktop.lookup import state
from iamport_desktop.presentation.notices import crash_message, previous_crash_message
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.ui.widgets.message_bars import MessageBar
from tests.support.app_here import app_here
from tests.support.app_that_fails import SENTINEL
from tools.programs import clean_environment


class PlantedError(Exception):
    pass


def test_the_bar_speaks_the_language_of_the_window_until_it_is_closed(qtbot: QtBot, language: str) -> None:
    bar = MessageBar(Severity.ERROR)
    qtbot.addWidget(bar)
    sentence = {"ko": "문제가 발생했습니다", "en": "Something went wrong"}
    bar.show_text(lambda: sentence[language])
    assert bar.text() == sentence[language]
    language = "en" if language == "ko" else "ko"
    QApplication.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
    assert bar.text() == sentence[language]
    bar.clear()
    assert bar.isHidden()
    QApplication.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
    assert bar.isHidden()


def test_a_payment_that_cannot_be_shown_leaves_no_half_of_it(
    tmp_path: Path, dressed_app: QApplication, sandbox: Sandbox, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with app_here(qtbot, dressed_app, sandbox, tmp_path) as app:
        app.lookups.open(ImpUid("imp_100000000001"))
        qtbot.waitUntil(lambda: app.window.pages.payment.isVisible())
        shown = app.window.show_state

        def fails(screen: state.LookupState) -> None:
            if isinstance(screen, state.Loaded):
                raise PlantedError
            shown(screen)

        monkeypatch.setattr(app.window, "show_state", fails)
        with qtbot.capture_exceptions() as exceptions:
            app.lookups.open(ImpUid("imp_100000000002"))
            qtbot.waitUntil(lambda: bool(exceptions))
        app.show_crash("report.txt")
        assert app.window.pages.problem.isVisible()
        assert not app.window.pages.payment.isVisible()
        monkeypatch.undo()
        app.lookups.refresh()
        qtbot.waitUntil(lambda: app.window.pages.payment.isVisible())
        app.show_crash("report.txt")  # of something else; what is shown is whole
        assert app.window.pages.payment.isVisible()


class Desk:
    """A person's home, and the program started there."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.crashes = home / ".local" / "state" / "iamport-desktop" / "crashes"
        self.environment = clean_environment(home) | {
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "SENTINEL": SENTINEL,
        }

    def run(self, fault: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "tests.support.app_that_fails", fault]
        run = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60)
        assert SENTINEL not in run.stderr + run.stdout
        return run

    def reports(self) -> list[str]:
        texts = [each.read_text(encoding="utf-8") for each in sorted(self.crashes.glob("*"))]
        for text in texts:
            assert "iamport-desktop" in text
            assert SENTINEL not in text
            assert str(self.home) not in text
        return texts


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    if sys.platform != "linux":
        pytest.skip("needs Linux' signals and folders")
    return Desk(tmp_path)


def test_the_window_survives_what_fails_on_every_thread(desk: Desk) -> None:
    run = desk.run("caught")
    assert run.returncode == 0, run.stderr
    said = run.stdout.splitlines()
    assert said[-1] == "found"
    assert {*said[:-1]} == {f"trouble: {crash_message(str(each))}" for each in desk.crashes.iterdir()}
    reports = desk.reports()
    found = [re.search(r"Thread: (\w+)\n.*~/desk/(\w+)\.py:4 fail\n", each, re.DOTALL) for each in reports]
    threads = {each[2]: each[1] for each in found if each}
    assert threads == {
        "slot": "MainThread",
        "thread": "other",
        "coroutine": "network",
        "callback": "network",
        "end": "MainThread",
    }
    assert all("PlantedError" in report for report in reports)


def test_the_window_survives_what_fails_at_every_painting(desk: Desk) -> None:
    run = desk.run("painting")
    assert run.returncode == 0, run.stderr
    assert [each.split(":")[0] for each in run.stdout.splitlines()] == ["trouble", "found"]
    assert len(desk.reports()) == 1


def test_the_start_after_a_hard_crash_tells_of_it_once(desk: Desk) -> None:
    assert desk.run("segfault").returncode == -signal.SIGSEGV
    after = desk.run("none")
    (path,) = desk.crashes.iterdir()
    assert after.stdout.splitlines() == [f"earlier: {previous_crash_message(str(path))}", "found"]
    (report,) = desk.reports()
    assert "Fatal Python error: Segmentation fault" in report
    assert re.search(r'"~/desk/died.py", line \d+ in die', report)
    assert desk.run("none").stdout.splitlines() == ["found"]
    assert list(desk.crashes.iterdir()) == [path]


def test_a_crash_of_another_thread_and_a_platform_that_is_missing_are_told_of_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.run("thread-segfault").returncode == -signal.SIGSEGV
    desk.environment["QT_QPA_PLATFORM"] = "missing"
    no_window = desk.run("none")
    assert no_window.returncode == -signal.SIGABRT
    assert "no Qt platform plugin could be initialized" in no_window.stderr
    monkeypatch.setenv("HOME", str(desk.home))
    CrashFolder(desk.crashes).collect_dumps()
    crashed, aborted = sorted(desk.reports(), key=lambda each: "Aborted" in each)
    assert "Fatal Python error: Segmentation fault" in crashed
    assert re.search(r'app_that_fails.py", line \d+ in <lambda>', crashed)
    assert "no Qt platform plugin could be initialized" in aborted
    assert "Fatal Python error: Aborted" in aborted
