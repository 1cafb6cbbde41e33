"""The Qt binding itself, where a fault of it would end the program."""

import sys

from PySide6.QtCore import QObject

CALLS = 1000


def test_calls_without_a_result_leave_none_alone() -> None:
    # PySide6 6.12.0 took a reference to None with each; before Python 3.12, where None can die, that is a crash.
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - CALLS // 2
