"""A Secret Service on the test's bus that does what GNOME Keyring cannot be brought to do."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection

from tests.support.bus_service import BusService
from tests.support.secret_service import NAME, Session

PROMPT = "/prompt/1"
_NO_PROMPT = "/"


class Mood(StrEnum):
    """How the service behaves."""

    PROMPT_NEVER_ENDS = "locked, and its prompt is never answered"
    PROMPT_DISMISSED = "locked, and its prompt is dismissed at once"
    REFUSES = "unlocked and empty, and refuses every new item"


class ScriptedSecretService(BusService):
    """Answers as its `mood` says, which may change between two calls."""

    def __init__(self, connection: DBusConnection, mood: Mood) -> None:
        super().__init__(connection)
        self.mood = mood
        self.prompted = threading.Event()

    def _answer(self, call: Message) -> None:
        member = call.header.fields[HeaderFields.member]
        match member:
            case "Get":
                self._reply(call, "v", self._property(call.body[1]))
            case "OpenSession":
                algorithm = call.body[0]
                if algorithm == "plain":
                    self._reply(call, "vo", ("s", ""), "/session/1")
                else:
                    self._refuse(call, "org.freedesktop.DBus.Error.NotSupported")
            case "SearchItems":
                self._reply(call, "ao", [])
            case "Unlock":
                self._reply(call, "aoo", [], PROMPT)
            case "Prompt":
                self._reply(call, "")
                self.prompted.set()
                if self.mood is Mood.PROMPT_DISMISSED:
                    self._dismiss()
            case _:
                self._refuse(call, "org.freedesktop.DBus.Error.Failed")

    def _property(self, name: str) -> tuple[str, object]:
        locked = self.mood is not Mood.REFUSES
        return ("b", locked) if name == "Locked" else ("s", "Scripted")

    def _dismiss(self) -> None:
        prompt = DBusAddress(PROMPT, interface="org.freedesktop.Secret.Prompt")
        self._connection.send(new_signal(prompt, "Completed", "bv", (True, ("ao", []))))

    def _reply(self, call: Message, signature: str, *body: Any) -> None:
        self._connection.send(new_method_return(call, signature, body))

    def _refuse(self, call: Message, name: str) -> None:
        self._connection.send(new_error(call, name, "s", ("refused by the test",)))


@contextmanager
def scripted_secret_service(session: Session, mood: Mood) -> Iterator[ScriptedSecretService]:
    """Put the scripted service on the bus of `session`, where no other one is."""
    with session.connect() as connection:
        service = ScriptedSecretService(connection, mood)
        with service.serving(NAME):
            yield service
