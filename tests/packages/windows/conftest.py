"""The packages that `make package-windows` left in dist/windows, and a Windows to try them in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.desktop_driver import TITLE, DesktopDriver, windows
from tools.programs import wait_until
from wine.prefix import USER, Done, Wine, clean_up_when_terminated, fresh_wine, windows_path

ROOT = Path(__file__).parents[3]
DIST = ROOT / "dist" / "windows"
SYSTEM = ROOT / "build" / "wine" / "system"
NAME = "iamport-desktop"
SLOW = 60.0  # seconds; a window takes five to come up here, on a machine that does nothing else
SAMPLE = "imp_100000000002"  # partially cancelled, with receipts


@pytest.fixture(scope="session", autouse=True)
def nothing_stays_in_wine() -> None:
    """Clean up where the tests are terminated as well."""
    clean_up_when_terminated()


def _made(pattern: str) -> Path:
    found = list(DIST.glob(pattern))
    if len(found) != 1:
        pytest.fail(f"dist/windows/{pattern} is there {len(found)} times; make package-windows leaves one")
    return found[0]


@pytest.fixture(scope="session")
def bundle() -> Path:
    """The folder of the program."""
    return _made(f"{NAME}/{NAME}.exe").parent


@pytest.fixture(scope="session")
def archive() -> Path:
    return _made("*.zip")


@pytest.fixture(scope="session")
def installer() -> Path:
    return _made("*-setup.exe")


@pytest.fixture(scope="session")
def bill() -> Path:
    return _made("*.cdx.json")


@dataclass(frozen=True)
class InstalledApp:
    """The program, installed in a Windows of its own."""

    wine: Wine

    @property
    def folder(self) -> Path:
        return self.wine.profile / "AppData" / "Local" / "Programs" / NAME

    @property
    def windows_folder(self) -> str:
        """Its folder as Windows names it."""
        return rf"C:\users\{USER}\AppData\Local\Programs\{NAME}"

    @property
    def program(self) -> Path:
        return self.folder / f"{NAME}.exe"

    @property
    def shortcut(self) -> Path:
        menu = self.wine.profile / "AppData" / "Roaming" / "Microsoft" / "Windows" / "Start Menu"
        return menu / "Programs" / "iamport desktop.lnk"

    def install(self, installer: Path) -> Done:
        """Install without a window."""
        return self.wine.run(installer, "/S", seconds=120)

    def say(self, *arguments: str, stdin: bytes = b"") -> Done:
        """Run the console program."""
        return self.wine.run(self.folder / f"{NAME}-cli.exe", *arguments, stdin=stdin)

    def picture(self, place: Path, *arguments: str) -> Done:
        """Let the windowed program save a picture of its window at `place`."""
        wish = ("--theme", "light", "--screenshot", windows_path(place))
        return self.wine.run(self.program, *arguments, *wish)

    @contextmanager
    def open(self, *arguments: str) -> Iterator[DesktopDriver]:
        """Start the windowed program, and yield it when its window is on the display."""
        with self.wine.start(self.program, *arguments) as started:
            wait_until(self.windows, "the window is shown", SLOW)
            yield DesktopDriver(started.process, self.wine.environment, Path(os.devnull))

    def windows(self, title: str = TITLE) -> list[str]:
        """Return the windows on the display that have this title."""
        return windows(self.wine.environment, "--onlyvisible", title=title)

    def registry(self, key: str) -> str:
        """Return what the registry holds below `key`."""
        return self.wine.run("reg", "query", key, "/s").out


@pytest.fixture(scope="module")
def installed(installer: Path) -> Iterator[InstalledApp]:
    """A new Windows with the program installed."""
    with fresh_wine(SYSTEM) as wine:
        installed = InstalledApp(wine)
        assert installed.install(installer).code == 0
        yield installed
