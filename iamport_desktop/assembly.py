"""Puts the app together behind the first paint, while the window already takes what is typed."""

from __future__ import annotations

import gc
import importlib
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from iamport_desktop.app import App

_MODULES = ("iamport_desktop.app", "iamport_desktop.desktop.single_instance", "iamport_desktop.screenshot")


class Assembly(QObject):
    """Imports on a thread of its own what the app consists of; then `build` builds it, on the thread of the window."""

    _imported = Signal()

    def __init__(self, build: Callable[[], App]) -> None:
        super().__init__()
        self._build = build
        self.app: App | None = None
        self._imported.connect(self._finish)

    def begin(self) -> None:
        """Begin. `app` is there soon after."""
        threading.Thread(target=self._import, name="assembly", daemon=True).start()

    def _import(self) -> None:
        try:
            for each in _MODULES:
                importlib.import_module(each)
        finally:
            self._imported.emit()  # where that failed, `build` fails alike, and is heard

    def _finish(self) -> None:
        gc.freeze()  # what has been imported is not looked through any more
        gc.enable()
        self.app = self._build()
        self.app.start()
