"""Open links in the user's browser, byte for byte.

QDesktopServices is not used: QUrl normalises a URL (`%7E`, the host's case), and on Linux it passes the bundle's
library path on to the browser and does not report that no browser started.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Signal

from iamport_desktop.api.origin import Origin
from iamport_desktop.domain.url_safety import check_url

# Seconds. An opener that fails does so at once; one that ends later may be the browser itself.
_OPENER_TIMEOUT = 30.0
# Set by PyInstaller's bootloader and its hook for Qt.
_BUNDLE_PREFIXES = ("QT_PLUGIN_PATH", "QML", "_PYI_", "_MEI")


class LinkNotOpened(Exception):
    """No browser opened `url`; `detail` is a technical text in English."""

    def __init__(self, url: str, detail: str) -> None:
        super().__init__(detail)
        self.url = url
        self.detail = detail


class LinkOpener(QObject):
    """Opens each link on a thread of its own, so that a slow browser does not block the window."""

    failed = Signal(LinkNotOpened)
    _failed_on_thread = Signal(LinkNotOpened)

    def __init__(
        self, api: Callable[[], Origin | None] = lambda: None, parent: QObject | None = None
    ) -> None:
        """`api()` is the API whose receipts may be opened where it runs on this computer."""
        super().__init__(parent)
        self._api = api
        self._failed_on_thread.connect(self._emit_failed, Qt.ConnectionType.QueuedConnection)

    def open(self, url: str) -> None:
        """Open `url` in the browser; emit `failed` if that does not work.

        Raises ValueError for a link that `check_url` rejects.
        """
        if fault := check_url(url, self._api()).fault:
            raise ValueError(f"this link is not opened: {fault}")
        threading.Thread(target=self._open, args=(url,), name="link", daemon=True).start()

    def _emit_failed(self, failure: LinkNotOpened) -> None:
        self.failed.emit(failure)

    def _open(self, url: str) -> None:
        """Run on the link's own thread."""
        try:
            _open_url(url)
        except LinkNotOpened as failure:
            with contextlib.suppress(RuntimeError):  # this object was deleted with the window
                self._failed_on_thread.emit(failure)


def _open_url(url: str) -> None:
    """Pass `url` to the system's opener as one argument, and wait for its exit code. Raises LinkNotOpened."""
    try:
        if sys.platform == "win32":
            _restrict_environment(child_environment(os.environ))
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
        code = process.wait(_OPENER_TIMEOUT)
    except subprocess.TimeoutExpired:
        process.wait()
        return
    if code != 0:
        raise LinkNotOpened(url, f"{opener} ended with {code}")


def _restrict_environment(environment: Mapping[str, str]) -> None:
    """Reduce this process's own environment, which Windows passes on to the browser; Qt has read it already."""
    for name in os.environ.keys() - environment.keys():
        del os.environ[name]
    # Only the changed ones: setting a variable turns its name to capitals (Path).
    os.environ.update({name: value for name, value in environment.items() if os.environ.get(name) != value})


def child_environment(environment: Mapping[str, str], *, frozen: bool | None = None) -> dict[str, str]:
    """Return `environment` for another program, without the bundle's own variables.

    With the bundle's LD_LIBRARY_PATH, a browser would load the bundle's libraries. `frozen`: whether this program
    runs from a bundle; by default, as PyInstaller marks it in `sys`.
    """
    if not (getattr(sys, "frozen", False) if frozen is None else frozen):
        return dict(environment)
    child = {name: value for name, value in environment.items() if not name.startswith(_BUNDLE_PREFIXES)}
    original = child.pop("LD_LIBRARY_PATH_ORIG", None)
    child.pop("LD_LIBRARY_PATH", None)
    bundle = getattr(sys, "_MEIPASS", "")
    if bundle and "PATH" in child:  # where Windows looks for libraries
        folders = child["PATH"].split(os.pathsep)
        child["PATH"] = os.pathsep.join(folder for folder in folders if not folder.startswith(bundle))
    return child if original is None else child | {"LD_LIBRARY_PATH": original}
