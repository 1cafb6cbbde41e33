"""Measure for how long the event loop does not run, without the time in which the machine ran other programs.

A timer on the UI thread fires every few milliseconds; a click made between two ticks has to wait until the later one.
On a busy machine most of a long gap belongs to other programs. Linux counts for each thread how long it ran, and how
long it was runnable without a processor (/proc/self/task/*/schedstat). The latter is subtracted for every thread of
the process, since the thread that holds Python's lock delays the UI thread too; what the UI thread itself ran is never
subtracted.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.support.app_driver import run_event_loop

TICK_MS = 5


@dataclass(frozen=True, order=True)
class Gap:
    """The seconds between two ticks: the process's own share, and all of them."""

    own: float = 0.0
    whole: float = 0.0

    def __str__(self) -> str:
        return f"{1000 * self.own:.0f} ms (with the waits for a processor {1000 * self.whole:.0f} ms)"


class StallMonitor:
    """Runs the event loop and measures its gaps. `longest` is the longest since `reset`; `stall` exceeds its limit."""

    def __init__(self, limit: float) -> None:
        """`limit` in seconds, of a gap's own share."""
        self.longest = self.stall = Gap()
        self._limit = limit
        self._last = _Reading.take()

    def reset(self) -> None:
        """Forget what was measured."""
        self.longest = self.stall = Gap()

    @contextmanager
    def limit(self, seconds: float) -> Iterator[None]:
        """Allow gaps of `seconds` inside the block."""
        usual, self._limit = self._limit, seconds
        try:
            yield
        finally:
            self._limit = usual

    def run(self, until: Callable[[], object], patience: float) -> bool:
        """Process events until `until` is true; return False after `patience` seconds.

        The time that `until` takes is not measured.
        """

        def tick() -> bool:
            self._measure()
            met = bool(until())
            self.begin_gap()
            return met

        self.begin_gap()
        return run_event_loop(tick, patience, tick_ms=TICK_MS)

    def begin_gap(self) -> None:
        """Measure the next gap from now on, and not from the last tick."""
        self._last = _Reading.take()

    def record(self, gap: Gap) -> None:
        """Take note of `gap`. Called at each tick."""
        self.longest = max(self.longest, gap)
        if gap.own > self._limit:
            self.stall = max(self.stall, gap)

    def _measure(self) -> None:
        now, last = _Reading.take(), self._last
        whole = now.at - last.at
        own = max(now.ran - last.ran, whole - last.waits_until(now))
        self.record(Gap(min(whole, max(0.0, own)), whole))


@dataclass(frozen=True)
class _Reading:
    """A moment in seconds: how long this thread has run, and how long each thread has waited for a processor."""

    at: float
    ran: float
    waited: dict[str, float]

    @classmethod
    def take(cls) -> _Reading:
        return cls(time.monotonic(), time.thread_time(), dict(_waits()))

    def waits_until(self, later: _Reading) -> float:
        """Return the waits of all threads between the two readings; 0 where they are unknown."""
        if not self.waited:
            return 0.0
        return sum(seconds - self.waited.get(thread, 0.0) for thread, seconds in later.waited.items())


def _waits() -> Iterator[tuple[str, float]]:
    """Yield each thread of this process and how long it was runnable without running; nothing but on Linux."""
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
