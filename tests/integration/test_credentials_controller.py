"""The key, through the dialog: check, save, replace, remove, use once; a keyring that hangs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import PORTONE, parse_origin
from iamport_desktop.controllers.credentials import CredentialsController
from iamport_desktop.desktop.keyring import (
    CredentialStoreError,
    EntryUnreadable,
    KeyringTimeout,
    KeyringUnavailable,
    StoredKey,
    StoreLocked,
)
from iamport_desktop.desktop.keyring.serialization import decode, encode
from iamport_desktop.desktop.keyring.worker import KeyringWorker
from iamport_desktop.lookup.worker import ApiWorker
from iamport_desktop.presentation.messages import describe
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.ui.dialogs.credentials import CredentialsDialog
from tests.conftest import NOW
from tests.support.app_driver import wait_until_idle
from tests.support.memory_keyring import MemoryKeyring
from tests.support.window import button, seen, settle, texts

KEY, SECRET = Sandbox.imp_key, Sandbox.imp_secret
GOOD, WRONG = Credentials(KEY, SECRET), Credentials(KEY, "wrong")
SLOW_AFTER_MS = 20  # for a keyring that does not answer


class Emitted:
    """The signals of a CredentialsController."""

    def __init__(self, controller: CredentialsController) -> None:
        self.keys: list[Credentials] = []
        self.missing = 0
        self.errors: list[object] = []
        controller.obtained.connect(self.keys.append)
        controller.missing.connect(self._count)
        controller.failed.connect(self.errors.append)

    def _count(self) -> None:
        self.missing += 1


class Setup:
    """A controller with its keyring, and a window with the dialog over it."""

    def __init__(self, sandbox: Sandbox, window: QWidget) -> None:
        self.keyring = MemoryKeyring()
        self.worker = ApiWorker()
        self.worker.start()
        self.origin = parse_origin(sandbox.url)
        self.controller = CredentialsController(
            self.origin,
            self.keyring.store(),
            KeyringWorker(slow_after_ms=SLOW_AFTER_MS),
            self.worker,
            lambda: NOW,
        )
        self.emitted = Emitted(self.controller)
        self.window = window

    @property
    def entry(self) -> Credentials | None:
        """Return the key in the keyring for this origin."""
        text = self.keyring.entries.get(f"iamport-desktop:{self.origin}")
        return decode(text).credentials if text else None

    def put_entry(self, saved_at: datetime | None = NOW) -> None:
        """Put the good key into the keyring."""
        self.keyring.entries[f"iamport-desktop:{self.origin}"] = encode(StoredKey(GOOD, saved_at))

    @property
    def dialog(self) -> CredentialsDialog:
        """Return the open dialog."""
        (dialog,) = [dialog for dialog in self.window.findChildren(CredentialsDialog) if dialog.isVisible()]
        return dialog

    @property
    def is_open(self) -> bool:
        return any(dialog.isVisible() for dialog in self.window.findChildren(CredentialsDialog))

    def open_dialog(self) -> CredentialsDialog:
        self.controller.open_dialog(self.window)
        return self.dialog

    def note(self) -> tuple[Severity, str] | None:
        """Return the status line of the dialog; None without one."""
        visible = [
            (severity, note.text()) for severity, note in self.dialog.notes.items() if note.isVisible()
        ]
        return visible[0] if visible else None


@pytest.fixture
def setup(qtbot: QtBot, styled_app: QApplication, sandbox: Sandbox) -> Iterator[Setup]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    setup = Setup(sandbox, window)
    yield setup
    setup.keyring.open.set()
    if setup.is_open:
        setup.dialog.reject()  # ends a check under way


def enter(qtbot: QtBot, dialog: CredentialsDialog, credentials: Credentials) -> None:
    for line, text in ((dialog.key, credentials.imp_key), (dialog.secret.line, credentials.imp_secret)):
        line.clear()
        qtbot.keyClicks(line, text)


def press(qtbot: QtBot, dialog: CredentialsDialog, name: str) -> None:
    qtbot.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)


def is_shown(setup: Setup, severity: Severity) -> bool:
    note = setup.note()
    return note is not None and note[0] is severity


def sentences(error: Exception) -> tuple[Severity, str]:
    message = describe(error)
    return Severity.ERROR, f"{message.what} {message.next_step}"


def test_the_key_comes_from_the_keyring(qtbot: QtBot, setup: Setup) -> None:
    setup.put_entry()
    setup.controller.load()
    qtbot.waitUntil(lambda: setup.emitted.keys == [GOOD])
    assert setup.emitted.missing == 0


def test_a_missing_key_is_distinguished_from_a_keyring_that_fails(qtbot: QtBot, setup: Setup) -> None:
    setup.controller.load()
    qtbot.waitUntil(lambda: setup.emitted.missing == 1)
    setup.keyring.trouble = StoreLocked()
    setup.controller.load()
    qtbot.waitUntil(lambda: setup.emitted.errors == [setup.keyring.trouble])


def test_a_slow_keyring_is_reported_and_may_still_answer(qtbot: QtBot, setup: Setup) -> None:
    setup.keyring.open.clear()
    setup.controller.load()
    qtbot.waitUntil(lambda: bool(setup.emitted.errors))
    assert isinstance(setup.emitted.errors[0], KeyringTimeout)
    setup.keyring.open.set()
    qtbot.waitUntil(lambda: setup.emitted.missing == 1)


def test_a_key_is_saved_and_used(qtbot: QtBot, setup: Setup, sandbox: Sandbox) -> None:
    dialog = setup.open_dialog()
    enter(qtbot, dialog, GOOD)
    qtbot.keyClick(dialog.secret.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: setup.emitted.keys == [GOOD])
    assert setup.entry == GOOD
    assert not setup.is_open


def test_checking_really_asks_the_server_and_stores_nothing(
    qtbot: QtBot, setup: Setup, sandbox: Sandbox
) -> None:
    dialog = setup.open_dialog()
    enter(qtbot, dialog, WRONG)
    press(qtbot, dialog, "Test key")
    assert setup.note() == (Severity.WAITING, "Checking…")
    assert not button(dialog, "Test key").isEnabled()
    qtbot.waitUntil(lambda: setup.note() is not None and setup.note()[0] is Severity.ERROR)  # type: ignore[index]
    enter(qtbot, dialog, GOOD)
    press(qtbot, dialog, "Test key")
    qtbot.waitUntil(lambda: setup.note() == (Severity.SUCCESS, "The payment server accepts this key."))
    assert [request.path for request in sandbox.requests] == ["/users/getToken"] * 2
    assert setup.entry is None
    assert setup.emitted.keys == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (Credentials("ㅁㅠㅊ", "S3CRET"), ("REST API key", "Korean letter")),
        (Credentials("k", "S3 CRET"), ("REST API secret", "a space")),
        (Credentials("k", "S3" * 257), ("REST API secret", "too long")),
        (Credentials("", "S3CRET"), ("REST API key", "missing")),
        (Credentials("k", "  "), ("REST API secret", "missing")),
    ],
)
@pytest.mark.parametrize("pressed", ["Test key", "Save"])
def test_what_cannot_be_a_key_gets_a_sentence_and_goes_nowhere(
    qtbot: QtBot, setup: Setup, sandbox: Sandbox, typed: Credentials, words: tuple[str, ...], pressed: str
) -> None:
    dialog = setup.open_dialog()
    dialog.key.setText(typed.imp_key)
    dialog.secret.line.setText(typed.imp_secret)
    press(qtbot, dialog, pressed)
    note = setup.note()
    assert note is not None
    assert note[0] is Severity.ERROR
    assert all(word in note[1] for word in words)
    assert not typed.imp_secret.strip() or typed.imp_secret not in note[1]
    assert (sandbox.requests, setup.keyring.entries) == ([], {})


def load(qtbot: QtBot, setup: Setup) -> None:
    """Put the good key into the keyring, and load it."""
    setup.put_entry()
    setup.controller.load()
    qtbot.waitUntil(lambda: setup.emitted.keys == [GOOD])


def test_a_refused_key_does_not_replace_a_good_one_unless_the_agent_insists(
    qtbot: QtBot, setup: Setup, sandbox: Sandbox
) -> None:
    load(qtbot, setup)
    dialog = setup.open_dialog()
    enter(qtbot, dialog, WRONG)
    for asked in (1, 2):  # Enter asks the server each time; it never insists
        qtbot.keyClick(dialog.secret.line, Qt.Key.Key_Return)
        qtbot.waitUntil(partial(is_shown, setup, Severity.ERROR))
        assert "The stored key was not replaced." in setup.note()[1]  # type: ignore[index]
        assert len(sandbox.requests) == asked
    assert (setup.entry, setup.emitted.keys) == (GOOD, [GOOD])
    insist = button(dialog, "Save anyway")
    assert (insist.property("kind"), button(dialog, "Save").property("kind")) == ("small", "primary")
    insist.setFocus()
    qtbot.keyClick(insist, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: setup.emitted.keys == [GOOD, WRONG])
    assert setup.entry == WRONG


def test_saving_anyway_is_about_the_key_that_was_refused_alone(qtbot: QtBot, setup: Setup) -> None:
    dialog = setup.open_dialog()
    enter(qtbot, dialog, WRONG)
    press(qtbot, dialog, "Save")
    qtbot.waitUntil(lambda: is_shown(setup, Severity.ERROR))
    assert "Nothing was saved." in setup.note()[1]  # type: ignore[index]
    qtbot.keyClicks(dialog.secret.line, "er")
    assert setup.note() is None
    assert "Save anyway" not in texts(dialog)


def test_a_key_that_could_not_be_checked_is_saved_when_the_agent_says_so(
    qtbot: QtBot, setup: Setup, sandbox: Sandbox
) -> None:
    sandbox.stop()
    dialog = setup.open_dialog()
    enter(qtbot, dialog, GOOD)
    press(qtbot, dialog, "Save")
    qtbot.waitUntil(lambda: is_shown(setup, Severity.WARNING))
    assert "The key could not be checked. Save it all the same?" in setup.note()[1]  # type: ignore[index]
    assert setup.entry is None
    press(qtbot, dialog, "Save unchecked")
    qtbot.waitUntil(lambda: setup.emitted.keys == [GOOD])
    assert setup.entry == GOOD


def test_the_keyboard_alone_will_do(qtbot: QtBot, setup: Setup) -> None:
    load(qtbot, setup)
    dialog = setup.open_dialog()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.focusWidget() is dialog.key
    stops = []
    for _ in range(7):
        widget = dialog.focusWidget()
        stops.append(widget.accessibleName() or getattr(widget, "text", str)())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    names = ["REST API key", "REST API secret", "Show the secret while pressed", "Use once, don't save"]
    assert stops == [*names, "Test key", "Remove stored key", "Close"]


def test_enter_pressed_twice_checks_once(qtbot: QtBot, setup: Setup, sandbox: Sandbox) -> None:
    dialog = setup.open_dialog()
    enter(qtbot, dialog, GOOD)
    qtbot.keyClick(dialog.key, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.key, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: setup.emitted.keys == [GOOD])
    assert [request.path for request in sandbox.requests] == ["/users/getToken"]


def test_closing_the_dialog_during_the_check_saves_nothing(
    qtbot: QtBot, setup: Setup, sandbox: Sandbox
) -> None:
    release = threading.Event()
    sandbox.before_answer = lambda _: release.wait()
    dialog = setup.open_dialog()
    enter(qtbot, dialog, GOOD)
    qtbot.keyClick(dialog.secret.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(sandbox.requests))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    release.set()
    wait_until_idle(setup.worker)
    settle()
    assert setup.controller._storing is None  # though the server accepts it
    assert (setup.entry, setup.emitted.keys, setup.is_open) == (None, [], False)


@pytest.mark.parametrize(
    ("saved_at", "sentence"),
    [
        (NOW, "Stored on this computer: 1234…, since 2026-11-22(Sun), for {url}"),
        (None, "Stored on this computer: 1234…, for {url}"),  # by a version that stored no day
    ],
)
def test_the_dialog_says_which_key_is_stored(
    qtbot: QtBot, setup: Setup, saved_at: datetime | None, sentence: str
) -> None:
    key = Credentials("1234567890123456", "secret")
    service = f"iamport-desktop:{setup.origin}"
    setup.keyring.entries[service] = encode(StoredKey(key, saved_at))
    setup.controller.load()
    qtbot.waitUntil(lambda: setup.emitted.keys == [key])
    shown = texts(setup.open_dialog())
    assert sentence.format(url=setup.origin) in shown
    assert key.imp_key not in " ".join(shown)


def test_removing_the_stored_key_asks_first(qtbot: QtBot, setup: Setup) -> None:
    load(qtbot, setup)
    press(qtbot, setup.open_dialog(), "Remove stored key")
    assert is_shown(setup, Severity.WARNING)
    assert setup.entry == GOOD
    press(qtbot, setup.dialog, "Remove")
    qtbot.waitUntil(lambda: setup.emitted.missing == 1)
    assert setup.entry is None
    assert setup.note() == (Severity.SUCCESS, "The stored key was removed.")
    assert "Remove stored key" not in texts(setup.dialog)


@pytest.mark.parametrize(
    ("trouble", "once"), [(KeyringUnavailable(), True), (StoreLocked(), True), (EntryUnreadable(), False)]
)
def test_where_no_key_can_be_stored_use_once_is_what_enter_does(
    qtbot: QtBot, setup: Setup, trouble: CredentialStoreError, once: bool
) -> None:
    setup.keyring.trouble = trouble
    setup.controller.load()
    qtbot.waitUntil(lambda: setup.emitted.errors == [trouble])
    setup.keyring.trouble = None
    dialog = setup.open_dialog()
    assert dialog.once.isChecked() is once
    enter(qtbot, dialog, GOOD)
    qtbot.keyClick(dialog.key, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: setup.emitted.keys == [GOOD])
    assert setup.entry == (None if once else GOOD)


@pytest.mark.parametrize("address", ["https://api.iamport.kr", "https://api.iamport.kr.example.com"])
def test_an_address_that_is_not_portones_own_is_named(
    qtbot: QtBot, styled_app: QApplication, address: str
) -> None:
    dialog = CredentialsDialog(parse_origin(address))
    qtbot.addWidget(dialog)
    is_foreign = address != str(PORTONE)
    assert (address in dialog.windowTitle()) is is_foreign
    assert any("not PortOne's own address" in text for text in texts(dialog)) is is_foreign


def test_the_console_that_has_the_key_is_one_click_away(qtbot: QtBot, styled_app: QApplication) -> None:
    dialog = CredentialsDialog(PORTONE)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(
        dialog.link_activated, check_params_cb=lambda url: url == "https://admin.portone.io"
    ):
        qtbot.mouseClick(button(dialog, "Open PortOne console"), Qt.MouseButton.LeftButton)


def test_no_message_moves_a_button(qtbot: QtBot, setup: Setup) -> None:
    load(qtbot, setup)
    dialog = setup.open_dialog()
    names = ["Test key", "Remove stored key", "Close"]
    settle()
    positions = [button(dialog, name).geometry() for name in names]
    height = dialog.height()
    press(qtbot, dialog, "Save")
    dialog.once.setChecked(True)
    settle()
    assert [button(dialog, name).geometry() for name in names] == positions
    assert dialog.height() > height
    qtbot.keyClicks(dialog.key, "1")
    settle()
    assert dialog.height() == height  # nothing is left of the message


def test_a_keyring_that_refuses_is_quoted_and_the_dialog_stays(qtbot: QtBot, setup: Setup) -> None:
    dialog = setup.open_dialog()
    setup.keyring.trouble = StoreLocked()
    enter(qtbot, dialog, GOOD)
    press(qtbot, dialog, "Save")
    qtbot.waitUntil(lambda: setup.note() == sentences(StoreLocked()))
    assert setup.emitted.keys == []
    assert dialog.secret.line.text() == SECRET  # need not be typed again
    assert dialog.once.isChecked()  # what is left to do
    dialog.once.setChecked(False)
    setup.keyring.trouble = None
    press(qtbot, dialog, "Save")
    qtbot.waitUntil(lambda: setup.emitted.keys == [GOOD])


def test_while_the_keyring_hangs_the_key_can_be_used_for_this_run(qtbot: QtBot, setup: Setup) -> None:
    setup.keyring.open.clear()
    setup.controller.load()
    dialog = setup.open_dialog()
    enter(qtbot, dialog, GOOD)
    press(qtbot, dialog, "Save")
    qtbot.waitUntil(lambda: setup.note() == sentences(KeyringTimeout()))
    assert not button(dialog, "Save").isEnabled()
    assert button(dialog, "Close").isEnabled()
    qtbot.keyClick(dialog.once, Qt.Key.Key_Space)
    press(qtbot, dialog, "Use")
    assert setup.emitted.keys == [GOOD]
    assert not setup.is_open
    setup.keyring.open.set()
    qtbot.waitUntil(lambda: bool(setup.keyring.entries))  # what hung goes on, and is not emitted any more
    assert (setup.emitted.keys, setup.emitted.missing) == ([GOOD], 0)


def test_a_key_for_this_run_is_not_stored(qtbot: QtBot, setup: Setup) -> None:
    dialog = setup.open_dialog()
    enter(qtbot, dialog, GOOD)
    dialog.once.setChecked(True)
    press(qtbot, dialog, "Use")
    assert setup.emitted.keys == [GOOD]
    assert setup.keyring.entries == {}


def test_a_key_that_is_saved_after_the_dialog_was_closed_is_used(qtbot: QtBot, setup: Setup) -> None:
    setup.keyring.open.clear()
    enter(qtbot, setup.open_dialog(), GOOD)
    press(qtbot, setup.dialog, "Save")
    qtbot.waitUntil(lambda: setup.note() == sentences(KeyringTimeout()))
    press(qtbot, setup.dialog, "Close")
    again = setup.open_dialog()
    assert setup.note() == sentences(KeyringTimeout())  # it is still being saved
    enter(qtbot, again, WRONG)
    assert not button(again, "Save").isEnabled()
    again.reject()
    setup.keyring.open.set()
    qtbot.waitUntil(lambda: setup.emitted.keys == [GOOD])
    assert setup.entry == GOOD
    assert "Remove stored key" in texts(setup.open_dialog())


@pytest.mark.parametrize("how", ["Close", "Escape", "Save"])
def test_what_was_typed_is_forgotten_when_the_dialog_closes(qtbot: QtBot, setup: Setup, how: str) -> None:
    dialog = setup.open_dialog()
    lines = dialog.key, dialog.secret.line
    enter(qtbot, dialog, GOOD)
    left: list[list[str]] = []
    dialog.finished.connect(lambda: left.append([line.text() for line in lines]))
    if how == "Escape":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        press(qtbot, dialog, how)
    qtbot.waitUntil(lambda: left == [["", ""]])
    again = setup.open_dialog()
    assert [again.key.text(), again.secret.line.text()] == ["", ""]


def test_closing_the_dialog_ends_the_check(qtbot: QtBot, setup: Setup) -> None:
    dialog = setup.open_dialog()
    enter(qtbot, dialog, GOOD)
    press(qtbot, dialog, "Test key")
    press(qtbot, dialog, "Close")
    assert setup.controller._checking is not None
    assert not setup.controller._checking.is_pending
    assert not setup.is_open


def test_there_is_only_one_dialog(setup: Setup) -> None:
    first = setup.open_dialog()
    setup.controller.open_dialog(setup.window)
    assert setup.dialog is first


def test_the_secret_is_hidden_and_shown_only_while_the_button_is_held(qtbot: QtBot, setup: Setup) -> None:
    dialog = setup.open_dialog()
    enter(qtbot, dialog, GOOD)
    line, eye = dialog.secret.line, dialog.secret.show_button
    assert line.echoMode() is QLineEdit.EchoMode.Password
    assert SECRET not in line.displayText()
    qtbot.mousePress(eye, Qt.MouseButton.LeftButton)
    assert line.displayText() == SECRET
    qtbot.mouseRelease(eye, Qt.MouseButton.LeftButton)
    assert SECRET not in line.displayText()
    assert line.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData


def test_the_secret_cannot_be_copied_from_the_hidden_line(qtbot: QtBot, setup: Setup) -> None:
    dialog = setup.open_dialog()
    enter(qtbot, dialog, GOOD)
    QApplication.clipboard().setText("before")
    dialog.secret.line.selectAll()
    qtbot.keyClick(dialog.secret.line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "before"


def test_while_something_is_asked_it_cannot_be_asked_again_but_the_key_can_be_used(
    qtbot: QtBot, setup: Setup
) -> None:
    dialog = setup.open_dialog()
    enter(qtbot, dialog, GOOD)
    press(qtbot, dialog, "Test key")
    assert not button(dialog, "Test key").isEnabled()
    assert not button(dialog, "Save").isEnabled()
    dialog.once.setChecked(True)
    assert not button(dialog, "Test key").isEnabled()
    assert button(dialog, "Use").isEnabled()


def test_the_result_of_a_check_disappears_when_the_key_is_edited(qtbot: QtBot, setup: Setup) -> None:
    dialog = setup.open_dialog()
    enter(qtbot, dialog, GOOD)
    press(qtbot, dialog, "Test key")
    qtbot.waitUntil(dialog.notes[Severity.SUCCESS].isVisible)
    qtbot.keyClicks(dialog.secret.line, "1")
    assert not dialog.notes[Severity.SUCCESS].isVisible()


def test_an_edit_ends_the_check_of_the_key_before_it(qtbot: QtBot, setup: Setup) -> None:
    dialog = setup.open_dialog()
    enter(qtbot, dialog, GOOD)
    press(qtbot, dialog, "Test key")
    qtbot.keyClicks(dialog.key, "1")
    assert not any(note.isVisible() for note in dialog.notes.values())
    assert button(dialog, "Test key").isEnabled()


def test_the_dialog_names_the_address_and_its_fields(setup: Setup, sandbox: Sandbox) -> None:
    dialog = setup.open_dialog()
    assert any(f"sent to {sandbox.url} only" in text for text in texts(dialog))
    assert dialog.key.accessibleName() == "REST API key"
    assert dialog.secret.line.accessibleName() == "REST API secret"
    assert all(widget.text() or widget.accessibleName() for widget in seen(dialog, QAbstractButton))


def test_another_language_reaches_an_open_dialog(setup: Setup) -> None:
    dialog = setup.open_dialog()
    dialog.once.setText("as it was")
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog.once.text() == "Use once, don't save"
