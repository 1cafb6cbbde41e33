"""The Qt binding that is locked must not damage Python."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 1000


def test_a_call_that_returns_nothing_loses_no_reference_to_none() -> None:
    """PySide6 6.12.0 lost one at each, and Python 3.11 aborts when none is left. Newer Pythons cannot show it."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - CALLS // 2
