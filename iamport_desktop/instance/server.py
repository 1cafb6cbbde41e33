"""The first start's ear for later ones."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from iamport_desktop.instance.activation import MAX_BYTES, REFUSED, TAKEN, ActivationRequest, InvalidRequest
from iamport_desktop.instance.place import SingleInstance

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
