"""The hunt for leaks: a key, a token and a person are planted, the app lives a day, and then all is searched.

They may be in the keyring; the person's data in the window, too, when it was revealed.
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
from tests.faults.fault import IMP_UID, serving
from tests.support.app_client import AppClient, command, started_app
from tests.support.screen_reader import ScreenReader, accessibility_bus, screen_reader
from tests.support.search_for_secrets import find_in_files, find_secrets
from tests.support.secret_service import Session, secret_service
from tools.programs import wait_until
from tools.texts import ROOT

SECRETS = (replies.IMP_KEY, replies.IMP_SECRET, replies.TOKEN)
PERSONAL = tuple(replies.BUYER.values())


@dataclass
class Hunt:
    """Searches, and keeps what it finds: the place and what it holds."""

    home: Path
    found: list[str] = field(default_factory=list)

    def search(self, place: str, text: str, needles: tuple[str, ...] = SECRETS + PERSONAL) -> None:
        """Look into `text`."""
        self.found += [
            f"{place} holds {each}" for each in find_secrets(needles, text.encode("utf-8", "replace"))
        ]

    def search_files(self) -> None:
        """Look into everything in the home."""
        self.found += find_in_files(SECRETS + PERSONAL, self.home)

    def search_process(self, pid: int) -> None:
        """Look at what every app of this computer's owner can see of a process."""
        for name in ("cmdline", "environ", "comm"):
            self.search(name, Path(f"/proc/{pid}/{name}").read_text(encoding="utf-8", errors="replace"))


def provision(session: Session, url: str) -> subprocess.CompletedProcess[str]:
    """As an administrator does it."""
    return subprocess.run(
        command("--set-credentials", "--api-url", url, module="iamport_desktop"),
        env=session.environment | {"PYTHONPATH": str(ROOT)},
        input=f"{replies.IMP_KEY}\n{replies.IMP_SECRET}\n",
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


def heard(reader: ScreenReader) -> str:
    """All that a screen reader could read out, hidden or not."""
    return "\n".join(f"{node.name}\n{node.description}" for node in reader.everything())


@contextmanager
def day(hunt: Hunt, screen: str, notes: Path, **variables: str) -> Iterator[tuple[AppClient, ScreenReader]]:
    """A desk with a key, the app on its screen and somebody who listens; at the end, everything is searched."""
    with (
        serving(replies.paid) as target,
        secret_service(hunt.home, display=screen) as session,
        accessibility_bus(session) as environment,
    ):
        done = provision(session, target.url)
        assert done.returncode == 0, done
        hunt.search("--set-credentials", done.stdout + done.stderr)
        environment |= {"QT_QPA_PLATFORM": "xcb"} | variables
        arguments = ("--api-url", target.url, "--lang", "en")
        with started_app(environment, notes, *arguments) as app:
            with screen_reader(environment) as reader:
                app.wait_for(Ready)
                assert app.look_up(IMP_UID) is Loaded
                yield app, reader
                target.server.lookup = replies.refuse(500)
                assert app.look_up("imp_900000000002") is Failed
                hunt.search("the window with a problem", "\n".join([*app.texts(), heard(reader)]))
                target.server.lookup = replies.paid
                assert app.look_up(IMP_UID) is Loaded
            hunt.search_files()
            hunt.search_process(app.process.pid)
            app.close()
            hunt.search("the error output", "\n".join(each.read_text() for each in notes.iterdir()))
            hunt.search_files()
        with mock.patch.dict("os.environ", session.environment):
            assert CredentialStore().load(parse_origin(target.url)) == Credentials(
                replies.IMP_KEY, replies.IMP_SECRET
            )


def crash_reports(home: Path) -> list[Path]:
    return list((home / ".local" / "state" / "iamport-desktop" / "crashes").glob("crash-*"))


@pytest.mark.extended
def test_key_token_and_personal_data_are_found_nowhere(screen: str, home: Path, folder: Path) -> None:
    hunt = Hunt(home)
    with day(hunt, screen, folder) as (app, reader):
        hunt.search("the window", "\n".join(app.texts()))
        hunt.search("the screen reader", heard(reader))

        app.press("F8")
        seen = "\n".join(app.texts())
        assert find_secrets(PERSONAL, seen.encode()) == list(PERSONAL), "or nothing would be proved"
        assert find_secrets(PERSONAL, heard(reader).encode()) == list(PERSONAL)
        hunt.search("the revealed window", seen + heard(reader), SECRETS)

        for copy, keys in (("summary", "Ctrl+Shift+C"), ("reply", "Ctrl+Shift+R")):
            app.press(keys)
            copied = app.ask("clipboard")
            assert IMP_UID in copied or copy == "reply"
            assert copied
            hunt.search(f"the clipboard after the {copy}", copied)

        app.ask("fail", "slot")
        wait_until(lambda: crash_reports(home), "a crash report is written")
    assert hunt.found == []
    (report,) = crash_reports(home)
    assert "PlantedError" in report.read_text(encoding="utf-8")


@pytest.mark.extended
def test_planted_leaks_are_found(screen: str, home: Path, folder: Path) -> None:
    hunt = Hunt(home)
    planted = replies.BUYER["buyer_email"]
    with day(hunt, screen, folder, APP_VARIANTS="leak", LEAK=planted) as (app, reader):
        hunt.search("the screen reader", heard(reader))
        hunt.search("the clipboard", app.ask("clipboard"))
    places = ("cache.bin", "the clipboard", "the error output", "the screen reader", "environ")
    assert {each for each in hunt.found if planted in each} >= {
        f"{place} holds {planted}" for place in places
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_secret_in_a_file_is_found(home: Path, encoding: str) -> None:
    hunt = Hunt(home)
    (home / "notes").write_text(f"key={replies.IMP_SECRET}", encoding=encoding)
    hunt.search_files()
    assert hunt.found == [f"notes holds {replies.IMP_SECRET}"]
