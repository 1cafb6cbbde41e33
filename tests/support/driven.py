"""The real program with a hand on it: `python -m tests.support.driven ARGUMENTS…`.

Its command line, its window, its threads and its end are the program's own. Beside them it reads orders from its
standard input, one JSON list a line (a name and arguments), does each on the UI thread, and answers each with one
line of JSON on its standard output. `tests.support.driving` is the other end.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iamport_desktop import cli
from iamport_desktop.controllers import app as app_module
from tests.support.window import texts


class DrivenApp(app_module.AppController):
    """Does what the orders say."""

    _ordered = Signal(list)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._ordered.connect(self._obey, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        super().start()
        threading.Thread(target=self._hear, name="orders", daemon=True).start()

    def _hear(self) -> None:
        for line in sys.stdin:
            self._ordered.emit(json.loads(line))

    def _obey(self, order: list[Any]) -> None:
        orders: dict[str, Callable[..., object]] = {
            "screen": lambda: type(self.lookups.state).__name__,
            "error": lambda: type(getattr(self.lookups.state, "error", None)).__name__,
            "texts": lambda: texts(self.window),
            "clipboard": lambda: QApplication.clipboard().text(),
            "look up": self.lookups.search,
            "press": lambda key: QTest.keyClick(self.window, Qt.Key[key]),
            "speak": self.preferences.set_language,
            "copy summary": self.window.pages.payment.copy_menu.copy_summary,
            "copy reply": self.window.pages.payment.copy_menu.copy_reply,
            "reload key": self.credentials.load,
            "enter key": self._enter_key,
            "dialog": self._dialog_texts,
            "fail": self._fail,
            "move": lambda x, y: self.window.move(QPoint(x, y)),
            "on screen": self._is_on_screen,
            "place": lambda: [self.window.x(), self.window.y()],
            "close": self._close,
        }
        name, *arguments = order
        _say(orders[name](*arguments))

    def _enter_key(self, key: str, secret: str) -> None:
        """Type key and secret into the dialog and save."""
        self.open_credentials_dialog()
        dialog = self.credentials._dialog
        assert dialog is not None
        QTest.keyClicks(dialog.key, key)
        QTest.keyClicks(dialog.secret.line, secret)
        QTest.keyClick(dialog.secret.line, Qt.Key.Key_Return)

    def _dialog_texts(self) -> list[str]:
        return texts(self.credentials._dialog) if self.credentials._dialog else []

    def _fail(self) -> None:
        """A mistake of the program's own, with all that it knows in its hands."""
        state, session = self.lookups.state, self.lookups._session
        raise RuntimeError(
            f"about {getattr(state, 'payment', None)} over {vars(session) if session else None}"
        )

    def _is_on_screen(self) -> bool:
        frame = self.window.frameGeometry()
        return any(
            each.availableGeometry().intersected(frame).width() > 100 for each in QApplication.screens()
        )

    def _close(self) -> float:
        """Close the window as a person does; the moment is told, since the process will be gone."""
        self.window.close()
        return time.monotonic()


def _say(answer: object) -> None:
    line = json.dumps(answer if isinstance(answer, str | int | float | list | bool) else None)
    os.write(1, f"\n{line}\n".encode())


def main() -> int:
    """Run the command line as it stands."""
    app_module.AppController = DrivenApp  # type: ignore[misc]
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
