"""Pack the program that PyInstaller left in dist/ for this system: python -m bundle."""

from __future__ import annotations

import sys
from pathlib import Path

from bundle import sbom
from bundle.release import NAME, this_release

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Build this system's packages, and list them with their sizes."""
    release = this_release(ROOT)
    target, work = ROOT / "dist", ROOT / "build"
    program = target / NAME
    if sys.platform == "linux":
        from bundle import deb, linux

        packages = [
            sbom.write(program, release, linux.SYSTEM, target),
            linux.tarball(program, release, target),
            deb.package(program, release, work / "deb", target),
        ]
    elif sys.platform == "win32":
        from bundle import windows

        packages = [
            sbom.write(program, release, windows.SYSTEM, target),
            windows.archive(program, release, target),
            windows.installer(program, release, work, target),
        ]
    elif sys.platform == "darwin":
        from bundle import macos

        packages = [
            sbom.write(program, release, macos.SYSTEM, target),
            macos.image(target / f"{NAME}.app", release, target),
        ]
    else:
        sys.exit(f"there is no package for {sys.platform}")
    for path in packages:
        sys.stdout.write(f"{path.stat().st_size / 1e6:8.1f} MB  {path.relative_to(ROOT)}\n")


main()
