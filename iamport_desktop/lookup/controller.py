"""What a submitted text asks for. An order number is sent only when the agent says so, by submitting it twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from iamport_desktop.api.identifiers import ImpUid, ManyImpUids, OneImpUid, parse_input
from iamport_desktop.api.models import Payment
from iamport_desktop.domain.attempts import best_first
from iamport_desktop.lookup.session import Connection
from iamport_desktop.lookup.state import (
    Batch,
    Failed,
    FirstStart,
    Loaded,
    Loading,
    LookupState,
    Order,
    Ready,
    Result,
    Results,
    Starting,
    Subject,
)
from iamport_desktop.lookup.worker import Answer, ApiWorker, Question

KEPT = 50


class NavigationHistory:
    """A list with a place in it. What lies ahead is forgotten when something new is found."""

    def __init__(self) -> None:
        self._results: list[Result] = []
        self._place = -1

    def add(self, result: Result) -> None:
        """Put `result` behind the place; the same thing asked again replaces what stands there."""
        if self._results and self._results[self._place].subject == result.subject:
            self._results[self._place] = result
            return
        self._results = [*self._results[: self._place + 1], result][-KEPT:]
        self._place = len(self._results) - 1

    def current(self) -> Result | None:
        """What stands at the place; None as long as nothing was found."""
        return self._results[self._place] if self._results else None

    def can_step(self, steps: int) -> bool:
        """Whether there is something that many steps ahead (or back, where negative)."""
        return bool(self._results) and 0 <= self._place + steps < len(self._results)

    def step(self, steps: int) -> Result:
        """Move the place and return what stands there. IndexError where nothing does."""
        if not self.can_step(steps):
            raise IndexError(steps)
        self._place += steps
        return self._results[self._place]


LANE = "lookup"


class LookupController(QObject):
    """Turns searches into screens. A new search replaces the one under way, and a stale answer is never shown."""

    screen_changed = Signal(object)

    def __init__(
        self, network: ApiWorker, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._network = network
        self._now = now
        self._connection: Connection | None = None
        self._wanted: Subject | None = None
        self._trail = NavigationHistory()
        self.screen: LookupState = Starting()
        self._before: LookupState = self.screen
        self.includes_test_payments = False
        network.answered.connect(self._take)

    def use(self, connection: Connection | None) -> None:
        """Ask `connection` from now on; None when there is no key. A search that waited for it goes on.

        What another key found is forgotten: it may be another shop's.
        """
        self._network.cancel(LANE)
        if self._connection:
            self._network.ask("farewell", self._connection.close)
        self._connection, self._trail = connection, NavigationHistory()
        if connection is None:
            self._show(FirstStart())
            return
        self._show(Ready())
        if self._wanted:
            self.look_up(self._wanted)

    def look_up(self, subject: Subject) -> None:
        """Look `subject` up, in place of whatever is under way."""
        self._wanted = subject
        if self._connection is None:  # the search waits for the key
            self._show(Loading(subject) if isinstance(self.screen, Starting | Loading) else self.screen)
            return
        self._network.ask(LANE, self._question(subject, self._connection))
        self._show(Loading(subject))

    def refresh(self) -> None:
        """Ask for the same once more."""
        if isinstance(self.screen, Loaded | Results | Failed) and self.screen.subject:
            self.look_up(self.screen.subject)

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
            self._show(Failed(None, error))

    @property
    def can_refresh(self) -> bool:
        """Whether what is shown was asked for."""
        return isinstance(self.screen, Loaded | Results | Failed) and self.screen.subject is not None

    @property
    def can_go_back(self) -> bool:
        """Whether a result of this run lies before what is shown."""
        return self._trail.can_step(self._steps_back())

    @property
    def can_go_forward(self) -> bool:
        """Whether a result of this run lies behind what is shown."""
        return self._trail.can_step(1)

    def back(self) -> None:
        """Show the result before, as it was then."""
        if self.can_go_back:
            self._step(self._steps_back())

    def forward(self) -> None:
        """Show the result behind, as it was then."""
        if self.can_go_forward:
            self._step(1)

    def _steps_back(self) -> int:
        """A problem or an empty window is no result: back from there is the result that was last seen."""
        return -1 if isinstance(self.screen, Loaded | Results) else 0

    def _step(self, steps: int) -> None:
        self._network.cancel(LANE)
        self._wanted = None
        self._show(self._trail.step(steps))

    def _question(self, subject: Subject, connection: Connection) -> Question:
        include_sandbox = self.includes_test_payments
        match subject:
            case Order(merchant_uid):
                return lambda: connection.order(merchant_uid)
            case Batch(imp_uids):
                return lambda: connection.payments(imp_uids)
            case imp_uid:
                return lambda: connection.payment(imp_uid, include_sandbox=include_sandbox)

    def _take(self, answer: Answer) -> None:
        if answer.lane != LANE or self._wanted is None:
            return
        subject, self._wanted = self._wanted, None
        if isinstance(answer.outcome, Exception):
            self._show(Failed(subject, answer.outcome))
        else:
            self._show_result(subject, answer.outcome)

    def _show_result(self, subject: Subject, outcome: Any) -> None:
        result = self._result(subject, outcome)
        self._trail.add(result)
        self._show(result)

    def _result(self, subject: Subject, outcome: Any) -> Loaded | Results:
        if not isinstance(subject, Order | Batch):
            return Loaded(subject, outcome, self._now())
        payments: tuple[Payment, ...] = outcome
        wanted = subject.imp_uids if isinstance(subject, Batch) else ()
        missing = tuple(each for each in wanted if each not in {payment.imp_uid for payment in payments})
        if len(payments) == 1 and not missing and payments[0].imp_uid:
            return Loaded(ImpUid(payments[0].imp_uid), payments[0], self._now())
        return Results(subject, best_first(payments), missing, self._now())

    def _show(self, screen: LookupState) -> None:
        if isinstance(screen, Loading) and not isinstance(self.screen, Loading):
            self._before = self.screen
        self.screen = screen
        self.screen_changed.emit(screen)


# The API takes 40 characters; shops have been seen to keep longer ones.
LONGEST_ORDER_NUMBER = 200


class Searching(QObject):
    """Turns texts into lookups, or rejects them."""

    recognised = Signal(str)
    rejected = Signal(object, bool)

    def __init__(self, lookups: LookupController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lookups = lookups
        self._offered = ""

    def submit(self, text: str) -> None:
        """Look up what `text` names and emit that as `recognised`.

        Where it names nothing, emit `rejected`: the recognition, and whether the text may be an order number. When it
        is submitted again, it is searched for as one.
        """
        offered, self._offered = self._offered, ""
        recognition = parse_input(text)
        match recognition:
            case OneImpUid(imp_uid):
                self.open(imp_uid)
            case ManyImpUids(imp_uids):
                self.recognised.emit(" ".join(imp_uids))
                self._lookups.look_up(Batch(imp_uids))
            case _ if offered and text.strip() == offered:
                self.recognised.emit(offered)
                self._lookups.look_up(Order(offered))
            case _:
                self._offered = text.strip() if len(text.strip()) <= LONGEST_ORDER_NUMBER else ""
                self.rejected.emit(recognition, bool(self._offered))

    def open(self, imp_uid: ImpUid) -> None:
        """Look `imp_uid` up."""
        self.recognised.emit(imp_uid)
        self._lookups.look_up(imp_uid)

    def accept_offer(self) -> None:
        """Search for the text that was offered as an order number."""
        if self._offered:
            self.submit(self._offered)

    def withdraw_offer(self) -> None:
        """The text was changed: what was offered does not hold any more."""
        self._offered = ""
