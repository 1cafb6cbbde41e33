"""Run the app's own command line, and obey commands on standard input: `python -m tests.support.app_server ARGUMENTS…`.

Start, window, threads and end are the app's own. A command is a line of JSON: the name of a method or property of
`Commands`, and arguments. Each is answered with a line of JSON on standard output. `tests.support.app_client` is the
other end.

$APP_VARIANTS names what is different from the app itself, separated by commas:
    key      the sandbox's key is there in place of a keyring
    dns      looking up a host name hangs; the file named by $DNS_HANGS appears when it begins
    leak     when a payment is shown, $LEAK gets into the clipboard, the accessibility tree, a file and standard error
"""

from __future__ import annotations

import base64
import json
import os
import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from iamport_desktop import application, cli
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.application import Application
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.lookup.state import Loaded
from tests.support.app_driver import AppDriver, advance_clock
from tests.support.fixed_keyring import FixedKeyring
from tests.support.planted_failures import FAILURES


class Commands(AppDriver):
    """What the client can have done, beside what the driver does."""

    @property
    def state_name(self) -> str:
        """The class of the state."""
        return type(self.state).__name__

    def look_up_name(self, text: str) -> str:
        """Look up `text`; return the class of the state that it leads to."""
        return type(self.look_up(text)).__name__

    @property
    def clipboard(self) -> str:
        """The text in the clipboard."""
        return QApplication.clipboard().text()

    @property
    def position(self) -> list[int]:
        """Where the window is."""
        return [self.window.x(), self.window.y()]

    @property
    def is_on_screen(self) -> bool:
        """Whether the window can be reached."""
        frame = self.window.frameGeometry()
        return any(
            screen.availableGeometry().intersected(frame).width() > 100 for screen in QApplication.screens()
        )

    @property
    def crash_message(self) -> str:
        """What the window says about a crash."""
        return self.window.crash_bar.text()

    def move(self, x: int, y: int) -> None:
        """Move the window."""
        self.window.move(x, y)

    def type_key(self, imp_key: str, imp_secret: str) -> None:
        """Enter a key in its dialog."""
        self.enter_key(Credentials(imp_key, imp_secret))

    def load_key(self) -> None:
        """Ask the keyring again."""
        self.app.credentials.load()

    def advance_clock(self, seconds: float) -> None:
        """Let `seconds` pass for the token and the connection."""
        advance_clock(self.app, lambda: seconds)

    def fail(self, kind: str) -> None:
        """Bring about a failure of the app itself once this is answered."""
        QTimer.singleShot(0, lambda: FAILURES[kind](self.app))

    def close(self) -> float:
        """Close the window as its user does; return the time, since the process will be gone."""
        self.window.close()
        return time.monotonic()


class CommandServer(QObject):
    """Reads commands on a thread, and obeys them in the event loop."""

    _received = Signal(list)

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands.window)
        self._commands = commands
        self._received.connect(self._obey, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._read, name="commands", daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self._received.emit(json.loads(line))

    def _obey(self, command: list[Any]) -> None:
        name, *arguments = command
        found = getattr(self._commands, name)
        answer = found(*arguments) if callable(found) else found
        line = json.dumps(answer if isinstance(answer, str | int | float | list | bool) else None)
        os.write(1, f"\n{line}\n".encode())


def _hang(*_arguments: Any, **_options: Any) -> NoReturn:
    """Block the calling thread and be uninterruptible, as the C library's name lookup is."""
    Path(os.environ["DNS_HANGS"]).touch()
    never_written, _ = os.pipe()
    os.read(never_written, 1)
    raise AssertionError("the pipe was written to")


def _leak(state: object) -> None:
    if isinstance(state, Loaded):
        text = os.environ["LEAK"]
        QApplication.clipboard().setText(text)
        for window in QApplication.topLevelWidgets():
            window.setAccessibleDescription(text)
        (Path.home() / "cache.bin").write_bytes(base64.b64encode(b"1" + text.encode()))
        sys.stderr.write(text.encode().hex())
        sys.stderr.flush()


def serve(make_commands: Callable[[Application], Commands] = Commands) -> int:
    """Run the command line with a CommandServer in it; return the exit code."""
    variants = os.environ.get("APP_VARIANTS", "").split(",")
    if "dns" in variants:
        socket.getaddrinfo = _hang

    class ServedApplication(Application):
        def __init__(self, *arguments: Any) -> None:
            store = (CredentialStore(FixedKeyring),) if "key" in variants else ()
            super().__init__(*arguments, *store)
            self.ready.connect(self._serve)

        def _serve(self) -> None:
            if "leak" in variants:
                self.app.lookups.state_changed.connect(_leak)
            CommandServer(make_commands(self))

    vars(application)["Application"] = ServedApplication
    return cli.main()


if __name__ == "__main__":
    sys.exit(serve())
