"""Token and connection made ready before they are needed, so that a lookup costs one round trip."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject

from iamport_desktop.lookup.connection import Connection
from iamport_desktop.lookup.network import Network

LANE = "warm-up"
# Shorter than the 5 seconds after which many servers close a connection that idles.
LASTS = 4.0


class Warmth(QObject):
    """Warms up when a connection comes into use, and when somebody begins to type after a while."""

    def __init__(
        self,
        network: Network,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._network = network
        self._clock = clock
        self._connection: Connection | None = None
        self._asked_at = 0.0

    def use(self, connection: Connection | None) -> None:
        """Keep `connection` ready from now on; None when there is no key."""
        self._network.cancel(LANE)
        self._connection = connection
        self._warm_up()

    def somebody_types(self) -> None:
        """A lookup is likely to follow. Only the first key after a while asks anything."""
        if self._clock() - self._asked_at >= LASTS and not self._network.busy(LANE):
            self._warm_up()

    def _warm_up(self) -> None:
        if self._connection:
            self._asked_at = self._clock()
            self._network.ask(LANE, self._connection.warm_up)
