"""A receipt on its way to the browser."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from iamport_desktop.desktop.browser import LinkOpener
from tests.integration.windows.wine_or_windows import WINE

RECEIPT = "http://pg.example/receipt/%7Ea?hash=a+b%2bc/d=&x=1#~"
HTTP = r"HKLM\Software\Classes\http\shell\open\command"


@pytest.mark.skipif(
    not WINE, reason="on Windows itself only its settings choose the browser, and a real one would open"
)
def test_the_browser_gets_the_link_as_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    opened, browser = tmp_path / "opened.txt", tmp_path / "browser.py"
    browser.write_text(
        f"import pathlib, sys\npathlib.Path(r'{opened}').write_text(sys.argv[1], encoding='utf-8')\n",
        encoding="utf-8",
    )
    command = ["reg", "add", HTTP, "/ve", "/f", "/d", f'"{sys.executable}" "{browser}" "%1"']
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    opener = LinkOpener()
    opener.open(RECEIPT)
    qtbot.waitUntil(lambda: opened.exists() and opened.read_text(encoding="utf-8") != "", timeout=20_000)
    assert opened.read_text(encoding="utf-8") == RECEIPT
