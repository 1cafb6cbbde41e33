"""Started minimised, as at login: the window is not painted before it is wanted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support.desktop_driver import windows
from tools.programs import PATIENCE, running, wait_until
from tools.texts import ROOT
from tools.xvfb import display

# Openbox shows no window until it is asked to.
MINIMISED = """<openbox_config xmlns="http://openbox.org/3.4/rc">
<applications><application name="*"><iconic>yes</iconic></application></applications>
</openbox_config>"""


def test_the_next_start_finds_it_ready_and_brings_it_up(home: Path, environment: dict[str, str]) -> None:
    settings = home / ".config" / "openbox"
    settings.mkdir(parents=True)
    (settings / "rc.xml").write_text(MINIMISED, encoding="utf-8")
    with display(home) as screen:
        here = environment | {"DISPLAY": screen, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "xcb"}
        start = [sys.executable, "-m", "iamport_desktop"]
        with running(start, here):
            wait_until(lambda: windows(here) != [], "the window is there")
            assert windows(here, "--onlyvisible") == []
            second = subprocess.run(start, env=here, timeout=PATIENCE)
            assert second.returncode == 0
            wait_until(lambda: windows(here, "--onlyvisible") != [], "the window is shown")
