"""Failures of the app's own code, each with SENTINEL in its message and its variables."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from iamport_desktop.controllers.app import AppController

SENTINEL = "imp_909090909090"  # valid as an argument

_SOURCE = """
class PlantedError(Exception): pass
def fail(*values):
    raise PlantedError(f"about {values}")
async def fail_later(*values): fail(*values)
class FailsWhenDeleted:
    def __init__(self, *values): self.values = values
    def __del__(self): fail(*self.values)
def make_widget(widget_class, *values):
    class FailsWhenPainted(widget_class):
        def paintEvent(self, event): fail(*values)
    return FailsWhenPainted()
def call(function): function()
"""


def _planted(file: str) -> dict[str, Any]:
    """The names of _SOURCE, whose traceback leads into a file in the user's home."""
    names: dict[str, Any] = {}
    exec(compile(_SOURCE, str(Path.home() / "desk" / f"{file}.py"), "exec"), names)  # noqa: S102
    return names


def _in_slot(app: AppController) -> None:
    session = app.lookups._session
    _planted("slot")["fail"](SENTINEL, app.lookups.state, vars(session) if session else None)


def _on_thread(_: AppController) -> None:
    threading.Thread(target=_planted("thread")["fail"], args=[SENTINEL], name="other").start()


def _in_coroutine(app: AppController) -> None:
    fail_later = _planted("coroutine")["fail_later"]
    app.worker.submit(lambda: fail_later(SENTINEL), lambda _: None)


def _in_callback(app: AppController) -> None:
    fail = _planted("callback")["fail"]
    app.worker._call_on_loop(lambda: fail(SENTINEL))


def _when_deleted(_: AppController) -> None:
    _planted("deleted")["FailsWhenDeleted"](SENTINEL)


def _when_painted(_: AppController) -> None:
    widget = _planted("painted")["make_widget"](QWidget, SENTINEL)
    widget.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
    widget.show()
    for _attempt in range(10):
        QApplication.processEvents()  # shows it on the screen, where it is painted
        widget.repaint()


def _segfault(_: AppController) -> None:
    _planted("died")["call"](lambda: ctypes.string_at(0))


def _segfault_on_thread(_: AppController) -> None:
    threading.Thread(target=lambda: ctypes.string_at(0)).start()


FAILURES: dict[str, Callable[[AppController], None]] = {
    "slot": _in_slot,
    "thread": _on_thread,
    "coroutine": _in_coroutine,
    "callback": _in_callback,
    "deleted": _when_deleted,
    "painted": _when_painted,
    "segfault": _segfault,
    "thread-segfault": _segfault_on_thread,
}
