"""Updating and removing: what stays, and what does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from iamport_desktop.sandbox import Sandbox
from tests.packages.windows.conftest import NAME, SYSTEM, InstalledApp
from tests.packages.windows.test_desk import CREDENTIALS, provision
from tools.programs import wait_until
from wine.prefix import fresh_wine

SETTINGS = f"AppData/Local/{NAME}/settings.ini"
KEPT = (SETTINGS, f"AppData/Local/State/{NAME}/")  # the second for locks and crash reports
# The copy of itself that an uninstaller works from; Windows clears this folder.
UNINSTALLERS_COPY = "/~nsu"

_STORE_A_KEY = """
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.api.origin import PORTONE
from iamport_desktop.desktop.keyring import CredentialStore
CredentialStore().save(PORTONE, Credentials("a-key", "a-secret"))
"""


@pytest.fixture
def installed() -> Iterator[InstalledApp]:
    """A new Windows, without the program."""
    with fresh_wine(SYSTEM) as wine:
        assert wine.run("cmd", "/c", "exit").code == 0  # what Wine makes at its first program is there
        yield InstalledApp(wine)


def files(installed: InstalledApp) -> set[str]:
    """Every file of the users' and the programs' folders, as the profile names it."""
    top = installed.wine.profile
    places = [installed.wine.disk / name for name in ("users", "ProgramData", "Program Files")]
    return {
        path.relative_to(top).as_posix() if path.is_relative_to(top) else path.as_posix()
        for place in places
        for path in place.rglob("*")
        if path.is_file() and UNINSTALLERS_COPY not in path.as_posix()
    }


def registry(installed: InstalledApp) -> list[str]:
    """The lines of the registry that name the program."""
    installed.wine.settle()
    texts = [
        (installed.wine.prefix / f"{hive}.reg").read_text("utf-8", "replace") for hive in ("user", "system")
    ]
    return [line for text in texts for line in text.splitlines() if NAME in line or "iamport desktop" in line]


def use(installed: InstalledApp, sandbox: Sandbox) -> None:
    """Store a key, open the window and close it as a person does, which saves the settings."""
    provision(installed, sandbox)
    open_and_close(installed, "--api-url", sandbox.url)


def open_and_close(installed: InstalledApp, *arguments: str) -> None:
    with installed.open("--lang", "en", *arguments) as window:
        window.open_menu()  # before it has one, there is nothing to be saved
        window.press("Escape")
        window.close()


def leave_a_crash_report(installed: InstalledApp) -> None:
    report = installed.wine.profile / KEPT[1] / "crashes" / "crash-20260101-000000-1-1.txt"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text("of an earlier day", encoding="utf-8")


def uninstall(installed: InstalledApp, *options: str) -> None:
    installed.wine.run(installed.folder / "uninstall.exe", "/S", *options)
    wait_until(lambda: not (installed.folder / "uninstall.exe").exists(), "the uninstaller is done", 60)
    installed.wine.settle()


def test_removing_leaves_the_settings_and_the_key_and_nothing_else(
    installed: InstalledApp, installer: Path, sandbox: Sandbox
) -> None:
    before = files(installed)
    assert installed.install(installer).code == 0
    assert installed.shortcut.is_file()
    use(installed, sandbox)
    uninstall(installed)
    left = files(installed) - before
    assert SETTINGS in left
    assert all(name.startswith(KEPT) for name in left), left
    assert not installed.folder.exists()
    assert all("Credential Manager" in line or f"{NAME}:http" in line for line in registry(installed))
    assert sandbox.url in installed.registry(CREDENTIALS)


def test_removing_all_leaves_nothing(installed: InstalledApp, installer: Path) -> None:
    before = files(installed)
    assert installed.install(installer).code == 0
    open_and_close(installed)
    leave_a_crash_report(installed)
    python = SYSTEM.parent / "package" / "python.exe"
    assert installed.wine.run(python, "-c", _STORE_A_KEY).code == 0
    assert f"{NAME}:https://api.iamport.kr" in installed.registry(CREDENTIALS)
    assert SETTINGS in files(installed)
    uninstall(installed, "/ALL")
    assert files(installed) == before
    assert registry(installed) == []


def test_a_running_program_is_neither_replaced_nor_removed(installed: InstalledApp, installer: Path) -> None:
    assert installed.install(installer).code == 0
    with installed.open("--lang", "en", "--demo"):
        assert installed.install(installer).code == 2
        # The last option lets it work in place, so that its own exit code is seen.
        in_place = installed.wine.run(
            installed.folder / "uninstall.exe", "/S", f"_?={installed.windows_folder}"
        )
        assert in_place.code == 2
        assert installed.program.is_file()
        assert installed.shortcut.is_file()
    assert installed.install(installer).code == 0


def test_an_update_keeps_the_key_and_drops_old_files(
    installed: InstalledApp, installer: Path, sandbox: Sandbox
) -> None:
    assert installed.install(installer).code == 0
    provision(installed, sandbox)
    old = installed.folder / "_internal" / "old.dll"
    old.write_bytes(b"of an earlier version")
    own = installed.folder / "mine.txt"
    own.write_text("somebody's own", encoding="utf-8")
    assert installed.install(installer).code == 0
    assert not old.exists()
    assert own.exists()
    assert sandbox.url in installed.registry(CREDENTIALS)
