"""The server's time. Ages and deadlines are measured by it: the desk's clock need not be right."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

# A HTTP date, and getToken's `now`, are cut off to whole seconds.
_RESOLUTION = timedelta(seconds=1)
# The first year of this program. A server that reports an earlier time has no clock to go by.
_EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)


def desk_time() -> datetime:
    """Return this computer's time, aware."""
    return datetime.now(UTC)


def elapsed_seconds() -> float:
    """Return seconds that no change of the system time moves, and that count while the computer sleeps."""
    if hasattr(time, "CLOCK_BOOTTIME"):  # Linux; its CLOCK_MONOTONIC stops during sleep
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if hasattr(time, "CLOCK_MONOTONIC"):  # macOS, where time.monotonic stops during sleep
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


@dataclass(frozen=True, slots=True)
class _Reading:
    """The server's time when `elapsed_seconds` returned `at`, and by how much it may be wrong."""

    time: datetime
    at: float
    uncertainty: timedelta


class ServerClock:
    """Runs on from the last time that the server reported; the desk's clock until it has reported one.

    `observe` is called on the worker thread, `now` and `desk_offset` on any.
    """

    def __init__(
        self,
        *,
        desk: Callable[[], datetime] = desk_time,
        elapsed: Callable[[], float] = elapsed_seconds,
    ) -> None:
        """`desk` returns this computer's time, aware; `elapsed` is as `elapsed_seconds`."""
        self._desk = desk
        self._elapsed = elapsed
        self._reading: _Reading | None = None

    def now(self) -> datetime:
        """Return the current time, aware."""
        reading = self._reading
        return self._desk() if reading is None else self._run_on(reading)

    @property
    def desk_offset(self) -> timedelta | None:
        """How far the desk's clock is ahead of the server's; negative where behind, None where unknown."""
        reading = self._reading
        return None if reading is None else self._desk() - self._run_on(reading)

    def elapsed(self) -> float:
        """Return the seconds to hand to `observe` as `sent_at`."""
        return self._elapsed()

    def observe(self, server_time: datetime, *, sent_at: float) -> None:
        """Set the clock by `server_time` (aware) of a response that has just arrived.

        The server read its clock at some moment since `sent_at`. What this leaves undecided changes nothing, so that
        answers which take unequal time do not make the clock jump.
        """
        if server_time < _EARLIEST:
            return
        at = self._elapsed()
        travel = timedelta(seconds=max(0.0, at - sent_at))
        uncertainty = (travel + _RESOLUTION) / 2
        reading = _Reading(server_time + uncertainty, at, uncertainty)
        previous = self._reading or _Reading(self._desk(), at, timedelta(0))
        if abs(reading.time - self._run_on(previous, at)) <= uncertainty + previous.uncertainty:
            reading = previous
        self._reading = reading

    def _run_on(self, reading: _Reading, at: float | None = None) -> datetime:
        passed = (self._elapsed() if at is None else at) - reading.at
        return reading.time + timedelta(seconds=passed)
