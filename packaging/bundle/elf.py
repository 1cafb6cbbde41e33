"""Linux: clean up what the linker left in libraries."""

from __future__ import annotations

import subprocess
from pathlib import Path


def remove_build_paths(folder: Path) -> None:
    """Remove absolute search paths (RPATH) from the libraries below `folder`. Raises CalledProcessError.

    Python's extension modules can carry a path of the build machine; elsewhere, other libraries may lie there.
    """
    for library in folder.rglob("*.so*"):
        if not library.is_symlink() and any(path.startswith("/") for path in _search_paths(library)):
            subprocess.run(["patchelf", "--remove-rpath", str(library)], check=True)


def _search_paths(library: Path) -> list[str]:
    command = ["patchelf", "--print-rpath", str(library)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip().split(":")
