"""Long work on the thread of the window, in short steps."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


def in_turns(owner: QObject, steps: Iterator[None]) -> None:
    """Take the first of `steps` now, and each other one when what came meanwhile has been handled.

    No more are taken when `owner` is gone.
    """
    for _ in steps:
        # Not 0: Qt would take it for an event, and let it go before the timers that have waited for longer.
        QTimer.singleShot(1, owner, lambda: in_turns(owner, steps))
        return
