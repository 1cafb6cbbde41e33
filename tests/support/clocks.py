"""The clocks of token and connection, made to go as a test wants: half an hour need not be waited for."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

from iamport_desktop.api import transport
from iamport_desktop.controllers.app import AppController


def go_by(app: AppController, clock: Callable[[], float]) -> None:
    """Have the session of `app`, which is warm, count its seconds by `clock`."""
    session = app.lookups._session
    assert session
    assert session._client
    vars(transport)["time"] = SimpleNamespace(monotonic=clock)
    session._client._tokens._clock = session._clock = clock
