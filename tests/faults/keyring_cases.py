"""Keyrings that are missing, locked, silent, broken or not the right one; each on a session bus of its own."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from unittest import mock

import secretstorage
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from iamport_desktop.api.origin import parse_origin
from iamport_desktop.desktop.keyring import (
    CredentialStore,
    CredentialStoreError,
    EntryUnreadable,
    KeyringTimeout,
    KeyringUnavailable,
    KeyringWriteError,
    PromptDismissed,
    StoreFailed,
    StoreLocked,
)
from iamport_desktop.desktop.keyring.secret_service import SecretService
from iamport_desktop.desktop.keyring.store import USERNAME, service_name
from iamport_desktop.lookup.state import Failed, Ready
from iamport_desktop.presentation.messages import describe
from tests.faults import replies
from tests.faults.case import Case
from tests.faults.desk import Desk
from tests.faults.fault import CREDENTIALS, IMP_UID, Serving, serving
from tests.faults.judging import LANGUAGES, check_found, check_problem, check_sentence
from tests.faults.process import session_of
from tests.faults.stage import SECRETS, Stage, patience
from tests.support.driving import driven
from tests.support.keyring_detours import NULL, PLAINTEXT, detour
from tests.support.scripted_secret_service import Mood, scripted_secret_service
from tests.support.secret_service import Session
from tests.support.traces import files_holding
from tools.texts import ROOT

Make = Callable[[Session], None]


@contextmanager
def _desk(stage: Stage, store: CredentialStore | None = None) -> Iterator[tuple[Desk, Serving]]:
    """The program with the real keyring, asking a good server."""
    with patience(), serving(replies.paid) as scene:
        yield stage.open(scene.url, store or CredentialStore()), scene


def _check_ways_on(desk: Desk, kind: type[CredentialStoreError]) -> None:
    """The window says what is wrong with the keyring; a key for this run only leads past it."""
    desk.wait(lambda: isinstance(desk.screen, Failed), "the keyring's trouble is told")
    assert isinstance(desk.screen, Failed)
    check_problem(desk, desk.screen, kind)
    desk.speak("en")
    use_once(desk)
    check_found(desk, desk.look_up(IMP_UID))


def use_once(desk: Desk) -> None:
    """Enter the key for this run only."""
    enter_key(desk, once=True)
    desk.wait(lambda: isinstance(desk.screen, Ready), "the key is used")


def enter_key(desk: Desk, *, once: bool = False) -> None:
    """Open the dialog, type key and secret, and press Enter."""
    desk.act(desk.window.menu.credentials_requested.emit)
    dialog = desk.app.credentials._dialog
    assert dialog is not None

    def type_in() -> None:
        dialog.once.setChecked(once)
        dialog.key.setText(CREDENTIALS.imp_key)
        dialog.secret.line.setText(CREDENTIALS.imp_secret)
        QTest.keyClick(dialog.secret.line, Qt.Key.Key_Return)

    desk.act(type_in)


def check_dialog_says(desk: Desk, kind: type[CredentialStoreError]) -> None:
    """The open dialog says what went wrong, as it does in both languages."""
    dialog = desk.app.credentials._dialog
    assert dialog is not None
    wanted = f"{describe(kind()).what} {describe(kind()).next_step}"
    desk.wait(
        lambda: wanted in [note.text() for note in dialog.notes.values()], f"the dialog tells {kind.__name__}"
    )
    for language in LANGUAGES:
        desk.speak(language)
        check_sentence(describe(kind()).what, language)
        check_sentence(describe(kind()).next_step, language)
    desk.speak("en")


def _cannot_be_asked(prepare: Make, kind: type[CredentialStoreError], stage: Stage) -> None:
    """Then a keyring that works is there, and asking it again brings the key."""
    with session_of(stage) as session:
        prepare(session)
        with _desk(stage) as (desk, scene):
            _check_ways_on(desk, kind)
            session.stop_keyring()
            session.start_keyring()
            CredentialStore().save(parse_origin(scene.url), CREDENTIALS)
            _check_key_comes(desk)


def _check_key_comes(desk: Desk) -> None:
    used: list[object] = []
    desk.app.credentials.obtained.connect(used.append)
    desk.do(desk.app.credentials.load, lambda: used, "the keyring gives the key")
    check_found(desk, desk.look_up(IMP_UID))


def _no_bus(address: str | None, stage: Stage) -> None:
    with mock.patch.dict(os.environ):
        os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
        if address is not None:
            os.environ["DBUS_SESSION_BUS_ADDRESS"] = address
        with _desk(stage) as (desk, _):
            _check_ways_on(desk, KeyringUnavailable)


def _scripted(mood: Mood, kind: type[CredentialStoreError], stage: Stage) -> None:
    with (
        session_of(stage) as session,
        scripted_secret_service(session, mood) as service,
        _desk(stage) as (desk, _),
    ):
        _check_ways_on(desk, kind)
        service.mood = Mood.REFUSES  # unlocked by now, and empty
        gone: list[None] = []
        desk.app.credentials.missing.connect(lambda: gone.append(None))
        desk.do(desk.app.credentials.load, lambda: gone, "the keyring is asked again, and has nothing")


def _value_refused(stage: Stage) -> None:
    with (
        session_of(stage) as session,
        scripted_secret_service(session, Mood.REFUSES),
        _desk(stage) as (desk, _),
    ):
        enter_key(desk)
        check_dialog_says(desk, KeyringWriteError)
        desk.act(lambda: desk.app.credentials._dialog.reject())
        use_once(desk)
        check_found(desk, desk.look_up(IMP_UID))


def _dies_between_two_calls(stage: Stage) -> None:
    with session_of(stage) as session:
        session.start_keyring()
        with _desk(stage) as (desk, scene):
            enter_key(desk)
            desk.wait(lambda: isinstance(desk.screen, Ready), "the key is saved and used")
            session.stop_keyring()
            check_found(desk, desk.look_up(IMP_UID))
            enter_key(desk)
            check_dialog_says(desk, KeyringUnavailable)
            session.start_keyring()
            desk.act(lambda: desk.app.credentials._dialog.reject())
            enter_key(desk)
            desk.wait(lambda: desk.app.credentials._dialog is None, "the key is saved after all")
            assert CredentialStore().load(parse_origin(scene.url)) == CREDENTIALS


def _damaged_entry(stage: Stage) -> None:
    with session_of(stage) as session:
        session.start_keyring()
        with patience(), serving(replies.paid) as scene:
            attributes = {"service": service_name(parse_origin(scene.url)), "username": USERNAME}
            connection = secretstorage.dbus_init()
            secretstorage.get_default_collection(connection).create_item("x", attributes, b"\xff not ours")
            connection.close()
            desk = stage.open(scene.url, CredentialStore())
            _check_ways_on(desk, EntryUnreadable)
            enter_key(desk)
            desk.wait(lambda: desk.app.credentials._dialog is None, "the entry is replaced")
            _check_key_comes(desk)


def _foreign_exceptions(stage: Stage) -> None:
    """What the libraries below raise is no KeyringError; each becomes one of ours."""
    kinds = {
        secretstorage.exceptions.ItemNotFoundException("x"): StoreFailed,
        secretstorage.exceptions.LockedException("x"): StoreLocked,
        secretstorage.exceptions.PromptDismissedException("x"): PromptDismissed,
        secretstorage.exceptions.SecretServiceNotAvailableException("x"): KeyringUnavailable,
        ConnectionResetError("x"): KeyringUnavailable,
        ZeroDivisionError("x"): StoreFailed,
    }
    for error, kind in kinds.items():

        class Failing(SecretService):
            def get_password(self, service: str, username: str, error: Exception = error) -> str | None:
                raise error

        with _desk(stage, CredentialStore(Failing)) as (desk, _):
            _check_ways_on(desk, kind)


def _forced(backend: str, by_file: bool, stage: Stage) -> None:
    """The program's own process: a key that is entered lies in the keyring and nowhere else, and is found again."""
    path = f"{stage.home}{os.pathsep}{ROOT}"
    astray = detour(stage.home, backend, by_file=by_file)
    with session_of(stage) as session, serving(replies.paid) as scene, tempfile.TemporaryDirectory() as notes:
        session.start_keyring()
        environment = session.environment | astray
        for entered in (False, True):
            arguments = ("--api-url", scene.url, "--lang", "en")
            with driven(environment, Path(notes), *arguments, path=path) as program:
                if not entered:
                    program.wait_for("FirstStart")
                    program.ask("enter key", CREDENTIALS.imp_key, CREDENTIALS.imp_secret)
                program.wait_for("Ready")
                assert program.look_up(IMP_UID) == "Found"
                program.close()
                assert program.told == "", program.told
        assert not (stage.home / "plaintext").exists()
        assert list(files_holding(SECRETS, stage.home)) == []
        assert CredentialStore().load(parse_origin(scene.url)) == CREDENTIALS


def _nothing(_: Session) -> None:
    """The bus stays without a keyring."""


def _locked(session: Session) -> None:
    session.start_keyring()
    session.lock_keyring()


def _never_made(session: Session) -> None:
    session.start_keyring(password=None)


_PLAYS: dict[str, Callable[[Stage], None]] = {
    "none on the session bus": partial(_cannot_be_asked, _nothing, KeyringUnavailable),
    "no session bus": partial(_no_bus, None),
    "a bus address that leads nowhere": partial(_no_bus, "unix:path=/no/such/bus"),
    "a bus address that is nonsense": partial(_no_bus, "nonsense"),
    "locked, and nobody can be asked": partial(_cannot_be_asked, _locked, StoreLocked),
    "never made, and nobody can be asked": partial(_cannot_be_asked, _never_made, PromptDismissed),
    "prompt dismissed": partial(_scripted, Mood.PROMPT_DISMISSED, StoreLocked),
    "prompt that never returns": partial(_scripted, Mood.PROMPT_NEVER_ENDS, KeyringTimeout),
    "null backend forced by PYTHON_KEYRING_BACKEND": partial(_forced, NULL, False),
    "plaintext backend forced by PYTHON_KEYRING_BACKEND": partial(_forced, PLAINTEXT, False),
    "null backend forced by keyringrc.cfg": partial(_forced, NULL, True),
    "plaintext backend forced by keyringrc.cfg": partial(_forced, PLAINTEXT, True),
    "value refused": _value_refused,
    "service dying between two calls": _dies_between_two_calls,
    "entry damaged": _damaged_entry,
}
KEYRING_CASES = [
    *(Case("Keyring", name, play) for name, play in _PLAYS.items()),
    Case("Keyring", "exceptions that are no KeyringError", _foreign_exceptions, 6),
]
