"""One daemon thread with one asyncio loop, on which every question to the API runs.

A task on a loop can be cancelled for real and has a total deadline; a daemon thread never keeps the process
alive. asyncio is imported on that thread, so that the window's first paint does not wait for it.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from iamport_desktop.api.errors import PortOneError

if TYPE_CHECKING:
    import asyncio

Question = Callable[[], Coroutine[Any, Any, object]]


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome of a question: a result, or the exception object that it ended with."""

    lane: str
    ticket: int
    outcome: object


class ApiWorker(QObject):
    """Asks questions on the worker thread. In each lane the latest wins: it cancels the one before."""

    answered = Signal(Answer)
    _arrived = Signal(Answer)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest: dict[str, int] = {}
        self._tickets = 0
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: list[Callable[[], object]] = []
        self._lock = threading.Lock()
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Start the worker thread. Questions asked before are kept until then."""
        threading.Thread(target=self._run, name="network", daemon=True).start()

    def ask(self, lane: str, question: Question) -> int:
        """Ask `question` on the worker; `answered` follows with this ticket, unless a newer one is asked."""
        self._tickets += 1
        ticket = self._newest[lane] = self._tickets
        self._on_loop(lambda: self._begin(lane, ticket, question))
        return ticket

    def cancel(self, lane: str) -> None:
        """Stop the lane's question for real. Nothing is answered for it any more."""
        self._newest.pop(lane, None)
        self._on_loop(lambda: self._stop(lane))

    def busy(self, lane: str) -> bool:
        """Whether an answer is still to come in this lane."""
        return lane in self._newest

    def _deliver(self, answer: Answer) -> None:
        if self._newest.get(answer.lane) == answer.ticket:
            del self._newest[answer.lane]
            self.answered.emit(answer)

    def _on_loop(self, call: Callable[[], object]) -> None:
        with self._lock:
            if self._loop is None:
                self._waiting.append(call)
                return
        self._loop.call_soon_threadsafe(call)

    # What follows runs on the worker thread.

    def _run(self) -> None:
        import asyncio

        loop = asyncio.new_event_loop()
        loop.set_exception_handler(_pass_on)
        with self._lock:  # until the kept questions are in the loop: a newer one comes after them
            self._loop = loop
            for call in self._waiting:
                loop.call_soon(call)
            self._waiting.clear()
        loop.run_forever()

    def _begin(self, lane: str, ticket: int, question: Question) -> None:
        self._stop(lane)
        import asyncio

        self._tasks[lane] = asyncio.ensure_future(self._answer(lane, ticket, question))

    def _stop(self, lane: str) -> None:
        if task := self._tasks.pop(lane, None):
            task.cancel()

    async def _answer(self, lane: str, ticket: int, question: Question) -> None:
        try:
            outcome = await question()
        except Exception as error:  # noqa: BLE001 - it travels on as an object, and messages.describe words it
            if not isinstance(error, PortOneError):
                sys.excepthook(type(error), error, error.__traceback__)  # no failure that is foreseen
            outcome = error
        self._arrived.emit(Answer(lane, ticket, outcome))


def _pass_on(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Give what nobody awaited to the hook for uncaught exceptions; asyncio would print it, with its data."""
    if error := context.get("exception"):
        sys.excepthook(type(error), error, error.__traceback__)
