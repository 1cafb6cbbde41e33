"""The whole window with a real server and a keyring in memory: from the key to the payment and back."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.origin import parse_origin
from iamport_desktop.application import Application
from iamport_desktop.desktop.keyring import StoreLocked
from iamport_desktop.desktop.keyring.serialization import StoredKey, encode
from iamport_desktop.lookup.state import FirstStart, Loading, Ready
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.sandbox.embedded import RecordedRequest
from iamport_desktop.settings import Options, Settings
from iamport_desktop.ui.theme import LIGHT, apply_theme
from tests.support.app_driver import AppDriver
from tests.support.memory_keyring import MemoryKeyring
from tests.support.window import button, texts
from tools.programs import clean_environment

A, B = ImpUid("imp_100000000001"), ImpUid("imp_100000000002")
TEST_PAYMENT = ImpUid("imp_100000000023")
ROOT = Path(__file__).parents[2]


class Starts:
    """Starts of the app on one keyring, settings file and sandbox."""

    def __init__(self, qt: QApplication, sandbox: Sandbox, settings: Path) -> None:
        self._qt, self._settings = qt, settings
        self.sandbox = sandbox
        self.keyring = MemoryKeyring()
        self._drivers: list[AppDriver] = []

    def store_key(self) -> None:
        """Put the sandbox's key into the keyring."""
        key = Credentials(self.sandbox.imp_key, self.sandbox.imp_secret)
        self.keyring.entries[f"iamport-desktop:{self.sandbox.url}"] = encode(StoredKey(key))

    def start(self, imp_uid: ImpUid | None = None, *, demo: bool = False, waits: bool = True) -> AppDriver:
        """Start the app, and wait until it is ready, unless the keyring does not answer."""
        options = Options(parse_origin(self.sandbox.url), imp_uid, demo=demo)
        application = Application(self._qt, options, Settings(self._settings), self.keyring.store())
        driver = AppDriver(application)
        self._drivers.append(driver)
        driver.start(until_keyring_answers=waits)
        return driver

    def quit(self) -> None:
        """End every app."""
        self.keyring.open.set()
        for driver in self._drivers:
            driver.quit()


@pytest.fixture
def starts(styled_app: QApplication, sandbox: Sandbox, tmp_path: Path) -> Iterator[Starts]:
    settings = tmp_path / "settings.ini"
    settings.write_text("[window]\nlanguage=en\n", encoding="utf-8")
    starts = Starts(styled_app, sandbox, settings)
    yield starts
    starts.quit()
    apply_theme(styled_app, LIGHT)


def test_a_stored_key_leads_to_the_payment(starts: Starts, qtbot: QtBot) -> None:
    starts.store_key()
    driver = starts.start(A)
    qtbot.waitUntil(lambda: driver.shows(A))
    shown = texts(driver.window)
    assert A in shown
    assert "Paid" in shown


def test_without_a_key_there_are_two_ways_on(
    starts: Starts,
) -> None:
    driver = starts.start()
    driver.wait_for(FirstStart)
    shown = texts(driver.window)
    assert "Enter key…" in shown
    assert "View sample payments" in shown
    assert starts.sandbox.requests == []
    driver.click(driver.button("View sample payments"))
    assert driver.window.windowTitle().endswith("sample payments")
    assert any("nothing here is real" in text for text in texts(driver.window))


def press(driver: AppDriver, name: str) -> None:
    driver.click(button(driver.window.pages.problem, name))


def test_a_locked_keyring_can_be_asked_again(starts: Starts, qtbot: QtBot) -> None:
    starts.store_key()
    starts.keyring.trouble = StoreLocked()
    driver = starts.start(A)
    qtbot.waitUntil(driver.window.pages.problem.isVisible)
    starts.keyring.trouble = None
    press(driver, "Ask the keyring again")
    qtbot.waitUntil(lambda: driver.shows(A))


def test_a_test_payment_is_found_once_they_are_included(starts: Starts, qtbot: QtBot) -> None:
    starts.store_key()
    driver = starts.start(TEST_PAYMENT)
    qtbot.waitUntil(driver.window.pages.problem.isVisible)
    press(driver, "Include test payments and search again")
    qtbot.waitUntil(lambda: driver.shows(TEST_PAYMENT))
    assert driver.app.preferences.include_test_payments


def test_an_answer_does_not_take_away_what_is_being_typed(starts: Starts, qtbot: QtBot) -> None:
    arrived, release = threading.Event(), threading.Event()

    def hold(request: RecordedRequest) -> None:
        if request.path.endswith(A):
            arrived.set()
            release.wait()

    starts.store_key()
    starts.sandbox.before_answer = hold
    driver = starts.start()
    driver.wait_for(Ready)
    driver.search(A)
    qtbot.waitUntil(arrived.is_set)
    driver.window.search.focus()
    qtbot.keyClicks(driver.window.search.box, "imp_10")
    release.set()
    qtbot.waitUntil(lambda: driver.shows(A))
    assert driver.window.search.box.text() == "imp_10"


def test_what_was_found_is_offered_again_and_nothing_else(starts: Starts, qtbot: QtBot) -> None:
    starts.store_key()
    driver = starts.start()
    driver.wait_for(Ready)
    for text in (A, "imp_999999999999", "010-1234-5678", B, A):
        driver.search(text)
        qtbot.waitUntil(lambda: not isinstance(driver.state, Loading))
    model = driver.window.search.box.completer().model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [A, B]


def test_a_text_without_a_number_gets_a_sentence_and_asks_nothing(starts: Starts, qtbot: QtBot) -> None:
    starts.store_key()
    driver = starts.start()
    driver.wait_for(Ready)
    driver.search("9/1 45,000원")
    assert "order number" in driver.window.pages.question.headline.text()
    assert not [request for request in starts.sandbox.requests if request.path.startswith("/payments")]
    qtbot.keyClicks(driver.window.search.box, "9")
    assert driver.window.note.text() == ""


def test_samples_stay_when_the_keyring_answers_late_that_there_is_no_key(
    starts: Starts, qtbot: QtBot
) -> None:
    starts.keyring.open.clear()
    driver = starts.start(waits=False)
    driver.app.sessions.enter_sample_mode()
    with qtbot.waitSignal(driver.app.credentials.missing):
        starts.keyring.open.set()
    assert driver.state == Ready()
    assert driver.window.windowTitle().endswith("sample payments")
    driver.app.lookups.search(A)
    qtbot.waitUntil(lambda: driver.shows(A))


def test_a_key_for_this_run_is_still_there_after_the_samples(starts: Starts) -> None:
    driver = starts.start()
    driver.enter_key(Credentials(starts.sandbox.imp_key, starts.sandbox.imp_secret), once=True)
    driver.wait_for(Ready)
    for _ in range(2):
        driver.window.menu.samples_toggled.emit()
        driver.wait_for(Ready)
    driver.show(A)
    assert f"/payments/{A}" in [request.path for request in starts.sandbox.requests]
    assert starts.keyring.entries == {}


def test_samples_leave_nothing_behind(starts: Starts, qtbot: QtBot) -> None:
    driver = starts.start(A, demo=True)
    qtbot.waitUntil(lambda: driver.shows(A))
    assert starts.sandbox.requests == []
    assert driver.app.settings.history == []
    assert starts.keyring.entries == {}


def test_the_window_comes_back_where_it_was(
    starts: Starts,
) -> None:
    first = starts.start()
    first.window.setGeometry(12, 34, 720, 555)
    first.app.save()
    second = starts.start()
    assert second.window.geometry() == first.window.geometry()
    assert (second.window.width(), second.window.height()) == (720, 555)


def test_a_chosen_language_stays(starts: Starts, qtbot: QtBot) -> None:
    driver = starts.start(A, demo=True)
    qtbot.waitUntil(lambda: driver.shows(A))
    driver.app.preferences.set_language("ko")
    qtbot.waitUntil(lambda: "결제완료" in texts(driver.window))
    assert "Paid" not in texts(driver.window)
    driver.app.save()
    assert "조회" in texts(starts.start().window)


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
