"""A watched payment is reported to a notification service over a real bus, and in the window."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.desktop.notifications import Notifier
from iamport_desktop.sandbox import Sandbox
from tests.support.app_driver import AppDriver
from tests.support.notification_service import notification_service
from tests.support.secret_service import Session, session_bus
from tests.support.window import button, seen, texts

AWAITING, OTHER = ImpUid("imp_100000000005"), ImpUid("imp_100000000001")
PENDING = ImpUid("imp_100000000020")
PATIENCE = 10.0


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A bus of the test, which this process joins."""
    with session_bus(tmp_path) as session:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session.environment["DBUS_SESSION_BUS_ADDRESS"])
        yield session


@pytest.fixture
def notifier(qtbot: QtBot, styled_app: QApplication) -> Notifier:
    window = QWidget()
    qtbot.addWidget(window)
    return Notifier(window)


def wait_for_notifications() -> None:
    """Return when every notification was sent; a thread that failed fails the test."""
    for thread in threading.enumerate():
        if thread.name == "notify":
            thread.join(PATIENCE)
            assert not thread.is_alive()


def test_a_notification_arrives_with_its_body_escaped(session: Session, notifier: Notifier) -> None:
    with notification_service(session) as service:
        notifier.notify("A <b> & title", "<b>bold</b> & <a href='x'>\"link\"</a> · 머그컵")
        notification = service.told.get(timeout=PATIENCE)
        wait_for_notifications()
    assert notification.app_name == "iamport-desktop"
    assert notification.title == "A <b> & title"  # which is never markup
    assert notification.body == (
        "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;a href=&#x27;x&#x27;&gt;&quot;link&quot;&lt;/a&gt; · 머그컵"
    )
    assert notification.hints["desktop-entry"] == ("s", "iamport-desktop")
    assert notification.actions == []


def test_a_service_that_refuses_breaks_nothing(session: Session, notifier: Notifier) -> None:
    with notification_service(session, refuses=True) as service:
        notifier.notify("title", "body")
        service.told.get(timeout=PATIENCE)
        wait_for_notifications()


def test_a_bus_without_a_service_breaks_nothing(session: Session, notifier: Notifier) -> None:
    notifier.notify("title", "body")
    wait_for_notifications()


@pytest.mark.parametrize("address", [None, "", "unix:path=/nonexistent/bus", "nonsense"])
def test_no_bus_breaks_nothing(
    monkeypatch: pytest.MonkeyPatch, notifier: Notifier, address: str | None
) -> None:
    if address is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    else:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    notifier.notify("title", "body")
    wait_for_notifications()


@pytest.fixture
def driver(session: Session, driver: AppDriver) -> Iterator[AppDriver]:
    yield driver
    wait_for_notifications()


def poll_now(driver: AppDriver) -> None:
    (timer,) = (timer for timer in driver.app.watcher.findChildren(QTimer) if timer.isActive())
    timer.start(0)


def test_a_deposit_is_reported_while_another_payment_is_shown(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox, session: Session
) -> None:
    driver.show(AWAITING)
    header, bars = driver.window.pages.payment.view.header, driver.window.watch_bars
    qtbot.mouseClick(button(header, "Tell me when the deposit arrives"), Qt.MouseButton.LeftButton)
    assert button(header, "Stop watching").isEnabled()
    assert any("Watching" in text and AWAITING in text and "₩74,000" in text for text in texts(bars))
    driver.show(OTHER)
    assert not header.watch.isVisible()
    assert any(AWAITING in text for text in texts(bars))  # it goes on, whatever is shown

    with notification_service(session) as service:
        sandbox.change_payment(AWAITING, status="paid")
        poll_now(driver)
        qtbot.waitUntil(lambda: not service.told.empty())
        notification = service.told.get()
        wait_for_notifications()
    assert (notification.title, notification.body) == ("Paid", f"{AWAITING} · ₩74,000")
    (text,) = [text for text in texts(bars) if AWAITING in text]
    assert text == f"Paid: {AWAITING} · ₩74,000"
    assert driver.shows(OTHER)
    qtbot.mouseClick(button(bars, "Open"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: driver.shows(AWAITING))
    assert texts(bars) == []


def test_the_bar_stops_the_watch(qtbot: QtBot, driver: AppDriver) -> None:
    driver.show(AWAITING)
    header, bars = driver.window.pages.payment.view.header, driver.window.watch_bars
    qtbot.mouseClick(button(header, "Tell me when the deposit arrives"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(bars, "Stop"), Qt.MouseButton.LeftButton)
    assert seen(bars, QWidget) == []
    assert button(header, "Tell me when the deposit arrives").isEnabled()
    assert not driver.app.watcher.is_watched(AWAITING)


def test_only_what_may_still_be_paid_can_be_watched(driver: AppDriver) -> None:
    offered = {}
    for number in (1, 2, 5, 7, 10, 20, 46):
        imp_uid = ImpUid(f"imp_1000000000{number:02}")
        driver.show(imp_uid)
        offered[number] = driver.window.pages.payment.view.header.watch.isVisible()
    assert [number for number in offered if offered[number]] == [5, 7, 20, 46]


def test_real_watches_go_on_in_sample_mode_and_its_own_end_with_it(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox
) -> None:
    driver.show(AWAITING)
    driver.window.pages.watch_requested.emit()
    driver.app.sessions.enter_sample_mode()
    driver.show(PENDING)
    driver.window.pages.watch_requested.emit()
    assert driver.app.watcher.is_watched(AWAITING)
    assert driver.app.watcher.is_watched(PENDING)
    driver.app.sessions.leave_sample_mode()
    assert not driver.app.watcher.is_watched(PENDING)
    assert any(AWAITING in text for text in texts(driver.window.watch_bars))
    sandbox.change_payment(AWAITING, status="paid")
    poll_now(driver)
    qtbot.waitUntil(lambda: any("Paid" in text for text in texts(driver.window.watch_bars)))


def test_a_real_payment_that_changed_in_sample_mode_opens_outside_of_it(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver.app.sessions, "samples", lambda language: [])  # AWAITING is no sample then
    driver.show(AWAITING)
    driver.window.pages.watch_requested.emit()
    driver.app.sessions.enter_sample_mode()
    sandbox.change_payment(AWAITING, status="paid")
    poll_now(driver)
    qtbot.waitUntil(lambda: any("Paid" in text for text in texts(driver.window.watch_bars)))
    qtbot.mouseClick(button(driver.window.watch_bars, "Open"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: driver.shows(AWAITING))
    assert not driver.app.sessions.in_sample_mode


def test_a_key_that_is_replaced_by_itself_leaves_its_watches_alone(
    driver: AppDriver, sandbox: Sandbox
) -> None:
    driver.show(AWAITING)
    driver.window.pages.watch_requested.emit()
    driver.app.credentials.obtained.emit(Credentials(sandbox.imp_key, sandbox.imp_secret))
    assert driver.app.watcher.is_watched(AWAITING)


@pytest.mark.parametrize("is_removed", [True, False])
def test_watches_that_end_with_their_key_say_so(driver: AppDriver, is_removed: bool) -> None:
    driver.show(AWAITING)
    driver.window.pages.watch_requested.emit()
    if is_removed:
        driver.app.credentials.missing.emit()
    else:
        driver.app.credentials.obtained.emit(Credentials("another", "key"))
    assert not driver.app.watcher.is_watched(AWAITING)
    (text,) = [text for text in texts(driver.window.watch_bars) if AWAITING in text]
    assert text.startswith("Stopped watching")


def test_the_bars_of_watches_follow_the_language(qtbot: QtBot, driver: AppDriver) -> None:
    driver.show(AWAITING)
    driver.window.pages.watch_requested.emit()
    driver.app.preferences.set_language("ko")
    bars, header = driver.window.watch_bars, driver.window.pages.payment.view.header
    qtbot.waitUntil(lambda: not any("Watching" in text or text == "Stop" for text in texts(bars)))
    assert any(AWAITING in text for text in texts(bars))
    assert header.watch.text() != "Stop watching"
    driver.app.preferences.set_language("en")
    qtbot.waitUntil(lambda: any("Watching" in text for text in texts(bars)))
