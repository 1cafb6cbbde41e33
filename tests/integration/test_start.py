"""The start: the window is there before the app behind it, and nothing that happens meanwhile is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.origin import parse_origin
from iamport_desktop.application import Application
from iamport_desktop.controllers import app as app_module
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.lookup.state import Loaded
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.settings import Options, Settings
from tests.support.app_driver import AppDriver
from tests.support.fixed_keyring import FixedKeyring
from tests.support.window import texts

PAID = ImpUid("imp_100000000001")


class Reports(QObject):
    """Crash reports of a test."""

    written = Signal(str)
    earlier: Path | None = None


@pytest.fixture
def application(
    qtbot: QtBot, styled_app: QApplication, sandbox: Sandbox, tmp_path: Path
) -> Iterator[Application]:
    options = Options(parse_origin(sandbox.url), language="en")
    settings = Settings(tmp_path / "settings.ini")
    application = Application(styled_app, options, settings, CredentialStore(FixedKeyring))
    qtbot.addWidget(application.window)
    yield application
    if application._app:
        AppDriver(application).close_connections()


def test_there_is_no_app_before_the_window_was_painted(qtbot: QtBot, application: Application) -> None:
    with pytest.raises(RuntimeError):
        _ = application.app
    with qtbot.waitSignal(application.ready):
        application.window.show()
    assert application.app.window is application.window


def test_a_search_that_is_submitted_before_the_app_is_there_runs(
    qtbot: QtBot, application: Application
) -> None:
    application.window.show()
    qtbot.keyClicks(application.window.search.box, PAID)
    qtbot.keyClick(application.window.search.box, Qt.Key.Key_Return)
    with pytest.raises(RuntimeError):
        _ = application.app
    with qtbot.waitSignal(application.ready):
        pass
    qtbot.waitUntil(lambda: isinstance(application.app.lookups.state, Loaded))
    assert application.app.lookups.state.imp_uid == PAID


@pytest.mark.parametrize("report", ["crashes/crash-1.txt", ""])
def test_an_app_that_cannot_be_built_is_reported_in_the_window(
    qtbot: QtBot, application: Application, monkeypatch: pytest.MonkeyPatch, report: str
) -> None:
    reports = Reports()
    monkeypatch.setattr(app_module, "AppController", Mock(side_effect=ImportError("planted")))
    application.show_crashes(reports)  # type: ignore[arg-type]
    with qtbot.captureExceptions() as exceptions:
        application.window.show()
        qtbot.waitUntil(lambda: bool(exceptions))
    reports.written.emit(report)
    qtbot.waitUntil(
        lambda: any("Something went wrong in this app" in text for text in texts(application.window))
    )
    assert any(report in text for text in texts(application.window))


def test_an_earlier_crash_is_shown_once_the_app_is_there(qtbot: QtBot, application: Application) -> None:
    reports = Reports()
    reports.earlier = Path("crash-1.txt")
    application.show_crashes(reports)  # type: ignore[arg-type]
    with qtbot.waitSignal(application.ready):
        application.window.show()
    assert "crash-1.txt" in application.window.crash_bar.text()
