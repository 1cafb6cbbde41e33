"""The folder of crash reports, and the hooks that write into it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from iamport_desktop.desktop.crash_report import report_header
from iamport_desktop.desktop.crash_reports import MAX_DUMPS, MAX_REPORTS, CrashFolder


@pytest.mark.skipif(sys.platform == "win32", reason="modes are not Windows'")
def test_reports_are_readable_by_their_user_alone(tmp_path: Path) -> None:
    old_mask = os.umask(0)
    try:
        folder = CrashFolder(tmp_path / "crashes")
        with folder.open_dump("") as dump:
            files = [folder.write("report"), Path(str(dump.name))]
    finally:
        os.umask(old_mask)
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "crashes").stat().st_mode) == 0o700


def test_only_the_last_reports_are_kept(tmp_path: Path) -> None:
    folder = CrashFolder(tmp_path)
    for number in range(2 * MAX_REPORTS):
        report = folder.write(f"{number}", datetime(2026, 1, 1, 0, 0, number, tzinfo=UTC))
        os.utime(report, (number, number))
    folder.write("last")
    kept = {path.read_text(encoding="utf-8").splitlines()[-1] for path in tmp_path.iterdir()}
    assert kept == {"last", *(str(number) for number in range(MAX_REPORTS + 1, 2 * MAX_REPORTS))}


def left_behind(folder: Path, pid: int, text: str) -> Path:
    """Leave the dump of another process."""
    CrashFolder(folder).open_dump(report_header()).close()
    mine = folder / f"running-{os.getpid()}.txt"
    with mine.open("a", encoding="utf-8") as file:
        file.write(text)
    return mine.rename(folder / f"running-{pid}.txt")


def test_a_hard_crash_becomes_a_report_once(tmp_path: Path) -> None:
    left_behind(tmp_path, 1, "")  # running, or killed
    left_behind(
        tmp_path, 2, f'Fatal Python error: Segmentation fault\n\n  File "{Path.home()}/a.py", line 1 in b\n'
    )
    report = CrashFolder(tmp_path).collect_dumps()
    assert report is not None
    text = report.read_text(encoding="utf-8")
    assert report_header() in text
    assert 'Segmentation fault\n\n  File "~/a.py", line 1 in b' in text.replace("\\", "/")
    assert CrashFolder(tmp_path).collect_dumps() is None
    assert {path.name for path in tmp_path.iterdir()} == {"running-1.txt", report.name}


def test_dumps_of_killed_processes_do_not_pile_up(tmp_path: Path) -> None:
    for pid in range(3 * MAX_DUMPS):
        left_behind(tmp_path, pid, "")
    CrashFolder(tmp_path).collect_dumps()
    assert len(list(tmp_path.iterdir())) == MAX_DUMPS


PROGRAM = """
import sys, threading
from pathlib import Path
from iamport_desktop.desktop.crash_reports import CrashFolder, CrashReports
reports = CrashReports(CrashFolder(Path(sys.argv[1])), "report at <{}>".format)
reports.install()
written = []
reports.written.connect(written.append)
def fail(number=0):
    raise ValueError("sentinel")
"""


def run_program(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PROGRAM + code, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_an_exception_that_ends_the_program_is_reported(tmp_path: Path) -> None:
    run = run_program(tmp_path, "fail()")
    assert run.returncode == 1
    (report,) = tmp_path.glob("crash-*")
    assert run.stderr == f"report at <{report}>\n"
    assert "builtins.ValueError" in report.read_text(encoding="utf-8")


def test_a_report_that_cannot_be_written_is_described_without_a_path(tmp_path: Path) -> None:
    not_a_folder = tmp_path / "file"
    not_a_folder.touch()
    run = run_program(not_a_folder / "crashes", "fail()")
    assert run.stderr == "report at <>\n"


def test_a_fault_that_repeats_is_reported_once(tmp_path: Path) -> None:
    repeat = "from PySide6.QtCore import *\napp = QCoreApplication([])\n"
    repeat += "for _ in range(100): QTimer.singleShot(0, fail)\n"
    repeat += "QTimer.singleShot(0, app.quit)\napp.exec()\nprint(len(written))"
    assert run_program(tmp_path, repeat).stdout == "1\n"
    assert len(list(tmp_path.glob("crash-*"))) == 1


def test_system_exit_and_keyboard_interrupt_are_not_reported(tmp_path: Path) -> None:
    run = run_program(tmp_path, "threading.Thread(target=sys.exit).start()\nraise KeyboardInterrupt")
    assert run.stderr == ""
    assert not list(tmp_path.glob("crash-*"))


def test_a_run_that_ends_well_leaves_no_file_and_no_folder(tmp_path: Path) -> None:
    (tmp_path / "kept").touch()
    run = run_program(tmp_path / "state" / "iamport-desktop" / "crashes", "print(reports.close())")
    assert run.stdout == "None\n"
    assert [each.name for each in tmp_path.iterdir()] == ["kept"]


def test_messages_of_qt_go_to_stderr(tmp_path: Path) -> None:
    run = run_program(tmp_path, "from PySide6.QtCore import qWarning\nqWarning('odd')")
    assert run.stderr == "odd\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no core files")
def test_no_core_dump_is_written(tmp_path: Path) -> None:
    run = run_program(tmp_path, "import resource; print(resource.getrlimit(resource.RLIMIT_CORE)[0])")
    assert run.stdout == "0\n"
