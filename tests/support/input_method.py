"""A real Korean input method: ibus-hangul, in Hangul mode from the start, in a session of the test's own."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.secret_service import Session
from tools.programs import require, running, wait_until

_ENGINE = Path("/usr/share/ibus/component/hangul.xml")
_SETTINGS = "[org/freedesktop/ibus/engine/hangul]\ninitial-input-mode='hangul'\n"


@contextmanager
def hangul(session: Session) -> Iterator[dict[str, str]]:
    """Start ibus with its Hangul engine; yield the environment for a program that is typed into through it."""
    ibus, daemon = require("ibus", "ibus"), require("ibus-daemon", "ibus")
    if not _ENGINE.exists():
        pytest.fail(f"{_ENGINE} is missing; it comes with: apt-get install ibus-hangul")
    settings = session.home / ".config" / "glib-2.0" / "settings"
    settings.mkdir(parents=True)
    (settings / "keyfile").write_text(_SETTINGS, encoding="utf-8")
    environment = session.environment | {"GSETTINGS_BACKEND": "keyfile", "QT_IM_MODULE": "ibus"}
    # Else Qt and ibus lose a letter now and then, in any window, when keys follow faster than fingers do.
    environment |= {"IBUS_ENABLE_SYNC_MODE": "1"}
    command = [daemon, "--panel=disable", "--emoji-extension=disable", "--cache=none"]
    quiet = subprocess.DEVNULL

    def composes() -> bool:
        return (
            subprocess.run([ibus, "engine", "hangul"], env=environment, capture_output=True).returncode == 0
        )

    with running(command, environment, stdout=quiet, stderr=quiet):
        wait_until(composes, "ibus composes Hangul")
        yield environment
