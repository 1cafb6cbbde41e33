"""The app in the process of the test, started as the program starts it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.api.origin import parse_origin
from iamport_desktop.application import Application
from iamport_desktop.controllers.app import AppController
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.lookup.state import Ready
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.settings import Options, Settings
from tests.support.app_with_key import KeyAtHand
from tests.support.worker import put_to_rest


def start_app(
    qtbot: QtBot, qt: QApplication, options: Options, settings: Settings, store: CredentialStore, **more: Any
) -> AppController:
    """Show the window, and return the app behind it when it is built. `more` is for `Application`."""
    application = Application(qt, options, settings, store, **more)
    qtbot.addWidget(application.window)
    with qtbot.waitSignal(application.ready):
        application.window.show()
    return application.app


@contextmanager
def app_here(qtbot: QtBot, qt: QApplication, sandbox: Sandbox, folder: Path) -> Iterator[AppController]:
    """The app with the key of `sandbox`; at the end, every connection is closed."""
    options = Options(parse_origin(sandbox.url), language="en")
    app = start_app(qtbot, qt, options, Settings(folder / "settings.ini"), CredentialStore(KeyAtHand))
    qtbot.waitUntil(lambda: isinstance(app.lookups.state, Ready))
    yield app
    put_to_rest(app)


def is_warm(app: AppController) -> bool:
    """Whether there is a session whose warm-up is over."""
    session = app.lookups._session
    return session is not None and session._warm_up is not None and not session._warm_up.is_pending
