"""The whole program in this process, and a person at the keyboard: window, worker thread, HTTP, settings."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from iamport_desktop.api.origin import parse_origin
from iamport_desktop.application import Application
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.lookup.state import Failed, FirstStart, Loaded, Loading, LookupState, Ready
from iamport_desktop.lookup.worker import ApiWorker
from iamport_desktop.settings import Options, Settings, default_path
from iamport_desktop.ui.pages.payment import PAYMENT, RAW
from tests.faults.heartbeat import Heart
from tests.support.window import seen, texts
from tests.support.worker import put_to_rest
from tools.programs import wait_until

PATIENCE = 30.0


class Desk:
    """One start of the program. Whatever is done here happens in its event loop, under the eyes of `heart`."""

    def __init__(self, qt: QApplication, heart: Heart, url: str, store: CredentialStore) -> None:
        self._heart = heart
        options = Options(parse_origin(url), language="en")
        application = Application(qt, options, Settings(default_path()), store)
        ready: list[None] = []
        application.ready.connect(lambda: ready.append(None))
        self.window = application.window
        self.window.show()
        self.wait(lambda: ready, "the app is built")
        self.app = application.app
        asked = (FirstStart, Ready, Failed)  # the keyring has said something, or nothing for too long
        self.wait(lambda: isinstance(self.screen, asked), "the keyring answers")

    @property
    def screen(self) -> LookupState:
        """What is shown."""
        return self.app.lookups.state

    def do(self, action: Callable[[], object], until: Callable[[], object], what: str) -> None:
        """Have `action` happen, and let the program work `until` something is so."""
        QTimer.singleShot(0, action)
        self.wait(until, what)

    def wait(self, until: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
        """Let the program work `until` something is so."""
        assert self._heart.run(until, patience), f"this did not happen in {patience:g} s: {what}"

    def act(self, action: Callable[[], object]) -> None:
        """Have `action` happen."""
        done: list[object] = []
        self.do(lambda: done.append(action()), lambda: done, "an action")

    def settle(self) -> None:
        """Let the program do what it has put off: laying out, painting, removing."""
        turns = iter(range(5))
        self.wait(lambda: next(turns, None) is None, "five turns of the loop")

    def submit(self, text: str) -> None:
        """Put `text` into the search box as a paste does, and press Enter."""
        box = self.window.search.box

        def enter() -> None:
            box.selectAll()
            box.insert(text)
            QTest.keyClick(box, Qt.Key.Key_Return)

        self.act(enter)

    def press(self, key: Qt.Key) -> None:
        """Press `key` in the window."""
        self.act(lambda: QTest.keyClick(self.window, key))

    def look_up(self, text: str) -> Loaded | Failed:
        """Look `text` up, and return what came of it."""
        self.submit(text)
        return self.outcome()

    def try_again(self) -> Loaded | Failed:
        """Press F5, and return what came of it."""
        self.press(Qt.Key.Key_F5)
        return self.outcome()

    def outcome(self) -> Loaded | Failed:
        """Wait for the end of the lookup under way."""
        self.wait(lambda: isinstance(self.screen, Loaded | Failed), "the lookup ends")
        self.settle()
        assert isinstance(self.screen, Loaded | Failed)
        return self.screen

    def show(self, screen: LookupState) -> None:
        """Have the window show `screen`, wherever it came from."""
        self.act(lambda: self.window.show_state(screen))

    def speak(self, language: str) -> None:
        """Choose a language in the menu."""
        self.act(lambda: self.window.menu.language_chosen.emit(language))
        self.settle()

    def look_everywhere(self) -> None:
        """Turn to the raw answer and back, masked and revealed: everything that draws the payment anew."""
        for before_and_after in ((), (Qt.Key.Key_F8,)):
            for key in before_and_after:
                self.press(key)
            for tab in (RAW, PAYMENT):
                self.act(partial(self.window.pages.payment.tabs.setCurrentIndex, tab))
                self.settle()
            for key in before_and_after:
                self.press(key)

    def reveal(self) -> None:
        """Show personal data, or mask it again."""
        self.press(Qt.Key.Key_F8)
        self.settle()

    def click_all_links(self) -> None:
        """Press whatever might open a link, the cells of the tables too."""
        for button in seen(self.window.pages.payment.view, QAbstractButton):
            if (
                button.text()
                and not (isinstance(button, QPushButton) and button.menu() is not None)
                and button is not self.window.pages.payment.view.header.reveal
            ):
                self.act(button.click)
        for card in (self.window.pages.payment.view.cancellations, self.window.pages.payment.view.deposits):
            for column in range(card.model.columnCount()):
                self.act(partial(card.view.doubleClicked.emit, card.model.index(0, column)))

    def read(self) -> list[str]:
        """Every text that can be seen in the window."""
        return texts(self.window)

    @property
    def loading(self) -> bool:
        """Whether a lookup is under way."""
        return isinstance(self.screen, Loading)

    def leave(self) -> None:
        """Close the window as the program does at its end, and end the worker, for which the process stays."""
        self.speak("en")  # the translators belong to the process
        self.app.save()
        put_to_rest(self.app)
        _end_worker(self.app.worker)
        self.window.close()
        shiboken6.delete(self.window)


def _end_worker(network: ApiWorker) -> None:
    """A program leaves its worker thread to the end of the process; here others come after it."""
    worker: list[tuple[threading.Thread, asyncio.AbstractEventLoop]] = []

    async def stop() -> None:
        loop = asyncio.get_running_loop()
        worker.append((threading.current_thread(), loop))
        loop.stop()

    network.submit(stop, lambda _: None)
    wait_until(lambda: worker, "the worker stops")
    thread, loop = worker[0]
    thread.join()
    loop.close()
