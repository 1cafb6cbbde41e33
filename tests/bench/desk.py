"""The app with hands: types into the real window when it is told to, and says how long it took until the paint.

    python -m tests.bench.desk URL

Says `ready` when token and connection are. Then each line on standard input is one of
    look IMP_UID    the imp_uid is in the box already, Enter is pressed; answers the seconds until the payment is painted
    type IMP_UID    the same, but it is typed first as a person does, which warms up
    later SECONDS   the clocks of token and connection go on by so much; answers 0
"""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest

from iamport_desktop.api.origin import parse_origin
from iamport_desktop.application import Application, create_qt_application
from iamport_desktop.controllers.app import AppController
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.settings import Options, Settings
from tests.bench.painted import PaintedPayments
from tests.support.app_here import is_warm
from tests.support.app_with_key import KeyAtHand
from tests.support.clocks import go_by

KEY_MILLISECONDS = 30  # between two keys of somebody who types an imp_uid fast


class Orders(QObject):
    """Lines from standard input, on the thread of the window."""

    came = Signal(str)

    def listen(self) -> None:
        """Read until standard input ends."""
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self.came.emit(line.strip())


class Hands(QObject):
    """Works the window."""

    def __init__(self, app: AppController) -> None:
        super().__init__(app)
        self._app = app
        self._box = app.window.search.box
        self._begun = 0.0
        self._poll = QTimer(self, interval=5)
        self._poll.timeout.connect(self._say_ready)
        self._poll.start()
        PaintedPayments(app).painted.connect(lambda _, moment: answer(moment - self._begun))

    def obey(self, order: str) -> None:
        """Do one line's wish."""
        name, _, rest = order.partition(" ")
        {"look": self._look, "type": self._type, "later": self._later}[name](rest)

    def _say_ready(self) -> None:
        if is_warm(self._app):
            self._poll.stop()
            print("ready", flush=True)

    def _look(self, imp_uid: str) -> None:
        self._box.setText(imp_uid)
        QTimer.singleShot(50, self._enter)  # what setting the text costs is over by then

    def _type(self, imp_uid: str) -> None:
        self._box.clear()
        for place, letter in enumerate(imp_uid, 1):
            QTimer.singleShot(place * KEY_MILLISECONDS, self._key(letter))
        QTimer.singleShot((len(imp_uid) + 2) * KEY_MILLISECONDS, self._enter)

    def _key(self, letter: str) -> Callable[[], None]:
        return lambda: QTest.keyClicks(self._box, letter)

    def _enter(self) -> None:
        self._begun = time.perf_counter()
        QTest.keyClick(self._box, Qt.Key.Key_Return)

    def _later(self, seconds: str) -> None:
        go_by(self._app, lambda: time.monotonic() + float(seconds))
        answer(0.0)


def answer(seconds: float) -> None:
    """Say how long it took."""
    print(seconds, flush=True)


def listen(app: AppController) -> None:
    """Work the window of `app` as standard input says."""
    hands, orders = Hands(app), Orders(app)
    orders.came.connect(hands.obey)
    orders.listen()


def main() -> None:
    """Show the window and obey until standard input ends."""
    qt = create_qt_application()
    settings = Settings(Path.home() / "settings.ini")  # made for this run
    options = Options(parse_origin(sys.argv[1]), language="ko")
    application = Application(qt, options, settings, CredentialStore(KeyAtHand))
    application.ready.connect(gc.freeze)  # as the program does
    application.ready.connect(lambda: listen(application.app))
    application.window.show()
    qt.exec()
    os._exit(0)


if __name__ == "__main__":
    main()
