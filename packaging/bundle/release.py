"""The release: its version from the package, its date from the last commit."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from iamport_desktop import __version__

NAME = "iamport-desktop"


@dataclass(frozen=True, slots=True)
class Release:
    """`root` is the checkout; `date` is aware, and the same for every build of one commit."""

    root: Path
    version: str
    date: datetime

    @property
    def resources(self) -> Path:
        """The checkout's resources."""
        return self.root / "resources"


def this_release(root: Path) -> Release:
    """Return the release of the checkout at `root`. SOURCE_DATE_EPOCH overrides the commit's date."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or _commit_seconds(root)
    return Release(root, __version__, datetime.fromtimestamp(int(seconds), UTC))


def _commit_seconds(root: Path) -> str:
    # safe.directory: the checkout may belong to another user.
    command = ["git", "-c", "safe.directory=*", "-C", str(root), "log", "-1", "--format=%ct"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
