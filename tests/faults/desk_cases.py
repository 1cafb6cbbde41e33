"""The computer around the app: settings, disk, browser, screens, clocks; the window is in this process."""

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
from tests.faults.assertions import LANGUAGES, check_found, check_nothing_of_the_previous, check_sentence
from tests.faults.case import Case
from tests.faults.case_context import CaseContext, patience
from tests.faults.fault import IMP_UID, serving
from tests.faults.user_actions import click_all_links
from tests.support.app_driver import AppDriver
from tests.unit.test_settings import DAMAGED
from tools.texts import ROOT

OTHER = "imp_900000000002"


def _look_up_twice(driver: AppDriver) -> None:
    check_found(driver, driver.look_up(IMP_UID))
    check_found(driver, driver.look_up(OTHER))


def _settings(prepare: Callable[[Path], None], context: CaseContext) -> None:
    path = default_path()
    prepare(path)
    with patience(), serving(replies.paid) as target:
        driver = context.open(target.url)
        driver.set_language("ko")
        driver.act(driver.app.save)
        _look_up_twice(driver)


def _in_the_way(path: Path) -> None:
    path.parent.parent.mkdir(parents=True)
    path.parent.touch()  # a file where the folder is to be


def _a_folder(path: Path) -> None:
    path.mkdir(parents=True)


def _damaged(context: CaseContext) -> None:
    for content in DAMAGED.values():
        path = default_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        with patience(), serving(replies.paid) as target:
            _look_up_twice(context.open(target.url))


def _opener(context: CaseContext, script: str | None) -> Path:
    """Make a folder for PATH, with an xdg-open that runs `script`, or without one."""
    folder = context.home / "bin"
    folder.mkdir()
    if script is not None:
        opener = folder / "xdg-open"
        opener.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        opener.chmod(0o755)
    return folder


def _browser(script: str | None, context: CaseContext) -> None:
    """The window says that no browser opened the link, and goes on."""
    folder = _opener(context, script)
    receipt = replies.paid_with(receipt_url="https://pg.example/receipt?x=1")
    with mock.patch.dict(os.environ, PATH=str(folder)), patience(), serving(receipt) as target:
        driver = context.open(target.url)
        check_found(driver, driver.look_up(IMP_UID))
        for language in LANGUAGES:
            driver.set_language(language)
            click_all_links(driver)
            driver.wait(lambda: driver.window.note.isVisible(), "the window tells of the browser")
            check_sentence(driver.window.note.text(), language)
            driver.act(driver.window.clear_note)
        driver.set_language("en")
        check_found(driver, driver.look_up(OTHER))


def _browser_hangs(context: CaseContext) -> None:
    folder = _opener(context, ': > "${0%/*}/begun"\nexec /bin/sleep 2')
    receipt = replies.paid_with(receipt_url="https://pg.example/receipt?x=1")
    with mock.patch.dict(os.environ, PATH=str(folder)), patience(), serving(receipt) as target:
        driver = context.open(target.url)
        check_found(driver, driver.look_up(IMP_UID))
        click_all_links(driver)
        driver.wait((folder / "begun").exists, "the opener has begun")
        check_found(driver, driver.look_up(OTHER))


@contextmanager
def _few_files() -> Iterator[None]:
    """Let no further file or socket be opened."""
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


def _no_file_more(context: CaseContext) -> None:
    """The lookup fails with a sentence; once files are closed again, the next one works."""
    with patience(), serving(replies.paid) as target:
        driver = context.open(target.url)
        check_found(driver, driver.look_up(IMP_UID))
        target.server.lookup = replies.hang_up
        driver.look_up(OTHER)
        with _few_files():
            driver.search(OTHER)
            error = driver.wait_for(Failed).error
            assert isinstance(error, TransportError), repr(error)
            check_nothing_of_the_previous(driver)
        target.heal()
        check_found(driver, driver.look_up(OTHER))


def _disk_full(context: CaseContext) -> None:
    """Nothing can be written to any file: lookups go on, and so does writing afterwards."""
    with patience(), serving(replies.paid) as target:
        driver = context.open(target.url)
        with _no_byte_more():
            driver.set_language("ko")
            _look_up_twice(driver)
            driver.act(driver.app.save)
        assert not default_path().exists() or not default_path().stat().st_size, "it was written after all"
        check_found(driver, driver.look_up(IMP_UID))
        driver.act(driver.app.save)
        assert OTHER in default_path().read_text(encoding="utf-8")


@contextmanager
def _no_byte_more() -> Iterator[None]:
    """Let every write to a file fail, as on a full disk (EFBIG for ENOSPC)."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _key_log(context: CaseContext) -> None:
    """SSLKEYLOGFILE would give the secret away to anyone who reads the network."""
    log, authority = context.home / "keys", trustme.CA()
    tls = certificates.good(authority)
    with (
        mock.patch.dict(os.environ, SSLKEYLOGFILE=str(log)),
        certificates.system_trusts(authority),
        patience(),
        serving(replies.paid, tls=tls) as target,
    ):
        _look_up_twice(context.open(target.url))
    assert not log.exists(), "the connection's keys were written out"


def _clock(offset_days: int, context: CaseContext) -> None:
    """The computer's clock is wrong by days, and is set right in the middle."""
    real = time.time

    def wrong() -> float:
        return real() + offset_days * 86_400

    with patience(), serving(replies.paid) as target:
        with mock.patch.object(time, "time", wrong):
            driver = context.open(target.url)
            check_found(driver, driver.look_up(IMP_UID))
        check_found(driver, driver.look_up(OTHER))
        assert len(target.server.token_requests) == 1, "the token was fetched again because of the clock"


_REWRITTEN = """
import shutil, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from iamport_desktop.presentation import i18n
from iamport_desktop.resources import resource_path
copy = Path(sys.argv[1])
shutil.copytree(resource_path("i18n"), copy / "i18n")
i18n.resource_path = lambda name: copy / name
app = QCoreApplication([])
translation = i18n.Translation(app)
translation.use("ko")
for file in (copy / "i18n").iterdir():
    file.write_bytes(b"")
print(QCoreApplication.translate("SearchBar", "Look up") != "Look up")
translation.use("en")
translation.use("ko")
print(QCoreApplication.translate("SearchBar", "Look up") != "Look up")
"""


def _updated_underneath(context: CaseContext) -> None:
    """The app's files are rewritten while it runs: Qt would die of a bus error if it had mapped them."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-W", "error", "-c", _REWRITTEN, str(context.home / "copy")]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert (run.returncode, run.stdout, run.stderr) == (0, "True\nTrue\n", ""), run


def _hidden(context: CaseContext) -> None:
    """A window that is minimised while an answer comes shows it afterwards."""
    with patience(), serving(replies.paid) as target:
        driver = context.open(target.url)
        driver.act(driver.window.showMinimized)
        driver.search(IMP_UID)
        driver.outcome()
        driver.act(driver.window.showNormal)
        check_found(driver, driver.outcome())


def _slow_disk_of_history(context: CaseContext) -> None:
    """The history in the settings is very long."""
    path = default_path()
    path.parent.mkdir(parents=True)
    many = " ".join(f"imp_{number:012}" for number in range(200_000))
    path.write_text(f"[history]\nimp_uids={many}\n", encoding="utf-8")
    with patience(), serving(replies.paid) as target:
        _look_up_twice(context.open(target.url))


_RUNS: dict[str, Callable[[CaseContext], None]] = {
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
    *(Case("OS", name, play) for name, play in _RUNS.items()),
]
