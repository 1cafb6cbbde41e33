"""The link scheme, from the registry to the window that is open already."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from iamport_desktop.presentation.severity import Severity
from iamport_desktop.sandbox import Sandbox
from tests.packages.windows.conftest import NAME, SAMPLE, SLOW, InstalledApp
from tests.packages.windows.test_desk import asked_for, provision
from tests.support.pictures import shows
from tools.programs import wait_until

USERS, EVERYBODYS = (rf"{hive}\Software\Classes\{NAME}" for hive in ("HKCU", "HKLM"))
COMMAND = r"shell\open\command"


def installed_command(installed: InstalledApp) -> str:
    said = installed.registry(rf"{USERS}\{COMMAND}")
    (line,) = [line for line in said.splitlines() if "REG_SZ" in line]
    return line.partition("REG_SZ")[2].strip()


@pytest.fixture
def opened_by_links(installed: InstalledApp, sandbox: Sandbox) -> Iterator[str]:
    """Let links open the program as the installer says, on the sandbox; Wine 8 looks for schemes only in HKLM."""
    command = installed_command(installed).replace(
        ' -- "%1"', f' --lang en --theme light --api-url {sandbox.url} -- "%1"'
    )
    add = ["reg", "add", EVERYBODYS, "/f", "/v", "URL Protocol", "/d", ""]
    assert installed.wine.run(*add).code == 0
    set_command = ["reg", "add", rf"{EVERYBODYS}\{COMMAND}", "/f", "/ve", "/d", command]
    assert installed.wine.run(*set_command).code == 0
    yield command
    installed.wine.run("reg", "delete", EVERYBODYS, "/f")


def test_the_installer_names_the_program_for_links_and_nothing_in_a_link_is_an_option(
    installed: InstalledApp,
) -> None:
    said = installed.registry(USERS)
    assert "URL Protocol" in said
    assert installed_command(installed) == rf'"{installed.windows_folder}\{NAME}.exe" -- "%1"'


def test_a_link_looks_up_in_the_window_that_is_open(
    installed: InstalledApp, sandbox: Sandbox, opened_by_links: str, tmp_path: Path
) -> None:
    provision(installed, sandbox)
    with installed.open("--lang", "en", "--theme", "light", "--api-url", sandbox.url) as window:
        assert installed.wine.run("start", f"{NAME}://payment/{SAMPLE}").code == 0
        wait_until(lambda: asked_for(sandbox), "the payment is asked for", SLOW)
        wait_until(
            lambda: shows(window.screenshot(tmp_path / "payment.png"), Severity.WARNING), "it is shown", SLOW
        )
        assert len(installed.windows()) == 1


def test_a_link_opens_a_window_where_there_is_none(
    installed: InstalledApp, sandbox: Sandbox, opened_by_links: str
) -> None:
    provision(installed, sandbox)
    assert installed.wine.run("start", f"{NAME}://payment/{SAMPLE}").code == 0
    wait_until(lambda: asked_for(sandbox), "the payment is asked for", SLOW)
    assert len(installed.windows()) == 1
    installed.wine.settle()
