"""Plant a key, a token and personal data, use the app for a working day, and search everything that it leaves behind.

They may be in the keyring; personal data also in the window, once it was revealed.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

import pytest

from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import parse_origin
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.lookup.state import Failed, Loaded, Ready
from tests.faults import replies
from tests.faults.case_context import PERSONAL, SECRETS
from tests.faults.fault import IMP_UID, serving
from tests.support.app_client import AppClient, command, started_app
from tests.support.screen_reader import ScreenReader, accessibility_bus, screen_reader
from tests.support.search_for_secrets import find_in_files, find_secrets
from tests.support.secret_service import Session, secret_service
from tests.support.stored_credentials import stored_credentials
from tools.programs import wait_until
from tools.texts import ROOT


@dataclass
class Search:
    """Searches for secrets, and keeps what it finds."""

    home: Path
    found: list[str] = field(default_factory=list)

    def search_text(self, where: str, text: str, needles: tuple[str, ...] = SECRETS + PERSONAL) -> None:
        """Search `text`."""
        self.found += [
            f"{where} holds {each}" for each in find_secrets(needles, text.encode("utf-8", "replace"))
        ]

    def search_files(self) -> None:
        """Search every file in the home."""
        self.found += find_in_files(SECRETS + PERSONAL, self.home)

    def search_process(self, pid: int) -> None:
        """Search what other programs of the same user can see of a process."""
        for name in ("cmdline", "environ", "comm"):
            self.search_text(name, Path(f"/proc/{pid}/{name}").read_text(encoding="utf-8", errors="replace"))


def provision(session: Session, url: str) -> subprocess.CompletedProcess[str]:
    """Store the key as an administrator does."""
    return subprocess.run(
        command("--set-credentials", "--api-url", url, module="iamport_desktop"),
        env=session.environment | {"PYTHONPATH": str(ROOT)},
        input=f"{replies.IMP_KEY}\n{replies.IMP_SECRET}\n",
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


def accessible_texts(reader: ScreenReader) -> str:
    """Return all that a screen reader could read out, hidden or not."""
    return "\n".join(f"{node.name}\n{node.description}" for node in reader.everything())


@contextmanager
def working_day(
    search: Search, screen: str, notes: Path, **variables: str
) -> Iterator[tuple[AppClient, ScreenReader]]:
    """Provision a key and start the app with a screen reader; at the end, search everything."""
    with (
        serving(replies.paid) as target,
        secret_service(search.home, display=screen) as session,
        accessibility_bus(session) as environment,
    ):
        done = provision(session, target.url)
        assert done.returncode == 0, done
        search.search_text("--set-credentials", done.stdout + done.stderr)
        environment |= {"QT_QPA_PLATFORM": "xcb"} | variables
        arguments = ("--api-url", target.url, "--lang", "en")
        with started_app(environment, notes, *arguments) as app:
            with screen_reader(environment) as reader:
                app.wait_for(Ready)
                assert app.look_up(IMP_UID) is Loaded
                yield app, reader
                target.server.lookup = replies.refuse(500)
                assert app.look_up("imp_900000000002") is Failed
                search.search_text(
                    "the window with a problem", "\n".join([*app.texts(), accessible_texts(reader)])
                )
                target.server.lookup = replies.paid
                assert app.look_up(IMP_UID) is Loaded
            search.search_files()
            search.search_process(app.process.pid)
            app.close()
            search.search_text("the error output", "\n".join(each.read_text() for each in notes.iterdir()))
            search.search_files()
        with mock.patch.dict("os.environ", session.environment):
            assert stored_credentials(CredentialStore(), parse_origin(target.url)) == Credentials(
                replies.IMP_KEY, replies.IMP_SECRET
            )


def crash_reports(home: Path) -> list[Path]:
    return list((home / ".local" / "state" / "iamport-desktop" / "crashes").glob("crash-*"))


@pytest.mark.extended
def test_key_token_and_personal_data_are_found_nowhere(screen: str, home: Path, folder: Path) -> None:
    search = Search(home)
    with working_day(search, screen, folder) as (app, reader):
        search.search_text("the window", "\n".join(app.texts()))
        search.search_text("the screen reader", accessible_texts(reader))

        app.press("F8")
        seen = "\n".join(app.texts())
        assert find_secrets(PERSONAL, seen.encode()) == list(PERSONAL), "or nothing would be proved"
        assert find_secrets(PERSONAL, accessible_texts(reader).encode()) == list(PERSONAL)
        search.search_text("the revealed window", seen + accessible_texts(reader), SECRETS)

        for copy, keys in (("summary", "Ctrl+Shift+C"), ("reply", "Ctrl+Shift+R")):
            app.press(keys)
            copied = app.ask("clipboard")
            assert IMP_UID in copied or copy == "reply"
            assert copied
            search.search_text(f"the clipboard after the {copy}", copied)

        app.ask("fail", "slot")
        wait_until(lambda: crash_reports(home), "a crash report is written")
    assert search.found == []
    (report,) = crash_reports(home)
    assert "PlantedError" in report.read_text(encoding="utf-8")


@pytest.mark.extended
def test_planted_leaks_are_found(screen: str, home: Path, folder: Path) -> None:
    search = Search(home)
    planted = replies.BUYER["buyer_email"]
    with working_day(search, screen, folder, APP_VARIANTS="leak", LEAK=planted) as (app, reader):
        search.search_text("the screen reader", accessible_texts(reader))
        search.search_text("the clipboard", app.ask("clipboard"))
    places = ("cache.bin", "the clipboard", "the error output", "the screen reader", "environ")
    assert {each for each in search.found if planted in each} >= {
        f"{where} holds {planted}" for where in places
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_secret_in_a_file_is_found(home: Path, encoding: str) -> None:
    search = Search(home)
    (home / "notes").write_text(f"key={replies.IMP_SECRET}", encoding=encoding)
    search.search_files()
    assert search.found == [f"notes holds {replies.IMP_SECRET}"]
