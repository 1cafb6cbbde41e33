"""Crash reports: the hooks for uncaught exceptions and hard crashes, and the folder with the reports.

The program goes on after an uncaught exception where it can: Qt continues after one in a slot, and a thread or
task ends alone. A hard crash leaves no time for a report, but faulthandler writes into a file that is open
already; the next start makes a report of that file.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QStandardPaths,
    QtMsgType,
    Signal,
    qFormatLogMessage,
    qInstallMessageHandler,
)

from iamport_desktop.desktop.crash_report import (
    class_name,
    format_report,
    raised_at,
    report_header,
    without_home,
)

MAX_REPORTS = 5
MAX_DUMPS = 10
MAX_DUMP_BYTES = 256_000
MAX_REPORTS_PER_RUN = 5  # one that fails at every repaint must not fill the folder

# Separates the header of a dump from what faulthandler and Qt write in a crash.
_DUMP_MARK = "Ended hard:\n"


class CrashReports(QObject):
    """Writes a report on every uncaught exception, and prints where it is to stderr.

    `written` carries the report's path, "" if it could not be written. It is emitted on the failing thread.
    """

    written = Signal(str)

    def __init__(self, folder: CrashFolder, describe: Callable[[str], str]) -> None:
        """`describe` turns a report's path ("" without one) into the sentence to print."""
        super().__init__()
        self._folder = folder
        self._describe = describe
        self._lock = threading.RLock()  # reentrant: a __del__ may raise while a report is written
        self._reported: set[tuple[str, str]] = set()
        self._dump: FileIO | None = None
        self.earlier: Path | None = None
        """The report on a hard crash of an earlier run, set by `install`; None without one."""

    def install(self) -> None:
        """Install the hooks, and make a report of what an earlier run left when it crashed."""
        self.earlier = self._folder.collect_dumps()
        _disable_core_dumps()
        sys.excepthook = self._excepthook
        sys.unraisablehook = lambda unraisable: self._report(unraisable.exc_value)
        threading.excepthook = lambda uncaught: self._report(uncaught.exc_value)
        qInstallMessageHandler(self._on_qt_message)
        with contextlib.suppress(OSError):  # without a folder to write to, a hard crash goes unreported
            self._dump = self._folder.open_dump(report_header())
            faulthandler.enable(self._dump)

    def close(self) -> None:
        """Remove this process's dump file: the process ends well."""
        if self._dump:
            faulthandler.disable()
            self._dump.close()
            self._dump = None
            self._folder.remove_dump()

    def _excepthook(self, _: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        self._report(error)

    def _report(self, error: BaseException | None) -> None:
        if not isinstance(error, Exception):  # SystemExit, KeyboardInterrupt
            return
        with self._lock:
            fault = class_name(error), raised_at(error)
            if fault in self._reported or len(self._reported) >= MAX_REPORTS_PER_RUN:
                return
            self._reported.add(fault)
            path = self._write(format_report(error, threading.current_thread().name))
        _print(self._describe(path))
        self.written.emit(path)

    def _write(self, report: str) -> str:
        try:
            return str(self._folder.write(report))
        except OSError:
            return ""

    def _on_qt_message(self, level: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """Print Qt's messages as Qt does; write the reason of an abort into the dump as well."""
        if level == QtMsgType.QtFatalMsg and self._dump:
            self._dump.write(f"{without_home(text)}\n".encode("utf-8", "replace"))
        _print(qFormatLogMessage(level, context, text))


class CrashFolder:
    """The folder with reports (`crash-….txt`) and one dump file of each running process (`running-PID.txt`)."""

    def __init__(self, path: Path | None = None) -> None:
        """`path` defaults to the state folder of the system's user; it is created at the first write."""
        self._path = path or _default_path()
        self._number = 0

    def write(self, report: str, at: datetime | None = None) -> Path:
        """Write a report on a crash `at` (aware, default now) and return its path. Raises OSError."""
        self._number += 1
        at = at or datetime.now(UTC)
        path = self._path / f"crash-{at:%Y%m%d-%H%M%S}-{os.getpid()}-{self._number}.txt"
        with self._create(path) as file:
            file.write(f"Time: {at:%Y-%m-%d %H:%M:%S} UTC\n{report}".encode("utf-8", "backslashreplace"))
        self._remove_oldest("crash-*.txt", MAX_REPORTS)
        return path

    def open_dump(self, header: str) -> FileIO:
        """Open this process's dump file, which begins with `header`. Raises OSError."""
        path = self._path / f"running-{os.getpid()}.txt"
        path.unlink(missing_ok=True)  # of an earlier process with this PID
        file = self._create(path)
        file.write(f"{header}{_DUMP_MARK}".encode())
        return file

    def remove_dump(self) -> None:
        """Remove this process's dump file, and the folders that are empty without it."""
        with contextlib.suppress(OSError):
            (self._path / f"running-{os.getpid()}.txt").unlink()
            for folder in (self._path, *self._path.parents[:2]):
                folder.rmdir()  # raises for a folder with anything in it

    def collect_dumps(self) -> Path | None:
        """Make reports of the dumps of crashed processes; return the newest report, None without any."""
        dumps = self._newest_first("running-*.txt")
        reports = [report for dump in dumps if (report := self._collect(dump))]
        self._remove_oldest("running-*.txt", MAX_DUMPS)  # of running processes, and of killed ones
        return reports[0] if reports else None

    def _collect(self, dump: Path) -> Path | None:
        try:
            text = dump.read_bytes()[:MAX_DUMP_BYTES].decode("utf-8", "replace")
            if not text.partition(_DUMP_MARK)[2].strip():
                return None
            crashed_at = datetime.fromtimestamp(dump.stat().st_mtime, UTC)
            dump.unlink()  # raises if another start was faster, and on Windows while the process runs
            return self.write(without_home(text), crashed_at)
        except OSError:
            return None

    def _create(self, path: Path) -> FileIO:
        self._path.mkdir(mode=0o700, parents=True, exist_ok=True)
        return FileIO(path, "x", opener=lambda name, flags: os.open(name, flags, 0o600))

    def _remove_oldest(self, pattern: str, count: int) -> None:
        """Keep the newest `count` files."""
        for path in self._newest_first(pattern)[count:]:
            with contextlib.suppress(OSError):
                path.unlink()

    def _newest_first(self, pattern: str) -> list[Path]:
        return sorted(self._path.glob(pattern), key=_modified, reverse=True)


def _default_path() -> Path:
    state = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    return Path(state) / "iamport-desktop" / "crashes"


def _modified(path: Path) -> tuple[float, str]:
    try:
        return path.stat().st_mtime, path.name
    except OSError:  # removed meanwhile
        return 0.0, path.name


def _print(text: str) -> None:
    if sys.stderr is not None:  # a windowed build has none
        with contextlib.suppress(OSError):
            print(text, file=sys.stderr, flush=True)  # noqa: T201 - the terminal's copy of what the window says


def _disable_core_dumps() -> None:
    """The memory of this process holds the API secret and payments."""
    if sys.platform != "win32":
        import resource

        _, hard_limit = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard_limit))
