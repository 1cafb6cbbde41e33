"""The first day at a desk: no key, the dialog, a restart, a lookup, the receipt in the browser."""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.origin import parse_origin
from iamport_desktop.desktop.keyring import CredentialStore
from iamport_desktop.lookup.state import Loaded
from iamport_desktop.sandbox import Sandbox
from iamport_desktop.settings import Options, Settings
from tests.desktop.conftest import Hold
from tests.support.app_here import start_app
from tests.support.app_with_key import KeyAtHand
from tests.support.browser import Browser, default_browser
from tests.support.desk import Program, program
from tests.support.secret_service import Session, secret_service
from tests.support.window import seen
from tests.support.worker import put_to_rest
from tools.programs import require, wait_until

PAID = "imp_100000000001"
WITH_RECEIPT = "imp_100000000002"


def stored(session: Session, origin: str) -> str:
    """What secret-tool finds for this origin."""
    command = [require("secret-tool", "libsecret-tools"), "lookup"]
    command += ["service", f"iamport-desktop:{origin}", "username", "portone-v1"]
    run = subprocess.run(command, env=session.environment, capture_output=True, text=True)
    return run.stdout


def places_holding(secret: str, *folders: Path) -> Iterator[Path]:
    """The files that hold `secret`, as it is or as programs write such things down."""
    raw = secret.encode()
    forms = {raw, secret.encode("utf-16-le"), raw.hex().encode(), base64.b64encode(raw).rstrip(b"=")[:-1]}
    for folder in folders:
        for file in folder.rglob("*"):
            if file.is_file() and any(form in file.read_bytes() for form in forms):
                yield file


def colours(picture: QImage) -> int:
    small = picture.scaled(200, 150)
    return len({small.pixel(x, y) for x in range(200) for y in range(150)})


def enter_key(window: Program, key: str, secret: str) -> None:
    """Through the menu, by keyboard alone."""
    window.open_menu()
    window.press("Down", "Return")
    dialog = window.wait_for_window("^REST API key$")
    window.do("windowactivate", "--sync", dialog)
    window.write(key)
    window.press("Tab")
    window.write(secret)
    window.press("Return")


def process_holds(secret: str, process: int) -> bool:
    """Whether other programs of this person could read `secret` from the process table."""
    return any(
        secret.encode() in Path(f"/proc/{process}/{each}").read_bytes() for each in ("cmdline", "environ")
    )


def test_a_key_is_entered_once_and_kept_where_it_belongs(
    home: Path, screen: str, folder: Path, sandbox: Sandbox, hold: Hold
) -> None:
    arguments = ("--api-url", sandbox.url, "--lang", "en")
    with secret_service(home, display=screen) as session:
        with program(session.environment, folder, *arguments) as window:
            first_start = window.picture(folder / "first-start.png")
            assert colours(first_start) > 10
            assert stored(session, sandbox.url) == ""
            enter_key(window, sandbox.imp_key, sandbox.imp_secret)
            wait_until(lambda: stored(session, sandbox.url), "the key is in the keyring")
            wait_until(lambda: sandbox.requests, "the key is used")
            assert not process_holds(sandbox.imp_secret, window.process.pid)
            wait_until(lambda: window.picture(folder / "ready.png") != first_start, "another page is shown")
            window.close()
            assert window.said() == ""
        entry = json.loads(stored(session, sandbox.url))
        assert entry == {"imp_key": sandbox.imp_key, "imp_secret": sandbox.imp_secret}

        with program(session.environment, folder, *arguments) as window:
            window.search(PAID)
            hold.wait_for(PAID)
            wait_until(
                lambda: window.picture(folder / "paid.png") != QImage(str(folder / "ready.png")),
                "the payment is shown",
            )
            window.close()
            assert window.said() == ""
        settings = Settings(home / ".config" / "iamport-desktop" / "settings.ini")
        assert settings.history == [PAID]  # it was found
        assert list(places_holding(sandbox.imp_secret, home, session.services.parent, folder)) == []
        assert list(places_holding(PAID, home)) != []  # the search itself finds what is there


@dataclass(frozen=True)
class Spot:
    """A place in a window of the usual size, and what is seen there."""

    rectangle: QRect
    look: QImage

    def is_seen_in(self, picture: QImage) -> bool:
        return picture.copy(self.rectangle).convertToFormat(QImage.Format.Format_RGB32) == self.look


@pytest.fixture
def receipt_button(qtbot: QtBot, dressed_app: QApplication, sandbox: Sandbox, tmp_path: Path) -> Spot:
    """Where "Open receipt" stands, found in a window without a screen."""
    options = Options(parse_origin(sandbox.url), ImpUid(WITH_RECEIPT), language="en")
    app = start_app(
        qtbot, dressed_app, options, Settings(tmp_path / "settings.ini"), CredentialStore(KeyAtHand)
    )
    qtbot.waitUntil(lambda: isinstance(app.lookups.state, Loaded))
    for _ in range(5):  # the heights of wrapped texts settle
        QApplication.processEvents()
    buttons = seen(app.window.pages.payment.view.header, QPushButton)
    (button,) = [each for each in buttons if each.text() == "Open receipt"]
    rectangle = QRect(button.mapTo(app.window, QPoint(0, 0)), button.size())
    picture = app.window.grab().toImage()
    put_to_rest(app)
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
        program(environment, folder, *arguments, module="tests.support.app_with_key") as window,
    ):
        wait_until(
            lambda: receipt_button.is_seen_in(window.picture(folder / "found.png")), "the button is seen"
        )
        middle = receipt_button.rectangle.center()
        window.click(middle.x(), middle.y())
        wait_until(receipts, "the browser asks for the receipt", patience=60)
        window.close()
        assert window.said() == ""
    assert set(receipts()) == {(path, query)}
    agents = {each.headers["user-agent"] for each in sandbox.requests if each.path == path}
    assert all(("Chrome" if browser is Browser.CHROMIUM else "Dillo") in each for each in agents)
