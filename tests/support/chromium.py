"""A real browser that is a home's default one: Debian's Chromium, without a window."""

from __future__ import annotations

import os
import shlex
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.support.programs import require, wait_until

_SWITCHES = (
    "--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync --disable-extensions"
)
_DESKTOP_FILE = """[Desktop Entry]
Type=Application
Name=Chromium without a window
Exec={wrapper} %u
MimeType=x-scheme-handler/http;x-scheme-handler/https;
"""
_ASSOCIATIONS = """[Default Applications]
x-scheme-handler/http=chromium-headless.desktop
x-scheme-handler/https=chromium-headless.desktop
"""


@contextmanager
def default_browser(home: Path) -> Iterator[None]:
    """Make Chromium the browser of `home` for http and https, as a person's settings do; end it at the end."""
    chromium = require("chromium", "chromium")
    process_id = home / "chromium.pid"
    wrapper = home / "chromium-headless"
    profile = home / "chromium-profile"
    wrapper.write_text(
        f"#!/bin/sh\necho $$ > {shlex.quote(str(process_id))}\n"
        f'exec {chromium} {_SWITCHES} --user-data-dir={shlex.quote(str(profile))} "$@" >/dev/null 2>&1\n',
        encoding="utf-8",
    )
    wrapper.chmod(0o755)
    applications = home / ".local" / "share" / "applications"
    applications.mkdir(parents=True)
    entry = applications / "chromium-headless.desktop"
    entry.write_text(_DESKTOP_FILE.format(wrapper=wrapper), encoding="utf-8")
    settings = home / ".config"
    settings.mkdir(exist_ok=True)
    (settings / "mimeapps.list").write_text(_ASSOCIATIONS, encoding="utf-8")
    try:
        yield
    finally:
        if process_id.exists():
            _end(int(process_id.read_text()))


def _end(process_id: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(process_id, signal.SIGTERM)
    wait_until(lambda: not _runs(process_id), "Chromium has ended")


def _runs(process_id: int) -> bool:
    try:
        state = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
