"""A desktop's notification service that shows nothing and keeps its notifications."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from jeepney import HeaderFields, Message, new_error, new_method_return
from jeepney.io.blocking import DBusConnection

from tests.support.bus_service import BusService
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


class NotificationService(BusService):
    """Takes notifications, or refuses them."""

    def __init__(self, connection: DBusConnection, *, refuses: bool) -> None:
        super().__init__(connection)
        self.told: queue.Queue[Notification] = queue.Queue()
        self._refuses = refuses

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
        service = NotificationService(connection, refuses=refuses)
        with service.serving(NAME):
            yield service
