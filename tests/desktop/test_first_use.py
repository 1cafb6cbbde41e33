"""The first use: no key, the dialog, a restart, a lookup, the receipt in the browser."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.domain.business_days import KST
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.settings import Settings
from tests.desktop.conftest import Hold
from tests.support.app_driver import running_app
from tests.support.browser import Browser, default_browser
from tests.support.desktop_driver import DesktopDriver, desktop_app
from tests.support.fixed_keyring import FixedKeyring
from tests.support.screen_reader import accessibility_bus, screen_reader
from tests.support.search_for_secrets import find_in_files
from tests.support.secret_service import Session, secret_service
from tests.support.window import button
from tools.programs import require, wait_until

PAID = "imp_100000000001"
WITH_RECEIPT = "imp_100000000002"


def stored(session: Session, origin: str) -> str:
    """Return what secret-tool finds for this origin."""
    command = [require("secret-tool", "libsecret-tools"), "lookup"]
    command += ["service", f"iamport-desktop:{origin}", "username", "portone-v1"]
    run = subprocess.run(command, env=session.environment, capture_output=True, text=True)
    return run.stdout


def colours(picture: QImage) -> int:
    small = picture.scaled(200, 150)
    return len({small.pixel(x, y) for x in range(200) for y in range(150)})


def enter_key(window: DesktopDriver, key: str, secret: str) -> None:
    """Enter a key through the menu, by keyboard alone."""
    window.open_menu()
    window.press("Down", "Return")
    dialog = window.wait_for_window("^REST API key")
    window.do("windowactivate", "--sync", dialog)
    window.type(key)
    window.press("Tab")
    window.type(secret)
    window.press("Return")


def process_holds(secret: str, process: int) -> bool:
    """Return whether other programs of this user could read `secret` from the process table."""
    return any(
        secret.encode() in Path(f"/proc/{process}/{each}").read_bytes() for each in ("cmdline", "environ")
    )


def test_a_key_is_entered_once_and_kept_where_it_belongs(
    home: Path, screen: str, folder: Path, sandbox: Sandbox, hold: Hold
) -> None:
    arguments = ("--api-url", sandbox.url, "--lang", "en")
    with secret_service(home, display=screen) as session:
        with desktop_app(session.environment, folder, *arguments) as window:
            first_start = window.screenshot(folder / "first-start.png")
            assert colours(first_start) > 10
            assert stored(session, sandbox.url) == ""
            enter_key(window, sandbox.imp_key, sandbox.imp_secret)
            wait_until(lambda: stored(session, sandbox.url), "the key is in the keyring")
            wait_until(lambda: sandbox.requests, "the key is used")
            assert not process_holds(sandbox.imp_secret, window.process.pid)
            wait_until(
                lambda: window.screenshot(folder / "ready.png") != first_start, "another page is shown"
            )
            window.close()
            assert window.output() == ""
        entry = json.loads(stored(session, sandbox.url))
        assert (entry["imp_key"], entry["imp_secret"]) == (sandbox.imp_key, sandbox.imp_secret)

        with desktop_app(session.environment, folder, *arguments) as window:
            window.search(PAID)
            hold.wait_for(PAID)
            wait_until(
                lambda: window.screenshot(folder / "paid.png") != QImage(str(folder / "ready.png")),
                "the payment is shown",
            )
            window.close()
            assert window.output() == ""
        settings = Settings(home / ".config" / "iamport-desktop" / "settings.ini")
        assert settings.history == [PAID]  # it was found
        folders = (home, session.services.parent, folder)
        assert [found for each in folders for found in find_in_files([sandbox.imp_secret], each)] == []
        assert list(find_in_files([PAID], home)) != []  # the search itself finds what is there


@pytest.mark.xdist_group("screen_reader")
def test_a_refused_key_leaves_the_stored_one_and_the_dialog_says_since_when_that_is(
    home: Path, screen: str, folder: Path, sandbox: Sandbox
) -> None:
    arguments = ("--api-url", sandbox.url, "--lang", "en")
    with (
        secret_service(home, display=screen) as session,
        accessibility_bus(session) as environment,
        desktop_app(environment, folder, *arguments) as window,
        screen_reader(environment) as reader,
    ):
        enter_key(window, sandbox.imp_key, sandbox.imp_secret)
        wait_until(lambda: stored(session, sandbox.url), "the key is in the keyring")
        entry = stored(session, sandbox.url)
        day = datetime.fromisoformat(json.loads(entry)["saved_at"]).astimezone(KST).date()

        def said() -> str:
            return "\n".join(node.name for node in reader.shown("label"))

        enter_key(window, sandbox.imp_key, "a-wrong-secret")
        wait_until(lambda: "The stored key was not replaced." in said(), "the refusal is said")
        assert f"since {day}" in said()
        assert any("The stored key was not replaced." in text for text in reader.announced())
        assert stored(session, sandbox.url) == entry
        window.press("Escape")
        window.do("windowactivate", "--sync", window.window)
        window.search(PAID)
        wait_until(lambda: f"imp_uid: {PAID}" in said(), "the stored key still works")
        window.close()


@dataclass(frozen=True)
class Spot:
    """A rectangle in a window of the usual size, and its picture."""

    rectangle: QRect
    look: QImage

    def is_seen_in(self, picture: QImage) -> bool:
        return picture.copy(self.rectangle).convertToFormat(QImage.Format.Format_RGB32) == self.look


@pytest.fixture
def receipt_button(styled_app: QApplication, sandbox: Sandbox, tmp_path: Path) -> Spot:
    """Where "Open sales slip" stands, found in a window without a screen."""
    store = CredentialStore(FixedKeyring)
    with running_app(styled_app, tmp_path, sandbox.url, store) as driver:
        driver.show(WITH_RECEIPT)
        driver.settle()
        receipt = button(driver.window.pages.payment.view.header, "Open sales slip")
        rectangle = QRect(receipt.mapTo(driver.window, QPoint(0, 0)), receipt.size())
        picture = driver.window.grab().toImage()
        return Spot(rectangle, picture.copy(rectangle).convertToFormat(QImage.Format.Format_RGB32))


def with_receipt(sandbox: Sandbox) -> Mapping[str, Any]:
    return next(each.body for each in sandbox.payments if each.imp_uid == WITH_RECEIPT)


@pytest.mark.extended
def test_a_click_on_the_receipt_brings_it_up_in_the_browser(
    environment: dict[str, str],
    home: Path,
    folder: Path,
    sandbox: Sandbox,
    receipt_button: Spot,
) -> None:
    require("xdg-open", "xdg-utils")
    path, _, query = with_receipt(sandbox)["receipt_url"].removeprefix(sandbox.url).partition("?")
    assert "+" in query
    assert "%2B" in query
    arguments = (WITH_RECEIPT, "--api-url", sandbox.url, "--lang", "en")

    def receipts() -> list[tuple[str, str]]:
        return [(each.path, each.query) for each in sandbox.requests if each.path.startswith("/receipt/")]

    with (
        default_browser(home) as browser,
        desktop_app(environment, folder, *arguments, variants="key") as window,
    ):
        wait_until(
            lambda: receipt_button.is_seen_in(window.screenshot(folder / "found.png")), "the button is seen"
        )
        middle = receipt_button.rectangle.center()
        window.click(middle.x(), middle.y())
        wait_until(receipts, "the browser asks for the receipt", patience=60)
        window.close()
        assert window.output() == ""
    assert set(receipts()) == {(path, query)}
    agents = {each.headers["user-agent"] for each in sandbox.requests if each.path == path}
    assert all(("Chrome" if browser is Browser.CHROMIUM else "Dillo") in each for each in agents)
