"""Measure for how long the window does not answer while the app starts, shows payments and is typed into.

    python -m tests.bench.stalls URL

Prints the seconds between two ticks of a timer on the window's thread, for each phase, as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtTest import QTest

from iamport_desktop.api.origin import parse_origin
from iamport_desktop.application import Application, create_qt_application, shorten_pauses
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.settings import Options, Settings
from iamport_desktop.ui.theme import current_theme
from tests.bench.app_server import KEY_SECONDS
from tests.bench.payments import LONG_HISTORY, UNDOCUMENTED
from tests.faults.stall_monitor import Gap, StallMonitor
from tests.support.app_driver import PATIENCE, AppDriver
from tests.support.fixed_keyring import FixedKeyring

TICKS_AFTERWARDS = 40  # what comes after an action counts too
ROUNDS = 5
PAYMENTS = [f"imp_1000000000{number:02}" for number in (1, 2, 5, 6, 3, 4, 9, 10)]


class Recorder(StallMonitor):
    """Keeps every gap."""

    def __init__(self) -> None:
        super().__init__(limit=0.0)
        self.gaps: list[float] = []

    def record(self, gap: Gap) -> None:
        super().record(gap)
        self.gaps.append(gap.own)

    def restart(self) -> None:
        """Forget every gap, and begin one now."""
        self.gaps = []
        self.begin_gap()

    def during(self, act: Callable[[], object], until: Callable[[], object]) -> list[float]:
        """Return the gaps from `act` on until `until` is true, and a little longer."""
        self.gaps = []
        QTimer.singleShot(0, act)
        assert self.run(until, PATIENCE), f"{act} did not come to its end"
        ticks = len(self.gaps) + TICKS_AFTERWARDS
        self.run(lambda: len(self.gaps) >= ticks, PATIENCE)
        return self.gaps


class FirstPaint(QObject):
    """Calls `then` once, when the window has been painted and before the app is built."""

    def __init__(self, window: QObject, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._then = window, then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._then)  # ahead of the window's own, which is queued while it paints
        return False


def main() -> None:
    """Start the app, use the window, and print the gaps."""
    qt = create_qt_application()
    options = Options(parse_origin(sys.argv[1]), language="ko", theme="light")
    settings = Settings(Path.home() / "settings.ini")  # a home made for this run
    application = Application(qt, options, settings, CredentialStore(FixedKeyring))
    application.ready.connect(shorten_pauses)  # as the program does
    monitor = Recorder()
    driver = AppDriver(application, monitor.run)
    FirstPaint(driver.window, monitor.restart)
    phases = {"start behind the first paint": monitor.during(driver.window.show, lambda: driver.is_warm)}

    def look_up(*imp_uids: str) -> list[float]:
        gaps: list[float] = []
        for imp_uid in imp_uids:
            gaps += monitor.during(partial(driver.submit, imp_uid), partial(driver.shows, imp_uid))
        return gaps

    phases["lookups"] = look_up(*PAYMENTS)
    # Two in turns, or a lookup would end with the payment that is shown already.
    phases["10,000 cancellations"] = look_up(*[LONG_HISTORY, PAYMENTS[0]] * ROUNDS)
    phases["1 MB of an undocumented field"] = look_up(*[UNDOCUMENTED, PAYMENTS[0]] * ROUNDS)
    phases["theme"] = monitor.during(
        lambda: driver.app.preferences.set_theme("dark"), lambda: current_theme().name == "dark"
    )
    phases["language"] = monitor.during(
        lambda: driver.app.preferences.set_language("en"),
        lambda: driver.app.preferences.format_context().language == "en",
    )
    box, typed = driver.window.search.box, PAYMENTS[0]

    def type_in() -> None:
        box.clear()
        for index, letter in enumerate(typed):
            QTimer.singleShot(round(1000 * KEY_SECONDS * index), partial(QTest.keyClicks, box, letter))

    phases["typing"] = [
        gap for _ in range(ROUNDS) for gap in monitor.during(type_in, lambda: box.text() == typed)
    ]
    print(json.dumps(phases), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
