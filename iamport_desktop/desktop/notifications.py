"""Desktop notifications.

On Linux through org.freedesktop.Notifications, since QSystemTrayIcon sends nothing where there is no tray;
elsewhere through QSystemTrayIcon.
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
    """Tells the agent something while the window may be covered."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._tray: QSystemTrayIcon | None = None

    def tell(self, title: str, body: str) -> None:
        """Raise a notification and mark the window in the taskbar. Both texts are plain."""
        QApplication.alert(self._window)
        if sys.platform.startswith("linux"):
            threading.Thread(target=_tell_desktop, args=(title, body), name="notify", daemon=True).start()
        else:
            self._tell_tray(title, body)

    def _tell_tray(self, title: str, body: str) -> None:
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self._window)
        self._tray.show()  # Windows shows a message only for an icon that is visible
        self._tray.showMessage(title, body)


def _tell_desktop(title: str, body: str) -> None:
    """Call Notify. The body may be markup for the service, so it is escaped; the title never is."""
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
        # No session bus or no notification service: the window and the taskbar have told it already.
        log.info("no desktop notification: %s", type(error).__name__)
