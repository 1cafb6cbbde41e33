"""The news of a watched payment: over a real bus to a notification service, and in the window whatever it shows."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.controllers.app import App
from iamport_desktop.desktop.notifications import Notifier
from iamport_desktop.lookup.state import Loaded
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.ui.appearance import Translation
from tests.support.app_here import app_here
from tests.support.notification_service import notification_service
from tests.support.secret_service import Session, session_bus
from tests.support.window import button, seen, texts

AWAITING, OTHER = ImpUid("imp_100000000005"), ImpUid("imp_100000000001")
PATIENCE = 10.0


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A bus of the test's own, which is this process's session bus meanwhile."""
    with session_bus(tmp_path) as session:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session.environment["DBUS_SESSION_BUS_ADDRESS"])
        yield session


@pytest.fixture
def notifier(qtbot: QtBot, dressed_app: QApplication) -> Notifier:
    window = QWidget()
    qtbot.addWidget(window)
    return Notifier(window)


def join_notifications() -> None:
    """Wait for the threads that send notifications; an exception on one fails the test."""
    for thread in threading.enumerate():
        if thread.name == "notify":
            thread.join(PATIENCE)
            assert not thread.is_alive()


def test_a_notification_arrives_with_its_body_escaped(session: Session, notifier: Notifier) -> None:
    with notification_service(session) as service:
        notifier.notify("A <b> & title", "<b>bold</b> & <a href='x'>\"link\"</a> · 머그컵")
        told = service.told.get(timeout=PATIENCE)
        join_notifications()
    assert told.app_name == "iamport-desktop"
    assert told.title == "A <b> & title"  # which is never markup
    assert told.body == (
        "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;a href=&#x27;x&#x27;&gt;&quot;link&quot;&lt;/a&gt; · 머그컵"
    )
    assert told.hints["desktop-entry"] == ("s", "iamport-desktop")
    assert told.actions == []


def test_a_service_that_refuses_breaks_nothing(session: Session, notifier: Notifier) -> None:
    with notification_service(session, refuses=True) as service:
        notifier.notify("title", "body")
        service.told.get(timeout=PATIENCE)
        join_notifications()


def test_a_bus_without_a_service_breaks_nothing(session: Session, notifier: Notifier) -> None:
    notifier.notify("title", "body")
    join_notifications()


@pytest.mark.parametrize("address", [None, "", "unix:path=/nonexistent/bus", "nonsense"])
def test_no_bus_breaks_nothing(
    monkeypatch: pytest.MonkeyPatch, notifier: Notifier, address: str | None
) -> None:
    if address is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    else:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    notifier.notify("title", "body")
    join_notifications()


@pytest.fixture
def app(
    qtbot: QtBot,
    dressed_app: QApplication,
    spoken: Translation,
    sandbox: Sandbox,
    tmp_path: Path,
    session: Session,
) -> Iterator[App]:
    with app_here(qtbot, dressed_app, sandbox, tmp_path) as app:
        app.preferences.set_language("en")
        yield app
        join_notifications()


def show(qtbot: QtBot, app: App, imp_uid: ImpUid) -> None:
    app.searching.open(imp_uid)
    qtbot.waitUntil(lambda: isinstance(app.lookups.screen, Loaded) and app.lookups.screen.imp_uid == imp_uid)


def ask_now(app: App) -> None:
    (timer,) = (each for each in app.watching.findChildren(QTimer) if each.isActive())
    timer.start(0)


def test_a_deposit_is_told_while_another_payment_is_shown(
    qtbot: QtBot, app: App, sandbox: Sandbox, session: Session
) -> None:
    show(qtbot, app, AWAITING)
    header, bars = app.window.pages.payment.view.header, app.window.watch_bars
    qtbot.mouseClick(button(header, "Tell me when it is paid"), Qt.MouseButton.LeftButton)
    assert button(header, "Stop watching").isEnabled()
    assert any("Watching" in each and AWAITING in each and "₩74,000" in each for each in texts(bars))
    show(qtbot, app, OTHER)
    assert not header.watch.isVisible()
    assert any(AWAITING in each for each in texts(bars))  # it goes on, whatever is shown

    with notification_service(session) as service:
        sandbox.change_payment(AWAITING, status="paid")
        ask_now(app)
        qtbot.waitUntil(lambda: not service.told.empty())
        told = service.told.get()
        join_notifications()
    assert (told.title, told.body) == ("Paid", f"{AWAITING} · ₩74,000")
    (said,) = [each for each in texts(bars) if AWAITING in each]
    assert said == f"Paid: {AWAITING} · ₩74,000"
    assert isinstance(app.lookups.screen, Loaded)
    assert app.lookups.screen.imp_uid == OTHER
    qtbot.mouseClick(button(bars, "Open"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(app.lookups.screen, Loaded) and app.lookups.screen.imp_uid == AWAITING)
    assert texts(bars) == []


def test_the_bar_stops_the_watch(qtbot: QtBot, app: App) -> None:
    show(qtbot, app, AWAITING)
    header, bars = app.window.pages.payment.view.header, app.window.watch_bars
    qtbot.mouseClick(button(header, "Tell me when it is paid"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(bars, "Stop"), Qt.MouseButton.LeftButton)
    assert seen(bars, QWidget) == []
    assert button(header, "Tell me when it is paid").isEnabled()
    assert not app.watching.watches(AWAITING)


def test_only_what_may_still_be_paid_can_be_watched(qtbot: QtBot, app: App) -> None:
    offered = {}
    for number in (1, 2, 5, 7, 10, 20, 46):
        imp_uid = ImpUid(f"imp_1000000000{number:02}")
        show(qtbot, app, imp_uid)
        offered[number] = app.window.pages.payment.view.header.watch.isVisible()
    assert [number for number in offered if offered[number]] == [5, 20, 46]


def test_sample_mode_ends_what_a_key_watched(qtbot: QtBot, app: App) -> None:
    show(qtbot, app, AWAITING)
    app.window.pages.watch_requested.emit()
    assert app.watching.watches(AWAITING)
    app.enter_samples()
    assert not app.watching.watches(AWAITING)
    assert seen(app.window.watch_bars, QWidget) == []
    qtbot.waitUntil(lambda: not app.network.busy("warm-up"))
    app._leave_samples()
