"""A scripted service on the test's real bus."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager

from jeepney import Message, MessageType, message_bus
from jeepney.io.blocking import DBusConnection, Proxy


class BusService(ABC):
    """Answers the calls on `connection`, on a thread of its own."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection
        self._stopping = threading.Event()

    @abstractmethod
    def _answer(self, call: Message) -> None: ...

    @contextmanager
    def serving(self, name: str) -> Iterator[None]:
        """Own `name` on the bus, and answer."""
        Proxy(message_bus, self._connection).RequestName(name)
        thread = threading.Thread(target=self._serve, name=name)
        thread.start()
        try:
            yield
        finally:
            self._stopping.set()
            thread.join()

    def _serve(self) -> None:
        while not self._stopping.is_set():
            try:
                message = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._answer(message)
