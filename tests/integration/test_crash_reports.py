"""What nobody catches: a report without data, a sentence, and a window that goes on."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.desktop.crash_report import MAX_CAUSES, MAX_FRAMES, header, of_exception, without_home
from iamport_desktop.desktop.crash_reports import KEPT, UNFINISHED_KEPT, CrashFolder
from iamport_desktop.lookup import state
from iamport_desktop.presentation.notices import crash_message, previous_crash_message
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.ui.widgets.message_bars import MessageBar
from tests.support.app_here import app_here
from tests.support.app_that_fails import SENTINEL
from tools.programs import clean_environment

# What a report says


class PlantedError(Exception):
    pass


def raised(error: BaseException) -> BaseException:
    try:
        raise error
    except type(error):
        return error


def test_a_report_says_what_and_where_and_nothing_of_the_data() -> None:
    of_a_customer = "sentinel"
    error = raised(PlantedError(of_a_customer, {"buyer": of_a_customer}))
    error.add_note(of_a_customer)
    report = of_exception(error, "MainThread")
    assert report.startswith(header())
    assert "Thread: MainThread" in report
    assert f"Exception: {__name__}.PlantedError" in report
    assert re.search(r"test_crash\.py:\d+ raised\n", report)
    assert "sentinel" not in report
    assert "of_a_customer" not in report


def test_causes_are_told_with_the_places_they_came_from() -> None:
    try:
        try:
            raised(KeyError("sentinel"))
            raise KeyError("sentinel")
        except KeyError as error:
            raise PlantedError("sentinel") from error
    except PlantedError as error:
        group = raised(ExceptionGroup("sentinel", [error, OSError("sentinel")]))
    report = of_exception(group, "MainThread")
    kinds = re.findall("Exception: (.*)", report)
    assert kinds == [
        "builtins.ExceptionGroup",
        f"{__name__}.PlantedError",
        "builtins.OSError",
        "builtins.KeyError",
    ]
    assert "sentinel" not in report


def test_a_ring_of_causes_has_an_end() -> None:
    first, second = raised(KeyError()), raised(OSError())
    first.__cause__, second.__cause__ = second, first
    assert of_exception(first, "MainThread").count("Exception: ") == 2


def test_many_causes_and_frames_are_cut_short() -> None:
    def deeper() -> None:
        deeper()

    try:
        deeper()
    except RecursionError as error:
        endless: BaseException = error
    report = of_exception(endless, "MainThread")
    assert len(report.splitlines()) < MAX_FRAMES + 10
    assert re.search(r"\.\.\. \d+ more", report)
    for _ in range(3 * MAX_CAUSES):
        outer = KeyError()
        outer.__cause__ = endless
        endless = outer
    assert of_exception(endless, "MainThread").count("Exception: ") == MAX_CAUSES


def test_the_home_and_what_it_leads_to_are_shortened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, link = tmp_path / "kim.real", tmp_path / "kim"
    real.mkdir()
    link.symlink_to(real)
    monkeypatch.setenv("HOME", str(link))
    monkeypatch.setenv("USERPROFILE", str(link))
    assert without_home(f"{link}/a {real}/b /elsewhere") == "~/a ~/b /elsewhere"
    monkeypatch.setenv("HOME", "/")
    monkeypatch.setenv("USERPROFILE", "/")
    assert without_home("/a/b") == "/a/b"


# Where it lies


@pytest.mark.skipif(sys.platform == "win32", reason="modes are not Windows'")
def test_reports_are_the_person_s_alone(tmp_path: Path) -> None:
    old_mask = os.umask(0)
    try:
        folder = CrashFolder(tmp_path / "crashes")
        with folder.open_dump("") as dump:
            files = [folder.write("report"), Path(str(dump.name))]
    finally:
        os.umask(old_mask)
    assert {stat.S_IMODE(each.stat().st_mode) for each in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "crashes").stat().st_mode) == 0o700


def test_only_the_last_reports_are_kept(tmp_path: Path) -> None:
    folder = CrashFolder(tmp_path)
    for number in range(2 * KEPT):
        report = folder.write(f"{number}", datetime(2026, 1, 1, 0, 0, number, tzinfo=UTC))
        os.utime(report, (number, number))
    folder.write("last")
    kept = {each.read_text(encoding="utf-8").splitlines()[-1] for each in tmp_path.iterdir()}
    assert kept == {"last", *(str(number) for number in range(KEPT + 1, 2 * KEPT))}


def left_behind(folder: Path, pid: int, text: str) -> Path:
    """What a process with another number leaves."""
    CrashFolder(folder).open_dump(header()).close()
    mine = folder / f"running-{os.getpid()}.txt"
    with mine.open("a", encoding="utf-8") as file:
        file.write(text)
    return mine.rename(folder / f"running-{pid}.txt")


def test_a_hard_crash_becomes_a_report_once(tmp_path: Path) -> None:
    left_behind(tmp_path, 1, "")  # runs still, or was killed
    left_behind(
        tmp_path, 2, f'Fatal Python error: Segmentation fault\n\n  File "{Path.home()}/a.py", line 1 in b\n'
    )
    report = CrashFolder(tmp_path).collect_dumps()
    assert report is not None
    text = report.read_text(encoding="utf-8")
    assert header() in text
    assert 'Segmentation fault\n\n  File "~/a.py", line 1 in b' in text.replace("\\", "/")
    assert CrashFolder(tmp_path).collect_dumps() is None
    assert {each.name for each in tmp_path.iterdir()} == {"running-1.txt", report.name}


def test_what_killed_processes_leave_does_not_pile_up(tmp_path: Path) -> None:
    for pid in range(3 * UNFINISHED_KEPT):
        left_behind(tmp_path, pid, "")
    CrashFolder(tmp_path).collect_dumps()
    assert len(list(tmp_path.iterdir())) == UNFINISHED_KEPT


# Who catches it

CATCHES = """
import sys, threading
from pathlib import Path
from iamport_desktop.desktop.crash_reports import CrashReports
from iamport_desktop.desktop.crash_reports import CrashFolder
reports = CrashReports(CrashFolder(Path(sys.argv[1])))
reports.install()
told = []
reports.written.connect(told.append)
def fail(number=0):
    raise ValueError("sentinel")
"""


def caught(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", CATCHES + code, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_an_exception_that_ends_the_program_is_reported(tmp_path: Path) -> None:
    run = caught(tmp_path, "fail()")
    assert run.returncode == 1
    (report,) = tmp_path.glob("crash-*")
    assert run.stderr == crash_message(str(report)) + "\n"
    assert "builtins.ValueError" in report.read_text(encoding="utf-8")


def test_where_nothing_can_be_written_that_is_said(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    run = caught(in_the_way / "crashes", "fail()")
    assert run.stderr == crash_message("") + "\n"


def test_a_place_that_fails_again_and_again_is_reported_once(tmp_path: Path) -> None:
    repeat = "from PySide6.QtCore import *\napp = QCoreApplication([])\n"
    repeat += "for _ in range(100): QTimer.singleShot(0, fail)\n"
    repeat += "QTimer.singleShot(0, app.quit)\napp.exec()\nprint(len(told))"
    assert caught(tmp_path, repeat).stdout == "1\n"
    assert len(list(tmp_path.glob("crash-*"))) == 1


def test_the_end_that_somebody_wants_is_no_trouble(tmp_path: Path) -> None:
    run = caught(tmp_path, "threading.Thread(target=sys.exit).start()\nraise KeyboardInterrupt")
    assert run.stderr == ""
    assert not list(tmp_path.glob("crash-*"))


def test_a_run_that_ends_well_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept").touch()
    run = caught(tmp_path / "state" / "iamport-desktop" / "crashes", "print(reports.close())")
    assert run.stdout == "None\n"
    assert [each.name for each in tmp_path.iterdir()] == ["kept"]


def test_messages_of_qt_are_passed_on(tmp_path: Path) -> None:
    run = caught(tmp_path, "from PySide6.QtCore import qWarning\nqWarning('odd')")
    assert run.stderr == "odd\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no core files")
def test_the_memory_is_written_to_no_file(tmp_path: Path) -> None:
    run = caught(tmp_path, "import resource; print(resource.getrlimit(resource.RLIMIT_CORE)[0])")
    assert run.stdout == "0\n"


# What the person sees of it


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
        app.searching.open(ImpUid("imp_100000000001"))
        qtbot.waitUntil(lambda: app.window.pages.payment.isVisible())
        shown = app.window.show_state

        def fails(screen: state.LookupState) -> None:
            if isinstance(screen, state.Loaded):
                raise PlantedError
            shown(screen)

        monkeypatch.setattr(app.window, "show_state", fails)
        with qtbot.capture_exceptions() as exceptions:
            app.searching.open(ImpUid("imp_100000000002"))
            qtbot.waitUntil(lambda: bool(exceptions))
        app.tell_of_trouble("report.txt")
        assert app.window.pages.problem.isVisible()
        assert not app.window.pages.payment.isVisible()
        monkeypatch.undo()
        app.lookups.refresh()
        qtbot.waitUntil(lambda: app.window.pages.payment.isVisible())
        app.tell_of_trouble("report.txt")  # of something else; what is shown is whole
        assert app.window.pages.payment.isVisible()


# Real processes


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
