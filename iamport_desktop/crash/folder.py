"""The folder with the crash reports: the person's alone, and the last few only."""

from __future__ import annotations

import contextlib
import os
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from iamport_desktop.crash.report import without_home

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
