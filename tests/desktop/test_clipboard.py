"""The clipboard and the selection of a real display, as another program sees them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from iamport_desktop.ui.widgets.clipboard import SECRET_FORMATS
from tests.support.desktop_driver import desktop_app
from tools.programs import PATIENCE, wait_until

PHONE = "010-0000-1234"
_READ = """
import json
from PySide6.QtGui import QClipboard, QGuiApplication
app = QGuiApplication(["reader"])
clipboard = app.clipboard()
formats = [str(name) for name in clipboard.mimeData().formats()]
print(json.dumps([clipboard.text(), clipboard.text(QClipboard.Mode.Selection), formats]))
"""


class Copied(NamedTuple):
    """What another program can paste."""

    clipboard: str
    selection: str
    formats: list[str]


def read(environment: dict[str, str]) -> Copied:
    done = subprocess.run(
        [sys.executable, "-c", _READ],
        env={**environment, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    return Copied(*json.loads(done.stdout))


def test_what_was_copied_while_revealed_is_marked_and_what_was_selected_is_forgotten(
    environment: dict[str, str], folder: Path
) -> None:
    def is_copied(part: str) -> bool:
        return part in read(environment).clipboard

    with desktop_app(environment, folder, "--demo", "--lang", "en", "imp_100000000001") as driver:

        def is_shown() -> bool:
            driver.press("ctrl+shift+c")
            return is_copied("imp_100000000001")

        wait_until(is_shown, "the payment is shown")
        masked = read(environment)
        assert not {*SECRET_FORMATS} & {*masked.formats}
        driver.press("Escape", "F8", "ctrl+j", "ctrl+a", "ctrl+c")
        wait_until(lambda: is_copied(PHONE), "the answer is copied")
        revealed = read(environment)
        assert PHONE in revealed.selection
        assert {*SECRET_FORMATS} <= {*revealed.formats}
        driver.press("F8")
        wait_until(lambda: PHONE not in read(environment).selection, "nothing is selected")
        assert is_copied(PHONE)  # for 60 seconds
        driver.press("ctrl+a", "ctrl+c")
        wait_until(lambda: not is_copied(PHONE), "the masked answer is copied")
        assert not {*SECRET_FORMATS} & {*read(environment).formats}
        driver.press("F8", "ctrl+a")
        driver.open_menu("Menu")  # Qt's own, which copies by itself
        driver.press("Down", "Return")
        wait_until(lambda: is_copied(PHONE), "the answer is copied by the menu")
        assert {*SECRET_FORMATS} <= {*read(environment).formats}
