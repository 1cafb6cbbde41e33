"""A user who looks up one payment after another in the real window, and does something with each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from iamport_desktop.api.errors import NotAnApiResponse, PaymentNotFound, ServerError
from iamport_desktop.lookup.state import Failed, Loaded, Results
from tests.soak.scenario import Event, event, imp_uid
from tests.support.app_driver import AppDriver, advance_clock

ERRORS = {
    Event.NOT_FOUND: PaymentNotFound,
    Event.TROUBLE: ServerError,
    Event.LOGIN_PAGE: NotAnApiResponse,
}


class UserSimulator:
    """Looks up `count` payments, during which `seconds` pass on the clocks of token and connection."""

    def __init__(self, driver: AppDriver, count: int, seconds: float) -> None:
        self.wrong: list[str] = []
        self._driver = driver
        self._number = 0
        advance_clock(driver.app, lambda: seconds * self._number / count)
        self._habits: dict[int, Callable[[], object]] = {
            7: partial(driver.press, "F8"),
            11: partial(driver.press, "Ctrl+J"),
            12: partial(driver.press, "Ctrl+J"),
            23: partial(driver.press, "Ctrl+Shift+C"),
            500: lambda: driver.set_language("en" if self._number % 1000 else "ko"),
            700: lambda: driver.set_theme("dark" if self._number % 1400 else "light"),
        }

    def look_up_next(self) -> None:
        """Look up the next payment, note a wrong outcome in `wrong`, and do something with it."""
        self._driver.search(imp_uid(self._number))
        outcome = self._driver.wait_for(Loaded, Results, Failed)
        assert isinstance(outcome, Loaded | Results | Failed)
        self._check(outcome)
        for every, habit in self._habits.items():
            if self._number and self._number % every == 0:
                habit()
        self._number += 1

    def _check(self, outcome: Loaded | Results | Failed) -> None:
        wanted, error = imp_uid(self._number), ERRORS.get(event(self._number))
        if outcome.subject != wanted:
            self.wrong.append(f"{outcome.subject} instead of {wanted}")
        elif error and not (isinstance(outcome, Failed) and isinstance(outcome.error, error)):
            self.wrong.append(f"{wanted}: {outcome!r} instead of {error.__name__}")
        elif not error and isinstance(outcome, Failed):
            self.wrong.append(f"{wanted}: {outcome.error!r} instead of a payment")
