"""Hears everything by which a program tells of trouble, or lets out what it must keep."""

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

from tests.support.driving import OF_THE_PLATFORM


class Witness:
    """Between entering and leaving: `trouble` is what went wrong, `said` what was logged or written out."""

    def __init__(self) -> None:
        self.trouble: list[str] = []
        self._logged: list[str] = []
        self._written = ""
        self._stack = ExitStack()

    @property
    def said(self) -> str:
        """The log from every level on, Qt's messages, and both output streams."""
        return "\n".join([*self._logged, self._written])

    def __enter__(self) -> Witness:
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

    def _thread_hook(self, lost: threading.ExceptHookArgs) -> None:
        self._keep("uncaught on a thread", lost.exc_value)

    def _unraisable(self, lost: Any) -> None:
        self._keep("uncaught at an end", lost.exc_value)

    def _keep(self, how: str, error: BaseException | None) -> None:
        told = "".join(traceback.format_exception(error)) if error else "nothing"
        self.trouble.append(f"{how}: {told}")

    def _qt(self, level: QtMsgType, _: QMessageLogContext, text: str) -> None:
        self._logged.append(text)
        if level != QtMsgType.QtDebugMsg and not text.startswith(OF_THE_PLATFORM):
            self.trouble.append(f"Qt says: {text}")

    def _take_output(self, text: str) -> None:
        self._written += text
        if "Traceback" in text:
            self.trouble.append(f"written out: {text}")

    @contextmanager
    def _logging(self) -> Iterator[None]:
        root = logging.getLogger()
        handler = _Keeping(self._logged)
        level = root.level
        root.addHandler(handler)
        root.setLevel(logging.DEBUG)
        try:
            yield
        finally:
            root.removeHandler(handler)
            root.setLevel(level)


class _Keeping(logging.Handler):
    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(self.format(record))


@contextmanager
def _output(take: Any) -> Iterator[None]:
    """Give to `take` what is written to the two output streams meanwhile, by Python or by any library."""
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
