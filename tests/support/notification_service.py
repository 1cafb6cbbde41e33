"""A desktop's notification service that shows nothing and keeps its notifications."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from jeepney import DBusAddress, HeaderFields, Message, new_error, new_method_return, new_signal
from jeepney.io.blocking import DBusConnection

from tests.support.bus_service import BusService
from tests.support.secret_service import Session

NAME = "org.freedesktop.Notifications"
ADDRESS = DBusAddress("/org/freedesktop/Notifications", NAME, NAME)


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
    """Takes notifications and numbers them from 1, or refuses them."""

    def __init__(self, connection: DBusConnection, *, refuses: bool) -> None:
        super().__init__(connection)
        self.told: queue.Queue[Notification] = queue.Queue()
        self._refuses = refuses
        self._ids = 0  # the last one that was given out

    def click(self, notification: int, token: str = "", action: str = "default") -> None:
        """Report a click on a notification, with an activation token if there is one, and close it."""
        if token:
            self._emit("ActivationToken", "us", (notification, token))
        self._emit("ActionInvoked", "us", (notification, action))
        self.close(notification)

    def close(self, notification: int) -> None:
        """Report that the agent closed a notification."""
        dismissed = 2
        self._emit("NotificationClosed", "uu", (notification, dismissed))

    def _emit(self, member: str, signature: str, body: tuple[object, ...]) -> None:
        self._connection.send(new_signal(ADDRESS, member, signature, body))

    def _answer(self, call: Message) -> None:
        assert call.header.fields[HeaderFields.member] == "Notify"
        if self._refuses:
            self._connection.send(new_error(call, "org.freedesktop.DBus.Error.Failed", "s", ("refused",)))
        else:
            self._ids += 1
            self._connection.send(new_method_return(call, "u", (self._ids,)))
        self.told.put(Notification(*call.body))


@contextmanager
def notification_service(session: Session, *, refuses: bool = False) -> Iterator[NotificationService]:
    """Put a notification service on the bus of `session`."""
    with session.connect() as connection:
        service = NotificationService(connection, refuses=refuses)
        with service.serving(NAME):
            yield service
