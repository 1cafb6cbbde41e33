"""Started minimised, as a desk may want it at login: nothing of the window is painted before somebody wants it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.support.programs import PATIENCE, clean_environment, require, running, wait_until
from tests.support.texts import ROOT
from tests.support.xvfb import display

TITLE = "^iamport desktop"
# Openbox shows no window until it is asked to.
MINIMISED = """<openbox_config xmlns="http://openbox.org/3.4/rc">
<applications><application name="*"><iconic>yes</iconic></application></applications>
</openbox_config>"""


def test_the_next_start_finds_it_ready_and_brings_it_up(home: Path) -> None:
    settings = home / ".config" / "openbox"
    settings.mkdir(parents=True)
    (settings / "rc.xml").write_text(MINIMISED, encoding="utf-8")
    with display(home) as screen, tempfile.TemporaryDirectory(prefix="run-") as runtime:
        environment = clean_environment(home) | {
            "DISPLAY": screen,
            "XDG_RUNTIME_DIR": runtime,
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "xcb",
        }

        def windows(*wish: str) -> str:
            command = [require("xdotool", "xdotool"), "search", *wish, "--name", TITLE]
            return subprocess.run(command, env=environment, capture_output=True, text=True).stdout

        start = [sys.executable, "-m", "iamport_desktop"]
        with running(start, environment):
            wait_until(lambda: windows() != "", "the window is there")
            assert windows("--onlyvisible") == ""
            second = subprocess.run(start, env=environment, timeout=PATIENCE)
            assert second.returncode == 0
            wait_until(lambda: windows("--onlyvisible") != "", "the window is shown")
