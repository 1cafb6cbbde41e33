"""One daemon thread with one asyncio loop, on which every request to the API runs.

A task on a loop can be cancelled for real and has a total deadline; a daemon thread never keeps the process alive.
asyncio is imported on that thread, so that the window does not wait for it.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from iamport_desktop.api.errors import PortOneError

if TYPE_CHECKING:
    import asyncio

T = TypeVar("T")


class PendingRequest:
    """A submitted request. Its callback runs at most once, and never after `cancel`."""

    def __init__(self, worker: ApiWorker, on_done: Callable[[Any], None]) -> None:
        """Requests are made by `ApiWorker.submit`."""
        self._worker = worker
        self._on_done: Callable[[Any], None] | None = on_done

    @property
    def is_pending(self) -> bool:
        """Whether the callback is still to run."""
        return self._on_done is not None

    def cancel(self) -> None:
        """Stop the request on the worker thread, and drop its outcome."""
        if self._on_done is not None:
            self._on_done = None
            self._worker.stop(self)

    def finish(self, outcome: object) -> None:
        """Run the callback with `outcome`. Called by the worker, on the window's thread."""
        on_done, self._on_done = self._on_done, None
        if on_done is not None:
            on_done(outcome)


class ApiWorker(QObject):
    """Runs coroutines on the worker thread, and their callbacks on the thread that this object lives on."""

    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: dict[PendingRequest, asyncio.Task[None]] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._calls_before_loop: list[Callable[[], object]] = []
        self._lock = threading.Lock()
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Start the worker thread. Requests submitted before are kept until then."""
        threading.Thread(target=self._run, name="network", daemon=True).start()

    def submit(
        self, make_coroutine: Callable[[], Coroutine[Any, Any, T]], on_done: Callable[[T | Exception], None]
    ) -> PendingRequest:
        """Run the coroutine that `make_coroutine` returns; both run on the worker thread.

        `on_done` gets the result, or the exception object that the coroutine ended with.
        """
        request = PendingRequest(self, on_done)
        self._call_on_loop(lambda: self._begin(request, make_coroutine))
        return request

    def stop(self, request: PendingRequest) -> None:
        """Cancel the task of `request`. Use `PendingRequest.cancel`, which drops the outcome as well."""
        self._call_on_loop(lambda: self._cancel_task(request))

    def _deliver(self, request: PendingRequest, outcome: object) -> None:
        request.finish(outcome)

    def _call_on_loop(self, call: Callable[[], object]) -> None:
        with self._lock:
            if self._loop is None:
                self._calls_before_loop.append(call)
                return
        self._loop.call_soon_threadsafe(call)

    # What follows runs on the worker thread.

    def _run(self) -> None:
        import asyncio

        loop = asyncio.new_event_loop()
        loop.set_exception_handler(_report_unhandled)
        with self._lock:  # later calls are queued behind the kept ones
            self._loop = loop
            for call in self._calls_before_loop:
                loop.call_soon(call)
            self._calls_before_loop.clear()
        loop.run_forever()

    def _begin(
        self, request: PendingRequest, make_coroutine: Callable[[], Coroutine[Any, Any, object]]
    ) -> None:
        import asyncio

        if request.is_pending:
            self._tasks[request] = asyncio.ensure_future(self._execute(request, make_coroutine))

    def _cancel_task(self, request: PendingRequest) -> None:
        if task := self._tasks.get(request):
            task.cancel()

    async def _execute(
        self, request: PendingRequest, make_coroutine: Callable[[], Coroutine[Any, Any, object]]
    ) -> None:
        outcome: object
        try:
            outcome = await make_coroutine()
        except Exception as error:  # noqa: BLE001 - passed on as an object; messages.describe words it
            if not isinstance(error, PortOneError):  # an unforeseen failure is reported as well
                sys.excepthook(type(error), error, error.__traceback__)
            outcome = error
        finally:
            del self._tasks[request]
        self._finished.emit(request, outcome)


def _report_unhandled(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Report an exception that no code awaited; asyncio itself would print it together with its data."""
    if error := context.get("exception"):
        sys.excepthook(type(error), error, error.__traceback__)
