"""A desktop's notification service: real D-Bus through jeepney, which shows nothing and keeps what it was told."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from jeepney import HeaderFields, Message, MessageType, message_bus, new_error, new_method_return
from jeepney.io.blocking import DBusConnection, Proxy

from tests.support.secret_service import Session

NAME = "org.freedesktop.Notifications"


class Notification(NamedTuple):
    """The arguments of Notify, in the order of the specification."""

    app_name: str
    replaces: int
    icon: str
    title: str
    body: str
    actions: list[str]
    hints: dict[str, tuple[str, Any]]
    milliseconds: int


class NotificationService:
    """Takes notifications, or refuses them."""

    def __init__(self, connection: DBusConnection, *, refuses: bool) -> None:
        self.told: queue.Queue[Notification] = queue.Queue()
        self.stopping = threading.Event()
        self._connection, self._refuses = connection, refuses

    def serve(self) -> None:
        """Answer until `stopping` is set."""
        while not self.stopping.is_set():
            try:
                message = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._answer(message)

    def _answer(self, call: Message) -> None:
        assert call.header.fields[HeaderFields.member] == "Notify"
        self.told.put(Notification(*call.body))
        if self._refuses:
            self._connection.send(new_error(call, "org.freedesktop.DBus.Error.Failed", "s", ("refused",)))
        else:
            self._connection.send(new_method_return(call, "u", (1,)))


@contextmanager
def notification_service(session: Session, *, refuses: bool = False) -> Iterator[NotificationService]:
    """Put a notification service on the bus of `session`."""
    with session.connect() as connection:
        Proxy(message_bus, connection).RequestName(NAME)
        service = NotificationService(connection, refuses=refuses)
        thread = threading.Thread(target=service.serve, name="notification-service")
        thread.start()
        try:
            yield service
        finally:
            service.stopping.set()
            thread.join()
