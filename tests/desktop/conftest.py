"""A display for all these tests, and for each a home and a sandbox that can delay its answers.

Xvfb and the Secret Service are Linux's; elsewhere these tests cannot even be imported.
"""

from __future__ import annotations

import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from iamport_desktop.sandbox import Sandbox
from iamport_desktop.sandbox.embedded import RecordedRequest
from tests.support.desktop_driver import DesktopDriver, desktop_app
from tests.support.screen_reader import ScreenReader, screen_reader
from tools.programs import clean_environment, wait_until
from tools.xvfb import display

collect_ignore_glob = [] if sys.platform == "linux" else ["test_*.py"]


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with display(tmp_path_factory.mktemp("display")) as name:
        yield name


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    return home


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder outside the home, for what the test itself writes."""
    folder = tmp_path / "notes"
    folder.mkdir()
    return folder


@pytest.fixture
def environment(home: Path, screen: str) -> Iterator[dict[str, str]]:
    """An environment with a display and without a session bus."""
    with tempfile.TemporaryDirectory(
        prefix="run-"
    ) as runtime:  # not pytest's: a socket's path has to be short
        yield clean_environment(home) | {"DISPLAY": screen, "XDG_RUNTIME_DIR": runtime}


class Hold:
    """Delays the answers for the imp_uids in `held` until `release` is set."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.held: set[str] = set()
        self.release = threading.Event()
        self._sandbox = sandbox
        sandbox.before_answer = self._wait

    def asked(self, imp_uid: str) -> int:
        """Return how often `imp_uid` was requested."""
        return sum(request.path == f"/payments/{imp_uid}" for request in self._sandbox.requests)

    def wait_for(self, imp_uid: str, times: int = 1) -> None:
        wait_until(lambda: self.asked(imp_uid) >= times, f"{imp_uid} is asked for {times} time(s)")

    def _wait(self, request: RecordedRequest) -> None:
        if request.path.rpartition("/")[2] in self.held:
            self.release.wait()


@dataclass
class ReaderSession:
    """The app, driven by keys and clicks, and a screen reader that listens to it."""

    driver: DesktopDriver
    reader: ScreenReader
    sandbox: Sandbox


@contextmanager
def reader_session(environment: dict[str, str], folder: Path, sandbox: Sandbox) -> Iterator[ReaderSession]:
    """Start the app on `sandbox` in the `environment` of an accessibility bus."""
    arguments = ("--api-url", sandbox.url, "--lang", "en")
    with (
        desktop_app(environment, folder, *arguments, variants="key") as driver,
        screen_reader(environment) as reader,
    ):
        reader.wait_for("text", "Payment to look up")
        yield ReaderSession(driver, reader, sandbox)


@pytest.fixture
def hold(sandbox: Sandbox) -> Iterator[Hold]:
    hold = Hold(sandbox)
    yield hold
    hold.release.set()
