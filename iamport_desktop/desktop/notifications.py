"""Desktop notifications, and clicks on them.

On Linux over org.freedesktop.Notifications, since QSystemTrayIcon shows nothing on desktops without a tray;
elsewhere by QSystemTrayIcon. Source: Desktop Notifications Specification 1.3.
"""

from __future__ import annotations

import html
import logging
import sys
import threading
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

log = logging.getLogger(__name__)

TIMEOUT_SECONDS = 5.0
_NAME, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


class Notifier(QObject):
    """Shows notifications about `window`, which may be covered by others.

    `clicked` gets the subject of the notification that was clicked, and the token by which the window may come to the
    front ("" for none).
    """

    clicked = Signal(object, str)

    def __init__(self, window: QWidget) -> None:
        # No QObject parent: a thread may outlive the window and must not emit on a deleted object.
        super().__init__()
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self._subject: object = None  # of what the tray icon showed last

    def notify(self, title: str, body: str, action: str, subject: object) -> None:
        """Show a notification of two plain texts, and mark the window in the taskbar.

        `action` says what a click does; some desktops show it.
        """
        QApplication.alert(self._window)
        if sys.platform.startswith("linux"):
            arguments = (title, body, action, subject)
            threading.Thread(target=self._notify_by_dbus, args=arguments, name="notify", daemon=True).start()
        else:
            self._notify_by_tray(title, body, subject)

    def _notify_by_tray(self, title: str, body: str, subject: object) -> None:
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self._window)
            self._tray.messageClicked.connect(lambda: self.clicked.emit(self._subject, ""))
        self._subject = subject
        self._tray.show()  # Windows shows no message of a hidden icon
        self._tray.showMessage(title, body)

    def _notify_by_dbus(self, title: str, body: str, action: str, subject: object) -> None:
        """Show the notification, and wait until it is clicked or closed."""
        from jeepney import DBusErrorResponse
        from jeepney.io.blocking import open_dbus_connection

        try:
            with open_dbus_connection(bus="SESSION") as bus:
                token = _show_and_wait(bus, title, body, action)
        except (OSError, KeyError, ValueError, TimeoutError, DBusErrorResponse) as error:
            # Without a session bus or a notification service, the window and its taskbar entry show the change.
            log.info("no desktop notification: %s", type(error).__name__)
        else:
            if token is not None:
                self.clicked.emit(subject, token)


def _show_and_wait(bus: DBusConnection, title: str, body: str, action: str) -> str | None:
    """Return the activation token when the notification is clicked; None when it is closed, or its service ends.

    Raises DBusErrorResponse, OSError, TimeoutError.
    """
    from jeepney import MatchRule, message_bus
    from jeepney.io.blocking import Proxy

    signals: deque[Message] = deque()
    from_service = MatchRule(type="signal", interface=_NAME, path=_PATH)
    service_ends = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
    service_ends.add_arg_condition(0, _NAME)
    with bus.filter(from_service, queue=signals), bus.filter(service_ends, queue=signals):
        proxy = Proxy(message_bus, bus, timeout=TIMEOUT_SECONDS)
        for rule in (from_service, service_ends):
            proxy.AddMatch(rule)
        notification = _show(bus, title, body, action)
        token = ""
        while True:
            match _read(bus.recv_until_filtered(signals), notification):
                case "ActivationToken", str(given):
                    token = given
                case "ActionInvoked", "default":
                    return token
                case (("NotificationClosed" | "NameOwnerChanged"), _):
                    return None


def _read(signal: Message, notification: int) -> tuple[str, object]:
    """Return name and value of a signal about `notification`, or that its service ended; ("", None) for others."""
    from jeepney import HeaderFields

    member, body = signal.header.fields.get(HeaderFields.member, ""), signal.body
    if member == "NameOwnerChanged":
        return member, None
    return (member, body[1]) if len(body) == 2 and body[0] == notification else ("", None)


def _show(bus: DBusConnection, title: str, body: str, action: str) -> int:
    """Call Notify. Services read markup in the body, which is escaped, and none in the title."""
    from jeepney import DBusAddress, DBusErrorResponse, new_method_call

    service = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
    hints = {"desktop-entry": ("s", "iamport-desktop")}
    actions = ["default", action]  # the key of the specification for a click on the notification itself
    arguments = ("iamport-desktop", 0, "iamport-desktop", title, html.escape(body), actions, hints, -1)
    call = new_method_call(service, "Notify", "susssasa{sv}i", arguments)
    reply = bus.send_and_get_reply(call, timeout=TIMEOUT_SECONDS)
    if reply.header.message_type.name == "error":
        raise DBusErrorResponse(reply)
    return int(reply.body[0])
