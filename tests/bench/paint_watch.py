"""Detect when a payment has been painted, by the events that Qt sends to the page."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from iamport_desktop.controllers.app import AppController
from iamport_desktop.lookup.state import Loaded


class PaintWatch(QObject):
    """Emits `painted` with the imp_uid and the time when the window has been painted after a payment was found.

    A window is painted by one UpdateRequest, which paints every widget that changed and flushes the picture to
    the display. It is over when the next turn of the event loop begins.
    """

    painted = Signal(str, float)

    def __init__(self, app: AppController) -> None:
        super().__init__(app)
        self._app = app
        self._page = app.window.pages.payment.view.widget()
        self._found: Loaded | None = None
        self._page.installEventFilter(self)
        app.lookups.state_changed.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._found and not self._is_outdated():
            found, self._found = self._found, None
            self._finish(found)
        return False

    def _follow(self, screen: object) -> None:
        self._found = screen if isinstance(screen, Loaded) else None

    def _is_outdated(self) -> bool:
        """Return whether the page still shows the payment before."""
        return self._app.window.pages.payment.loaded is not self._found

    def _finish(self, found: Loaded) -> None:
        QTimer.singleShot(0, lambda: self.painted.emit(found.imp_uid, time.perf_counter()))
