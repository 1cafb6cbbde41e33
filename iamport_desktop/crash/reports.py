"""Catches what nobody catches, on every thread, and writes a report of it that holds no data.

The window goes on where it can: Qt carries on after an exception in a slot, and a thread or a task ends alone.
"""

from __future__ import annotations

import contextlib
import faulthandler
import sys
import threading
from io import FileIO
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qFormatLogMessage,
    qInstallMessageHandler,
)

from iamport_desktop.crash.folder import CrashFolder
from iamport_desktop.crash.report import header, kind, of_exception, place, without_home
from iamport_desktop.presentation.notices import trouble

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
        _say(trouble(path))
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
