"""What makes a lookup fast, without a clock: how many requests, connections and widgets it takes."""

from __future__ import annotations

import json
import math
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.api.responses import decode
from iamport_desktop.lookup.state import Loaded
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.sandbox.embedded import RecordedRequest
from tests.bench.paint_watch import PaintWatch
from tests.bench.payments import as_answer, body_with
from tests.conftest import NOW
from tests.support.app_driver import AppDriver
from tools.programs import clean_environment
from tools.texts import ROOT

PLAIN = "imp_100000000001"  # nothing is asked after it
FOLLOWED = "imp_100000000006"  # it has a cash receipt


@pytest.fixture
def driver(driver: AppDriver) -> AppDriver:
    """Wait until token and connection are there."""
    driver.wait_until_warm()
    return driver


FIRST_PAINT = """
import os, sys
from iamport_desktop.application import Application
def import_app(self):
    print(*sys.modules, *(["Qt"] if "Qt" in vars(sys.modules["PySide6.QtCore"]) else []), flush=True)
    os._exit(0)
Application._import_app = import_app
from iamport_desktop.cli import main
main([])
"""
# None of it is seen in the first paint.
LATE_MODULES = "httpx asyncio ssl keyring iamport_desktop.controllers PySide6.QtNetwork".split()
LATE_MODULES += ["Qt"]  # the namespace: PySide6 makes all of its enums at the first use


def look_up(qtbot: QtBot, driver: AppDriver, imp_uid: str) -> None:
    """Type an imp_uid and press Enter, and wait until the payment is painted."""
    watch = PaintWatch(driver.app)
    box = driver.window.search.box
    box.clear()
    with qtbot.waitSignal(watch.painted, check_params_cb=lambda found, _: found == imp_uid):
        qtbot.keyClicks(box, imp_uid)
        qtbot.keyClick(box, Qt.Key.Key_Return)
    watch.deleteLater()


def asked(sandbox: Sandbox) -> list[str]:
    return [f"{each.method} {each.path}" for each in sandbox.requests]


def test_the_first_paint_waits_for_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FIRST_PAINT]
    here = clean_environment(tmp_path) | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    run = subprocess.run(command, env=here, check=True, capture_output=True, text=True)
    there = set(run.stdout.split())
    assert "iamport_desktop.ui.search_bar" in there
    assert there.intersection(LATE_MODULES) == set()


def test_between_enter_and_paint_there_is_one_get(qtbot: QtBot, driver: AppDriver, sandbox: Sandbox) -> None:
    assert asked(sandbox) == ["POST /users/getToken"]  # which was over before
    (warmed_up,) = sandbox.requests
    look_up(qtbot, driver, PLAIN)
    assert asked(sandbox)[1:] == [f"GET /payments/{PLAIN}"]
    assert sandbox.requests[1].connection == warmed_up.connection


def test_what_follows_is_asked_after_the_paint_and_beside_it(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox
) -> None:
    look_up(qtbot, driver, FOLLOWED)
    qtbot.waitUntil(lambda: f"GET /receipts/{FOLLOWED}" in asked(sandbox))
    lookup = next(each for each in sandbox.requests if each.path == f"/payments/{FOLLOWED}")
    receipt = next(each for each in sandbox.requests if each.path == f"/receipts/{FOLLOWED}")
    assert receipt.connection != lookup.connection


def test_twenty_lookups_take_one_token_and_one_connection(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox
) -> None:
    session = driver.app.lookups._session
    assert session
    session._warmed_at = math.inf  # typing warms up nothing, however long the lookups take
    for turn in range(20):
        look_up(qtbot, driver, f"imp_10000000000{turn % 3 + 1}")  # nothing is asked after these
    assert len([each for each in asked(sandbox) if each == "POST /users/getToken"]) == 1
    assert len([each for each in asked(sandbox) if each.startswith("GET /payments/")]) == 20
    assert {each.connection for each in sandbox.requests} == {1}


def test_typing_warms_up_what_the_server_has_closed(
    qtbot: QtBot, driver: AppDriver, sandbox: Sandbox
) -> None:
    closed: list[RecordedRequest] = []
    sandbox.before_answer = closed.append
    for connection in list(sandbox._server._connections):  # as a server does with those that idle
        connection.shutdown(socket.SHUT_RDWR)
    session = driver.app.lookups._session
    assert session
    session._warmed_at = 0.0  # a while ago
    qtbot.keyClicks(driver.window.search.box, "imp_1000")
    qtbot.waitUntil(lambda: bool(closed) and driver.is_warm)
    assert [each.path for each in closed] == ["/users/getToken"]
    assert closed[0].connection == 2
    qtbot.keyClicks(driver.window.search.box, "00000")
    look_up(qtbot, driver, PLAIN)
    assert [each.path for each in closed[1:]] == [f"/payments/{PLAIN}"]
    assert closed[1].connection == 2


@pytest.mark.parametrize("count", [10, 10_000])
def test_a_long_history_takes_no_widget_of_its_own(driver: AppDriver, count: int) -> None:
    page = driver.window.pages.payment.view
    body = body_with(cancellations=1)
    imp_uid = ImpUid(body["imp_uid"])

    def show(body: dict[str, object]) -> int:
        payment = Payment.from_json(decode(as_answer(body)).payload)
        driver.window.show_state(Loaded(imp_uid, payment, NOW))
        return len(page.findChildren(QWidget))

    assert show(body_with(cancellations=count)) == show(body)
    assert json.loads(as_answer(body))["code"] == 0
