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
from iamport_desktop.lookup.state import Failed, FirstStart, Loaded, Ready
from iamport_desktop.presentation.messages import describe
from tests.faults import replies
from tests.faults.assertions import LANGUAGES, check_found, check_problem, check_sentence
from tests.faults.case import Case
from tests.faults.case_context import SECRETS, CaseContext, patience
from tests.faults.fault import CREDENTIALS, IMP_UID, ServerTarget, serving
from tests.faults.process import session_of
from tests.support.app_client import started_app
from tests.support.app_driver import AppDriver
from tests.support.forced_backend import NULL, PLAINTEXT, force_backend
from tests.support.scripted_secret_service import Mood, scripted_secret_service
from tests.support.search_for_secrets import find_in_files
from tests.support.secret_service import Session
from tests.support.stored_credentials import stored_credentials
from tools.texts import ROOT

Make = Callable[[Session], None]


@contextmanager
def _started(
    context: CaseContext, store: CredentialStore | None = None
) -> Iterator[tuple[AppDriver, ServerTarget]]:
    """Start the app with the real keyring, on a good server."""
    with patience(), serving(replies.paid) as target:
        yield context.open(target.url, store or CredentialStore()), target


def _check_ways_on(driver: AppDriver, kind: type[CredentialStoreError]) -> None:
    """Check that the window says what is wrong with the keyring, and takes a key for this run."""
    check_problem(driver, driver.wait_for(Failed), kind)
    driver.set_language("en")
    use_once(driver)
    check_found(driver, driver.look_up(IMP_UID))


def use_once(driver: AppDriver) -> None:
    """Enter the key for this run only."""
    driver.enter_key(CREDENTIALS, once=True)
    driver.wait_for(Ready)


def check_dialog_says(driver: AppDriver, kind: type[CredentialStoreError]) -> None:
    """Check that the open dialog says what went wrong, in both languages."""
    dialog = driver.key_dialog
    wanted = f"{describe(kind()).what} {describe(kind()).next_step}"
    driver.wait(
        lambda: wanted in [note.text() for note in dialog.notes.values()], f"the dialog tells {kind.__name__}"
    )
    for language in LANGUAGES:
        driver.set_language(language)
        check_sentence(describe(kind()).what, language)
        check_sentence(describe(kind()).next_step, language)
    driver.set_language("en")


def _cannot_be_asked(prepare: Make, kind: type[CredentialStoreError], context: CaseContext) -> None:
    """Once the keyring works, asking it again brings the key."""
    with session_of(context) as session:
        prepare(session)
        with _started(context) as (driver, target):
            _check_ways_on(driver, kind)
            session.stop_keyring()
            session.start_keyring()
            CredentialStore().save(parse_origin(target.url), CREDENTIALS)
            _check_key_comes(driver)


def _check_key_comes(driver: AppDriver) -> None:
    used: list[object] = []
    driver.app.credentials.obtained.connect(used.append)
    driver.act(driver.app.credentials.load)
    driver.wait(lambda: used, "the keyring gives the key")
    check_found(driver, driver.look_up(IMP_UID))


def _no_bus(address: str | None, context: CaseContext) -> None:
    with mock.patch.dict(os.environ):
        os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
        if address is not None:
            os.environ["DBUS_SESSION_BUS_ADDRESS"] = address
        with _started(context) as (driver, _):
            _check_ways_on(driver, KeyringUnavailable)


def _scripted(mood: Mood, kind: type[CredentialStoreError], context: CaseContext) -> None:
    with (
        session_of(context) as session,
        scripted_secret_service(session, mood) as service,
        _started(context) as (driver, _),
    ):
        _check_ways_on(driver, kind)
        service.mood = Mood.REFUSES  # unlocked by now, and empty
        gone: list[None] = []
        driver.app.credentials.missing.connect(lambda: gone.append(None))
        driver.act(driver.app.credentials.load)
        driver.wait(lambda: gone, "the keyring is asked again, and has nothing")


def _value_refused(context: CaseContext) -> None:
    with (
        session_of(context) as session,
        scripted_secret_service(session, Mood.REFUSES),
        _started(context) as (driver, _),
    ):
        driver.enter_key(CREDENTIALS)
        check_dialog_says(driver, KeyringWriteError)
        driver.act(lambda: driver.key_dialog.reject())
        use_once(driver)
        check_found(driver, driver.look_up(IMP_UID))


def _dies_between_two_calls(context: CaseContext) -> None:
    with session_of(context) as session:
        session.start_keyring()
        with _started(context) as (driver, target):
            driver.enter_key(CREDENTIALS)
            driver.wait_for(Ready)
            session.stop_keyring()
            check_found(driver, driver.look_up(IMP_UID))
            driver.enter_key(CREDENTIALS)
            check_dialog_says(driver, KeyringUnavailable)
            session.start_keyring()
            driver.act(lambda: driver.key_dialog.reject())
            driver.enter_key(CREDENTIALS)
            driver.wait(lambda: not driver.is_key_dialog_open, "the key is saved after all")
            assert stored_credentials(CredentialStore(), parse_origin(target.url)) == CREDENTIALS


def _damaged_entry(context: CaseContext) -> None:
    with session_of(context) as session:
        session.start_keyring()
        with patience(), serving(replies.paid) as target:
            attributes = {"service": service_name(parse_origin(target.url)), "username": USERNAME}
            connection = secretstorage.dbus_init()
            secretstorage.get_default_collection(connection).create_item("x", attributes, b"\xff not ours")
            connection.close()
            driver = context.open(target.url, CredentialStore())
            _check_ways_on(driver, EntryUnreadable)
            driver.enter_key(CREDENTIALS)
            driver.wait(lambda: not driver.is_key_dialog_open, "the entry is replaced")
            _check_key_comes(driver)


def _foreign_exceptions(context: CaseContext) -> None:
    """Libraries below keyring raise exceptions of their own; each becomes one of ours."""
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

        with _started(context, CredentialStore(Failing)) as (driver, _):
            _check_ways_on(driver, kind)


def _forced(backend: str, by_file: bool, context: CaseContext) -> None:
    """A key that is entered is stored in the desktop's keyring alone, and found again."""
    path = f"{context.home}{os.pathsep}{ROOT}"
    astray = force_backend(context.home, backend, by_file=by_file)
    with (
        session_of(context) as session,
        serving(replies.paid) as target,
        tempfile.TemporaryDirectory() as notes,
    ):
        session.start_keyring()
        environment = session.environment | astray
        for entered in (False, True):
            arguments = ("--api-url", target.url, "--lang", "en")
            with started_app(environment, Path(notes), *arguments, path=path) as app:
                if not entered:
                    app.wait_for(FirstStart)
                    app.ask("type_key", CREDENTIALS.imp_key, CREDENTIALS.imp_secret)
                app.wait_for(Ready)
                assert app.look_up(IMP_UID) is Loaded
                app.close()
                assert app.error_output == "", app.error_output
        assert not (context.home / "plaintext").exists()
        assert list(find_in_files(SECRETS, context.home)) == []
        assert stored_credentials(CredentialStore(), parse_origin(target.url)) == CREDENTIALS


def _nothing(_: Session) -> None:
    """Leave the bus without a keyring."""


def _locked(session: Session) -> None:
    session.start_keyring()
    session.lock_keyring()


def _never_made(session: Session) -> None:
    session.start_keyring(password=None)


_RUNS: dict[str, Callable[[CaseContext], None]] = {
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
    *(Case("Keyring", name, play) for name, play in _RUNS.items()),
    Case("Keyring", "exceptions that are no KeyringError", _foreign_exceptions, 6),
]
