"""Desktop notifications.

On Linux over org.freedesktop.Notifications, since QSystemTrayIcon shows nothing on desktops without a tray;
elsewhere by QSystemTrayIcon. Source: Desktop Notifications Specification 1.2.
"""

from __future__ import annotations

import html
import logging
import sys
import threading

from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

log = logging.getLogger(__name__)

TIMEOUT_SECONDS = 5.0


class Notifier:
    """Shows notifications about `window`, which may be covered by others."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._tray: QSystemTrayIcon | None = None

    def notify(self, title: str, body: str) -> None:
        """Show a notification of two plain texts, and mark the window in the taskbar."""
        QApplication.alert(self._window)
        if sys.platform.startswith("linux"):
            threading.Thread(target=_notify_by_dbus, args=(title, body), name="notify", daemon=True).start()
        else:
            self._notify_by_tray(title, body)

    def _notify_by_tray(self, title: str, body: str) -> None:
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self._window)
        self._tray.show()  # Windows shows no message of a hidden icon
        self._tray.showMessage(title, body)


def _notify_by_dbus(title: str, body: str) -> None:
    """Call Notify. Services read markup in the body, which is escaped, and none in the title."""
    from jeepney import DBusAddress, DBusErrorResponse, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    service = DBusAddress(
        "/org/freedesktop/Notifications",
        bus_name="org.freedesktop.Notifications",
        interface="org.freedesktop.Notifications",
    )
    hints = {"desktop-entry": ("s", "iamport-desktop")}
    no_actions: list[str] = []
    arguments = ("iamport-desktop", 0, "iamport-desktop", title, html.escape(body), no_actions, hints, -1)
    call = new_method_call(service, "Notify", "susssasa{sv}i", arguments)
    try:
        with open_dbus_connection(bus="SESSION") as bus:
            reply = bus.send_and_get_reply(call, timeout=TIMEOUT_SECONDS)
        if reply.header.message_type.name == "error":
            raise DBusErrorResponse(reply)
    except (OSError, KeyError, ValueError, TimeoutError, DBusErrorResponse) as error:
        # Without a session bus or a notification service, the window and its taskbar entry show the change.
        log.info("no desktop notification: %s", type(error).__name__)
