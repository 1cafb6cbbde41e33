"""Run the app in a child process, in a session with a keyring that has its key."""

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
    """Start a bus without a keyring, and join this process to it."""
    with session_bus(context.home) as session:
        names = ("XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS")
        with mock.patch.dict(os.environ, {name: session.environment[name] for name in names}):
            yield session


@dataclass(frozen=True)
class ProgramSetup:
    """What the app is started with. `notes` is a folder outside the home."""

    session: Session
    server: Server
    notes: Path

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments of every start."""
        return ("--api-url", self.server.url, "--lang", "en")

    def start(self, *more: str, **variables: str) -> AbstractContextManager[AppClient]:
        """Start the app with `variables` in its environment."""
        return started_app(self.session.environment | variables, self.notes, *self.arguments, *more)


@contextmanager
def program_setup(context: CaseContext, lookup: Behaviour = replies.paid) -> Iterator[ProgramSetup]:
    """Start a session whose keyring has the key for a server that answers with `lookup`."""
    with session_of(context) as session, serving(lookup) as target, tempfile.TemporaryDirectory() as notes:
        session.start_keyring()
        CredentialStore().save(parse_origin(target.url), CREDENTIALS)
        yield ProgramSetup(session, target.server, Path(notes))


def check_quiet(program: AppClient) -> None:
    """Check that it wrote nothing to standard error."""
    assert program.error_output == "", program.error_output


def check_ends_at_once(begin: Iterator[AppClient]) -> None:
    """Check that one of the programs ends soon after its window was closed; a busy machine may delay others."""
    took = []
    for program in begin:
        took.append(program.close())
        check_quiet(program)
        if took[-1] < SOONEST_END:
            return
    raise AssertionError(f"closing took {', '.join(f'{1000 * each:.0f} ms' for each in took)}")


def attempts(start: Any) -> Iterator[AppClient]:
    """Yield programs from `start`, one after another."""
    for _ in range(ATTEMPTS):
        with start() as program:
            yield program
