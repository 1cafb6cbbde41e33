"""Linux: what the linker left in the libraries."""

from __future__ import annotations

import subprocess
from pathlib import Path


def forget_build_paths(folder: Path) -> None:
    """Take out where the libraries below `folder` look for others on the machine that they were built on.

    Python's own modules can carry such a path. A person's machine may have something else there, or a stranger's.
    Raises CalledProcessError.
    """
    for library in folder.rglob("*.so*"):
        if not library.is_symlink() and any(path.startswith("/") for path in _search_paths(library)):
            subprocess.run(["patchelf", "--remove-rpath", str(library)], check=True)


def _search_paths(library: Path) -> list[str]:
    command = ["patchelf", "--print-rpath", str(library)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip().split(":")
