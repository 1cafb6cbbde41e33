"""A picture of the window once the lookup is done, for `--screenshot`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from iamport_desktop.presentation.messages import describe
from iamport_desktop.presentation.screens import FirstStart, Found, Problem, Ready, Screen

if TYPE_CHECKING:
    from iamport_desktop.app import App, Options


class Photographer(QObject):
    """Waits for the last screen, saves the picture and ends the program with 0, or 1 where something failed."""

    def __init__(self, app: App, options: Options) -> None:
        super().__init__(app)
        self._app, self._options = app, options
        app.lookups.screen_changed.connect(self._look)

    def _look(self, screen: Screen) -> None:
        # Ready is passed on the way to a lookup; a missing key ends the wait in any case.
        last = Found | Problem | FirstStart if self._options.imp_uid else Found | Problem | FirstStart | Ready
        if isinstance(screen, last):
            QTimer.singleShot(0, self, lambda: self._take(screen))

    def _take(self, screen: Screen) -> None:
        failed = isinstance(screen, Problem) or (self._options.imp_uid and not isinstance(screen, Found))
        if isinstance(screen, Problem):
            message = describe(screen.error)
            print(f"{message.what} {message.next_step}\n{message.technical}", file=sys.stderr)  # noqa: T201
        saved = self._app.window.grab().save(str(self._options.screenshot), "PNG")
        if not saved:
            print(f"The picture could not be written: {self._options.screenshot}", file=sys.stderr)  # noqa: T201
        QApplication.exit(1 if failed or not saved else 0)
