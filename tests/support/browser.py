"""A real default browser: Debian's Chromium, or qutebrowser where that is only a snap."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path

from tools.programs import require, wait_until


class Browser(StrEnum):
    """The browser that is installed."""

    CHROMIUM = "chromium"
    QUTEBROWSER = "qutebrowser"  # opens a window, and rewrites links as QUrl does


_COMMANDS = {
    Browser.CHROMIUM: (
        "{program} --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-quic --no-first-run "
        "--disable-background-networking --disable-component-update --disable-sync --disable-extensions "
        "--user-data-dir={profile}"
    ),
    Browser.QUTEBROWSER: (
        "env QTWEBENGINE_DISABLE_SANDBOX=1 QT_QPA_PLATFORM=xcb QT_QUICK_BACKEND=software "
        "{program} --temp-basedir --qt-flag disable-gpu"
    ),
}
_DESKTOP_FILE = """[Desktop Entry]
Type=Application
Name=The test's browser
Exec={wrapper} %u
MimeType=x-scheme-handler/http;x-scheme-handler/https;
"""
_ASSOCIATIONS = """[Default Applications]
x-scheme-handler/http=test-browser.desktop
x-scheme-handler/https=test-browser.desktop
"""


@contextmanager
def default_browser(home: Path) -> Iterator[Browser]:
    """Make a browser the default of `home` for http and https, and end it at the end.

    xdg-open asks these settings only where DISPLAY is set.
    """
    browser = Browser.CHROMIUM if shutil.which("chromium") else Browser.QUTEBROWSER
    if not shutil.which(browser):
        require("chromium", "chromium (Debian) or qutebrowser (Ubuntu)")
    process_id = home / "browser.pid"
    _make_default(home, _wrapper(home, browser, process_id))
    try:
        yield browser
    finally:
        if process_id.exists():
            _end(int(process_id.read_text()))


def _wrapper(home: Path, browser: Browser, process_id: Path) -> Path:
    profile = home / "browser-profile"
    profile.mkdir(mode=0o700)
    command = _COMMANDS[browser].format(program=shutil.which(browser), profile=shlex.quote(str(profile)))
    wrapper = home / "test-browser"
    wrapper.write_text(
        f'#!/bin/sh\necho $$ > {shlex.quote(str(process_id))}\nexec {command} "$@" >/dev/null 2>&1\n',
        encoding="utf-8",
    )
    wrapper.chmod(0o755)
    return wrapper


def _make_default(home: Path, wrapper: Path) -> None:
    applications = home / ".local" / "share" / "applications"
    applications.mkdir(parents=True)
    entry = applications / "test-browser.desktop"
    entry.write_text(_DESKTOP_FILE.format(wrapper=wrapper), encoding="utf-8")
    settings = home / ".config"
    settings.mkdir(exist_ok=True)
    (settings / "mimeapps.list").write_text(_ASSOCIATIONS, encoding="utf-8")


def _end(process_id: int) -> None:
    for _ in range(2):  # qutebrowser takes its time until it is told twice
        with suppress(ProcessLookupError):
            os.kill(process_id, signal.SIGTERM)
    wait_until(lambda: not _runs(process_id), "the browser has ended")


def _runs(process_id: int) -> bool:
    try:
        state = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
