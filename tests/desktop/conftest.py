"""A display for all these tests, and for each a home and a sandbox that can hold its answers back.

Xvfb and the Secret Service are Linux's; elsewhere these tests cannot even be imported.
"""

from __future__ import annotations

import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from iamport_desktop.sandbox import Sandbox
from iamport_desktop.sandbox.embedded import RecordedRequest
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
    """Outside the home: for what the tests themselves write."""
    folder = tmp_path / "notes"
    folder.mkdir()
    return folder


@pytest.fixture
def environment(home: Path, screen: str) -> Iterator[dict[str, str]]:
    """A desk with a display and without a session bus."""
    with tempfile.TemporaryDirectory(
        prefix="run-"
    ) as runtime:  # not pytest's: a socket's path has to be short
        yield clean_environment(home) | {"DISPLAY": screen, "XDG_RUNTIME_DIR": runtime}


class Hold:
    """Holds back the answers for some imp_uids until the end of the test."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.held: set[str] = set()
        self.release = threading.Event()
        self._sandbox = sandbox
        sandbox.before_answer = self._wait

    def asked(self, imp_uid: str) -> int:
        """How often `imp_uid` was asked for."""
        return sum(request.path == f"/payments/{imp_uid}" for request in self._sandbox.requests)

    def wait_for(self, imp_uid: str, times: int = 1) -> None:
        wait_until(lambda: self.asked(imp_uid) >= times, f"{imp_uid} is asked for {times} time(s)")

    def _wait(self, request: RecordedRequest) -> None:
        if request.path.rpartition("/")[2] in self.held:
            self.release.wait()


@pytest.fixture
def hold(sandbox: Sandbox) -> Iterator[Hold]:
    hold = Hold(sandbox)
    yield hold
    hold.release.set()
