"""A virtual X display with a window manager, so that windows can be moved, focused and typed into."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.programs import clean_environment, require, running, wait_until


@contextmanager
def display(home: Path, size: str = "1440x1024x24") -> Iterator[str]:
    """Start Xvfb and openbox; yield the value for DISPLAY, such as ":99".

    `size` is large enough for the size of the window's first start.
    """
    xvfb, openbox, xdotool = (
        require("Xvfb", "xvfb"),
        require("openbox", "openbox"),
        require("xdotool", "xdotool"),
    )
    environment, quiet = clean_environment(home), subprocess.DEVNULL
    reader, writer = os.pipe()
    server = [xvfb, "-displayfd", str(writer), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
    with running(server, environment, pass_fds=[writer], stderr=quiet):
        os.close(writer)
        with os.fdopen(reader, encoding="ascii") as number:
            name = f":{number.readline().strip()}"  # an empty line when the server could not start
        environment["DISPLAY"] = name
        with running([openbox, "--sm-disable"], environment, stdout=quiet, stderr=quiet):
            wait_until(lambda: _managed(xdotool, environment), f"openbox manages the display {name}")
            yield name


def _managed(xdotool: str, environment: dict[str, str]) -> bool:
    """Return whether a window manager answers: without one, no desktop number is known."""
    return subprocess.run([xdotool, "get_desktop"], env=environment, capture_output=True).returncode == 0
