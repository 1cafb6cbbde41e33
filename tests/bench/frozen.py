"""The app and two windows as PyInstaller freezes them, made anew from this checkout into build/bench."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.bench.programs import ROOT

_PLACE = ROOT / "build" / "bench"
_PYINSTALLER = ROOT / "build" / "venv" / "bin" / "pyinstaller"


def app() -> Path:
    """Freeze the app; return its executable."""
    return _freeze(ROOT / "build.spec", "iamport-desktop")


def window(name: str) -> Path:
    """Freeze `plain_window` or `hello`; return its executable."""
    return _freeze(Path(__file__).with_name(f"{name}.spec"), name)


def _freeze(spec: Path, name: str) -> Path:
    if not _PYINSTALLER.exists():
        raise SystemExit("What freezes programs is not installed: make bench does that.")
    places = ("--distpath", str(_PLACE), "--workpath", str(_PLACE / "work"))
    subprocess.run([_PYINSTALLER, "--noconfirm", "--log-level", "ERROR", *places, spec], check=True, cwd=ROOT)
    return _PLACE / name / name
