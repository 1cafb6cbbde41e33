"""A desk whose clock is wrong tells what one whose clock is right tells, and says once that its clock is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from iamport_desktop.api.clock import ServerClock
from iamport_desktop.api.codes import Language
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.sandbox import Sandbox
from tests.conftest import NOW
from tests.support.app_driver import AppDriver, running_app
from tests.support.memory_store import MemoryStore
from tests.support.window import texts

# A date is cut off to seconds, so that this is how a clock that goes by it stands.
RIGHT = NOW + timedelta(seconds=0.5)
PAID, OTHER, WAITING = map(ImpUid, ("imp_100000000001", "imp_100000000002", "imp_100000000005"))


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A server whose clock stands still at the right time."""
    with Sandbox(clock=NOW.timestamp) as running:
        yield running


def clock_of_a_desk(offset: timedelta) -> ServerClock:
    """The clock of the app on a computer whose own clock is `offset` ahead, and stands still."""
    return ServerClock(desk=lambda: RIGHT + offset, elapsed=lambda: 0.0)


@contextmanager
def desk(
    qt: QApplication, sandbox: Sandbox, folder: Path, offset: timedelta, language: Language
) -> Iterator[AppDriver]:
    """Run the app on a computer whose clock is `offset` ahead."""
    store = MemoryStore(Credentials(sandbox.imp_key, sandbox.imp_secret))
    with running_app(qt, folder, sandbox.url, store, clock_of_a_desk(offset), language=language) as driver:
        yield driver


def told(driver: AppDriver, imp_uid: str) -> list[str]:
    """Return all that the window says about `imp_uid`, the reply and the summary."""
    driver.show(imp_uid)
    driver.wait(lambda: not driver.app.follow_ups.is_pending, "the follow-up requests end")
    page, clipboard = driver.window.pages.payment, QApplication.clipboard()
    driver.act(page.copy_popover.copy_reply)
    reply = clipboard.text()
    driver.act(page.copy_popover.copy_summary)
    return [*texts(page), reply, clipboard.text()]


@pytest.mark.parametrize(("hours", "language"), [(9, "ko"), (-9, "en")])
def test_every_payment_is_told_as_by_a_desk_whose_clock_is_right(
    styled_app: QApplication,
    sandbox: Sandbox,
    tmp_path: Path,
    hours: int,
    language: Language,
) -> None:
    imp_uids = [sample.imp_uid for sample in sandbox.payments if not sample.sandbox]
    with desk(styled_app, sandbox, tmp_path / "right", timedelta(0), language) as right:
        expected = {imp_uid: told(right, imp_uid) for imp_uid in imp_uids}
    with desk(styled_app, sandbox, tmp_path / "wrong", timedelta(hours=hours), language) as wrong:
        for imp_uid in imp_uids:
            assert told(wrong, imp_uid) == expected[imp_uid]


@pytest.mark.parametrize(
    ("offset", "language", "sentence"),
    [
        (timedelta(hours=9), "ko", "약 9시간 빠릅니다"),
        (timedelta(hours=9), "en", "about 9 hours ahead"),
        (timedelta(minutes=-4), "ko", "약 4분 느립니다"),
        (timedelta(days=-400), "en", "about 400 days behind"),
    ],
)
def test_a_wrong_clock_is_said_once(
    styled_app: QApplication,
    sandbox: Sandbox,
    tmp_path: Path,
    offset: timedelta,
    language: Language,
    sentence: str,
) -> None:
    with desk(styled_app, sandbox, tmp_path, offset, language) as driver:
        driver.show(PAID)
        assert sentence in driver.window.note.text()
        driver.show(OTHER)
        assert driver.window.note.text() == ""


@pytest.mark.parametrize("seconds", [0, 170, -170])
def test_a_clock_that_is_nearly_right_is_not_mentioned(
    styled_app: QApplication, sandbox: Sandbox, tmp_path: Path, seconds: int
) -> None:
    with desk(styled_app, sandbox, tmp_path, timedelta(seconds=seconds), "en") as driver:
        driver.show(PAID)
        assert driver.window.note.text() == ""


def test_a_watch_ends_by_the_servers_clock(
    styled_app: QApplication, sandbox: Sandbox, tmp_path: Path
) -> None:
    """Its deadline is in two days; by the desk's clock it was yesterday."""
    with desk(styled_app, sandbox, tmp_path, timedelta(days=3), "en") as driver:
        state = driver.show(WAITING)
        driver.window.pages.watch_requested.emit()
        watcher = driver.app.watcher
        assert watcher.is_watched(WAITING)
        assert state.as_of == RIGHT
        (item,) = watcher.items()
        assert item.next_check
        assert timedelta(0) < item.next_check - RIGHT < timedelta(minutes=1)
