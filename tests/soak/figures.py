"""Memory, sockets and threads of this process, from Linux' /proc."""

from __future__ import annotations

import gc
import re
from dataclasses import dataclass
from pathlib import Path

ME = Path("/proc/self")
MB = 1_000_000
LEVEL_MB = 5.0
# The loop's own two, one for lookups, and one for each of three questions that may follow a payment; which of
# these are open depends on what was looked up last.
USUAL_SOCKETS = 6


@dataclass(frozen=True)
class Figures:
    """At one moment. `memory` is what the process itself wrote to, in MB, swapped out or not.

    Pages of program files do not count: the system loads and drops them as it likes.
    """

    memory: float
    sockets: int
    threads: int

    @classmethod
    def now(cls) -> Figures:
        """Read them after a garbage collection."""
        gc.collect()
        rollup = (ME / "smaps_rollup").read_text(encoding="ascii")
        kilobytes = dict(re.findall(r"^(\w+): +(\d+) kB", rollup, re.MULTILINE))
        written = int(kilobytes["Anonymous"]) + int(kilobytes["SwapPss"])
        return cls(written * 1024 / MB, _sockets(), len(list((ME / "task").iterdir())))

    def __str__(self) -> str:
        return f"{self.memory:.1f} MB, {self.sockets} sockets, {self.threads} threads"


def grown(before: Figures, after: Figures, level: float = LEVEL_MB) -> list[str]:
    """Return a sentence for each figure that grew."""
    found = []
    if after.memory - before.memory > level:
        found.append(f"memory grew by {after.memory - before.memory:.1f} MB, more than {level:g}")
    if after.sockets > max(before.sockets, USUAL_SOCKETS):
        found.append(f"sockets: {after.sockets} instead of {before.sockets}")
    if after.threads > before.threads:
        found.append(f"threads: {after.threads} instead of {before.threads}")
    return found


def _sockets() -> int:
    count = 0
    for each in (ME / "fd").iterdir():
        try:
            count += str(each.readlink()).startswith("socket:")
        except OSError:
            continue  # that of the listing itself
    return count
