"""The hunt for leaks: a key, a token and a person are planted, the program lives a day, and then all is searched.

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
from tests.faults import replies
from tests.faults.fault import IMP_UID, serving
from tests.support.driving import Driven, command, driven
from tests.support.screen_reader import ScreenReader, accessibility_bus, screen_reader
from tests.support.secret_service import Session, secret_service
from tests.support.traces import files_holding, held
from tools.programs import wait_until
from tools.texts import ROOT

SECRETS = (replies.IMP_KEY, replies.IMP_SECRET, replies.TOKEN)
PERSONAL = tuple(replies.PERSON.values())


@dataclass
class Hunt:
    """Searches, and keeps what it finds: the place and what it holds."""

    home: Path
    found: list[str] = field(default_factory=list)

    def search(self, place: str, text: str, needles: tuple[str, ...] = SECRETS + PERSONAL) -> None:
        """Look into `text`."""
        self.found += [f"{place} holds {each}" for each in held(needles, text.encode("utf-8", "replace"))]

    def search_files(self) -> None:
        """Look into everything in the home."""
        self.found += files_holding(SECRETS + PERSONAL, self.home)

    def search_process(self, pid: int) -> None:
        """Look at what every program of this computer's owner can see of a process."""
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
def day(
    hunt: Hunt, screen: str, notes: Path, module: str, **variables: str
) -> Iterator[tuple[Driven, ScreenReader]]:
    """A desk with a key, the program on its screen and somebody who listens; at the end, everything is searched."""
    with (
        serving(replies.paid) as scene,
        secret_service(hunt.home, display=screen) as session,
        accessibility_bus(session) as environment,
    ):
        done = provision(session, scene.url)
        assert done.returncode == 0, done
        hunt.search("--set-credentials", done.stdout + done.stderr)
        environment |= {"QT_QPA_PLATFORM": "xcb"} | variables
        arguments = ("--api-url", scene.url, "--lang", "en")
        with driven(environment, notes, *arguments, module=module) as program:
            with screen_reader(environment) as reader:
                program.wait_for("Ready")
                assert program.look_up(IMP_UID) == "Found"
                yield program, reader
                scene.server.lookup = replies.refuse(500)
                assert program.look_up("imp_900000000002") == "Problem"
                hunt.search("the window with a problem", "\n".join([*program.ask("texts"), heard(reader)]))
                scene.server.lookup = replies.paid
                assert program.look_up(IMP_UID) == "Found"
            hunt.search_files()
            hunt.search_process(program.process.pid)
            program.close()
            hunt.search("the error output", "\n".join(each.read_text() for each in notes.iterdir()))
            hunt.search_files()
        with mock.patch.dict("os.environ", session.environment):
            assert CredentialStore().load(parse_origin(scene.url)) == Credentials(
                replies.IMP_KEY, replies.IMP_SECRET
            )


def crash_reports(home: Path) -> list[Path]:
    return list((home / ".local" / "state" / "iamport-desktop" / "crashes").glob("crash-*"))


@pytest.mark.extended
def test_key_token_and_person_are_found_nowhere(screen: str, home: Path, folder: Path) -> None:
    hunt = Hunt(home)
    with day(hunt, screen, folder, "tests.support.driven") as (program, reader):
        hunt.search("the window", "\n".join(program.ask("texts")))
        hunt.search("the screen reader", heard(reader))

        program.ask("press", "Key_F8")
        seen = "\n".join(program.ask("texts"))
        assert held(PERSONAL, seen.encode()) == list(PERSONAL), "or nothing would be proved"
        assert held(PERSONAL, heard(reader).encode()) == list(PERSONAL)
        hunt.search("the revealed window", seen + heard(reader), SECRETS)

        for copy in ("copy summary", "copy reply"):
            program.ask(copy)
            copied = program.ask("clipboard")
            assert IMP_UID in copied or copy == "copy reply"
            assert copied
            hunt.search(f"the clipboard after {copy}", copied)

        program.tell("fail")
        wait_until(lambda: crash_reports(home), "a crash report is written")
    assert hunt.found == []
    (report,) = crash_reports(home)
    assert "RuntimeError" in report.read_text(encoding="utf-8")


@pytest.mark.extended
def test_planted_leaks_are_found(screen: str, home: Path, folder: Path) -> None:
    hunt = Hunt(home)
    planted = replies.PERSON["buyer_email"]
    with day(hunt, screen, folder, "tests.support.app_that_leaks", PLANTED=planted) as (program, reader):
        hunt.search("the screen reader", heard(reader))
        hunt.search("the clipboard", program.ask("clipboard"))
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
