"""docs/architecture.md walks one start and one lookup hop by hop: the program takes these hops, in this order."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools.programs import clean_environment

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PACKAGE = str(ROOT / "iamport_desktop") + os.sep

# Runs the command line with a key in the keyring, looks a payment up by keyboard, and prints the calls of the start and
# those of the lookup: thread, file and function.
PROGRAM = """
import json, os, sys, threading

calls, package = [], sys.argv[1]

def record(frame, event, _):
    code = frame.f_code
    if event == "call" and code.co_filename.startswith(package):
        file = code.co_filename.removeprefix(package).replace(os.sep, "/")
        calls.append((threading.current_thread().name, file + " " + code.co_qualname))

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from iamport_desktop import application, cli
from iamport_desktop.api.credentials import Credentials
from iamport_desktop.desktop.keyring import CredentialStore, StoredKey
from iamport_desktop.lookup.state import Loaded, Ready
from iamport_desktop.sandbox import Sandbox

class Store(CredentialStore):
    def load(self, origin):
        return StoredKey(Credentials(sandbox.imp_key, sandbox.imp_secret))

class Traced(application.Application):
    def __init__(self, *arguments):
        super().__init__(*arguments, store=Store())
        self.ready.connect(lambda: self.app.lookups.state_changed.connect(self.on_state))

    def on_state(self, state):
        if isinstance(state, Ready):
            QTimer.singleShot(0, self.search)
        elif isinstance(state, Loaded):
            QTimer.singleShot(0, self.finish)

    def search(self):
        self.start = list(calls)
        calls.clear()
        box = self.window.search.box
        box.setText("imp_100000000002")
        QTest.keyClick(box, Qt.Key.Key_Return)

    def finish(self):
        self.window.repaint()
        print(json.dumps([self.start, calls]), flush=True)
        os._exit(0)

application.Application = Traced
with Sandbox() as sandbox:
    threading.setprofile(record)
    sys.setprofile(record)
    cli.main(["--api-url", sandbox.url])
"""


Call = tuple[str, str]  # thread, "file function"


def hops(heading: str) -> list[Call]:
    """Return the hops of the table below `heading`."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    row = re.compile(r"^\| \d+ \| `(\S+)` `(\S+)` \| (?:\*(\S+):\*)?", re.MULTILINE)
    return [(thread or "MainThread", f"{file} {function}") for file, function, thread in row.findall(section)]


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Call]]:
    """The calls of the start and of the lookup."""
    environment = clean_environment(tmp_path_factory.mktemp("home")) | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, PACKAGE], env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    start, lookup = ([(thread, name) for thread, name in part] for part in json.loads(done.stdout))
    return {"One start": start, "One lookup": lookup}


@pytest.mark.parametrize("heading", ["One start", "One lookup"])
def test_the_program_takes_the_hops_of_the_page(calls: dict[str, list[Call]], heading: str) -> None:
    """Each thread makes its calls in the order of the page; other calls may stand between them."""
    expected = hops(heading)
    assert len(expected) > 10
    for thread in {thread for thread, _ in expected}:
        made = iter(call for call in calls[heading] if call[0] == thread)
        assert [hop for hop in expected if hop[0] == thread and hop not in made] == []
