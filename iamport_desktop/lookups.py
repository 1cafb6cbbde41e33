"""The lookups of this run: one under way at most, those before it to go back to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.connection import Connection
from iamport_desktop.network import Answer, Network
from iamport_desktop.presentation.screens import FirstStart, Found, Loading, Problem, Ready, Screen, Starting

LANE = "lookup"
KEPT = 50


class Lookups(QObject):
    """Turns searches into screens. A new search replaces the one under way, and a stale answer is never shown."""

    screen_changed = Signal(object)

    def __init__(self, network: Network, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._network = network
        self._now = now
        self._connection: Connection | None = None
        self._wanted: ImpUid | None = None
        self._trail: list[Found] = []
        self._place = -1
        self.screen: Screen = Starting()
        self._before: Screen = self.screen
        self.includes_test_payments = False
        network.answered.connect(self._take)

    def use(self, connection: Connection | None) -> None:
        """Ask `connection` from now on; None when there is no key. A search that waited for it goes on.

        What another key found is forgotten: it may be another shop's.
        """
        self._network.cancel(LANE)
        if self._connection:
            self._network.ask("farewell", self._connection.close)
        self._connection, self._trail, self._place = connection, [], -1
        if connection is None:
            self._show(FirstStart())
            return
        self._show(Ready())
        if self._wanted:
            self.look_up(self._wanted)

    def look_up(self, imp_uid: ImpUid) -> None:
        """Look `imp_uid` up, in place of whatever is under way."""
        self._wanted = imp_uid
        if self._connection is None:  # the search waits for the key
            self._show(Loading(imp_uid) if isinstance(self.screen, Starting | Loading) else self.screen)
            return
        connection, include_sandbox = self._connection, self.includes_test_payments
        self._network.ask(LANE, lambda: connection.payment(imp_uid, include_sandbox=include_sandbox))
        self._show(Loading(imp_uid))

    def refresh(self) -> None:
        """Ask for the same payment again."""
        if isinstance(self.screen, Found | Problem) and self.screen.imp_uid:
            self.look_up(self.screen.imp_uid)

    def cancel(self) -> None:
        """End the lookup under way and show what stood there before."""
        self._network.cancel(LANE)
        self._wanted = None
        if isinstance(self.screen, Loading):
            self._show(self._before)

    def clear(self) -> None:
        """Wait for the next imp_uid, with nothing on the screen."""
        self._network.cancel(LANE)
        self._wanted = None
        self._show(Ready() if self._connection else Starting())

    def fail(self, error: Exception) -> None:
        """Show that there is no way to the key. A search that waits for it goes on waiting."""
        if self._connection is None:
            self._show(Problem(None, error))

    @property
    def can_go_back(self) -> bool:
        """Whether a lookup of this run lies before the one shown."""
        return self._place > 0 or (bool(self._trail) and not isinstance(self.screen, Found))

    @property
    def can_go_forward(self) -> bool:
        """Whether a lookup of this run lies behind the one shown."""
        return self._place < len(self._trail) - 1

    def back(self) -> None:
        """Show the payment before, as it was then."""
        if self.can_go_back:
            self._go(self._place - 1 if isinstance(self.screen, Found) else self._place)

    def forward(self) -> None:
        """Show the payment behind, as it was then."""
        if self.can_go_forward:
            self._go(self._place + 1)

    def _go(self, place: int) -> None:
        self._network.cancel(LANE)
        self._wanted = None
        self._place = place
        self._show(self._trail[place])

    def _take(self, answer: Answer) -> None:
        if answer.lane != LANE or self._wanted is None:
            return
        imp_uid, self._wanted = self._wanted, None
        match answer.outcome:
            case Payment() as payment:
                self._append(Found(imp_uid, payment, self._now()))
            case Exception() as error:
                self._show(Problem(imp_uid, error))

    def _append(self, found: Found) -> None:
        if self._trail and self._trail[self._place].imp_uid == found.imp_uid:
            self._trail[self._place] = found
        else:
            self._trail = [*self._trail[: self._place + 1], found][-KEPT:]
            self._place = len(self._trail) - 1
        self._show(found)

    def _show(self, screen: Screen) -> None:
        if isinstance(screen, Loading) and not isinstance(self.screen, Loading):
            self._before = self.screen
        self.screen = screen
        self.screen_changed.emit(screen)
