"""The app and two windows as PyInstaller freezes them, made anew from this checkout into build/bench."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.bench.programs import ROOT

_PLACE = ROOT / "build" / "bench"
_PYINSTALLER = ROOT / "build" / "venv" / "bin" / "pyinstaller"


def app() -> Path:
    """Freeze the app; return its executable."""
    return _freeze("iamport-desktop", [ROOT / "packaging" / "build.spec"])


def window(name: str) -> Path:
    """Freeze `plain_window` or `hello`, as the app is; return its executable."""
    return _freeze(name, [Path(__file__).with_name("peer.spec"), "--", name])


def _freeze(name: str, recipe: list[str | Path]) -> Path:
    if not _PYINSTALLER.exists():
        raise SystemExit("What freezes programs is not installed: make bench does that.")
    places = ("--distpath", str(_PLACE), "--workpath", str(_PLACE / "work" / name))
    command = [_PYINSTALLER, "--noconfirm", "--log-level", "ERROR", *places, *recipe]
    subprocess.run(command, check=True, cwd=ROOT)
    return _PLACE / name / name
