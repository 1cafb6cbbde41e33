"""How long the window does not answer, without the time for which the machine itself kept it waiting.

A timer on the UI thread beats every few milliseconds; a gap between two beats is a time in which no click would
have been heard. On a busy machine most of a long gap is another program's: Linux tells how long a thread stood
ready and got no processor (/proc/thread-self/schedstat), and that is taken off. What is left is our own.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

BEAT_MS = 5


@dataclass(frozen=True, order=True)
class Gap:
    """A time in seconds between two beats: what is the program's own of it, and the whole."""

    own: float = 0.0
    whole: float = 0.0

    def __str__(self) -> str:
        return f"{1000 * self.own:.0f} ms (with the waits for a processor {1000 * self.whole:.0f} ms)"


class Heart(QObject):
    """Beats while an event loop runs in `run`; `longest` is the longest gap since `forget`."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = Gap()
        self._waits = _Waits()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = (0.0, 0.0)

    def forget(self) -> None:
        """Begin anew."""
        self.longest = Gap()

    def run(self, until: Callable[[], object], patience: float) -> bool:
        """Let events happen `until` something is so; False when that takes more than `patience` seconds.

        `until` is asked at every beat, and its own time does not count.
        """
        loop = QEventLoop()
        deadline = time.monotonic() + patience
        failure: list[BaseException] = []
        met = False

        def ask() -> None:
            nonlocal met
            try:
                met = bool(until())
            except BaseException as error:  # noqa: BLE001 - Qt would swallow it; raised again below
                failure.append(error)
            if met or failure or time.monotonic() > deadline:
                loop.quit()
            self._last = self._now()

        with self._beating(ask):
            loop.exec()
        if failure:
            raise failure[0]
        return met

    @contextmanager
    def _beating(self, ask: Callable[[], None]) -> Iterator[None]:
        connection = self._timer.timeout.connect(ask)
        self._last = self._now()
        self._timer.start()
        try:
            yield
        finally:
            self._timer.stop()
            self._timer.timeout.disconnect(connection)

    def _beat(self) -> None:
        (now, waited), (last, waited_last) = self._now(), self._last
        whole = now - last
        self.longest = max(self.longest, Gap(max(0.0, whole - (waited - waited_last)), whole))
        self._last = now, waited

    def _now(self) -> tuple[float, float]:
        return time.monotonic(), self._waits.seconds()


class _Waits:
    """For how long this thread was ready to run and had no processor; always 0 where the system does not tell."""

    def __init__(self) -> None:
        self._file = os.open("/proc/thread-self/schedstat", os.O_RDONLY) if sys.platform == "linux" else None

    def seconds(self) -> float:
        if self._file is None:
            return 0.0
        _running, waiting, _slices = os.pread(self._file, 100, 0).split()
        return int(waiting) / 1e9

    def __del__(self) -> None:
        if self._file is not None:
            os.close(self._file)
