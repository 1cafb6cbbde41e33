"""One window for each user, display and API origin: who is first, and how a later start reaches it.

Whoever is first holds a lock for as long as it runs, and listens; a later start hands over what it was asked
for, and leaves. The lock alone decides: a second `listen` at the same address succeeds, on Windows because pipes
are so, elsewhere because Qt puts its socket in the place of the one that is there.
"""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, QStandardPaths, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from iamport_desktop.api.errors import InvalidImpUid
from iamport_desktop.api.identifiers import ImpUid, parse_imp_uid
from iamport_desktop.api.origin import Origin

if TYPE_CHECKING:
    pass


MAX_BYTES = 512
TAKEN, REFUSED = b"taken\n", b"refused\n"

_VERB = "show"
_NONE = "-"
_TOKEN = re.compile(r"[!-~]{1,256}", re.ASCII)


class InvalidRequest(ValueError):
    """Not the line that `ActivationRequest.to_line` makes."""


@dataclass(frozen=True, slots=True)
class ActivationRequest:
    """Come to the front, and look up `imp_uid` where there is one.

    `token` is what the desktop gave the second start to pass the focus on with ("" for none): the
    XDG_ACTIVATION_TOKEN of the freedesktop.org protocol xdg-activation-v1.
    """

    imp_uid: ImpUid | None = None
    token: str = ""

    def to_line(self) -> bytes:
        """The line. A token that does not fit into it is left out."""
        token = self.token if self.token != _NONE and _TOKEN.fullmatch(self.token) else _NONE
        return f"{_VERB} {self.imp_uid or _NONE} {token}\n".encode("ascii")

    @classmethod
    def from_line(cls, line: bytes) -> ActivationRequest:
        """Read the line, with its end. Raises InvalidRequest."""
        try:
            verb, imp_uid, token = line.decode("ascii").removesuffix("\n").split(" ")
            known = None if imp_uid == _NONE else parse_imp_uid(imp_uid)
        except (ValueError, InvalidImpUid):
            raise InvalidRequest("not a request") from None
        if len(line) > MAX_BYTES or verb != _VERB or not line.endswith(b"\n") or not _TOKEN.fullmatch(token):
            raise InvalidRequest("not a request")
        return cls(known, "" if token == _NONE else token)


class Reply(Enum):
    """What came of a request: it was taken, nobody is there, or whoever is there is no use."""

    TAKEN = auto()
    NOBODY = auto()
    NO_USE = auto()


def tell(address: str, request: ActivationRequest, patience: float) -> Reply:
    """Pass `request` to whoever listens at `address`; it has `patience` seconds for its answer."""
    deadline = time.monotonic() + patience
    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(_milliseconds_to(deadline)):
        return _outcome(socket)
    _allow_foreground()
    socket.write(request.to_line())
    while not socket.canReadLine():
        if socket.bytesAvailable() > MAX_BYTES or not socket.waitForReadyRead(_milliseconds_to(deadline)):
            return _outcome(socket)
    return Reply.TAKEN if socket.readLine(MAX_BYTES) == TAKEN else Reply.NO_USE


def _outcome(socket: QLocalSocket) -> Reply:
    """Nobody is there, or somebody who hangs."""
    errors = QLocalSocket.LocalSocketError
    gone = (errors.ServerNotFoundError, errors.ConnectionRefusedError, errors.PeerClosedError)
    return Reply.NOBODY if socket.error() in gone else Reply.NO_USE


def _milliseconds_to(deadline: float) -> int:
    return max(1, round((deadline - time.monotonic()) * 1000))


def _allow_foreground() -> None:
    """Windows lets only the program that the person works with put a window in front; pass that right on."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)


PATIENCE_MS = 1000
MAX_CALLERS = 16


class InstanceServer(QObject):
    """Hears requests of this user's programs. A caller gets one line heard, and one word back."""

    requested = Signal(ActivationRequest)

    def __init__(self, instance: SingleInstance, parent: QObject | None = None) -> None:
        """`instance` is the place of this process, which is first there."""
        super().__init__(parent)
        self._instance = instance
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)

    def listen(self) -> bool:
        """Listen, whatever a crash left at the address; whether that worked. If not, the place is given up."""
        listening = self._server.listen(self._instance.address)
        if not listening:
            self._instance.leave()
        return listening

    def close(self) -> None:
        """Stop listening, and give up the place."""
        self._server.close()
        self._instance.leave()

    def _welcome(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            if len(self._server.findChildren(QLocalSocket)) > MAX_CALLERS:
                caller.abort()
                caller.deleteLater()
                continue
            caller.setReadBufferSize(MAX_BYTES)
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(partial(self._hear, caller))
            QTimer.singleShot(PATIENCE_MS, caller, caller.abort)
            self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        if not caller.canReadLine() and caller.bytesAvailable() < MAX_BYTES:
            return  # the rest is still to come
        caller.readyRead.disconnect()
        try:
            request = ActivationRequest.from_line(bytes(caller.readLine(MAX_BYTES).data()))
        except InvalidRequest:
            caller.write(REFUSED)
        else:
            self.requested.emit(request)  # first: the caller may pass the focus on only while it lives
            caller.write(TAKEN)
        caller.disconnectFromServer()


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
        pass

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
