"""The app in the process of the test, asking a sandbox, with that one's key at hand."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.api.origin import parse_origin
from iamport_desktop.cli import Options
from iamport_desktop.controllers.app import App
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.settings import Settings
from tests.support.app_with_key import KeyAtHand


@contextmanager
def app_here(qtbot: QtBot, qt: QApplication, sandbox: Sandbox, folder: Path) -> Iterator[App]:
    """Show the window; at the end, wait until every connection is closed."""
    settings = Settings(folder / "settings.ini")
    app = App(qt, Options(parse_origin(sandbox.url), language="en"), settings, CredentialStore(KeyAtHand))
    qtbot.addWidget(app.window)
    with qtbot.waitSignal(app.key.obtained):
        app.window.show()
    yield app
    app.key.missing.emit()
    with qtbot.waitSignal(app.network.answered, check_params_cb=lambda answer: answer.lane == "rest"):
        app.network.ask("rest", _rest)


async def _rest() -> None:
    while others := asyncio.all_tasks() - {asyncio.current_task()}:
        await asyncio.wait(others)
