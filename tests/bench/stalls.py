"""The app with hands that work it, and a heart that beats on the thread of its window.

    python -m tests.bench.stalls URL

Says, for each thing that is done, the seconds between two beats, as JSON.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from iamport_desktop.api.origin import parse_origin
from iamport_desktop.application import Application, create_qt_application
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.settings import Options, Settings
from iamport_desktop.ui.theme import DARK, current_theme
from tests.bench.payments import HUGE
from tests.faults.heartbeat import Gap, Heart
from tests.support.app_with_key import KeyAtHand

if TYPE_CHECKING:
    from iamport_desktop.controllers.app import AppController

PATIENCE = 30.0
KEY_MILLISECONDS = 30
PAYMENTS = [f"imp_1000000000{number:02}" for number in (1, 2, 5, 6, 3, 4, 9, 10)]


class Recorder(Heart):
    """Remembers every gap."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []

    def take(self, gap: Gap) -> None:
        super().take(gap)
        self.gaps.append(gap.own)

    def during(self, act: Callable[[], object], until: Callable[[], object]) -> list[float]:
        """The gaps from `act` on until something is so, and a little longer: what comes after counts too."""
        self.gaps = []
        QTimer.singleShot(0, act)
        assert self.run(until, PATIENCE), f"{act} did not come to its end"
        beats = len(self.gaps) + 40
        self.run(lambda: len(self.gaps) >= beats, PATIENCE)
        return self.gaps


def main() -> None:
    """Start as the program does, work the window, and say what the beats were."""
    qt = create_qt_application()
    options = Options(parse_origin(sys.argv[1]), language="ko")
    settings = Settings(Path.home() / "settings.ini")  # made for this run
    application = Application(qt, options, settings, CredentialStore(KeyAtHand))
    window = application.window
    ready: list[None] = []
    application.ready.connect(gc.freeze)  # as the program does
    application.ready.connect(lambda: ready.append(None))
    heart = Recorder()
    phases = {"start": heart.during(window.show, lambda: ready and is_ready(application.app))}
    app = application.app
    box = window.search.box

    def shows(imp_uid: str) -> Callable[[], bool]:
        return lambda: getattr(app.lookups.state, "imp_uid", "") == imp_uid

    def look_up(imp_uid: str) -> list[float]:
        def enter() -> None:
            box.setText(imp_uid)
            QTest.keyClick(box, Qt.Key.Key_Return)

        return heart.during(enter, shows(imp_uid))

    phases["lookups"] = [gap for each in PAYMENTS for gap in look_up(each)]
    phases["10,000 cancellations and 1 MB"] = look_up(HUGE)
    phases["theme change"] = heart.during(
        lambda: app.preferences.set_theme("dark"), lambda: current_theme() is DARK
    )
    typed = PAYMENTS[0]

    def type_in() -> None:
        box.clear()
        for place, letter in enumerate(typed):
            QTimer.singleShot(place * KEY_MILLISECONDS, lambda each=letter: QTest.keyClicks(box, each))

    phases["typing"] = heart.during(type_in, lambda: box.text() == typed)
    print(json.dumps(phases), flush=True)
    os._exit(0)


def is_ready(app: AppController) -> bool:
    """Whether the key is there, and the warm-up is over."""
    from tests.support.app_here import is_warm  # which imports the app

    return type(app.lookups.state).__name__ == "Ready" and is_warm(app)


if __name__ == "__main__":
    main()
