"""Drive the app on a real display, by keys and clicks from outside."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QImage

from tools.programs import PATIENCE, require, running, wait_until
from tools.texts import ROOT

TITLE = "^iamport desktop"
_PICTURE = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication(["picture"])
grabbed = app.primaryScreen().grabWindow(int(sys.argv[1]))
sys.exit(not grabbed.save(sys.argv[2], "PNG"))
"""


def windows(environment: Mapping[str, str], *wish: str, title: str = TITLE) -> list[str]:
    """Return the windows on the display that have this title, and match the xdotool options `wish`."""
    command = [require("xdotool", "xdotool"), "search", *wish, "--name", title]
    return subprocess.run(command, env=environment, capture_output=True, text=True).stdout.split()


class DesktopDriver:
    """A running program whose window is on the display."""

    def __init__(
        self, process: subprocess.Popen[bytes], environment: Mapping[str, str], output: Path
    ) -> None:
        self.process = process
        self._environment = environment
        self._output = output
        self.window = self.wait_for_window(TITLE)
        self.do("windowactivate", "--sync", self.window)

    def do(self, *arguments: str) -> str:
        """Run xdotool."""
        command = [require("xdotool", "xdotool"), *arguments]
        run = subprocess.run(command, env=self._environment, capture_output=True, text=True, timeout=PATIENCE)
        return run.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys, each with its modifiers, in the window that has the focus."""
        self.do("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type `text` into the window that has the focus."""
        self.do("type", "--clearmodifiers", "--delay", "4", text)

    def click(self, x: int, y: int) -> None:
        """Click at this point of the window."""
        self.do("mousemove", "--sync", "--window", self.window, str(x), str(y), "click", "1")

    def search(self, text: str) -> None:
        """Search for `text`."""
        self.press("ctrl+l")
        self.type(text)
        self.press("Return")

    def open_menu(self, key: str = "F10") -> None:
        """Press `key` until the menu is open: right after the start, the window has none yet."""
        before = len(self._ids(""))

        def is_open() -> bool:
            self.press(key)
            return len(self._ids("")) > before

        wait_until(is_open, "the menu is open")

    def wait_for_window(self, title: str) -> str:
        """Wait until a window of the program has this title, and return its id."""

        def is_shown() -> bool:
            assert self.process.poll() is None, f"it ended with {self.process.returncode}: {self.output()}"
            return bool(self._ids(title))

        wait_until(is_shown, f"a window {title} is shown")
        return self._ids(title)[-1]

    def windows(self) -> list[str]:
        """Return the titles of the windows that it shows."""
        return [self.do("getwindowname", each) for each in self._ids("")]

    def screenshot(self, file: Path, window: str = "") -> QImage:
        """Return what the screen shows of the window, as another process sees it; saved to `file`."""
        command = [sys.executable, "-c", _PICTURE, window or self.window, str(file)]
        environment = {**self._environment, "QT_QPA_PLATFORM": "xcb"}
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=PATIENCE)
        return QImage(str(file))

    def close(self) -> float:
        """Close the window by Alt+F4; return the seconds until the process was gone."""
        self.do("windowactivate", "--sync", self.window)
        began = time.monotonic()
        self.press("alt+F4")
        self.process.wait(PATIENCE)
        return time.monotonic() - began

    def output(self) -> str:
        """Return what it wrote to standard output and standard error so far."""
        return self._output.read_text(encoding="utf-8")

    def _ids(self, title: str) -> list[str]:
        # --all: of this process, and with this title.
        wanted = ["search", "--all", "--onlyvisible", "--pid", str(self.process.pid), "--name", title]
        return self.do(*wanted).split()


@contextmanager
def desktop_app(
    environment: Mapping[str, str], folder: Path, *arguments: str, variants: str = ""
) -> Iterator[DesktopDriver]:
    """Start the app, and yield its driver when its window is on the display. Its output goes to `folder`.

    `variants` are those of `tests.support.app_server`.
    """
    module = "tests.support.app_server" if variants else "iamport_desktop"
    changes = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "xcb", "APP_VARIANTS": variants}
    with started([sys.executable, "-m", module, *arguments], {**environment, **changes}, folder) as driver:
        yield driver


@contextmanager
def started(command: list[str], environment: Mapping[str, str], folder: Path) -> Iterator[DesktopDriver]:
    """Start a program, and yield its driver when its window is on the display. Its output goes to `folder`."""
    output = folder / f"output-{time.monotonic_ns()}.txt"
    with output.open("wb") as file, running(command, environment, stdout=file, stderr=file) as process:
        yield DesktopDriver(process, environment, output)
