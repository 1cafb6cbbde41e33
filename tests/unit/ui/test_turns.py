"""Long work in short steps, between which the window hears what came."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QTimer
from pytestqt.qtbot import QtBot

from iamport_desktop.ui.turns import in_turns


def steps(seen: list[str], count: int) -> Iterator[None]:
    """Steps of 5 ms."""
    for _ in range(count):
        step = QDeadlineTimer(5)
        while not step.hasExpired():
            pass
        seen.append("step")
        yield


def test_what_has_waited_comes_before_the_next_step(qtbot: QtBot) -> None:
    seen: list[str] = []
    owner = QObject()
    beat = QTimer(owner, interval=1, timerType=Qt.TimerType.PreciseTimer)
    beat.timeout.connect(lambda: seen.append("beat"))
    beat.start()
    in_turns(owner, steps(seen, 5))
    assert seen == ["step"], "the first one is taken at once"
    qtbot.waitUntil(lambda: seen.count("step") == 5)
    assert "stepstep" not in "".join(seen)


def test_no_step_is_taken_for_an_owner_that_is_gone(qtbot: QtBot) -> None:
    seen: list[str] = []
    owner = QObject()
    in_turns(owner, steps(seen, 5))
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    timer = QTimer(interval=20, singleShot=True)
    with qtbot.waitSignal(timer.timeout):
        timer.start()
    assert seen == ["step"]
