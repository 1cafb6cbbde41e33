"""The keyring of Linux: GNOME Keyring on a bus of its own."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest
import secretstorage

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import PORTONE, Origin, parse_origin
from iamport_desktop.desktop.keyring import (
    CredentialStore,
    CredentialStoreError,
    EntryUnreadable,
    KeyringUnavailable,
    KeyringWriteError,
    PromptDismissed,
    StoreLocked,
)
from iamport_desktop.desktop.keyring.store import USERNAME, service_name
from tests.support.forced_backend import NULL, PLAINTEXT, force_backend
from tests.support.scripted_secret_service import Mood, scripted_secret_service
from tests.support.secret_service import PASSWORD, Session, secret_service, session_bus
from tests.support.stored_credentials import stored_credentials
from tools.programs import PATIENCE, require, wait_until
from tools.xvfb import display

OLD = Credentials("1234567890123456", "old-SENTINEL-of-the-desk")
NEW = Credentials("6543210987654321", "new-SENTINEL/of+the=desk")
ATTRIBUTES = {"service": service_name(PORTONE), "username": USERNAME}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    return home


def join(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Join this process to `session`."""
    for name in ("HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.setenv(name, session.environment[name])


@pytest.fixture
def keyring(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    with secret_service(home) as session:
        join(session, monkeypatch)
        yield session


@pytest.fixture
def empty_bus(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    with session_bus(home) as session:
        join(session, monkeypatch)
        yield session


def secret_tool(session: Session, *arguments: str, stdin: bytes = b"") -> bytes:
    command = [require("secret-tool", "libsecret-tools"), *arguments]
    return subprocess.run(command, env=session.environment, input=stdin, capture_output=True).stdout


def looked_up(session: Session) -> bytes:
    return secret_tool(session, "lookup", "service", service_name(PORTONE), "username", USERNAME)


def put_entry(secret: bytes, **more_attributes: str) -> None:
    """Put an entry into the keyring as another program does."""
    connection = secretstorage.dbus_init()
    try:
        collection = secretstorage.get_default_collection(connection)
        collection.create_item("by another program", ATTRIBUTES | more_attributes, secret)
    finally:
        connection.close()


def in_another_process(session: Session, code: str, **environment: str) -> str:
    preamble = (
        "from iamport_desktop.api.credentials import Credentials\n"
        "from iamport_desktop.api.origin import PORTONE\n"
        "from iamport_desktop.desktop.keyring import CredentialStore\n"
        "store = CredentialStore()\n"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", preamble + code],
        env=session.environment | environment,
        capture_output=True,
        text=True,
    )
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


def test_what_one_process_saves_another_one_loads(keyring: Session) -> None:
    CredentialStore().save(PORTONE, OLD)
    loaded = in_another_process(
        keyring,
        "print(*(getattr(store.load(PORTONE).credentials, name) for name in ('imp_key', 'imp_secret')))",
    )
    assert loaded.split() == [OLD.imp_key, OLD.imp_secret]


def test_secret_tool_finds_the_entry(keyring: Session) -> None:
    CredentialStore().save(PORTONE, OLD)
    assert {"imp_key": OLD.imp_key, "imp_secret": OLD.imp_secret}.items() <= json.loads(
        looked_up(keyring)
    ).items()


def test_nothing_is_there_at_first(keyring: Session) -> None:
    assert CredentialStore().load(PORTONE) is None


def test_replacing_leaves_one_entry_with_the_new_pair(keyring: Session) -> None:
    store = CredentialStore()
    store.save(PORTONE, OLD)
    store.save(PORTONE, NEW)
    assert stored_credentials(store, PORTONE) == NEW
    everything = secret_tool(keyring, "search", "--all", "service", service_name(PORTONE))
    assert everything.count(b"SENTINEL") == 1


def test_removing_removes_and_may_be_repeated(keyring: Session) -> None:
    store = CredentialStore()
    store.save(PORTONE, OLD)
    store.remove(PORTONE)
    store.remove(PORTONE)
    assert store.load(PORTONE) is None
    assert looked_up(keyring) == b""


def test_a_key_belongs_to_its_origin(keyring: Session) -> None:
    store = CredentialStore()
    store.save(PORTONE, OLD)
    others = ["https://api.iamport.kr:8443", "https://api.iamport.kr.example.com", "http://localhost:8080"]
    assert [store.load(parse_origin(other)) for other in others] == [None] * 3
    store.save(parse_origin(others[0]), NEW)
    store.remove(parse_origin(others[0]))
    assert stored_credentials(store, PORTONE) == OLD


def test_the_secret_lies_nowhere_in_the_home(keyring: Session) -> None:
    CredentialStore().save(PORTONE, OLD)
    files = [each for each in keyring.home.rglob("*") if each.is_file()]
    assert [each.name for each in files if each.suffix == ".keyring"] == ["login.keyring"]
    assert not [each for each in files if b"SENTINEL" in each.read_bytes()]


@pytest.mark.parametrize("by_file", [False, True], ids=["by a variable", "by keyringrc.cfg"])
@pytest.mark.parametrize("backend", [NULL, PLAINTEXT])
def test_no_variable_and_no_file_leads_to_another_backend(
    keyring: Session, backend: str, by_file: bool
) -> None:
    environment = {"PYTHONPATH": str(keyring.home)} | force_backend(keyring.home, backend, by_file=by_file)
    led_astray = "import keyring; print(type(keyring.get_keyring()).__module__)"
    assert in_another_process(keyring, led_astray, **environment).strip() != "keyring.backends.SecretService"

    save_and_load = (
        "store.save(PORTONE, Credentials('k', 's-SENTINEL'))\n"
        "print(store.load(PORTONE).credentials.imp_secret)"
    )
    assert in_another_process(keyring, save_and_load, **environment) == "s-SENTINEL\n"
    assert b"s-SENTINEL" in looked_up(keyring)
    assert not (keyring.home / "plaintext").exists()


@pytest.mark.parametrize(
    "property_",
    ["SCHEME=KeePassXC", "PREFERRED_COLLECTION=/no/such", "GET_PASSWORD=x", "APPID=x", "MEANING=x"],
)
def test_keyrings_property_variables_change_nothing(
    keyring: Session, monkeypatch: pytest.MonkeyPatch, property_: str
) -> None:
    name, value = property_.split("=")
    monkeypatch.setenv(f"KEYRING_PROPERTY_{name}", value)
    CredentialStore().save(PORTONE, OLD)
    assert stored_credentials(CredentialStore(), PORTONE) == OLD
    assert b"attribute.application = iamport-desktop" in _attributes(keyring)


def _attributes(session: Session) -> bytes:
    command = [require("secret-tool", "libsecret-tools"), "search", "service", service_name(PORTONE)]
    return subprocess.run(command, env=session.environment, capture_output=True).stderr


def outcomes(origin: Origin = PORTONE) -> list[type[CredentialStoreError]]:
    """Return what load, save and remove raise."""
    store = CredentialStore()
    raised = []
    for call in (lambda: store.load(origin), lambda: store.save(origin, NEW), lambda: store.remove(origin)):
        with pytest.raises(CredentialStoreError) as error:
            call()
        assert error.value.detail
        raised.append(type(error.value))
    return raised


def open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def test_a_locked_keyring_that_cannot_ask_is_locked(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with secret_service(home, locked=True) as session:
        join(session, monkeypatch)
        open_before = open_files()
        assert outcomes() == [StoreLocked] * 3
        assert open_files() == open_before


def test_a_keyring_that_was_never_made_and_cannot_ask(empty_bus: Session) -> None:
    empty_bus.start_keyring(password=None)
    assert outcomes() == [PromptDismissed] * 3


def answer_prompt(session: Session, *keys: str) -> CredentialStoreError | Credentials | None:
    """Load while the keyring is locked, type `keys` into its prompt, and return what load raises or returns."""
    outcome: Queue[CredentialStoreError | Credentials | None] = Queue()

    def load() -> None:
        try:
            outcome.put(stored_credentials(CredentialStore(), PORTONE))
        except CredentialStoreError as error:
            outcome.put(error)

    threading.Thread(target=load, daemon=True).start()
    xdotool = require("xdotool", "xdotool")

    def answered() -> bool:
        # Again, until it takes: the prompt is on the screen before it listens to the keyboard.
        shown = [xdotool, "search", "--onlyvisible", "--class", "gcr-prompter"]
        if outcome.empty() and _runs(session, shown):
            _runs(session, [xdotool, "key", "--delay", "30", "ctrl+a", *keys])
        return not outcome.empty()

    wait_until(answered, "the keyring's prompt takes the answer")
    return outcome.get()


def _runs(session: Session, command: list[str]) -> bool:
    run = subprocess.run(command, env=session.environment, capture_output=True, timeout=PATIENCE)
    return run.returncode == 0


def test_a_person_answers_the_keyrings_own_prompt(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with display(home) as screen, secret_service(home, display=screen) as session:
        join(session, monkeypatch)
        CredentialStore().save(PORTONE, OLD)
        session.lock_keyring()
        assert isinstance(answer_prompt(session, "Escape"), StoreLocked)
        assert answer_prompt(session, *PASSWORD, "Return") == OLD


def test_a_dismissed_prompt_leaves_it_locked(empty_bus: Session) -> None:
    with scripted_secret_service(empty_bus, Mood.PROMPT_DISMISSED):
        assert outcomes() == [StoreLocked] * 3


def test_a_value_that_the_service_refuses(empty_bus: Session) -> None:
    refusal = pytest.raises(KeyringWriteError, match="refused by the test")
    with scripted_secret_service(empty_bus, Mood.REFUSES), refusal as refused:
        CredentialStore().save(PORTONE, NEW)
    assert refused.value.__context__ is None
    assert "SENTINEL" not in str(refused.value)


def test_a_bus_without_a_keyring(empty_bus: Session) -> None:
    assert outcomes() == [KeyringUnavailable] * 3


def test_no_bus_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert outcomes() == [KeyringUnavailable] * 3


@pytest.mark.parametrize("address", ["unix:path=/no/such/bus", "tcp:host=127.0.0.1,port=1", "", "nonsense"])
def test_a_bus_address_that_leads_nowhere(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert outcomes() == [KeyringUnavailable] * 3


def test_the_service_may_die_and_come_back(keyring: Session) -> None:
    store = CredentialStore()
    store.save(PORTONE, OLD)
    keyring.stop_keyring()
    assert outcomes() == [KeyringUnavailable] * 3
    keyring.start_keyring()
    assert stored_credentials(store, PORTONE) == OLD


@pytest.mark.parametrize("secret", [b"", b"SENTINEL", b"\xff\xfe SENTINEL", b'{"imp_key": "SENTINEL"}'])
def test_a_damaged_entry_is_reported_and_can_be_replaced_or_removed(keyring: Session, secret: bytes) -> None:
    store = CredentialStore()
    put_entry(secret)
    with pytest.raises(EntryUnreadable) as unreadable:
        store.load(PORTONE)
    assert unreadable.value.__context__ is unreadable.value.__cause__ is None
    assert "SENTINEL" not in str(unreadable.value)
    store.save(PORTONE, NEW)
    assert stored_credentials(store, PORTONE) == NEW
    put_entry(secret, by="another program")
    store.remove(PORTONE)
    assert store.load(PORTONE) is None


def test_an_entry_of_another_program_does_not_win_over_what_was_saved(keyring: Session) -> None:
    store = CredentialStore()
    store.save(PORTONE, OLD)
    put_entry(b"not ours", by="another program")
    store.save(PORTONE, NEW)
    assert stored_credentials(store, PORTONE) == NEW
    store.remove(PORTONE)
    assert store.load(PORTONE) is None
