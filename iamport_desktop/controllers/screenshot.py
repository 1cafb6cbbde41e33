"""`--screenshot`: a picture of the window when the lookup is done."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from iamport_desktop.controllers.app import AppController
from iamport_desktop.lookup.state import Asking, Failed, FirstStart, Loaded, LookupState, Ready, Results

translate = QCoreApplication.translate


class ScreenshotTaker(QObject):
    """Saves a picture of the last state, and ends the event loop with 0; with 1 when the lookup failed."""

    def __init__(self, app: AppController, path: Path, *, wants_payment: bool) -> None:
        """`wants_payment`: a payment or an order is looked up, so Ready is not the last state."""
        super().__init__(app)
        self._app, self._path, self._wants_payment = app, path, wants_payment
        app.lookups.state_changed.connect(self._on_state)

    def _on_state(self, state: LookupState) -> None:
        is_last = isinstance(state, Loaded | Results | Asking | Failed | FirstStart)
        if is_last or (isinstance(state, Ready) and not self._wants_payment):
            QTimer.singleShot(0, self, lambda: self._save(state))

    def _save(self, state: LookupState) -> None:
        has_failed = isinstance(state, Failed) or (
            self._wants_payment and not isinstance(state, Loaded | Results)
        )
        if has_failed:
            print(self._reason(state), file=sys.stderr)  # noqa: T201 - the command says why it failed
        is_saved = self._app.window.grab().save(str(self._path), "PNG")
        if not is_saved:
            text = translate("Screenshot", "cannot write there: {path}").format(path=ascii(str(self._path)))
            print(text, file=sys.stderr)  # noqa: T201
        QApplication.exit(1 if has_failed or not is_saved else 0)

    def _reason(self, state: LookupState) -> str:
        pages = self._app.window.pages
        page = pages.question if isinstance(state, Asking) else pages.first_start
        page = pages.problem if isinstance(state, Failed) else page
        return "\n".join(filter(None, (page.spoken_text(), page.technical.text())))
