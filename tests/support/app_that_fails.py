"""The program with sample payments, and something in it that fails: `python -m tests.support.app_that_fails FAULT`.

Tells on standard output what the window said, and that a lookup after it still worked. Whatever fails has
SENTINEL in its message and its locals; it stands in the arguments and in the environment too.
"""

from __future__ import annotations

import ctypes
import os
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from iamport_desktop import cli
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.controllers import app as app_module
from iamport_desktop.lookup import state

SENTINEL = "imp_909090909090"  # as an argument has to be
ID = ImpUid("imp_100000000002")
SOON = 50  # milliseconds; one after the other, each when the window is idle


def planted(name: str) -> dict[str, Any]:
    """Code that fails, in a file that lies in the person's home."""
    source = (
        "class PlantedError(Exception): pass\n"
        "def fail(sentinel):\n"
        "    of_a_customer = sentinel\n"
        "    raise PlantedError(f'about {of_a_customer}')\n"
        "async def fail_later(sentinel): fail(sentinel)\n"
        "class FailsAtTheEnd:\n"
        "    def __init__(self, sentinel): self.sentinel = sentinel\n"
        "    def __del__(self): fail(self.sentinel)\n"
        "def painter(widget, sentinel):\n"
        "    class Painter(widget):\n"
        "        def paintEvent(self, event): fail(sentinel)\n"
        "    return Painter()\n"
        "def die(how): how()\n"
    )
    names: dict[str, Any] = {}
    exec(compile(source, str(Path.home() / "desk" / f"{name}.py"), "exec"), names)  # noqa: S102
    return names


class FailingApp(app_module.AppController):
    """Fails once the window stands, in the way that the command line named."""

    fault = ""

    def start(self) -> None:
        super().start()
        faults = self._faults()[self.fault]
        for number, fault in enumerate(faults):
            QTimer.singleShot(SOON * number, self, fault)
        QTimer.singleShot(SOON * (1 + len(faults)), self, self._go_on)

    def _faults(self) -> dict[str, list[Callable[[], object]]]:
        in_slot, in_thread, in_callback = (
            partial(planted(name)["fail"], SENTINEL) for name in ("slot", "thread", "callback")
        )
        in_coroutine, at_the_end = planted("coroutine")["fail_later"], planted("end")["FailsAtTheEnd"]
        return {
            "none": [],
            "caught": [
                lambda: in_slot(),
                lambda: threading.Thread(target=in_thread, name="other").start(),
                lambda: self.worker.submit(lambda: in_coroutine(SENTINEL), lambda _: None),
                lambda: self.worker._call_on_loop(in_callback),
                lambda: at_the_end(SENTINEL) and None,
            ],
            "painting": [lambda: self._paint(planted("painting")["painter"](QWidget, SENTINEL))],
            "segfault": [lambda: planted("died")["die"](lambda: ctypes.string_at(0))],
            "thread-segfault": [lambda: threading.Thread(target=lambda: ctypes.string_at(0)).start()],
        }

    def _paint(self, painter: QWidget) -> None:
        self._painter = painter
        painter.show()
        for _ in range(10):
            painter.repaint()

    def _go_on(self) -> None:
        self.lookups.state_changed.connect(self._leave_when_found)
        self.lookups.open(ID)

    def _leave_when_found(self, screen: state.LookupState) -> None:
        if isinstance(screen, state.Loaded):
            _say("found")
            QTimer.singleShot(SOON, self, QApplication.quit)

    def show_crash(self, report: str) -> None:
        super().show_crash(report)
        self._tell("trouble")

    def show_previous_crash(self, report: str) -> None:
        super().show_previous_crash(report)
        self._tell("earlier")

    def _tell(self, kind: str) -> None:
        _say(f"{kind}: {self.window.crash_bar.text()}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Run the command line with sample payments."""
    FailingApp.fault = sys.argv[1]
    app_module.AppController = FailingApp  # type: ignore[misc]
    assert os.environ["SENTINEL"] == SENTINEL
    return cli.main(["--demo", "--lang=en", SENTINEL])


if __name__ == "__main__":
    sys.exit(main())
