"""The window's words, from the .ts files that people edit to the .qm files that Qt reads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def compiled(sources: Path, folder: Path) -> str:
    """Compile every .ts file of `sources` into `folder`, and return that. Raises CalledProcessError."""
    import PySide6

    program = Path(PySide6.__file__).with_name("lrelease.exe" if sys.platform == "win32" else "lrelease")
    folder.mkdir(parents=True, exist_ok=True)
    for source in sources.glob("*.ts"):
        subprocess.run([program, "-silent", source, "-qm", folder / f"{source.stem}.qm"], check=True)
    return str(folder)
