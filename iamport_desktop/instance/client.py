"""A later start's way to the window that runs."""

from __future__ import annotations

import sys
import time
from enum import Enum, auto

from PySide6.QtNetwork import QLocalSocket

from iamport_desktop.instance.activation import MAX_BYTES, TAKEN, ActivationRequest


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
