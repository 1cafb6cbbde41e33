"""The clocks of token and connection, made to go as a test wants: half an hour need not be waited for."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

from iamport_desktop.api import transport
from iamport_desktop.controllers.app import App


def go_by(app: App, clock: Callable[[], float]) -> None:
    """Have the connection of `app`, which is warm, count its seconds by `clock`."""
    connection = app.lookups._connection
    assert connection
    assert connection._made
    vars(transport)["time"] = SimpleNamespace(monotonic=clock)
    connection._made._tokens._clock = app.warmth._clock = clock
