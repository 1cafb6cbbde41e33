"""The app with commands that time lookups: `python -m tests.bench.app_server ARGUMENTS…`."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from tests.bench.paint_watch import PaintWatch
from tests.support.app_server import Commands, serve

KEY_SECONDS = 0.03  # between two keys of a fast typist
SETTEXT_SECONDS = 0.05  # after which the search box is painted


class TimingCommands(Commands):
    """Times lookups from Enter until the payment is painted, in seconds."""

    def time_look_up(self, imp_uid: str) -> float:
        """Time a lookup of what is in the box already."""
        self.window.search.box.setText(imp_uid)
        self.pause(SETTEXT_SECONDS)
        return self._time_enter()

    def time_typed_look_up(self, imp_uid: str) -> float:
        """Time a lookup of what is typed as people type, which warms up the connection."""
        box = self.window.search.box
        box.clear()
        for letter in imp_uid:
            self.pause(KEY_SECONDS)
            QTest.keyClicks(box, letter)
        self.pause(2 * KEY_SECONDS)
        return self._time_enter()

    def _time_enter(self) -> float:
        loop, watch = QEventLoop(), PaintWatch(self.app)
        began: list[float] = []
        painted: list[float] = []

        def enter() -> None:
            began.append(time.perf_counter())
            QTest.keyClick(self.window.search.box, Qt.Key.Key_Return)

        watch.painted.connect(lambda _, moment: painted.append(moment))
        watch.painted.connect(loop.quit)
        QTimer.singleShot(0, enter)
        loop.exec()
        watch.deleteLater()
        return painted[0] - began[0]


if __name__ == "__main__":
    sys.exit(serve(TimingCommands))
