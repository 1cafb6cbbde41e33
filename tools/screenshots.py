"""Remake the pictures of docs/screenshots: `make screenshots`, or python -m tools.screenshots FOLDER [--scale 1.5].

The app pictures itself in every state, in Korean and English, light and dark, with a sandbox at a fixed port and time,
so that a picture changes only when the window does.
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from iamport_desktop.api.clock import ServerClock
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.identifiers import parse_imp_uid
from iamport_desktop.api.origin import Origin, parse_origin
from iamport_desktop.application import Application, create_qt_application
from iamport_desktop.desktop.keyring import CredentialStore, StoredKey
from iamport_desktop.lookup.state import Failed, FirstStart, Loaded
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.settings import Options, Settings

PORT = 18787
NOW = datetime(2026, 11, 22, 5, 2, 11, tzinfo=UTC)
PATIENCE_MS = 20_000
SIZE = (1240, 860)


# What is looked up for each picture; the first start has no key and looks up nothing.
PICTURES = {
    "first-start": "",
    "paid": "imp_100000000001",
    "partially-cancelled": "imp_100000000002",
    "awaiting-deposit": "imp_100000000005",
    "failed": "imp_100000000011",
    "not-found": "imp_999999999999",
}


class FixedStore(CredentialStore):
    """Holds `credentials` and saves nothing."""

    def __init__(self, credentials: Credentials | None) -> None:
        super().__init__()
        self._credentials = credentials

    def load(self, origin: Origin) -> StoredKey | None:
        return StoredKey(self._credentials) if self._credentials else None


def main() -> None:
    """Make all pictures, each in its own process as the program runs, or the one that --only names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--only", nargs=3, metavar=("STATE", "LANGUAGE", "THEME"))
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.only:
        name, language, theme = options.only
        take(PICTURES[name], language, theme, options.folder / f"{name}-{language}-{theme}.png")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": options.scale}
    for name, language, theme in itertools.product(PICTURES, ("ko", "en"), ("light", "dark")):
        command = [sys.executable, "-m", "tools.screenshots", str(options.folder), "--only"]
        subprocess.run([*command, name, language, theme], env=environment, check=True, timeout=60)


def take(payment: str, language: str, theme: str, file: Path) -> None:
    """Start the application, wait until `payment` is on screen, save a picture, and end the process."""
    qt = create_qt_application()
    qt.setCursorFlashTime(0)  # no blinking cursor, which some pictures would show and others not
    with Sandbox(port=PORT, clock=NOW.timestamp) as sandbox, tempfile.TemporaryDirectory() as folder:
        imp_uid = parse_imp_uid(payment) if payment else None
        options = Options(origin=parse_origin(sandbox.url), imp_uid=imp_uid, language=language, theme=theme)
        store = FixedStore(Credentials(sandbox.imp_key, sandbox.imp_secret) if imp_uid else None)
        settings = Settings(Path(folder) / "settings.ini")
        clock = ServerClock(desk=lambda: NOW, elapsed=lambda: 0.0)
        application = Application(qt, options, settings, store, clock)
        ready: list[bool] = []
        application.ready.connect(lambda: ready.append(True))
        application.window.resize(*SIZE)  # whatever the size of the screen that is not there
        application.window.show()
        wait_until(lambda: ready)
        app = application.app
        wait_until(lambda: isinstance(app.lookups.state, Loaded | Failed | FirstStart))
        wait_until(lambda: not app.follow_ups.is_pending)
        app.window.grab().save(str(file))
    os._exit(0)  # as the program does: its threads may still run


def wait_until(condition: Callable[[], object]) -> None:
    """Process events until `condition` holds. Raises TimeoutError after PATIENCE_MS."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not condition():
        if deadline.hasExpired():
            raise TimeoutError("the window did not come to rest")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    QApplication.processEvents()


if __name__ == "__main__":
    main()
