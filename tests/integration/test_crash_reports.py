"""Uncaught exceptions and hard crashes of the program: a report without data, a sentence, and a window that goes on."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.desktop.crash_reports import CrashFolder
from iamport_desktop.lookup import state
from iamport_desktop.lookup.state import Failed, Loaded
from iamport_desktop.presentation.notices import crash_message, previous_crash_message
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.ui.widgets.message_bars import MessageBar
from tests.support.app_client import AppClient, started_app
from tests.support.app_driver import AppDriver
from tests.support.planted_failures import SENTINEL
from tools.programs import PATIENCE, clean_environment, wait_until

ID = ImpUid("imp_100000000002")


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
    driver: AppDriver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.app.lookups.open(ImpUid("imp_100000000001"))
    qtbot.waitUntil(lambda: driver.window.pages.payment.isVisible())
    shown = driver.window.show_state

    def fails(screen: state.LookupState) -> None:
        if isinstance(screen, state.Loaded):
            raise PlantedError
        shown(screen)

    monkeypatch.setattr(driver.window, "show_state", fails)
    with qtbot.capture_exceptions() as exceptions:
        driver.app.lookups.open(ImpUid("imp_100000000002"))
        qtbot.waitUntil(lambda: bool(exceptions))
    driver.app.show_crash("report.txt")
    assert driver.window.pages.problem.isVisible()
    assert not driver.window.pages.payment.isVisible()
    monkeypatch.undo()
    driver.app.lookups.refresh()
    qtbot.waitUntil(lambda: driver.window.pages.payment.isVisible())
    driver.app.show_crash("report.txt")  # of something else; what is shown is whole
    assert driver.window.pages.payment.isVisible()


class Home:
    """A user's home, in which the app is started."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.reports = folder / ".local" / "state" / "iamport-desktop" / "crashes"
        self.environment = clean_environment(folder) | {"SENTINEL": SENTINEL}

    @contextmanager
    def app(self) -> Iterator[AppClient]:
        """Start the app with sample payments, and SENTINEL among its arguments."""
        with started_app(self.environment, self.folder, "--demo", "--lang=en", SENTINEL) as app:
            yield app
        assert SENTINEL not in app.error_output

    def fail(self, kind: str) -> int:
        """Start the app and have it die; return the exit code."""
        with self.app() as app:
            app.wait_for(Failed)
            app.ask("fail", kind)
            return app.process.wait(PATIENCE)

    def crash_message(self) -> str:
        """Start the app; return what it says about an earlier crash."""
        with self.app() as app:
            app.wait_for(Failed)
            text = str(app.ask("crash_message"))
            app.close()
            return text

    def shows_report(self, app: AppClient, number: int) -> bool:
        """Return whether report `number`, counted from 1, is written and shown."""
        files = sorted(self.reports.glob("crash-*"))
        return len(files) == number and app.ask("crash_message") == crash_message(str(files[-1]))

    def read_reports(self) -> list[str]:
        """Return the reports, of which none holds anything private."""
        texts = [file.read_text(encoding="utf-8") for file in sorted(self.reports.glob("*"))]
        for text in texts:
            assert "iamport-desktop" in text
            assert SENTINEL not in text
            assert str(self.folder) not in text
        return texts


@pytest.fixture
def home(tmp_path: Path) -> Home:
    if sys.platform != "linux":
        pytest.skip("needs Linux' signals and folders")
    return Home(tmp_path)


CAUGHT = {
    "slot": "MainThread",
    "thread": "other",
    "coroutine": "network",
    "callback": "network",
    "deleted": "MainThread",
}


def test_the_app_survives_failures_on_every_thread(home: Home) -> None:
    with home.app() as app:
        app.wait_for(Failed)
        for number, kind in enumerate(CAUGHT, 1):
            app.ask("fail", kind)
            wait_until(partial(home.shows_report, app, number), f"the window shows the report of {kind}")
        assert app.look_up(ID) is Loaded
        app.close()
    reports = home.read_reports()
    found = [re.search(r"Thread: (\w+)\n.*~/desk/(\w+)\.py:4 fail\n", each, re.DOTALL) for each in reports]
    assert {match[2]: match[1] for match in found if match} == CAUGHT
    assert all("PlantedError" in report for report in reports)


def test_the_app_survives_a_failure_at_every_painting(home: Home) -> None:
    with home.app() as app:
        app.wait_for(Failed)
        app.ask("fail", "painted")
        wait_until(lambda: app.ask("crash_message"), "the window tells of it")
        assert app.look_up(ID) is Loaded
        app.close()
    assert len(home.read_reports()) == 1


def test_the_start_after_a_hard_crash_tells_of_it_once(home: Home) -> None:
    assert home.fail("segfault") == -signal.SIGSEGV
    message = home.crash_message()
    (file,) = home.reports.iterdir()
    assert message == previous_crash_message(str(file))
    (report,) = home.read_reports()
    assert "Fatal Python error: Segmentation fault" in report
    assert re.search(r'"~/desk/died.py", line \d+ in call', report)
    assert home.crash_message() == ""
    assert list(home.reports.iterdir()) == [file]


def test_a_crash_of_another_thread_and_a_missing_platform_are_reported_too(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert home.fail("thread-segfault") == -signal.SIGSEGV
    home.environment["QT_QPA_PLATFORM"] = "missing"
    with home.app() as app:
        assert app.process.wait(PATIENCE) == -signal.SIGABRT
        assert "no Qt platform plugin could be initialized" in app.error_output
    monkeypatch.setenv("HOME", str(home.folder))
    CrashFolder(home.reports).collect_dumps()
    crashed, aborted = sorted(home.read_reports(), key=lambda each: "Aborted" in each)
    assert "Fatal Python error: Segmentation fault" in crashed
    assert re.search(r'planted_failures.py", line \d+ in <lambda>', crashed)
    assert "no Qt platform plugin could be initialized" in aborted
    assert "Fatal Python error: Aborted" in aborted
