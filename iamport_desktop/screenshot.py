"""A picture of the window once the lookup is done, for `--screenshot`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from iamport_desktop.lookup.state import Failed, FirstStart, Loaded, LookupState, Ready

if TYPE_CHECKING:
    from iamport_desktop.app import App
    from iamport_desktop.options import Options

NOT_WRITTEN = 3  # the command line puts it into words


class Photographer(QObject):
    """Waits for the last screen, saves the picture and ends the program: 0, 1 (the lookup failed) or NOT_WRITTEN."""

    def __init__(self, app: App, options: Options) -> None:
        super().__init__(app)
        self._app, self._options = app, options
        app.lookups.screen_changed.connect(self._look)

    def _look(self, screen: LookupState) -> None:
        # Ready is passed on the way to a lookup; a missing key ends the wait in any case.
        last = Loaded | Failed | FirstStart if self._options.imp_uid else Loaded | Failed | FirstStart | Ready
        if isinstance(screen, last):
            QTimer.singleShot(0, self, lambda: self._take(screen))

    def _take(self, screen: LookupState) -> None:
        failed = isinstance(screen, Failed) or (self._options.imp_uid and not isinstance(screen, Loaded))
        if failed:
            print(self._reason(screen), file=sys.stderr)  # noqa: T201 - the command says why it failed
        saved = self._app.window.grab().save(str(self._options.screenshot), "PNG")
        QApplication.exit(NOT_WRITTEN if not saved else 1 if failed else 0)

    def _reason(self, screen: LookupState) -> str:
        """What the picture says as well."""
        body = self._app.body
        page = body.problem if isinstance(screen, Failed) else body.first_start
        return "\n".join(filter(None, (page.spoken(), page.technical.text())))
