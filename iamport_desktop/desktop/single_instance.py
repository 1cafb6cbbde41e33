"""One window for each user, display and API origin.

The primary instance holds a lock for as long as it runs, and listens on a local socket; a later start forwards its
request there and exits. The lock alone decides which instance is the primary one: a second `listen` at the same
address succeeds, on Windows because named pipes allow it, elsewhere because Qt replaces the socket that is there.
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
from urllib.parse import quote, unquote

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, QStandardPaths, QTimer, Signal

from iamport_desktop.api.errors import InvalidImpUid
from iamport_desktop.api.identifiers import ImpUid, is_order_number, parse_imp_uid
from iamport_desktop.api.origin import Origin

if TYPE_CHECKING:  # QtNetwork is imported where it is used: the first paint does not need it
    from PySide6.QtNetwork import QLocalSocket

MAX_BYTES = 2048
MAX_CLIENTS = 16
CLIENT_TIMEOUT_MS = 1000
REPLY_SECONDS = 3.0  # a window that works replies at once, even on a slow computer
STARTUP_SECONDS = 30.0  # from the lock to the listening window, on a computer that is busy
RETRY_SECONDS = 0.02
ACCEPTED, REJECTED = b"taken\n", b"refused\n"

_VERB = "show"
_NONE = "-"
_ORDER = "order:"  # in front of an order number
_TOKEN = re.compile(r"[!-~]{1,256}", re.ASCII)


class InvalidRequest(ValueError):
    """Not the line that `ActivationRequest.to_line` returns."""


@dataclass(frozen=True, slots=True)
class ActivationRequest:
    """Come to the front, and look up the payment `imp_uid` or the order `order_number`, if there is one of the two.

    `token` passes the focus on from the later start ("" for none): the XDG_ACTIVATION_TOKEN of the freedesktop.org
    protocol xdg-activation-v1.
    """

    imp_uid: ImpUid | None = None
    token: str = ""
    order_number: str = ""

    def to_line(self) -> bytes:
        """Return the request as a line. A token that does not fit is left out."""
        token = self.token if self.token != _NONE and _TOKEN.fullmatch(self.token) else _NONE
        order = _ORDER + quote(self.order_number, safe="") if self.order_number else ""
        return f"{_VERB} {self.imp_uid or order or _NONE} {token}\n".encode("ascii")

    @classmethod
    def from_line(cls, line: bytes) -> ActivationRequest:
        """Parse a line with its end. Raises InvalidRequest."""
        try:
            verb, subject, token = line.decode("ascii").removesuffix("\n").split(" ")
            imp_uid, order_number = _parse_subject(subject)
        except (ValueError, InvalidImpUid):
            raise InvalidRequest("not a request") from None
        if len(line) > MAX_BYTES or verb != _VERB or not line.endswith(b"\n") or not _TOKEN.fullmatch(token):
            raise InvalidRequest("not a request")
        return cls(imp_uid, "" if token == _NONE else token, order_number)


def _parse_subject(text: str) -> tuple[ImpUid | None, str]:
    """Return the imp_uid or the order number in a request. Raises InvalidImpUid or ValueError."""
    if text == _NONE:
        return None, ""
    if not text.startswith(_ORDER):
        return parse_imp_uid(text), ""
    order_number = unquote(text.removeprefix(_ORDER), errors="strict")
    if not is_order_number(order_number):
        raise ValueError("not an order number")
    return None, order_number


class Reply(Enum):
    """The outcome of a request: it was accepted, no server listens, or the server rejects it or hangs."""

    ACCEPTED = auto()
    NO_SERVER = auto()
    UNRESPONSIVE = auto()


class SingleInstance:
    """The lock and the address of one window."""

    def __init__(self, folder: Path, origin: Origin, display: str = "") -> None:
        """`folder` is private to this user. Windows on different displays are independent."""
        name = QCryptographicHash.hash(
            f"{folder}\n{origin}\n{display}".encode(), QCryptographicHash.Algorithm.Sha256
        )
        digest = bytes(name.toHex().data()).decode()[:16]
        self.address = f"iamport-desktop-{digest}" if sys.platform == "win32" else str(folder / digest)
        self._lock = QLockFile(str(folder / f"{digest}.lock"))
        self._lock.setStaleLockTime(0)  # it is held for hours; only the end of its process releases it

    @property
    def is_acquired(self) -> bool:
        """Whether this process is the primary instance, which listens at `address`."""
        return self._lock.isLocked()

    def acquire(self) -> bool:
        """Become the primary instance unless there is one; return whether this process is it now."""
        return self.is_acquired or self._lock.tryLock(0)

    def release(self) -> None:
        """Let another process become the primary instance."""
        self._lock.unlock()

    def forward(self, request: ActivationRequest) -> bool:
        """Return whether the primary instance accepted `request`. If not, this process opens a window.

        This waits while the primary instance starts. When it hangs, a second window is opened, without the lock:
        that is better than none.
        """
        deadline = time.monotonic() + STARTUP_SECONDS
        while not self.acquire():
            if self._lock.error() != QLockFile.LockError.LockFailedError:
                return False
            reply = send_request(self.address, request, REPLY_SECONDS)
            if reply is not Reply.NO_SERVER:
                return reply is Reply.ACCEPTED
            if time.monotonic() > deadline:
                return False
            time.sleep(RETRY_SECONDS)
        return False


def find_instance(origin: Origin) -> SingleInstance | None:
    """Return the instance of this user, this display and `origin`; None where there is no private folder for it."""
    try:
        folder = runtime_folder()
    except OSError:
        return None
    display = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
    return SingleInstance(folder, origin, display)


def runtime_folder() -> Path:
    """Create a folder that only this user can access, and return it. Raises OSError."""
    # Without XDG_RUNTIME_DIR Qt would choose a folder in the temporary folder of all users.
    location = QStandardPaths.StandardLocation.RuntimeLocation
    if not os.environ.get("XDG_RUNTIME_DIR"):
        location = QStandardPaths.StandardLocation.GenericStateLocation
    parent = QStandardPaths.writableLocation(location)
    if not parent:
        raise FileNotFoundError("no folder for this session")
    folder = Path(parent) / "iamport-desktop"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if sys.platform != "win32":  # a profile on Windows inherits its privacy
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid():
            raise PermissionError("another user's folder")
        folder.chmod(0o700)
    return folder


def send_request(address: str, request: ActivationRequest, timeout: float) -> Reply:
    """Send `request` to the server at `address`, which has `timeout` seconds to reply."""
    from PySide6.QtNetwork import QLocalSocket

    deadline = time.monotonic() + timeout
    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(_milliseconds_until(deadline)):
        return _failure(socket)
    _allow_foreground()
    socket.write(request.to_line())
    while not socket.canReadLine():
        if socket.bytesAvailable() > MAX_BYTES or not socket.waitForReadyRead(_milliseconds_until(deadline)):
            return _failure(socket)
    return Reply.ACCEPTED if socket.readLine(MAX_BYTES) == ACCEPTED else Reply.UNRESPONSIVE


def _failure(socket: QLocalSocket) -> Reply:
    errors = type(socket).LocalSocketError
    no_server = (errors.ServerNotFoundError, errors.ConnectionRefusedError, errors.PeerClosedError)
    return Reply.NO_SERVER if socket.error() in no_server else Reply.UNRESPONSIVE


def _milliseconds_until(deadline: float) -> int:
    return max(1, round((deadline - time.monotonic()) * 1000))


def _allow_foreground() -> None:
    """Let the other process raise its window, which Windows allows only the program in the foreground."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)


class InstanceServer(QObject):
    """The local server of the primary instance. Each client sends one request and gets one reply."""

    requested = Signal(ActivationRequest)

    def __init__(self, instance: SingleInstance, parent: QObject | None = None) -> None:
        """`instance` is acquired."""
        from PySide6.QtNetwork import QLocalServer

        super().__init__(parent)
        self._instance = instance
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)

    def listen(self) -> bool:
        """Listen, whatever a crash left at the address; return whether that worked. If not, release the instance."""
        is_listening = self._server.listen(self._instance.address)
        if not is_listening:
            self._instance.release()
        return is_listening

    def close(self) -> None:
        """Stop listening, and release the instance."""
        self._server.close()
        self._instance.release()

    def _on_new_connection(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        while self._server.hasPendingConnections():
            client = self._server.nextPendingConnection()
            if len(self._server.findChildren(QLocalSocket)) > MAX_CLIENTS:
                client.abort()
                client.deleteLater()
                continue
            client.setReadBufferSize(MAX_BYTES)
            client.disconnected.connect(client.deleteLater)
            client.readyRead.connect(partial(self._read, client))
            QTimer.singleShot(CLIENT_TIMEOUT_MS, client, client.abort)
            self._read(client)

    def _read(self, client: QLocalSocket) -> None:
        if not client.canReadLine() and client.bytesAvailable() < MAX_BYTES:
            return  # the rest is still to come
        client.readyRead.disconnect()
        try:
            request = ActivationRequest.from_line(bytes(client.readLine(MAX_BYTES).data()))
        except InvalidRequest:
            client.write(REJECTED)
        else:
            self.requested.emit(
                request
            )  # before the reply: the client can pass the focus on only while it lives
            client.write(ACCEPTED)
        client.disconnectFromServer()
