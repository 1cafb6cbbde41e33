"""What surrounds the app during a case: a home of its own, captured output, a search for secrets at the end."""

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
from iamport_desktop.api.origin import parse_origin
from iamport_desktop.application import Application, shorten_pauses
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.settings import Options, Settings, default_path
from tests.faults import replies
from tests.faults.fault import CREDENTIALS, QUICK
from tests.faults.log_capture import LogCapture
from tests.faults.stall_monitor import StallMonitor
from tests.support.app_driver import AppDriver
from tests.support.memory_store import MemoryStore
from tests.support.search_for_secrets import find_in_files, find_secrets
from tools.programs import clean_environment

# Seconds for which the event loop may not run. Building the window, and changing its texts or colours, take longer.
LONGEST_STALL, LONGEST_CHANGE = 0.1, 0.15

# Never in a log, a file, an argument or the environment; and not in the window unless revealed.
SECRETS = (replies.IMP_KEY, replies.IMP_SECRET, replies.TOKEN)
PERSONAL = tuple(replies.BUYER.values())


class Harness:
    """What all cases of a process share."""

    def __init__(self, qt: QApplication) -> None:
        self.qt = qt
        self.monitor = StallMonitor(LONGEST_STALL)


class CaseDriver(AppDriver):
    """Allows the pauses that a change of language or theme may take."""

    def __init__(self, application: Application, monitor: StallMonitor) -> None:
        super().__init__(application, monitor.run)
        self._monitor = monitor

    def set_language(self, language: str) -> None:
        with self._monitor.limit(LONGEST_CHANGE):
            super().set_language(language)

    def set_theme(self, theme: str) -> None:
        with self._monitor.limit(LONGEST_CHANGE):
            super().set_theme(theme)


class CaseContext:
    """Inside the block, the process lives in `home`. Afterwards, `found` lists problems and secrets."""

    def __init__(self, harness: Harness) -> None:
        self._harness = harness
        self.monitor = harness.monitor
        self.log = LogCapture()
        self.found: list[str] = []
        self._stack = ExitStack()
        self._drivers: list[CaseDriver] = []
        self.home = Path()

    def __enter__(self) -> CaseContext:
        self.home = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="home-")))
        self._stack.enter_context(mock.patch.dict(os.environ, clean_environment(self.home), clear=True))
        self._stack.enter_context(self.log)
        # Collect what the cases before left behind, or it is collected in the middle of this one.
        gc.collect()
        gc.freeze()
        self.monitor.reset()
        return self

    def __exit__(self, *_: object) -> None:
        try:
            visible = "\n".join(text for driver in self._drivers for text in driver.texts())
            for driver in self._drivers:
                driver.quit()
            self.found += self._find_secrets(visible)
        finally:
            self._stack.close()
            gc.unfreeze()
        self.found += self.log.problems
        self.found += [f"the log holds {secret}" for secret in SECRETS + PERSONAL if secret in self.log.text]

    def open(self, url: str, store: CredentialStore | None = None) -> CaseDriver:
        """Start the app for the API at `url`, with the usual key unless another `store` is given."""
        options = Options(parse_origin(url), language="en")
        with self.monitor.limit(LONGEST_CHANGE):
            application = Application(
                self._harness.qt, options, Settings(default_path()), store or MemoryStore(CREDENTIALS)
            )
            driver = CaseDriver(application, self.monitor)
            driver.start()
        shorten_pauses()  # as the program does
        self._drivers.append(driver)
        return driver

    def _find_secrets(self, visible: str) -> list[str]:
        process = "\0".join([*sys.argv, *os.environ, *os.environ.values()])
        return [
            *find_in_files(SECRETS + PERSONAL, self.home),
            *(f"the process table holds {secret}" for secret in _found(process)),
            *(f"the window shows {secret}" for secret in _found(visible)),
        ]


def _found(text: str) -> list[str]:
    return find_secrets(SECRETS + PERSONAL, text.encode("utf-8", "surrogateescape"))


@contextmanager
def patience(limits: Limits = QUICK) -> Iterator[None]:
    """Replace the usual limits of 15 seconds."""
    with mock.patch.object(client_module, "Limits", return_value=limits):
        yield
