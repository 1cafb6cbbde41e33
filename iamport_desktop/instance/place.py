"""One window for each user, display and API origin: who is first, and how a later start reaches it.

Whoever is first holds a lock for as long as it runs, and listens; a later start hands over what it was asked
for, and leaves. The lock alone decides: a second `listen` at the same address succeeds, on Windows because pipes
are so, elsewhere because Qt puts its socket in the place of the one that is there.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QStandardPaths

from iamport_desktop.api.origin import Origin

if TYPE_CHECKING:
    from iamport_desktop.instance.activation import ActivationRequest

ANSWER_SECONDS = 0.8  # a window that works answers within milliseconds
LONGEST_ANSWER_SECONDS = 10.0  # on a desk as slow as one can be
USUAL_START_SECONDS = 0.1  # from the beginning of a process to the question whether it is the first
STARTING_SECONDS = 30.0  # from the lock to the window, on a desk that is busy starting everything else
_PAUSE_SECONDS = 0.02


class SingleInstance:
    """The place of one window: its lock and its address."""

    def __init__(self, folder: Path, origin: Origin, display: str = "") -> None:
        """`folder` is private to this user. Windows on different displays do not know each other."""
        name = QCryptographicHash.hash(
            f"{folder}\n{origin}\n{display}".encode(), QCryptographicHash.Algorithm.Sha256
        )
        digest = bytes(name.toHex().data()).decode()[:16]
        self.address = f"iamport-desktop-{digest}" if sys.platform == "win32" else str(folder / digest)
        self._lock = QLockFile(str(folder / f"{digest}.lock"))
        self._lock.setStaleLockTime(0)  # it stays locked for hours; only its owner's death frees it

    @property
    def is_first(self) -> bool:
        """Whether this process is to listen at `address`."""
        return self._lock.isLocked()

    def claim(self) -> bool:
        """Become the first where nobody is; whether this process is it now."""
        return self.is_first or self._lock.tryLock(0)

    def leave(self) -> None:
        """Let another process be first."""
        self._lock.unlock()

    def hand_over(self, request: ActivationRequest, begun: float | None = None) -> bool:
        """Return True when a running window took `request`; when False, this process is to open a window.

        While the other one still starts, this waits for it. When it hangs, this gives up after ANSWER_SECONDS
        and stays without a place: a second window is better than none. `begun` is when this process began (by
        time.monotonic; now): where it took longer than usual to come here, the window gets longer as well.
        """
        from iamport_desktop.instance.client import Reply, tell

        now = time.monotonic()
        slowness = max(1.0, (now - (begun or now)) / USUAL_START_SECONDS)
        patience = min(ANSWER_SECONDS * slowness, LONGEST_ANSWER_SECONDS)
        deadline = now + STARTING_SECONDS
        while not self.claim():
            if self._lock.error() != QLockFile.LockError.LockFailedError:
                return False
            reply = tell(self.address, request, patience)
            if reply is not Reply.NOBODY:
                return reply is Reply.TAKEN
            if time.monotonic() > deadline:
                return False
            time.sleep(_PAUSE_SECONDS)
        return False


def find_instance(origin: Origin) -> SingleInstance | None:
    """The place for this user, this display and `origin`; None where there is no private folder for it."""
    try:
        folder = runtime_folder()
    except OSError:
        return None
    display = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
    return SingleInstance(folder, origin, display)


def runtime_folder() -> Path:
    """Make sure of a folder that is this user's alone, and return it. Raises OSError."""
    # Without the session's own folder Qt would name one that lies in the temp folder of all users.
    location = QStandardPaths.StandardLocation.RuntimeLocation
    if not os.environ.get("XDG_RUNTIME_DIR"):
        location = QStandardPaths.StandardLocation.GenericStateLocation
    parent = QStandardPaths.writableLocation(location)
    if not parent:
        raise FileNotFoundError("no folder for this session")
    folder = Path(parent) / "iamport-desktop"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _make_private(folder)
    return folder


def _make_private(folder: Path) -> None:
    if sys.platform != "win32":  # there a profile is private by what it inherits
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid():
            raise PermissionError("somebody else's folder")
        folder.chmod(0o700)
