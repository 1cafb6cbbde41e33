"""The program as a process of its own: in a session with a keyring that has its key, asking a server here."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from iamport_desktop.api.origin import parse_origin
from iamport_desktop.desktop.keyring import CredentialStore
from tests.faults import replies
from tests.faults.case import ATTEMPTS
from tests.faults.case_context import CaseContext
from tests.faults.fault import CREDENTIALS, serving
from tests.faults.server import Behaviour, Server
from tests.support.app_client import AppClient, started_app
from tests.support.secret_service import Session, session_bus

SOONEST_END = 0.3  # seconds from the click that closes the window until the process is gone


@contextmanager
def session_of(context: CaseContext) -> Iterator[Session]:
    """A bus without a keyring, of which this process is a program."""
    with session_bus(context.home) as session:
        names = ("XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS")
        with mock.patch.dict(os.environ, {name: session.environment[name] for name in names}):
            yield session


@dataclass(frozen=True)
class Place:
    """Where the program is started. `notes` is a folder outside of the home."""

    session: Session
    server: Server
    notes: Path

    @property
    def arguments(self) -> tuple[str, ...]:
        """What the program is started with."""
        return ("--api-url", self.server.url, "--lang", "en")

    def start(self, *more: str, **variables: str) -> AbstractContextManager[AppClient]:
        """Start the app with `variables` in its environment."""
        return started_app(self.session.environment | variables, self.notes, *self.arguments, *more)


@contextmanager
def place(context: CaseContext, lookup: Behaviour = replies.paid) -> Iterator[Place]:
    """A session whose keyring has the key for a server that answers with `lookup`."""
    with session_of(context) as session, serving(lookup) as target, tempfile.TemporaryDirectory() as notes:
        session.start_keyring()
        CredentialStore().save(parse_origin(target.url), CREDENTIALS)
        yield Place(session, target.server, Path(notes))


def check_quiet(program: AppClient) -> None:
    """It wrote nothing to its error output."""
    assert program.error_output == "", program.error_output


def check_ends_at_once(begin: Iterator[AppClient]) -> None:
    """One of some programs is gone soon after its window was closed; a busy machine may hold the others up."""
    took = []
    for program in begin:
        took.append(program.close())
        check_quiet(program)
        if took[-1] < SOONEST_END:
            return
    raise AssertionError(f"closing took {', '.join(f'{1000 * each:.0f} ms' for each in took)}")


def some(start: Any) -> Iterator[AppClient]:
    """Programs from `start`, one after the other."""
    for _ in range(ATTEMPTS):
        with start() as program:
            yield program
