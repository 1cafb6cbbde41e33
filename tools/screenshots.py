"""Pictures of the window for the README, made by the app itself: `make screenshots`.

    python -m tools.screenshots FOLDER [--scale 1.5]

Every state in Korean and English, light and dark, from the sandbox at a fixed port and time, so that a picture
changes only when the window does.
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

PORT = 18787
NOW = datetime(2026, 11, 22, 5, 2, 11, tzinfo=UTC)


@dataclass(frozen=True)
class State:
    """A state of the window: what is searched (nothing for the first screen), and whether there is a key."""

    name: str
    imp_uid: str = ""
    has_key: bool = True


STATES = (
    State("first-start", has_key=False),
    State("paid", "imp_100000000001"),
    State("partially-cancelled", "imp_100000000002"),
    State("awaiting-deposit", "imp_100000000005"),
    State("failed", "imp_100000000011"),
    State("not-found", "imp_999999999999"),
)


def main() -> None:
    """Make the pictures that the command line asks for, each in a process of its own, as the program is."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--only", nargs=3, metavar=("STATE", "LANGUAGE", "THEME"))
    wish = parser.parse_args()
    wish.folder.mkdir(parents=True, exist_ok=True)
    if wish.only:
        _make(wish.folder, *wish.only)
        return
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": wish.scale}
    for state, language, theme in itertools.product(STATES, ("ko", "en"), ("light", "dark")):
        command = [sys.executable, "-m", "tools.screenshots", str(wish.folder), "--only"]
        subprocess.run([*command, state.name, language, theme], env=environment, check=True, timeout=60)


def _make(folder: Path, name: str, language: str, theme: str) -> None:
    from PySide6.QtWidgets import QApplication

    from iamport_desktop.sandbox import Sandbox
    from iamport_desktop.ui.theme import apply_font

    state = next(each for each in STATES if each.name == name)
    qt = QApplication(["iamport-desktop"])
    qt.setStyle("Fusion")
    apply_font(qt)
    qt.setCursorFlashTime(0)  # or the same picture would come out now with, now without the cursor
    with Sandbox(port=PORT, clock=NOW.timestamp) as sandbox:
        _take(qt, sandbox.url, state, language, theme, folder / f"{name}-{language}-{theme}.png")
    os._exit(0)  # as the program does: the worker's thread is a daemon


def _take(qt: object, url: str, state: State, language: str, theme: str, picture: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from iamport_desktop.api.credentials import Credentials
    from iamport_desktop.api.identifiers import parse_imp_uid
    from iamport_desktop.api.origin import parse_origin
    from iamport_desktop.application import Application
    from iamport_desktop.lookup.state import Failed, FirstStart, Loaded
    from iamport_desktop.sandbox import Sandbox
    from iamport_desktop.settings import Options, Settings
    from tests.support.memory_store import MemoryStore

    assert isinstance(qt, QApplication)
    credentials = Credentials(Sandbox.imp_key, Sandbox.imp_secret) if state.has_key else None
    options = Options(
        parse_origin(url),
        imp_uid=parse_imp_uid(state.imp_uid) if state.imp_uid else None,
        language=language,
        theme=theme,
    )
    with tempfile.TemporaryDirectory() as settings:
        application = Application(
            qt, options, Settings(Path(settings) / "settings.ini"), MemoryStore(credentials), now=lambda: NOW
        )
        ready: list[None] = []
        application.ready.connect(lambda: ready.append(None))
        application.window.show()
        _wait(lambda: bool(ready))
        app = application.app
        _wait(lambda: isinstance(app.lookups.state, Loaded | Failed | FirstStart))
        _wait(lambda: not any(request.is_pending for request in app.follow_ups._requests))
        app.window.grab().save(str(picture))


def _wait(done: Callable[[], bool]) -> None:
    from PySide6.QtCore import QDeadlineTimer, QEventLoop
    from PySide6.QtWidgets import QApplication

    deadline = QDeadlineTimer(20_000)
    while not done():
        if deadline.hasExpired():
            raise TimeoutError("the window did not come to rest")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    QApplication.processEvents()


if __name__ == "__main__":
    main()
