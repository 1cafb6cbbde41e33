"""Opens links in the user's own browser, byte for byte as they came.

QDesktopServices is not used: QUrl rewrites what it is given (`%7E`, the host's case), and on Linux it hands
the bundle's library path to the browser and never learns that no browser came up.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal

from iamport_desktop.domain.url_safety import check_url

# An opener that has failed by then said so at once. Later on it may be the browser itself that ends.
_PATIENCE = 30.0
# What PyInstaller's bootloader and its hook for Qt set.
_BUNDLE_VARIABLES = ("QT_PLUGIN_PATH", "QML", "_PYI_", "_MEI")


class LinkNotOpened(Exception):
    """No browser took the link. `url` is the link, `detail` a technical text in English."""

    def __init__(self, url: str, detail: str) -> None:
        super().__init__(detail)
        self.url = url
        self.detail = detail


class LinkOpener(QObject):
    """Opens links without ever holding up the window."""

    failed = Signal(LinkNotOpened)
    _arrived = Signal(LinkNotOpened)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def open(self, url: str) -> None:
        """Open `url` in the browser; `failed` follows when that does not work.

        Raises ValueError for a link that `check_link` does not let through.
        """
        if fault := check_url(url).fault:
            raise ValueError(f"this link is not to be opened: {fault}")
        threading.Thread(target=self._open, args=(url,), name="link", daemon=True).start()

    def _deliver(self, failure: LinkNotOpened) -> None:
        self.failed.emit(failure)

    # What follows runs on the link's own thread.

    def _open(self, url: str) -> None:
        try:
            _hand_over(url)
        except LinkNotOpened as failure:
            with contextlib.suppress(RuntimeError):  # the window is gone
                self._arrived.emit(failure)


def _hand_over(url: str) -> None:
    """Give `url` to the system's opener, as one argument, and wait for what it says. Raises LinkNotOpened."""
    try:
        if sys.platform == "win32":
            _leave_only(child_environment(os.environ))
            os.startfile(url)  # noqa: S606 - the link was checked
        else:
            _run("open" if sys.platform == "darwin" else "xdg-open", url)
    except OSError as error:
        raise LinkNotOpened(url, str(error)) from error


def _run(opener: str, url: str) -> None:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 - the link was checked, and is one argument
        [opener, url],
        env=child_environment(os.environ),
        start_new_session=True,
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
    )
    try:
        code = process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.wait()
        return
    if code != 0:
        raise LinkNotOpened(url, f"{opener} ended with {code}")


def _leave_only(environment: Mapping[str, str]) -> None:
    """Windows gives the browser this process's own environment. Qt has long loaded what it was to find there."""
    for name in os.environ.keys() - environment.keys():
        del os.environ[name]
    # Not all: what is set again is called PATH where it was Path.
    os.environ.update({name: value for name, value in environment.items() if os.environ.get(name) != value})


def child_environment(environment: Mapping[str, str], *, frozen: bool | None = None) -> dict[str, str]:
    """Return the environment for another program: without what the bundle set for itself.

    The bundle's LD_LIBRARY_PATH would make a browser load the bundle's libraries. `frozen` is whether this
    program runs from a bundle, by default what PyInstaller says.
    """
    if not (getattr(sys, "frozen", False) if frozen is None else frozen):
        return dict(environment)
    child = {name: value for name, value in environment.items() if not name.startswith(_BUNDLE_VARIABLES)}
    original = child.pop("LD_LIBRARY_PATH_ORIG", None)
    child.pop("LD_LIBRARY_PATH", None)
    bundle = getattr(sys, "_MEIPASS", "")
    if bundle and "PATH" in child:  # where Windows looks for libraries
        places = child["PATH"].split(os.pathsep)
        child["PATH"] = os.pathsep.join(place for place in places if not place.startswith(bundle))
    return child if original is None else child | {"LD_LIBRARY_PATH": original}
