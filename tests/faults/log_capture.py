"""Capture what a process logs, prints and fails with."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import threading
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest import mock

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from tests.support.app_client import PLATFORM_WARNING


class LogCapture:
    """Between entering and leaving: `problems` are errors and warnings, `text` is what was logged or printed."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self._logged: list[str] = []
        self._written = ""
        self._stack = ExitStack()

    @property
    def text(self) -> str:
        """Log records of every level, Qt's messages, and both output streams."""
        return "\n".join([*self._logged, self._written])

    def __enter__(self) -> LogCapture:
        self._stack.enter_context(mock.patch.object(sys, "excepthook", self._excepthook))
        self._stack.enter_context(mock.patch.object(threading, "excepthook", self._thread_hook))
        self._stack.enter_context(mock.patch.object(sys, "unraisablehook", self._unraisable))
        self._stack.enter_context(self._logging())
        self._stack.enter_context(_output(self._take_output))
        self._stack.callback(qInstallMessageHandler, qInstallMessageHandler(self._qt))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _excepthook(self, _: object, error: BaseException, __: object) -> None:
        self._keep("uncaught", error)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        self._keep("uncaught on a thread", args.exc_value)

    def _unraisable(self, args: Any) -> None:
        self._keep("uncaught in a destructor", args.exc_value)

    def _keep(self, how: str, error: BaseException | None) -> None:
        trace = "".join(traceback.format_exception(error)) if error else "no exception"
        self.problems.append(f"{how}: {trace}")

    def _qt(self, level: QtMsgType, _: QMessageLogContext, text: str) -> None:
        self._logged.append(text)
        if level != QtMsgType.QtDebugMsg and not text.startswith(PLATFORM_WARNING):
            self.problems.append(f"Qt says: {text}")

    def _take_output(self, text: str) -> None:
        self._written += text
        if "Traceback" in text:
            self.problems.append(f"printed: {text}")

    @contextmanager
    def _logging(self) -> Iterator[None]:
        root = logging.getLogger()
        handler = _ListHandler(self._logged)
        level = root.level
        root.addHandler(handler)
        root.setLevel(logging.DEBUG)
        try:
            yield
        finally:
            root.removeHandler(handler)
            root.setLevel(level)


class _ListHandler(logging.Handler):
    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(self.format(record))


@contextmanager
def _output(take: Any) -> Iterator[None]:
    """Pass to `take` what Python or any library writes to the two output streams inside the block."""
    with tempfile.TemporaryFile() as file:
        sys.stdout.flush()
        sys.stderr.flush()
        kept = [(number, os.dup(number)) for number in (1, 2)]
        for number, _ in kept:
            os.dup2(file.fileno(), number)
        try:
            yield
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            for number, original in kept:
                os.dup2(original, number)
                os.close(original)
            file.seek(0)
            take(file.read().decode("utf-8", "replace"))
