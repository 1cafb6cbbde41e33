"""The program as a process of its own on a real display, driven by keys and clicks from outside."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QImage

from tools.programs import PATIENCE, require, running, wait_until

TITLE = "^iamport desktop"
_ROOT = Path(__file__).parent.parent.parent
_PICTURE = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication(["picture"])
grabbed = app.primaryScreen().grabWindow(int(sys.argv[1]))
sys.exit(not grabbed.save(sys.argv[2], "PNG"))
"""


def windows(environment: Mapping[str, str], *wish: str, title: str = TITLE) -> list[str]:
    """The windows on the display that have this title, and that xdotool's options `wish` allow."""
    command = [require("xdotool", "xdotool"), "search", *wish, "--name", title]
    return subprocess.run(command, env=environment, capture_output=True, text=True).stdout.split()


class Program:
    """A running program with a window, and the hands that work it."""

    def __init__(
        self, process: subprocess.Popen[bytes], environment: Mapping[str, str], said: Path, title: str
    ) -> None:
        self.process = process
        self._environment = environment
        self._said = said
        self.window = self._window(title)
        self.do("windowactivate", "--sync", self.window)

    def do(self, *arguments: str) -> str:
        """Run xdotool."""
        command = [require("xdotool", "xdotool"), *arguments]
        run = subprocess.run(command, env=self._environment, capture_output=True, text=True, timeout=PATIENCE)
        return run.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys, each with its modifiers, in the window that has the focus."""
        self.do("key", "--clearmodifiers", *keys)

    def write(self, text: str) -> None:
        """Type `text` into the window that has the focus."""
        self.do("type", "--clearmodifiers", "--delay", "4", text)

    def click(self, x: int, y: int) -> None:
        """Click at a place of the window."""
        self.do("mousemove", "--sync", "--window", self.window, str(x), str(y), "click", "1")

    def search(self, text: str) -> None:
        """Look `text` up, as a person does without a mouse."""
        self.press("ctrl+l")
        self.write(text)
        self.press("Return")

    def open_menu(self) -> None:
        """Open the menu, and wait until it is there: right after its start, the window has to be furnished first."""
        before = len(self._ids(""))
        self.press("F10")
        wait_until(lambda: len(self._ids("")) > before, "the menu is open")

    def wait_for_window(self, title: str) -> str:
        """Wait until a window of the program has this title, and return its id."""
        return self._window(title)

    def windows(self) -> list[str]:
        """The titles of the windows that it shows."""
        return [self.do("getwindowname", each) for each in self._ids("")]

    def picture(self, place: Path, window: str = "") -> QImage:
        """What the screen shows of the window, taken by another process; kept at `place`."""
        command = [sys.executable, "-c", _PICTURE, window or self.window, str(place)]
        environment = {**self._environment, "QT_QPA_PLATFORM": "xcb"}
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=PATIENCE)
        return QImage(str(place))

    def close(self) -> float:
        """Close the window as a person does; return the seconds until the process was gone."""
        self.do("windowactivate", "--sync", self.window)
        begun = time.monotonic()
        self.press("alt+F4")
        self.process.wait(PATIENCE)
        return time.monotonic() - begun

    def said(self) -> str:
        """What it wrote to its standard output and error output so far."""
        return self._said.read_text(encoding="utf-8")

    def _window(self, title: str) -> str:
        def shown() -> bool:
            assert self.process.poll() is None, f"it ended with {self.process.returncode}: {self.said()}"
            return bool(self._ids(title))

        wait_until(shown, f"a window {title} is shown")
        return self._ids(title)[-1]

    def _ids(self, title: str) -> list[str]:
        # --all: of this process, and with this title.
        wanted = ["search", "--all", "--onlyvisible", "--pid", str(self.process.pid), "--name", title]
        return self.do(*wanted).split()


@contextmanager
def program(
    environment: Mapping[str, str],
    folder: Path,
    *arguments: str,
    module: str = "iamport_desktop",
    title: str = TITLE,
) -> Iterator[Program]:
    """Run `python -m module arguments`, and yield it when its window is on the display."""
    said = folder / f"said-{time.monotonic_ns()}.txt"
    command = [sys.executable, "-m", module, *arguments]
    environment = {**environment, "PYTHONPATH": str(_ROOT), "QT_QPA_PLATFORM": "xcb"}
    with said.open("wb") as output, running(command, environment, stdout=output, stderr=output) as process:
        yield Program(process, environment, said, title)
