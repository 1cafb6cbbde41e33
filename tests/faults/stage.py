"""What surrounds the program for one fault: a home of its own, and everybody who watches."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest import mock

from PySide6.QtWidgets import QApplication

from iamport_desktop.api import client as client_module
from iamport_desktop.api.connections import Limits
from iamport_desktop.desktop.keyring import CredentialStore
from tests.faults import replies
from tests.faults.desk import Desk
from tests.faults.fault import CREDENTIALS, QUICK
from tests.faults.heartbeat import Heart
from tests.faults.witness import Witness
from tests.support.memory_store import MemoryStore
from tests.support.traces import files_holding
from tools.programs import clean_environment

# Never in a log, a file, an argument or the environment; and in no window before it is revealed.
SECRETS = (replies.IMP_KEY, replies.IMP_SECRET, replies.TOKEN)
PERSONAL = tuple(replies.PERSON.values())


class Bench:
    """What one process has once, however many faults it plays."""

    def __init__(self, qt: QApplication) -> None:
        self.qt = qt
        self.heart = Heart()


class Stage:
    """Between entering and leaving, the process lives in `home`. Afterwards `found` tells what must not be."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self.heart = bench.heart
        self.witness = Witness()
        self.found: list[str] = []
        self._stack = ExitStack()
        self._desks: list[Desk] = []
        self.home = Path()

    def __enter__(self) -> Stage:
        self.home = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="home-")))
        self._stack.enter_context(mock.patch.dict(os.environ, clean_environment(self.home), clear=True))
        self._stack.enter_context(self.witness)
        # What the rows before left behind is no part of a desk, and looking through it takes time.
        gc.collect()
        gc.freeze()
        self.heart.forget()
        return self

    def __exit__(self, *_: object) -> None:
        try:
            seen = [text for desk in self._desks for text in desk.read()]
            for desk in self._desks:
                desk.leave()
            self.found += self._let_out(seen)
        finally:
            self._stack.close()
        self.found += self.witness.trouble
        self.found += [f"the log holds {each}" for each in SECRETS + PERSONAL if each in self.witness.said]

    def open(self, url: str, store: CredentialStore | None = None) -> Desk:
        """Start the program for the API at `url`, with the usual key unless there is a `store` for it."""
        desk = Desk(self._bench.qt, self.heart, url, store or MemoryStore(CREDENTIALS))
        self._desks.append(desk)
        return desk

    def _let_out(self, seen: list[str]) -> list[str]:
        """What was let out of the program."""
        needles = SECRETS + PERSONAL
        process = "\0".join([*sys.argv, *os.environ, *os.environ.values()])
        return [
            *files_holding(needles, self.home),
            *(f"the process table holds {each}" for each in needles if each in process),
            *(f"the window shows {each}" for each in needles if any(each in text for text in seen)),
        ]


@contextmanager
def patience(limits: Limits = QUICK) -> Iterator[None]:
    """For a person who has less of it than the usual 15 seconds."""
    with mock.patch.object(client_module, "Limits", return_value=limits):
        yield
