"""A watched payment is reported to a notification service over a real bus, and in the window."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.desktop import notifications
from iamport_desktop.desktop.notifications import Notifier
from iamport_desktop.sandbox import Sandbox
from tests.support.app_driver import AppDriver
from tests.support.notification_service import notification_service
from tests.support.secret_service import Session, session_bus
from tests.support.window import button, texts

AWAITING, OTHER = ImpUid("imp_100000000005"), ImpUid("imp_100000000001")
PENDING = ImpUid("imp_100000000020")
PRODUCT, ORDER = "겨울 이불 세트", "ORD-SAMPLE-0005"  # of AWAITING
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
        notifier.notify("A <b> & title", "<b>bold</b> & <a href='x'>\"link\"</a> · 머그컵", "Open", "subject")
        notification = service.told.get(timeout=PATIENCE)
        service.close(1)
        wait_for_notifications()
    assert notification.app_name == "iamport-desktop"
    assert notification.title == "A <b> & title"  # which is never markup
    assert notification.body == (
        "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;a href=&#x27;x&#x27;&gt;&quot;link&quot;&lt;/a&gt; · 머그컵"
    )
    assert notification.hints["desktop-entry"] == ("s", "iamport-desktop")
    assert notification.actions == ["default", "Open"]


def test_a_click_reports_its_own_subject_and_token(
    qtbot: QtBot, session: Session, notifier: Notifier
) -> None:
    clicked: list[tuple[object, str]] = []
    notifier.clicked.connect(lambda subject, token: clicked.append((subject, token)))
    with notification_service(session) as service:
        for subject in ("first", "second", "third"):
            notifier.notify("title", "body", "Open", subject)
            service.told.get(timeout=PATIENCE)
        service.click(4, "of another program")
        service.click(2, "token-of-2")
        qtbot.waitUntil(lambda: clicked != [])
        assert clicked == [("second", "token-of-2")]
        service.click(1)
        qtbot.waitUntil(lambda: len(clicked) == 2)
        service.close(3)
        wait_for_notifications()
    assert clicked[1:] == [("first", "")]


class TrayIcon(QObject):
    """Shows nothing."""

    messageClicked = Signal()  # noqa: N815 - Qt's name

    def show(self) -> None: ...

    def showMessage(self, title: str, body: str) -> None: ...  # noqa: N802 - Qt's name


def test_a_click_on_the_tray_icons_message_reports_the_last_subject(
    monkeypatch: pytest.MonkeyPatch, notifier: Notifier
) -> None:
    icon = TrayIcon()
    monkeypatch.setattr(notifications, "QSystemTrayIcon", lambda *_: icon)
    clicked: list[tuple[object, str]] = []
    notifier.clicked.connect(lambda subject, token: clicked.append((subject, token)))
    for subject in ("first", "second"):
        notifier._notify_by_tray("title", "body", subject)  # what Windows and macOS use
    icon.messageClicked.emit()
    assert clicked == [("second", "")]


def test_no_wait_outlives_its_notification_service(
    qtbot: QtBot, session: Session, notifier: Notifier
) -> None:
    with notification_service(session) as service:
        notifier.notify("title", "body", "Open", "subject")
        service.told.get(timeout=PATIENCE)
    wait_for_notifications()


def test_a_service_that_refuses_breaks_nothing(session: Session, notifier: Notifier) -> None:
    with notification_service(session, refuses=True) as service:
        notifier.notify("title", "body", "Open", "subject")
        service.told.get(timeout=PATIENCE)
        wait_for_notifications()


def test_a_bus_without_a_service_breaks_nothing(session: Session, notifier: Notifier) -> None:
    notifier.notify("title", "body", "Open", "subject")
    wait_for_notifications()


@pytest.mark.parametrize("address", [None, "", "unix:path=/nonexistent/bus", "nonsense"])
def test_no_bus_breaks_nothing(
    monkeypatch: pytest.MonkeyPatch, notifier: Notifier, address: str | None
) -> None:
    if address is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    else:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    notifier.notify("title", "body", "Open", "subject")
    wait_for_notifications()


@pytest.fixture
def driver(session: Session, driver: AppDriver) -> Iterator[AppDriver]:
    yield driver
    wait_for_notifications()


def poll_now(driver: AppDriver) -> None:
    (timer,) = (timer for timer in driver.app.watcher.findChildren(QTimer) if timer.isActive())
    timer.start(0)


def watch_shown(driver: AppDriver) -> None:
    """Start the watch of the payment on screen, as its button does."""
    driver.act(driver.window.pages.payment.view.header.watch.click)


def line(driver: AppDriver) -> list[str]:
    """Return the texts of the line, and of the list where it is open."""
    return texts(driver.window.watched)


def row(driver: AppDriver, index: int = 0) -> list[str]:
    """Return the cells of a row of the list."""
    model = driver.window.watched.list.model()
    return [model.index(index, column).data() for column in range(5)]


def test_a_deposit_is_reported_while_another_payment_is_shown(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox, session: Session
) -> None:
    driver.show(AWAITING)
    header = driver.window.pages.payment.view.header
    driver.click(button(header, "Tell me when the deposit arrives"))
    assert button(header, "Stop watching").isEnabled()
    assert "1 watched payment ▾" in line(driver)
    driver.show(OTHER)
    assert not header.watch.isVisible()
    assert row(driver)[:4] == ["Notify on deposit", PRODUCT, ORDER, "₩74,000"]

    with notification_service(session) as service:
        sandbox.change_payment(AWAITING, status="paid")
        poll_now(driver)
        qtbot.waitUntil(lambda: not service.told.empty())
        notification = service.told.get()
        service.close(1)
        wait_for_notifications()
    named = f"{PRODUCT} · {ORDER} · ₩74,000"
    assert (notification.title, notification.body) == ("Paid", named)
    assert f"Paid · {named}" in line(driver)
    assert driver.shows(OTHER)
    driver.click(button(driver.window.watched, "Open"))
    driver.wait(lambda: driver.shows(AWAITING), "the payment opens")
    assert not driver.window.watched.isVisible()


def test_a_click_on_the_notification_opens_the_payment(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox, session: Session
) -> None:
    driver.show(AWAITING)
    watch_shown(driver)
    driver.app.sessions.enter_sample_mode()
    driver.show(OTHER)
    driver.act(driver.window.showMinimized)
    with notification_service(session) as service:
        sandbox.change_payment(AWAITING, status="paid")
        poll_now(driver)
        qtbot.waitUntil(lambda: not service.told.empty())
        service.click(1, "token")
        driver.wait(lambda: driver.shows(AWAITING), "the payment opens")
        wait_for_notifications()
    assert not driver.window.isMinimized()
    assert not driver.app.sessions.in_sample_mode
    assert not driver.window.watched.isVisible()


def test_the_list_is_used_by_keyboard(driver: AppDriver) -> None:
    for imp_uid in (AWAITING, PENDING):
        driver.show(imp_uid)
        watch_shown(driver)
    watched = driver.window.watched
    driver.act(lambda: watched.toggle.setFocus(Qt.FocusReason.TabFocusReason))
    driver.press("Space")
    assert watched.list.hasFocus()
    assert [row(driver, index)[2] for index in range(2)] == [ORDER, "ORD-SAMPLE-0020"]
    driver.press("Esc")
    assert watched.toggle.hasFocus()
    assert not watched.list.isVisible()
    assert driver.shows(PENDING)
    driver.press("Space")
    driver.press("Return")
    driver.wait(lambda: driver.shows(AWAITING), "the first one opens")
    assert not watched.list.isVisible()
    driver.act(watched.toggle.click)
    driver.press("Down")
    driver.press("Delete")
    assert not driver.app.watcher.is_watched(PENDING)
    assert watched.list.hasFocus()
    driver.click(button(watched, "Stop all"))
    assert not driver.app.watcher.is_watched(AWAITING)
    assert not watched.isVisible()
    assert button(driver.window.pages.payment.view.header, "Tell me when the deposit arrives").isEnabled()


def test_a_row_opens_and_stops_by_mouse(driver: AppDriver) -> None:
    driver.show(AWAITING)
    watch_shown(driver)
    driver.show(OTHER)
    watched = driver.window.watched
    driver.click(watched.toggle)
    cell = watched.list.visualRect(watched.list.model().index(0, 1)).center()
    driver.act(lambda: QTest.mouseClick(watched.list.viewport(), Qt.MouseButton.LeftButton, pos=cell))
    driver.wait(lambda: driver.shows(AWAITING), "the payment opens")
    assert driver.app.watcher.is_watched(AWAITING)
    driver.click(watched.toggle)
    driver.click(button(watched, "Stop"))
    assert not driver.app.watcher.is_watched(AWAITING)
    assert not watched.isVisible()


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
    watch_shown(driver)
    driver.app.sessions.enter_sample_mode()
    driver.show(PENDING)
    watch_shown(driver)
    assert driver.app.watcher.is_watched(AWAITING)
    assert driver.app.watcher.is_watched(PENDING)
    driver.app.sessions.leave_sample_mode()
    assert not driver.app.watcher.is_watched(PENDING)
    assert "1 watched payment ▾" in line(driver)
    sandbox.change_payment(AWAITING, status="paid")
    poll_now(driver)
    qtbot.waitUntil(lambda: any("Paid" in text for text in line(driver)))


def test_a_real_payment_that_changed_in_sample_mode_opens_outside_of_it(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox
) -> None:
    driver.show(AWAITING)
    watch_shown(driver)
    driver.app.sessions.enter_sample_mode()
    sandbox.change_payment(AWAITING, status="paid")
    poll_now(driver)
    qtbot.waitUntil(lambda: any("Paid" in text for text in line(driver)))
    driver.click(button(driver.window.watched, "Open"))
    driver.wait(lambda: driver.shows(AWAITING), "the payment opens")
    assert not driver.app.sessions.in_sample_mode


def test_a_watch_goes_on_when_the_same_key_is_saved_again(driver: AppDriver, sandbox: Sandbox) -> None:
    driver.show(AWAITING)
    watch_shown(driver)
    driver.app.credentials.obtained.emit(Credentials(sandbox.imp_key, sandbox.imp_secret))
    assert driver.app.watcher.is_watched(AWAITING)
    sandbox.change_payment(AWAITING, status="paid")
    poll_now(driver)
    driver.wait(lambda: any("Paid" in text for text in line(driver)), "the deposit is reported")


@pytest.mark.parametrize("is_removed", [True, False])
def test_watches_that_end_with_their_key_say_so(driver: AppDriver, is_removed: bool) -> None:
    driver.show(AWAITING)
    watch_shown(driver)
    if is_removed:
        driver.app.credentials.missing.emit()
    else:
        driver.app.credentials.obtained.emit(Credentials("another", "key"))
    assert not driver.app.watcher.is_watched(AWAITING)
    sentence = f"Stopped watching: key changed or removed · {PRODUCT} · {ORDER} · ₩74,000"
    assert sentence in line(driver)


def test_watches_follow_the_language(qtbot: QtBot, driver: AppDriver) -> None:
    driver.show(AWAITING)
    watch_shown(driver)
    driver.set_language("ko")
    assert "알림 1건 ▾" in line(driver)
    assert row(driver)[0] == "입금되면 알림"
    assert driver.window.pages.payment.view.header.watch.text() == "알림 끄기"
    driver.set_language("en")
    assert "1 watched payment ▾" in line(driver)
