"""Every fault of the catalogue down to the sentence in the real window, in both languages, and what comes after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.api import client as client_module
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.api.origin import PORTONE, Origin, parse_origin
from iamport_desktop.application import Application
from iamport_desktop.controllers.app import AppController
from iamport_desktop.lookup.state import Failed, FirstStart, Loaded, Ready
from iamport_desktop.presentation.messages import describe
from iamport_desktop.settings import Options, Settings
from tests.conftest import NOW
from tests.faults import replies
from tests.faults.catalogue import CREDENTIALS, FAULTS, IMP_UID, Fault, Scene
from tests.faults.server import Server
from tests.support.memory_store import MemoryStore
from tests.support.window import texts
from tests.support.worker import put_to_rest

# The completions pop up while one types.
pytestmark = pytest.mark.qt_log_ignore(
    r"This plugin does not support (raise\(\)|grabbing the keyboard)", extend=True
)

PREVIOUS_UID = ImpUid("imp_900000000777")
PREVIOUS = {
    "imp_uid": PREVIOUS_UID,
    "merchant_uid": "order-of-the-previous-lookup",
    "name": "previous product",
    "status": "paid",
    "amount": 777_777,
    "currency": "KRW",
    "receipt_url": "https://previous.example/receipt",
}
TRACES = ("imp_900000000777", "order-of-the-previous", "previous product", "777,777", "previous.example")


class Desk:
    """The whole program but for the keyring: window, worker thread, HTTP; and a person at the keyboard."""

    def __init__(self, app: AppController, qtbot: QtBot) -> None:
        self.app = app
        self._qtbot = qtbot

    def connect(self, origin: Origin) -> None:
        """As when the keyring has given the key for `origin`."""
        self.app.sessions._open_sessions(origin, CREDENTIALS)
        assert isinstance(self.app.lookups.state, Ready)

    def look_up(self, imp_uid: str) -> Loaded | Failed:
        box = self.app.window.search.box
        box.setFocus()
        box.selectAll()
        self._qtbot.keyClicks(box, imp_uid)
        self._qtbot.keyClick(box, Qt.Key.Key_Return)
        return self._outcome()

    def try_again(self) -> Loaded | Failed:
        self._qtbot.keyClick(self.app.window, Qt.Key.Key_F5)
        return self._outcome()

    def _outcome(self) -> Loaded | Failed:
        lookups = self.app.lookups
        self._qtbot.waitUntil(lambda: isinstance(lookups.state, Loaded | Failed), timeout=30_000)
        assert isinstance(lookups.state, Loaded | Failed)
        return lookups.state

    def speak(self, language: str) -> None:
        self.app.window.menu.language_chosen.emit(language)
        QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)

    def read(self) -> list[str]:
        return texts(self.app.window)

    def traces(self) -> list[str]:
        """What is still to be seen of the previous payment."""
        seen = self.read()
        return [trace for trace in TRACES if any(trace in text for text in seen)]


@pytest.fixture(scope="module")
def app(dressed_app: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppController]:
    """Started once: a program lives for a whole working day, and its worker is never at an end."""
    settings = Settings(tmp_path_factory.mktemp("home") / "settings.ini")
    application = Application(dressed_app, Options(PORTONE, language="en"), settings, MemoryStore())
    until_ready = QEventLoop()
    application.ready.connect(until_ready.quit)
    application.window.show()
    until_ready.exec()
    yield application.app
    application.window.close()


@pytest.fixture
def desk(app: AppController, qtbot: QtBot) -> Iterator[Desk]:
    qtbot.waitUntil(lambda: isinstance(app.lookups.state, FirstStart))
    yield Desk(app, qtbot)
    put_to_rest(app)
    app.preferences.set_language("en")


@pytest.fixture
def scene(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    """The fault in force, for a person who has less patience than the usual 15 seconds."""
    monkeypatch.setattr(client_module, "Limits", lambda: fault.limits)
    with fault.start() as running:
        yield running


@pytest.mark.parametrize("fault", [each for each in FAULTS if each.expected], ids=str)
def test_sentence(fault: Fault, scene: Scene, desk: Desk) -> None:
    desk.connect(parse_origin(scene.url))
    desk.app.window.show_state(Loaded(PREVIOUS_UID, Payment.from_json(PREVIOUS), NOW))
    assert desk.traces() == list(TRACES)
    problem = desk.look_up(IMP_UID)
    assert isinstance(problem, Failed)
    assert type(problem.error) is fault.expected
    for language in ("ko", "en"):
        check_page(desk, problem.error, language)
    scene.heal()
    assert isinstance(desk.try_again(), Loaded)
    assert not desk.app.window.pages.problem.isVisible()
    assert {"₩1,000", "order-1"} <= set(desk.read())


def check_page(desk: Desk, error: Exception, language: str) -> None:
    """The page says in `language` what the error is, and nothing that it should not."""
    desk.speak(language)
    message, page, seen = describe(error), desk.app.window.pages.problem, desk.read()
    assert page.isVisible()
    assert (page.headline.text(), page.sentence.text()) == (message.what, message.next_step)
    assert {message.what, message.next_step, message.technical} <= set(seen)
    korean = [bool(re.search("[가-힣]", text)) for text in (message.what, message.next_step)]
    assert korean == [language == "ko"] * 2
    assert desk.traces() == []
    secrets = (replies.IMP_KEY, replies.IMP_SECRET, replies.TOKEN)
    assert not [text for text in seen if any(secret in text for secret in secrets)]


def test_every_error_of_the_catalogue_was_seen_in_the_window() -> None:
    """What is raised before a request, or by another call, has no server that could bring it about."""
    assert len({each.expected for each in FAULTS if each.expected}) >= 19


def test_a_good_lookup_between_two_bad_ones(desk: Desk) -> None:
    """Without anything set by hand: found, broken, found again, and back to what was found before."""
    good = replies.first(replies.respond(PREVIOUS), replies.paid)
    with Server(lookup=good, token=replies.token()) as server:
        desk.connect(parse_origin(server.url))
        assert isinstance(desk.look_up(PREVIOUS_UID), Loaded)
        assert desk.traces() == list(TRACES)
        server.lookup = replies.reset
        problem = desk.look_up(IMP_UID)
        assert isinstance(problem, Failed)
        check_page(desk, problem.error, "en")
        server.lookup = replies.paid
        assert isinstance(desk.try_again(), Loaded)
        assert desk.traces() == []
        desk.app.window.search.back.emit()
        assert desk.traces() == list(TRACES)
