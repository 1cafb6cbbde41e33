"""The executable with Xvfb, GNOME Keyring and Chromium, driven by keys from outside."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from iamport_desktop.presentation.severity import Severity
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.sandbox.endpoints import IMP_KEY, IMP_SECRET
from tests.packages.linux.conftest import started
from tests.support.browser import default_browser
from tests.support.desktop_driver import DesktopDriver
from tests.support.pictures import shows
from tests.support.secret_service import Session, secret_service
from tools.programs import require, wait_until

SAMPLE = "imp_100000000002"  # partially cancelled, with receipts
SHELLS = {"PWD", "OLDPWD", "SHLVL", "_"}  # what a shell between adds
OWN_LIBRARIES = "/opt/a-person-s-own/lib"  # what a person has in LD_LIBRARY_PATH


@pytest.fixture
def session(home: Path, screen: str) -> Iterator[Session]:
    with secret_service(home, display=screen) as session:
        session.environment |= {"DISPLAY": screen}
        yield session


def stored_secret(session: Session, sandbox: Sandbox) -> str:
    """Return what the keyring holds for the sandbox, as another program reads it."""
    command = [
        require("secret-tool", "libsecret-tools"),
        "lookup",
        "service",
        f"iamport-desktop:{sandbox.url}",
    ]
    return subprocess.run(command, env=session.environment, capture_output=True, text=True).stdout


def asked_for(sandbox: Sandbox, url: str) -> bool:
    return any(f"{sandbox.url}{request.path}" == url.partition("?")[0] for request in sandbox.requests)


def look_up(desk: DesktopDriver, folder: Path) -> None:
    desk.search(SAMPLE)
    wait_until(
        lambda: shows(desk.screenshot(folder / "payment.png"), Severity.WARNING), "the payment is shown"
    )


def press_every_button_of_the_payment(desk: DesktopDriver) -> None:
    """Tab on from the search box and its three buttons, and press what has the focus."""
    desk.press("ctrl+l", "Tab", "Tab", "Tab")
    for _ in range(12):
        desk.press("Tab", "space")


def provision(command: list[str], session: Session) -> None:
    done = subprocess.run(
        [*command, "--set-credentials"],
        input=f"{IMP_KEY}\n{IMP_SECRET}\n",
        env=session.environment,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_key_that_is_typed_is_stored_and_read_after_a_restart(
    executable: Path, session: Session, sandbox: Sandbox, tmp_path: Path
) -> None:
    arguments = ("--lang", "en", "--theme", "light", "--api-url", sandbox.url)
    with started(executable, session.environment, tmp_path, *arguments) as desk:
        desk.open_menu()
        desk.press("Down", "Return")
        desk.wait_for_window("^REST API key")
        desk.type(IMP_KEY)
        desk.press("Tab")
        desk.type(IMP_SECRET)
        desk.press("Return")
        wait_until(lambda: IMP_SECRET in stored_secret(session, sandbox), "the key is in the keyring")
        wait_until(lambda: len(desk.windows()) == 1, "the dialog is closed")
        look_up(desk, tmp_path)
        desk.close()
        assert desk.process.returncode == 0
    written = [path for path in session.home.rglob("*") if path.is_file() and "keyrings" not in path.parts]
    assert not [path for path in written if IMP_SECRET.encode() in path.read_bytes()]

    with started(executable, session.environment, tmp_path, *arguments) as desk:
        look_up(desk, tmp_path)


def test_a_provisioned_key_is_used(
    executable: Path, session: Session, sandbox: Sandbox, tmp_path: Path
) -> None:
    command = [str(executable), "--lang", "en", "--api-url", sandbox.url]
    provision(command, session)
    assert IMP_SECRET in stored_secret(session, sandbox)
    picture = tmp_path / "picture.png"
    shown = [*command, SAMPLE, "--screenshot", str(picture)]
    assert subprocess.run(shown, env=session.environment, check=True).returncode == 0


def test_the_browser_gets_the_exact_link_and_nothing_of_ours(
    executable: Path, session: Session, sandbox: Sandbox, tmp_path: Path
) -> None:
    (receipt,) = {
        str(payment.body["receipt_url"]) for payment in sandbox.payments if payment.body["imp_uid"] == SAMPLE
    }
    session.environment["LD_LIBRARY_PATH"] = OWN_LIBRARIES
    del session.environment["QT_QPA_PLATFORM"]
    arguments = ("--theme", "light", "--api-url", sandbox.url)
    provision([str(executable), *arguments[2:]], session)
    with default_browser(session.home):
        record = record_starts(session.home)
        with started(executable, session.environment, tmp_path, SAMPLE, *arguments) as desk:
            wait_until(
                lambda: shows(desk.screenshot(tmp_path / "payment.png"), Severity.WARNING), "it is shown"
            )
            press_every_button_of_the_payment(desk)
            wait_until(lambda: asked_for(sandbox, receipt), "the browser shows the receipt")
    link, *variables = record.read_text(encoding="utf-8").split("\0")
    assert link == receipt
    got = dict(each.split("=", 1) for each in variables if each)
    given = session.environment
    assert {name: value for name, value in got.items() if given.get(name, value) != value} == {}
    assert set(got) - set(given) <= SHELLS
    assert given["LD_LIBRARY_PATH"] == got["LD_LIBRARY_PATH"] == OWN_LIBRARIES


def record_starts(home: Path) -> Path:
    """Let the browser's wrapper record its link and environment, before it becomes the browser."""
    wrapper, record = home / "test-browser", home / "started"
    script = wrapper.read_text(encoding="utf-8")
    first = f"#!/bin/sh\n{{ printf '%s\\0' \"$1\"; cat /proc/$$/environ; }} >{record}.new; mv {record}.new {record}\n"
    wrapper.write_text(script.replace("#!/bin/sh\n", first, 1), encoding="utf-8")
    return record
