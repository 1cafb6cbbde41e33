"""The person's desk: settings, disk, browser, screens, clocks; the window is in this process."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from unittest import mock

import trustme

from iamport_desktop.api.errors import TransportError
from iamport_desktop.lookup.state import Failed
from iamport_desktop.settings import default_path
from tests.faults import certificates, replies
from tests.faults.case import Case
from tests.faults.desk import Desk
from tests.faults.fault import IMP_UID, serving
from tests.faults.judging import LANGUAGES, check_found, check_nothing_of_the_previous, check_sentence
from tests.faults.stage import Stage, patience
from tests.unit.test_settings import DAMAGED
from tools.texts import ROOT

OTHER = "imp_900000000002"


def _look_up_twice(desk: Desk) -> None:
    check_found(desk, desk.look_up(IMP_UID))
    check_found(desk, desk.look_up(OTHER))


def _settings(prepare: Callable[[Path], None], stage: Stage) -> None:
    path = default_path()
    prepare(path)
    with patience(), serving(replies.paid) as scene:
        desk = stage.open(scene.url)
        desk.speak("ko")
        desk.act(desk.app.save)
        _look_up_twice(desk)


def _in_the_way(path: Path) -> None:
    path.parent.parent.mkdir(parents=True)
    path.parent.touch()  # a file where the folder is to be


def _a_folder(path: Path) -> None:
    path.mkdir(parents=True)


def _damaged(stage: Stage) -> None:
    for content in DAMAGED.values():
        path = default_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        with patience(), serving(replies.paid) as scene:
            _look_up_twice(stage.open(scene.url))


def _opener(stage: Stage, script: str | None) -> Path:
    """The only folder in which programs are found, with an xdg-open that does this, or without one."""
    folder = stage.home / "bin"
    folder.mkdir()
    if script is not None:
        opener = folder / "xdg-open"
        opener.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        opener.chmod(0o755)
    return folder


def _browser(script: str | None, stage: Stage) -> None:
    """The window says that no browser opened the link, and what to do; and goes on."""
    folder = _opener(stage, script)
    receipt = replies.paid_with(receipt_url="https://pg.example/receipt?x=1")
    with mock.patch.dict(os.environ, PATH=str(folder)), patience(), serving(receipt) as scene:
        desk = stage.open(scene.url)
        check_found(desk, desk.look_up(IMP_UID))
        for language in LANGUAGES:
            desk.speak(language)
            desk.click_all_links()
            desk.wait(lambda: desk.window.note.isVisible(), "the window tells of the browser")
            check_sentence(desk.window.note.text(), language)
            desk.act(desk.window.clear_note)
        desk.speak("en")
        check_found(desk, desk.look_up(OTHER))


def _browser_hangs(stage: Stage) -> None:
    folder = _opener(stage, ': > "${0%/*}/begun"\nexec /bin/sleep 2')
    receipt = replies.paid_with(receipt_url="https://pg.example/receipt?x=1")
    with mock.patch.dict(os.environ, PATH=str(folder)), patience(), serving(receipt) as scene:
        desk = stage.open(scene.url)
        check_found(desk, desk.look_up(IMP_UID))
        desk.click_all_links()
        desk.wait((folder / "begun").exists, "the opener has begun")
        check_found(desk, desk.look_up(OTHER))


@contextmanager
def _few_files() -> Iterator[None]:
    """No file and no socket more can be opened than there are."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    used = max(int(each) for each in os.listdir("/proc/self/fd"))  # noqa: PTH208 - names, and no open folder
    holes = []
    resource.setrlimit(resource.RLIMIT_NOFILE, (used + 1, hard))
    try:
        while True:
            try:
                holes.append(os.open(os.devnull, os.O_RDONLY))
            except OSError:
                break
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        for each in holes:
            os.close(each)


def _no_file_more(stage: Stage) -> None:
    """A sentence, and no half lookup; when files are closed again, the next one works."""
    with patience(), serving(replies.paid) as scene:
        desk = stage.open(scene.url)
        check_found(desk, desk.look_up(IMP_UID))
        scene.server.lookup = replies.hang_up
        desk.look_up(OTHER)
        with _few_files():
            desk.submit(OTHER)
            desk.wait(lambda: isinstance(desk.screen, Failed), "it says that it cannot ask")
            assert isinstance(desk.screen, Failed)
            assert isinstance(desk.screen.error, TransportError), repr(desk.screen.error)
            check_nothing_of_the_previous(desk)
        scene.heal()
        check_found(desk, desk.look_up(OTHER))


def _disk_full(stage: Stage) -> None:
    """No byte more can be written to any file: the lookups go on, and so does the writing afterwards."""
    with patience(), serving(replies.paid) as scene:
        desk = stage.open(scene.url)
        with _no_byte_more():
            desk.speak("ko")
            _look_up_twice(desk)
            desk.act(desk.app.save)
        assert not default_path().exists() or not default_path().stat().st_size, "it was written after all"
        check_found(desk, desk.look_up(IMP_UID))
        desk.act(desk.app.save)
        assert OTHER in default_path().read_text(encoding="utf-8")


@contextmanager
def _no_byte_more() -> Iterator[None]:
    """Every write to a file fails, as on a full disk (EFBIG for ENOSPC)."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _key_log(stage: Stage) -> None:
    """SSLKEYLOGFILE would let whoever set it read the secret from the network."""
    log, authority = stage.home / "keys", trustme.CA()
    tls = certificates.good(authority)
    with (
        mock.patch.dict(os.environ, SSLKEYLOGFILE=str(log)),
        certificates.system_trusts(authority),
        patience(),
        serving(replies.paid, tls=tls) as scene,
    ):
        _look_up_twice(stage.open(scene.url))
    assert not log.exists(), "the connection's keys were written out"


def _clock(offset_days: int, stage: Stage) -> None:
    """The desk's clock is wrong by days, and is set right in the middle."""
    real = time.time

    def wrong() -> float:
        return real() + offset_days * 86_400

    with patience(), serving(replies.paid) as scene:
        with mock.patch.object(time, "time", wrong):
            desk = stage.open(scene.url)
            check_found(desk, desk.look_up(IMP_UID))
        check_found(desk, desk.look_up(OTHER))
        assert len(scene.server.token_requests) == 1, "the token was fetched again because of the clock"


_REWRITTEN = """
import shutil, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from iamport_desktop import translation
from iamport_desktop.resources import resource_path
copy = Path(sys.argv[1])
shutil.copytree(resource_path("i18n"), copy / "i18n")
translation.resource_path = lambda name: copy / name
app = QCoreApplication([])
spoken = translation.Translation(app)
spoken.use("ko")
for file in (copy / "i18n").iterdir():
    file.write_bytes(b"")
print(QCoreApplication.translate("SearchBar", "Look up") != "Look up")
spoken.use("en")
spoken.use("ko")
print(QCoreApplication.translate("SearchBar", "Look up") != "Look up")
"""


def _updated_underneath(stage: Stage) -> None:
    """The program's files are rewritten while it runs: Qt would die of a bus error if it had mapped them."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-W", "error", "-c", _REWRITTEN, str(stage.home / "copy")]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert (run.returncode, run.stdout, run.stderr) == (0, "True\nTrue\n", ""), run


def _hidden(stage: Stage) -> None:
    """A window that is hidden or minimised while an answer comes shows it afterwards."""
    with patience(), serving(replies.paid) as scene:
        desk = stage.open(scene.url)
        desk.act(desk.window.showMinimized)
        desk.submit(IMP_UID)
        desk.outcome()
        desk.act(desk.window.showNormal)
        check_found(desk, desk.outcome())


def _slow_disk_of_history(stage: Stage) -> None:
    """A history as long as somebody can make it by hand."""
    path = default_path()
    path.parent.mkdir(parents=True)
    many = " ".join(f"imp_{number:012}" for number in range(200_000))
    path.write_text(f"[history]\nimp_uids={many}\n", encoding="utf-8")
    with patience(), serving(replies.paid) as scene:
        _look_up_twice(stage.open(scene.url))


_PLAYS: dict[str, Callable[[Stage], None]] = {
    "settings: a file stands where the folder is to be": partial(_settings, _in_the_way),
    "settings: a folder stands where the file is to be": partial(_settings, _a_folder),
    "settings: a history of 200,000 ids": _slow_disk_of_history,
    "disk full": _disk_full,
    "SSLKEYLOGFILE": _key_log,
    "no browser": partial(_browser, None),
    "the browser fails to start": partial(_browser, "exit 3"),
    "the browser hangs": _browser_hangs,
    "no file and no socket more can be opened": _no_file_more,
    "desk clock 400 days ahead, and set right": partial(_clock, 400),
    "desk clock 400 days behind, and set right": partial(_clock, -400),
    "window minimised while a lookup is under way": _hidden,
    "the program's files rewritten while it runs": _updated_underneath,
}
DESK_CASES = [
    Case("OS", "settings: damaged", _damaged, len(DAMAGED)),
    *(Case("OS", name, play) for name, play in _PLAYS.items()),
]
