"""The packages that `make package` left in dist/, and an environment to try them in."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tests.support import desktop_driver
from tests.support.desktop_driver import DesktopDriver
from tools.programs import PATIENCE, clean_environment
from tools.xvfb import display

ROOT = Path(__file__).parents[3]
DIST = ROOT / "dist"
NAME = "iamport-desktop"

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Start = Callable[..., AbstractContextManager[DesktopDriver]]


def _made(pattern: str) -> Path:
    found = list(DIST.glob(pattern))
    if len(found) != 1:
        pytest.fail(f"dist/{pattern} is there {len(found)} times; make package leaves one")
    return found[0]


@pytest.fixture(scope="session")
def bundle() -> Path:
    """The folder of the program."""
    return _made(f"{NAME}/{NAME}").parent


@pytest.fixture(scope="session")
def executable(bundle: Path) -> Path:
    return bundle / NAME


@pytest.fixture(scope="session")
def archive() -> Path:
    return _made("*.tar.xz")


@pytest.fixture(scope="session")
def deb() -> Path:
    return _made("*.deb")


@pytest.fixture(scope="session")
def bill() -> Path:
    return _made("*.cdx.json")


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
def environment(home: Path) -> Iterator[dict[str, str]]:
    """An environment without a display and a session bus."""
    with tempfile.TemporaryDirectory(
        prefix="run-"
    ) as runtime:  # not pytest's: a socket's path has to be short
        yield clean_environment(home) | {"XDG_RUNTIME_DIR": runtime}


@pytest.fixture
def run(executable: Path, environment: dict[str, str]) -> Run:
    """Run the executable to its end."""

    def run(*arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
        command = [str(executable), *arguments]
        return subprocess.run(
            command, env=environment | changes, capture_output=True, text=True, timeout=PATIENCE * 3
        )

    return run


@contextmanager
def started(
    executable: Path, environment: Mapping[str, str], folder: Path, *arguments: str
) -> Iterator[DesktopDriver]:
    """Start the executable, and yield it when its window is on the display."""
    natural = {name: value for name, value in environment.items() if name != "QT_QPA_PLATFORM"}
    with desktop_driver.started([str(executable), *arguments], natural, folder) as driver:
        yield driver
