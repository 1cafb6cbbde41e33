"""Drive the app in this process, as a user at the keyboard does.

`tests.support.app_client` drives it in a child process by the same names, and `tests.support.desktop_driver` on a
display, by keys and clicks alone.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from iamport_desktop.api import transport
from iamport_desktop.api.clock import ServerClock
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import parse_origin
from iamport_desktop.application import Application
from iamport_desktop.controllers.app import AppController
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.lookup.state import Failed, Loaded, Loading, LookupState, Results, Starting
from iamport_desktop.lookup.worker import ApiWorker
from iamport_desktop.settings import Options, Settings
from iamport_desktop.ui.dialogs.credentials import CredentialsDialog
from iamport_desktop.ui.main_window import SIZE
from tests.support.window import SETTLED_AFTER, button, seen, texts
from tools.programs import wait_until

State = TypeVar("State", bound=LookupState)
Run = Callable[[Callable[[], object], float], bool]

PATIENCE = 30.0
TICK_MS = 1


def run_event_loop(
    until: Callable[[], object], patience: float = PATIENCE, *, tick_ms: int = TICK_MS
) -> bool:
    """Process events until `until` is true, which is called every `tick_ms`; return False after `patience` seconds.

    What `until` raises is raised here.
    """
    loop, timer = QEventLoop(), QTimer(interval=tick_ms, timerType=Qt.TimerType.PreciseTimer)
    deadline = time.monotonic() + patience
    outcome: list[bool | BaseException] = []

    def tick() -> None:
        try:
            met = bool(until())
        except BaseException as error:  # noqa: BLE001 - Qt would swallow it
            outcome.append(error)
        else:
            if not met and time.monotonic() < deadline:
                return
            outcome.append(met)
        timer.stop()
        loop.quit()

    timer.timeout.connect(tick)
    timer.start()
    loop.exec()
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    return outcome[0]


class AppDriver:
    """The app of one Application. Actions run in the event loop, which `run` keeps running until something is true."""

    def __init__(self, application: Application, run: Run = run_event_loop) -> None:
        self._application, self._run = application, run
        self.window = application.window

    @property
    def app(self) -> AppController:
        """The app, once the application is ready."""
        return self._application.app

    @property
    def state(self) -> LookupState:
        """What the window shows."""
        return self.app.lookups.state

    def wait(self, until: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
        """Process events until `until` is true. Fails, and says `what` did not happen, after `patience` seconds."""
        assert self._run(until, patience), f"this did not happen in {patience:g} s: {what}"

    def wait_for(self, *kinds: type[State], patience: float = PATIENCE) -> State:
        """Wait for a state of one of `kinds`, and return it."""
        names = " or ".join(kind.__name__ for kind in kinds)
        self.wait(lambda: isinstance(self.state, kinds), f"the window shows {names}", patience)
        state = self.state
        assert isinstance(state, kinds)
        return state

    def act(self, action: Callable[[], object]) -> None:
        """Have the event loop run `action`."""
        done: list[object] = []
        QTimer.singleShot(0, lambda: done.append(action()))
        self.wait(lambda: done, "an action")

    def settle(self) -> None:
        """Have the event loop do what it put off: lay out, paint, delete."""
        turns = iter(range(SETTLED_AFTER))
        self.wait(lambda: next(turns, None) is None, "some turns of the event loop")

    def start(self, *, until_keyring_answers: bool = True) -> None:
        """Show the window, and wait until the app is built and the keyring has answered, or is known to be slow."""
        ready: list[None] = []
        self._application.ready.connect(lambda: ready.append(None))
        if self._application._settings.geometry.isEmpty():
            self.window.resize(*SIZE)  # the screen of the offscreen platform is smaller
        self.window.show()
        self.wait(lambda: ready, "the app is built")
        if until_keyring_answers:
            self.wait(lambda: not isinstance(self.state, Starting), "the keyring answers")

    @property
    def is_warm(self) -> bool:
        """Whether the app is ready, has fetched its token and opened a connection."""
        app = self._application._app
        session = app.lookups._session if app else None
        return bool(session and session._warm_up and not session._warm_up.is_pending)

    def wait_until_warm(self) -> None:
        """Wait until `is_warm`."""
        self.wait(lambda: self.is_warm, "the warm-up ends")

    def pause(self, seconds: float) -> None:
        """Process events for `seconds`."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() >= end, "time passes")

    # Keyboard and mouse

    def press(self, keys: str, widget: QWidget | None = None) -> None:
        """Press `keys`, written as "Ctrl+L", in `widget` or where the window has its focus."""
        target = widget or QApplication.focusWidget() or self.window
        self.act(lambda: QTest.keySequence(target, QKeySequence(keys)))

    def search(self, text: str) -> None:
        """Put `text` into the search box, as a paste does, and press Enter."""
        self.act(lambda: self.submit(text))

    def submit(self, text: str) -> None:
        """Do what `search` does, without the event loop."""
        box = self.window.search.box
        box.selectAll()
        box.insert(text)
        QTest.keyClick(box, Qt.Key.Key_Return)

    def button(self, text: str) -> QAbstractButton:
        """Return the one visible button with this text."""
        return button(self.window, text)

    def click(self, button: QAbstractButton) -> None:
        """Click `button`."""
        self.act(lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton))

    def set_language(self, language: str) -> None:
        """Choose a language."""
        self.act(lambda: self.app.preferences.set_language(language))
        self.settle()

    def set_theme(self, theme: str) -> None:
        """Choose a theme."""
        self.act(lambda: self.app.preferences.set_theme(theme))
        self.settle()

    # Lookups

    def look_up(self, text: str) -> Loaded | Results | Failed:
        """Search for `text`, and return the outcome."""
        before = self.state
        self.search(text)
        return self._outcome_after(before)

    def try_again(self) -> Loaded | Results | Failed:
        """Press F5, and return the outcome."""
        before = self.state
        self.press("F5")
        return self._outcome_after(before)

    def outcome(self) -> Loaded | Results | Failed:
        """Wait for the end of the lookup under way."""
        outcome = self.wait_for(Loaded, Results, Failed)
        self.settle()
        assert isinstance(outcome, Loaded | Results | Failed)
        return outcome

    def show(self, imp_uid: str) -> Loaded:
        """Look `imp_uid` up, and check that its payment is shown."""
        outcome = self.look_up(imp_uid)
        assert isinstance(outcome, Loaded), f"{outcome!r} instead of a payment"
        assert outcome.imp_uid == imp_uid
        return outcome

    def _outcome_after(self, before: LookupState) -> Loaded | Results | Failed:
        self.wait(lambda: self.state is not before, "a lookup begins")
        return self.outcome()

    def shows(self, imp_uid: str) -> bool:
        """Return whether the payment with this imp_uid is shown."""
        return isinstance(self.state, Loaded) and self.state.imp_uid == imp_uid

    @property
    def is_loading(self) -> bool:
        """Whether a lookup is under way."""
        return isinstance(self.state, Loading)

    def texts(self) -> list[str]:
        """Return every text that is visible in the window."""
        return texts(self.window)

    # The key

    @property
    def key_dialog(self) -> CredentialsDialog:
        """The dialog for the key, which is open."""
        (dialog,) = seen(self.window, CredentialsDialog)
        return dialog

    @property
    def is_key_dialog_open(self) -> bool:
        """Whether the dialog for the key is open."""
        return seen(self.window, CredentialsDialog) != []

    def enter_key(self, credentials: Credentials, *, once: bool = False) -> None:
        """Open the dialog for the key, type `credentials` and press Enter. `once` uses them for this run only."""
        self.act(self.window.menu.credentials_requested.emit)
        dialog = self.key_dialog

        def submit() -> None:
            dialog.once.setChecked(once)
            dialog.key.setText(credentials.imp_key)
            dialog.secret.line.setText(credentials.imp_secret)
            QTest.keyClick(dialog.secret.line, Qt.Key.Key_Return)

        self.act(submit)

    # The end

    def close_connections(self) -> None:
        """Take the key from the app, and wait until its connections are closed."""
        app = self.app
        app.watcher.forget_all()
        for user in (app.lookups, app.follow_ups, app.watcher):
            user.set_session(None)
        wait_until_idle(app.worker)

    def quit(self) -> None:
        """Close the window, save the settings and end the worker, which the app itself leaves to the process's end."""
        self.set_language("en")  # the translators belong to the process
        self._application.close()
        self.close_connections()
        _end_worker(self.app.worker)
        self.window.close()
        shiboken6.delete(self.window)


@contextmanager
def running_app(
    qt: QApplication,
    folder: Path,
    url: str,
    store: CredentialStore,
    clock: ServerClock | None = None,
    **options: Any,
) -> Iterator[AppDriver]:
    """Start the app on the API at `url` with the settings in `folder`, and wait until the key was asked for.

    At the end, the window and every connection are closed. `options` are those of `settings.Options`.
    """
    wishes = Options(parse_origin(url), **{"language": "en"} | options)
    driver = AppDriver(Application(qt, wishes, Settings(folder / "settings.ini"), store, clock))
    driver.start()
    try:
        yield driver
    finally:
        driver.quit()


def wait_until_idle(worker: ApiWorker) -> None:
    """Wait until every request on `worker` has ended."""
    done = threading.Event()

    async def wait_for_others() -> None:
        await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()}, return_exceptions=True)
        done.set()

    worker.submit(wait_for_others, lambda _: None)
    assert done.wait(PATIENCE), "the requests do not end"


def advance_clock(app: AppController, seconds: Callable[[], float]) -> None:
    """Let `seconds` more pass on the clocks of the warm token and connection than on the real one."""

    def clock() -> float:
        return time.monotonic() + seconds()

    session = app.lookups._session
    assert session
    assert session._client
    vars(transport)["time"] = SimpleNamespace(monotonic=clock)
    session._client._tokens._clock = session._clock = clock


def _end_worker(worker: ApiWorker) -> None:
    stopped: list[tuple[threading.Thread, asyncio.AbstractEventLoop]] = []

    async def stop() -> None:
        loop = asyncio.get_running_loop()
        stopped.append((threading.current_thread(), loop))
        loop.stop()

    worker.submit(stop, lambda _: None)
    wait_until(lambda: stopped, "the worker stops")
    thread, loop = stopped[0]
    thread.join()
    loop.close()
