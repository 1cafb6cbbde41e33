"""A person who looks up one payment after the other in the real window, and does with each what a person does."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest

from iamport_desktop.api.errors import NotAnApiResponse, PaymentNotFound, ServerError
from iamport_desktop.controllers.app import AppController
from iamport_desktop.lookup.state import Failed, Loaded, LookupState
from tests.soak.day import Event, event, imp_uid
from tests.support.clocks import go_by

PROBLEMS = {
    Event.NOT_FOUND: PaymentNotFound,
    Event.TROUBLE: ServerError,
    Event.LOGIN_PAGE: NotAnApiResponse,
}


class Person(QObject):
    """Looks up `count` payments; meanwhile `seconds` pass on the clocks of token and connection."""

    looked_up = Signal(int)

    def __init__(self, app: AppController, count: int, seconds: float) -> None:
        super().__init__(app)
        self.wrong: list[str] = []
        self._app, self._count = app, count
        self._pace = seconds / count
        self._number = -1
        self._box = app.window.search.box
        self._habits: dict[int, Callable[[], object]] = {
            7: lambda: self._press(Qt.Key.Key_F8),
            11: lambda: self._press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier),
            12: lambda: self._press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier),
            23: app.window.pages.payment.copy_menu.copy_summary,
            500: lambda: app.preferences.set_language("en" if self._number % 1000 else "ko"),
            700: lambda: app.preferences.set_theme("dark" if self._number % 1400 else "light"),
        }
        app.lookups.state_changed.connect(self._see)

    def begin(self) -> None:
        """Make the clocks go faster, and look the first payment up."""
        go_by(self._app, self._time)
        self.go_on()

    def go_on(self) -> None:
        """Look the next payment up, unless it was the last."""
        self._number += 1
        if self._number < self._count:
            self._box.setText(imp_uid(self._number))
            self._press(Qt.Key.Key_Return)

    def _time(self) -> float:
        return time.monotonic() + self._pace * max(0, self._number)

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._box, key, modifier)

    def _see(self, screen: LookupState) -> None:
        if self._number < 0 or not isinstance(screen, Loaded | Failed):
            return
        self._check(screen)
        QTimer.singleShot(0, self._do_something_with_it)

    def _check(self, screen: Loaded | Failed) -> None:
        asked, problem = imp_uid(self._number), PROBLEMS.get(event(self._number))
        if screen.subject != asked:
            self.wrong.append(f"{screen.subject} instead of {asked}")
        elif problem and not (isinstance(screen, Failed) and isinstance(screen.error, problem)):
            self.wrong.append(f"{asked}: {screen!r} instead of {problem.__name__}")
        elif not problem and isinstance(screen, Failed):
            self.wrong.append(f"{asked}: {screen.error!r} instead of a payment")

    def _do_something_with_it(self) -> None:
        for every, habit in self._habits.items():
            if self._number and self._number % every == 0:
                habit()
        self.looked_up.emit(self._number + 1)
