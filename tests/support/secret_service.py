"""A real GNOME Keyring on the test's own session bus, in its own home."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from jeepney import DBusAddress, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

from tools.programs import PATIENCE, clean_environment, end, require, running, start, wait_until

NAME = "org.freedesktop.secrets"
PASSWORD = "desk"  # of the default keyring
SERVICE = DBusAddress("/org/freedesktop/secrets", NAME, "org.freedesktop.Secret.Service")
COLLECTION = "/org/freedesktop/secrets/aliases/default"

# Nothing is started by the bus itself but what lies in the folder of the test.
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""
_PROMPTER = "[D-BUS Service]\nName=org.gnome.keyring.SystemPrompter\nExec=/usr/libexec/gcr-prompter\n"


class Session:
    """A session bus. `environment` is for programs of this session."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.home = Path(environment["HOME"])
        self.environment = environment
        self.services = folder / "services"
        self._keyring: subprocess.Popen[bytes] | None = None

    def connect(self) -> DBusConnection:
        """Open a connection to this bus."""
        return open_dbus_connection(self.environment["DBUS_SESSION_BUS_ADDRESS"])

    def start_keyring(self, password: str | None = PASSWORD) -> None:
        """Start GNOME Keyring; with a password it has an unlocked default keyring, without it has none."""
        daemon = require("gnome-keyring-daemon", "gnome-keyring")
        command = [daemon, "--foreground", "--components=secrets"]
        if password is not None:
            command.append("--unlock")
        quiet = subprocess.DEVNULL
        self._keyring = start(command, self.environment, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet)
        assert self._keyring.stdin is not None
        self._keyring.stdin.write((password or "").encode())
        self._keyring.stdin.close()
        self.wait_for_service()

    def stop_keyring(self) -> None:
        """End GNOME Keyring, and return when the bus knows that it is gone."""
        if self._keyring is not None:
            end(self._keyring)
            self._keyring = None
            wait_until(lambda: not self._owned(), "GNOME Keyring is gone")

    def lock_keyring(self) -> None:
        """Lock the default keyring."""
        with self.connect() as connection:
            lock = new_method_call(SERVICE, "Lock", "ao", ([COLLECTION],))
            connection.send_and_get_reply(lock, timeout=PATIENCE)
            collection = DBusAddress(COLLECTION, NAME, "org.freedesktop.Secret.Collection")
            reply = connection.send_and_get_reply(Properties(collection).get("Locked"), timeout=PATIENCE)
            assert reply.body == (("b", True),)

    def wait_for_service(self) -> None:
        """Return when something answers to the Secret Service's name."""
        wait_until(self._owned, f"a program owns {NAME} on the bus")

    def _owned(self) -> bool:
        with self.connect() as connection:
            owned: tuple[int] = Proxy(message_bus, connection, timeout=PATIENCE).NameHasOwner(NAME)
            return bool(owned[0])


@contextmanager
def session_bus(home: Path, display: str | None = None) -> Iterator[Session]:
    """Start a bus without a Secret Service. With a `display`, GNOME Keyring can ask there."""
    daemon = require("dbus-daemon", "dbus")
    folder = Path(tempfile.mkdtemp(prefix="bus-"))  # not pytest's: a socket's path has to be short
    try:
        (folder / "services").mkdir()
        (folder / "bus.conf").write_text(_BUS.format(folder=folder), encoding="utf-8")
        environment = clean_environment(home)
        environment |= {"XDG_RUNTIME_DIR": str(folder), "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/bus"}
        if display is not None:
            environment["DISPLAY"] = display
            prompter = folder / "services" / "org.gnome.keyring.SystemPrompter.service"
            prompter.write_text(_PROMPTER, encoding="utf-8")
        command = [daemon, f"--config-file={folder}/bus.conf", "--nofork", "--print-address=1"]
        with running(command, environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as bus:
            assert bus.stdout is not None
            assert bus.stdout.readline(), "the bus did not start"
            with ExitStack() as at_end:
                session = Session(folder, environment)
                at_end.callback(session.stop_keyring)
                yield session
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def secret_service(home: Path, *, locked: bool = False, display: str | None = None) -> Iterator[Session]:
    """Start a bus with GNOME Keyring on it, its default keyring unlocked, or locked."""
    with session_bus(home, display) as session:
        session.start_keyring()
        if locked:
            session.lock_keyring()
        yield session
