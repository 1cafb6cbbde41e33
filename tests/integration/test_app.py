"""The whole window with a real server and a keyring in memory: from the key to the payment and back."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.origin import parse_origin
from iamport_desktop.controllers.app import AppController
from iamport_desktop.desktop.keyring import StoreLocked
from iamport_desktop.desktop.keyring.serialization import encode
from iamport_desktop.lookup.state import FirstStart, Loaded, Loading, Ready
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.sandbox.embedded import RecordedRequest
from iamport_desktop.settings import Options, Settings
from iamport_desktop.ui.dialogs.credentials import CredentialsDialog
from iamport_desktop.ui.theme import LIGHT, apply_theme
from tests.support.app_here import start_app
from tests.support.memory_keyring import MemoryKeyring
from tests.support.window import button, texts
from tests.support.worker import put_to_rest
from tools.programs import clean_environment

A, B = ImpUid("imp_100000000001"), ImpUid("imp_100000000002")
TEST_PAYMENT = ImpUid("imp_100000000023")
ROOT = Path(__file__).parents[2]


class Desk:
    """A keyring, a settings file and a sandbox; each start of the app on them."""

    def __init__(self, qt: QApplication, qtbot: QtBot, sandbox: Sandbox, settings: Path) -> None:
        self._qt, self._qtbot, self._settings = qt, qtbot, settings
        self.sandbox = sandbox
        self.keyring = MemoryKeyring()
        self.started: list[AppController] = []

    def give_key(self) -> None:
        key = Credentials(self.sandbox.imp_key, self.sandbox.imp_secret)
        self.keyring.entries[f"iamport-desktop:{self.sandbox.url}"] = encode(key)

    def start(self, imp_uid: ImpUid | None = None, *, demo: bool = False) -> AppController:
        options = Options(parse_origin(self.sandbox.url), imp_uid, demo=demo)
        app = start_app(self._qtbot, self._qt, options, Settings(self._settings), self.keyring.store())
        self.started.append(app)
        return app


@pytest.fixture
def desk(
    dressed_app: QApplication, qtbot: QtBot, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    settings = tmp_path / "settings.ini"
    settings.write_text("[window]\nlanguage=en\n", encoding="utf-8")
    desk = Desk(dressed_app, qtbot, sandbox, settings)
    yield desk
    desk.keyring.open.set()
    for app in desk.started:
        app.preferences.set_language("en")  # each has installed translators of its own
        put_to_rest(app)
    apply_theme(dressed_app, LIGHT)


def shows(app: AppController, imp_uid: str) -> bool:
    screen = app.lookups.state
    return isinstance(screen, Loaded) and screen.imp_uid == imp_uid


def search(qtbot: QtBot, app: AppController, text: str) -> None:
    app.window.search.box.clear()
    qtbot.keyClicks(app.window.search.box, text)
    qtbot.keyClick(app.window.search.box, Qt.Key.Key_Return)


def test_a_stored_key_leads_to_the_payment(desk: Desk, qtbot: QtBot) -> None:
    desk.give_key()
    app = desk.start(A)
    qtbot.waitUntil(lambda: shows(app, A))
    said = texts(app.window)
    assert A in said
    assert "Paid" in said


def test_without_a_key_there_are_two_ways_on(desk: Desk, qtbot: QtBot) -> None:
    app = desk.start()
    qtbot.waitUntil(lambda: app.lookups.state == FirstStart())
    said = texts(app.window)
    assert "Enter key…" in said
    assert "View sample payments" in said
    assert desk.sandbox.requests == []
    qtbot.mouseClick(button(app.window, "View sample payments"), Qt.MouseButton.LeftButton)
    assert app.window.windowTitle().endswith("sample payments")
    assert any("nothing here is real" in text for text in texts(app.window))


def press(qtbot: QtBot, app: AppController, name: str) -> None:
    qtbot.mouseClick(button(app.window.pages.problem, name), Qt.MouseButton.LeftButton)


def test_a_locked_keyring_can_be_asked_again(desk: Desk, qtbot: QtBot) -> None:
    desk.give_key()
    desk.keyring.trouble = StoreLocked()
    app = desk.start(A)
    qtbot.waitUntil(app.window.pages.problem.isVisible)
    desk.keyring.trouble = None
    press(qtbot, app, "Ask the keyring again")
    qtbot.waitUntil(lambda: shows(app, A))


def test_a_test_payment_is_found_once_they_are_included(desk: Desk, qtbot: QtBot) -> None:
    desk.give_key()
    app = desk.start(TEST_PAYMENT)
    qtbot.waitUntil(app.window.pages.problem.isVisible)
    press(qtbot, app, "Include test payments and search again")
    qtbot.waitUntil(lambda: shows(app, TEST_PAYMENT))
    assert app.window.menu.test_payments.isChecked()


def test_an_answer_does_not_take_away_what_is_being_typed(desk: Desk, qtbot: QtBot) -> None:
    arrived, release = threading.Event(), threading.Event()

    def hold(request: RecordedRequest) -> None:
        if request.path.endswith(A):
            arrived.set()
            release.wait()

    desk.give_key()
    desk.sandbox.before_answer = hold
    app = desk.start()
    qtbot.waitUntil(lambda: app.lookups.state == Ready())
    search(qtbot, app, A)
    qtbot.waitUntil(arrived.is_set)
    app.window.search.focus()
    qtbot.keyClicks(app.window.search.box, "imp_10")
    release.set()
    qtbot.waitUntil(lambda: shows(app, A))
    assert app.window.search.box.text() == "imp_10"


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offers are a popup
def test_what_was_found_is_offered_again_and_nothing_else(desk: Desk, qtbot: QtBot) -> None:
    desk.give_key()
    app = desk.start()
    qtbot.waitUntil(lambda: app.lookups.state == Ready())
    for text in (A, "imp_999999999999", "010-1234-5678", B, A):
        search(qtbot, app, text)
        qtbot.waitUntil(lambda: not isinstance(app.lookups.state, Loading))
    model = app.window.search.box.completer().model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [A, B]


def test_a_text_without_an_imp_uid_gets_a_sentence_and_asks_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.give_key()
    app = desk.start()
    qtbot.waitUntil(lambda: app.lookups.state == Ready())
    search(qtbot, app, "imp12345678")
    assert "imp12345678 is a merchant code" in app.window.note.text()
    assert not [request for request in desk.sandbox.requests if request.path.startswith("/payments")]
    qtbot.keyClicks(app.window.search.box, "9")
    assert app.window.note.text() == ""


def test_samples_stay_when_the_keyring_answers_late_that_there_is_no_key(desk: Desk, qtbot: QtBot) -> None:
    desk.keyring.open.clear()
    app = desk.start()
    app.sessions.enter_sample_mode()
    with qtbot.waitSignal(app.credentials.missing):
        desk.keyring.open.set()
    assert app.lookups.state == Ready()
    assert app.window.windowTitle().endswith("sample payments")
    app.lookups.search(A)
    qtbot.waitUntil(lambda: shows(app, A))


def test_a_key_for_this_run_is_still_there_after_the_samples(desk: Desk, qtbot: QtBot) -> None:
    app = desk.start()
    qtbot.waitUntil(lambda: app.lookups.state == FirstStart())
    app.open_credentials_dialog()
    dialog = app.window.findChildren(CredentialsDialog)[0]
    dialog.use_once_requested.emit(desk.sandbox.imp_key, desk.sandbox.imp_secret)
    assert app.lookups.state == Ready()
    app.window.menu.samples_toggled.emit()
    app.window.menu.samples_toggled.emit()
    assert app.lookups.state == Ready()
    search(qtbot, app, A)
    qtbot.waitUntil(lambda: shows(app, A))
    assert f"/payments/{A}" in [request.path for request in desk.sandbox.requests]
    assert desk.keyring.entries == {}


def test_samples_leave_nothing_behind(desk: Desk, qtbot: QtBot) -> None:
    app = desk.start(A, demo=True)
    qtbot.waitUntil(lambda: shows(app, A))
    assert desk.sandbox.requests == []
    assert app.settings.history == []
    assert desk.keyring.entries == {}


def test_the_window_comes_back_where_it_was(desk: Desk, qtbot: QtBot) -> None:
    first = desk.start()
    first.window.setGeometry(12, 34, 777, 555)
    first.save()
    second = desk.start()
    assert second.window.geometry() == first.window.geometry()
    assert (second.window.width(), second.window.height()) == (777, 555)


def test_a_language_chosen_in_the_menu_stays(desk: Desk, qtbot: QtBot) -> None:
    app = desk.start(A, demo=True)
    qtbot.waitUntil(lambda: shows(app, A))
    app.window.menu.language_chosen.emit("ko")
    qtbot.waitUntil(lambda: "결제 완료" in texts(app.window))
    assert "Paid" not in texts(app.window)
    app.save()
    assert "조회" in texts(desk.start().window)


THREAD_OUTLIVES_WINDOW = """
import asyncio, os, sys, threading
from pathlib import Path
import shiboken6
from PySide6.QtWidgets import QApplication
from iamport_desktop.api.origin import PORTONE
from iamport_desktop.application import Application
from iamport_desktop.settings import Options, Settings
from tests.support.memory_keyring import MemoryKeyring

qt = QApplication([])
application = Application(qt, Options(PORTONE), Settings(Path(sys.argv[1])), MemoryKeyring().store())
application.ready.connect(qt.quit)
application.window.show()
qt.exec()
app = application.app
begun, release, after = threading.Event(), threading.Event(), threading.Event()

async def late():
    begun.set()
    release.wait()

async def even_later():
    after.set()

worker, links = app.worker, app.links
worker.submit(late, print)
begun.wait()
worker.submit(even_later, print)
shiboken6.delete(app)
assert shiboken6.isValid(worker) and shiboken6.isValid(links)
release.set()
assert after.wait(10)
print("alive", flush=True)
os._exit(0)  # as the program leaves
"""


def test_an_answer_after_the_window_is_gone_does_no_harm(tmp_path: Path) -> None:
    """In a process of its own: what fails here is no exception but the end of the process."""
    environment = clean_environment(tmp_path) | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-X", "faulthandler", "-c", THREAD_OUTLIVES_WINDOW, str(tmp_path / "s.ini")]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert (run.stdout, run.stderr) == ("alive\n", "")
