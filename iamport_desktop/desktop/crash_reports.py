"""Catches what nobody catches, on every thread, and writes a report of it that holds no data.

The window goes on where it can: Qt carries on after an exception in a slot, and a thread or a task ends alone.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import sys
import threading
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QStandardPaths,
    QtMsgType,
    Signal,
    qFormatLogMessage,
    qInstallMessageHandler,
)

from iamport_desktop.desktop.crash_report import header, kind, of_exception, place, without_home
from iamport_desktop.presentation.notices import crash_message

if TYPE_CHECKING:
    from datetime import datetime


KEPT = 5
UNFINISHED_KEPT = 10
MAX_DUMP_BYTES = 256_000

# Ends what stands in the file of a process while all is well.
_DUMP_FOLLOWS = "Ended hard:\n"


class CrashFolder:
    """Holds the reports, `crash-…`, and a file for each process that runs, `running-…`.

    A process that dies hard can write no report, but it can still write where it died into a file that is open
    already. The next one makes a report of that.
    """

    def __init__(self, path: Path | None = None) -> None:
        """`path` is made when something is to be written."""
        self._path = path or _default_path()
        self._number = 0

    def write(self, report: str, at: datetime | None = None) -> Path:
        """Write a report on what happened `at` (aware; now); return its path. Raises OSError."""
        from datetime import UTC, datetime  # every start waits for this module, few write anything

        self._number += 1
        at = at or datetime.now(UTC)
        path = self._path / f"crash-{at:%Y%m%d-%H%M%S}-{os.getpid()}-{self._number}.txt"
        with self._create(path) as file:
            file.write(f"Time: {at:%Y-%m-%d %H:%M:%S} UTC\n{report}".encode("utf-8", "backslashreplace"))
        self._remove_oldest("crash-*.txt", KEPT)
        return path

    def open_dump(self, header: str) -> FileIO:
        """Open this process's file, for `header` and where the process may die. Raises OSError."""
        path = self._path / f"running-{os.getpid()}.txt"
        path.unlink(missing_ok=True)  # of an earlier process with this number
        file = self._create(path)
        file.write(f"{header}{_DUMP_FOLLOWS}".encode())
        return file

    def remove_dump(self) -> None:
        """Remove the file of this process, which ends well, and the folders that were made for it alone."""
        with contextlib.suppress(OSError):
            (self._path / f"running-{os.getpid()}.txt").unlink()
            for folder in (self._path, *self._path.parents[:2]):
                folder.rmdir()  # raises where something is in it

    def collect_dumps(self) -> Path | None:
        """Make reports of what other processes wrote when they died; return the newest, None without any."""
        dumps = self._newest_first("running-*.txt")
        reports = [report for dump in dumps if (report := self._collect(dump))]
        self._remove_oldest("running-*.txt", UNFINISHED_KEPT)  # of processes that run still, or were killed
        return reports[0] if reports else None

    def _collect(self, dump: Path) -> Path | None:
        try:
            text = dump.read_bytes()[:MAX_DUMP_BYTES].decode("utf-8", "replace")
            if not text.partition(_DUMP_FOLLOWS)[2].strip():
                return None
            from datetime import UTC, datetime

            died_at = datetime.fromtimestamp(dump.stat().st_mtime, UTC)
            dump.unlink()  # fails where another one was faster, and on Windows while its process runs
            return self.write(without_home(text), died_at)
        except OSError:
            return None

    def _create(self, path: Path) -> FileIO:
        self._path.mkdir(mode=0o700, parents=True, exist_ok=True)
        return FileIO(path, "x", opener=lambda name, flags: os.open(name, flags, 0o600))

    def _remove_oldest(self, pattern: str, kept: int) -> None:
        for each in self._newest_first(pattern)[kept:]:
            with contextlib.suppress(OSError):
                each.unlink()

    def _newest_first(self, pattern: str) -> list[Path]:
        return sorted(self._path.glob(pattern), key=_modified, reverse=True)


def _default_path() -> Path:
    state = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    return Path(state) / "iamport-desktop" / "crashes"


def _modified(path: Path) -> tuple[float, str]:
    try:
        return path.stat().st_mtime, path.name
    except OSError:  # gone meanwhile
        return 0.0, path.name


MOST_PER_RUN = 5  # what fails at every painting fails in one place


class CrashReports(QObject):
    """The hooks for uncaught exceptions and hard crashes.

    `written` gives the report's path, "" where it could not be written. It is emitted on the failing thread.
    """

    written = Signal(str)

    def __init__(self, folder: CrashFolder) -> None:
        super().__init__()
        self._folder = folder
        self._lock = threading.RLock()  # an exception in a __del__ can come in the middle of another's report
        self._seen: set[tuple[str, str]] = set()
        self._dump: FileIO | None = None
        self.earlier: Path | None = None

    def install(self) -> None:
        """Catch from now on; `earlier` is then the report on a hard crash that nobody was told of yet, or None."""
        self.earlier = self._folder.collect_dumps()
        _keep_memory_out_of_files()
        sys.excepthook = self._uncaught
        sys.unraisablehook = lambda lost: self._report(lost.exc_value)
        threading.excepthook = lambda lost: self._report(lost.exc_value)
        qInstallMessageHandler(self._pass_on)
        with contextlib.suppress(OSError):  # no place to write; then a hard crash goes unreported
            self._dump = self._folder.open_dump(header())
            faulthandler.enable(self._dump)

    def close(self) -> None:
        """The process ends well."""
        if self._dump:
            faulthandler.disable()
            self._dump.close()
            self._dump = None
            self._folder.remove_dump()

    def _uncaught(self, _: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        self._report(error)

    def _report(self, error: BaseException | None) -> None:
        if not isinstance(error, Exception):  # SystemExit, KeyboardInterrupt
            return
        with self._lock:
            fault = kind(error), place(error)
            if fault in self._seen or len(self._seen) >= MOST_PER_RUN:
                return
            self._seen.add(fault)
            path = self._write(of_exception(error, threading.current_thread().name))
        _say(crash_message(path))
        self.written.emit(path)

    def _write(self, report: str) -> str:
        try:
            return str(self._folder.write(report))
        except OSError:
            return ""

    def _pass_on(self, level: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """Do what Qt does with its messages, and keep why it is about to abort."""
        if level == QtMsgType.QtFatalMsg and self._dump:
            self._dump.write(f"{without_home(text)}\n".encode("utf-8", "replace"))
        _say(qFormatLogMessage(level, context, text))


def _say(text: str) -> None:
    if sys.stderr is not None:  # a windowed build has none
        with contextlib.suppress(OSError):
            print(text, file=sys.stderr, flush=True)  # noqa: T201 - to the terminal, where there is one


def _keep_memory_out_of_files() -> None:
    """No core dumps: the memory of this process holds the API secret and payments."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))
