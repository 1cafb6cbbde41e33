"""How long the event loop pauses while the app starts, looks payments up and changes its theme.

    python -m tests.bench.stalls URL

Prints for each phase the seconds between two ticks, as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from iamport_desktop.api.origin import parse_origin
from iamport_desktop.application import Application, create_qt_application
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.settings import Options, Settings
from iamport_desktop.ui.theme import current_theme
from tests.bench.app_server import KEY_SECONDS
from tests.bench.payments import HUGE
from tests.faults.stall_monitor import Gap, StallMonitor
from tests.support.app_driver import PATIENCE, AppDriver
from tests.support.fixed_keyring import FixedKeyring

TICKS_AFTERWARDS = 40  # what comes after an action counts too
PAYMENTS = [f"imp_1000000000{number:02}" for number in (1, 2, 5, 6, 3, 4, 9, 10)]


class Recorder(StallMonitor):
    """Keeps every gap."""

    def __init__(self) -> None:
        super().__init__(limit=0.0)
        self.gaps: list[float] = []

    def record(self, gap: Gap) -> None:
        super().record(gap)
        self.gaps.append(gap.own)

    def during(self, act: Callable[[], object], until: Callable[[], object]) -> list[float]:
        """Return the gaps from `act` on until `until` is true, and a little longer."""
        self.gaps = []
        QTimer.singleShot(0, act)
        assert self.run(until, PATIENCE), f"{act} did not come to its end"
        ticks = len(self.gaps) + TICKS_AFTERWARDS
        self.run(lambda: len(self.gaps) >= ticks, PATIENCE)
        return self.gaps


def main() -> None:
    """Start the app, use the window, and print the gaps."""
    qt = create_qt_application()
    options = Options(parse_origin(sys.argv[1]), language="ko")
    settings = Settings(Path.home() / "settings.ini")  # a home made for this run
    application = Application(qt, options, settings, CredentialStore(FixedKeyring))
    monitor = Recorder()
    driver = AppDriver(application, monitor.run)
    phases = {"start": monitor.during(driver.window.show, lambda: driver.is_warm)}

    def look_up(imp_uid: str) -> list[float]:
        return monitor.during(partial(driver.submit, imp_uid), lambda: driver.shows(imp_uid))

    phases["lookups"] = [gap for imp_uid in PAYMENTS for gap in look_up(imp_uid)]
    phases["10,000 cancellations and 1 MB"] = look_up(HUGE)
    phases["theme change"] = monitor.during(
        lambda: driver.app.preferences.set_theme("dark"), lambda: current_theme().name == "dark"
    )
    box, typed = driver.window.search.box, PAYMENTS[0]

    def type_in() -> None:
        box.clear()
        for index, letter in enumerate(typed):
            QTimer.singleShot(round(1000 * KEY_SECONDS * index), partial(QTest.keyClicks, box, letter))

    phases["typing"] = monitor.during(type_in, lambda: box.text() == typed)
    print(json.dumps(phases), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
