"""Build the Windows program and its packages on Debian: PyInstaller under Wine, the rest natively.

The program is built again only if something that goes into it has changed.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from bundle import sbom, windows
from bundle.release import NAME, this_release
from wine.prefix import clean_up_when_terminated, fresh_wine, windows_path

ROOT = Path(__file__).parents[2]
ENVIRONMENT = ROOT / "build" / "wine"
BUILD, DIST = ROOT / "build" / "windows", ROOT / "dist" / "windows"
INGREDIENTS = (
    "packaging/build.spec",
    "iamport_desktop",
    "resources",
    "LICENSE",
    "packaging/bundle",
    "requirements/package.txt",
)


def main() -> None:
    """Leave the program's folder, its bill of materials, the zip and the installer in dist/windows."""
    clean_up_when_terminated()
    stamp, ingredients = BUILD / "ingredients", fingerprint()
    if stamp.is_file() and stamp.read_text() == ingredients:
        return
    for folder in BUILD, DIST:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    freeze()
    release, program = this_release(ROOT), DIST / NAME
    for package in (
        sbom.write(program, release, windows.SYSTEM, DIST),
        windows.archive(program, release, DIST),
        windows.installer(program, release, BUILD, DIST),
    ):
        sys.stdout.write(f"{package.stat().st_size / 1e6:8.1f} MB  {package.relative_to(ROOT)}\n")
    stamp.write_text(ingredients)


def freeze() -> None:
    """Run PyInstaller on build.spec in Windows' Python."""
    folders = {"--distpath": DIST, "--workpath": BUILD}
    options = [word for name, folder in folders.items() for word in (name, windows_path(folder))]
    spec = windows_path(ROOT / "packaging" / "build.spec")
    with fresh_wine(ENVIRONMENT / "system") as wine:
        done = wine.run(
            ENVIRONMENT / "package" / "python.exe",
            *["-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *options, spec],
            seconds=900,
            PYTHONUTF8="1",
        )  # fmt: skip
    sys.stderr.write(done.out + done.err)
    if done.code:
        sys.exit(done.code)


def fingerprint() -> str:
    """Return the hash of everything that goes into the program."""
    command = [
        "git",
        "-c",
        "safe.directory=*",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    listed = subprocess.run([*command, *INGREDIENTS], cwd=ROOT, check=True, capture_output=True, text=True)
    whole = hashlib.sha256()
    for name in sorted(filter(None, listed.stdout.split("\0"))):
        if (ROOT / name).is_file():
            whole.update(name.encode() + b"\0" + hashlib.sha256((ROOT / name).read_bytes()).digest())
    return whole.hexdigest()


if __name__ == "__main__":
    main()
