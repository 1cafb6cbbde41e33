"""How long the window does not answer, without the time for which the machine itself kept it waiting.

A timer on the UI thread beats every few milliseconds; a gap between two beats is a time in which no click would
have been heard. On a busy machine most of a long gap is another program's. Linux tells of each thread how long it
ran, and how long it stood ready and got no processor (/proc/self/task/*/schedstat). The latter is taken off for
every thread of the process, since the one that holds Python's lock keeps the window waiting too; what the UI thread
itself ran is never taken off.
"""

from __future__ import annotations

import os
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
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = self._now()

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
        assert not self._timer.isActive(), "a loop inside a loop: the outer one would beat no more"
        connection = self._timer.timeout.connect(ask)
        self._last = self._now()
        self._timer.start()
        try:
            yield
        finally:
            self._timer.stop()
            self._timer.timeout.disconnect(connection)

    def take(self, gap: Gap) -> None:
        """Take note of `gap`, at each beat."""
        self.longest = max(self.longest, gap)

    def _beat(self) -> None:
        now, last = self._now(), self._last
        whole = now.at - last.at
        own = max(now.ran - last.ran, whole - last.waits_until(now))
        self.take(Gap(min(whole, max(0.0, own)), whole))
        self._last = now

    def _now(self) -> _Reading:
        return _Reading.take()


@dataclass(frozen=True)
class _Reading:
    """A moment in seconds: how long this thread has run by then, and how long each thread waited for a processor."""

    at: float
    ran: float
    waited: dict[str, float]

    @classmethod
    def take(cls) -> _Reading:
        return cls(time.monotonic(), time.thread_time(), dict(_waits()))

    def waits_until(self, later: _Reading) -> float:
        """The waits of all threads between the two; 0 where they are not known."""
        if not self.waited:
            return 0.0
        return sum(seconds - self.waited.get(thread, 0.0) for thread, seconds in later.waited.items())


def _waits() -> Iterator[tuple[str, float]]:
    """Each thread of this process, and for how long it stood ready; none where the system does not tell."""
    for thread in _threads():
        try:
            with open(f"/proc/self/task/{thread}/schedstat", "rb") as file:  # noqa: PTH123
                yield thread, int(file.read().split()[1]) / 1e9
        except OSError:
            continue  # it has ended


def _threads() -> list[str]:
    try:
        return os.listdir("/proc/self/task")  # noqa: PTH208 - 200 times a second
    except OSError:
        return []  # another system, or no file more can be opened
