"""Windows: icon and version of the executables, the zip and the installer."""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from bundle import icons
from bundle.release import NAME, Release
from iamport_desktop.desktop.windows import APP_ID

if TYPE_CHECKING:
    from PyInstaller.utils.win32.versioninfo import VSVersionInfo

Binary = tuple[str, str, str]  # name in the bundle, file, kind

# A windowed program has no standard streams; this one has a console.
CONSOLE_NAME = f"{NAME}-cli"
SYSTEM = "windows-amd64"

# Draws OpenGL in software, 20 MB. Widgets are painted in memory.
_SOFTWARE_OPENGL = "opengl32sw.dll"

# What Explorer and the taskbar show at 100 to 250 percent, and the largest, which they shrink for the rest.
_ICON_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
_COMPANY = "iamport-desktop contributors"
_DESCRIPTION = "iamport desktop"


def without_software_opengl(binaries: list[Binary]) -> list[Binary]:
    """Return PyInstaller's list of libraries without the OpenGL that widgets do not use."""
    return [binary for binary in binaries if Path(binary[0]).name.lower() != _SOFTWARE_OPENGL]


def icon(resources: Path, work: Path) -> str:
    """Draw the .ico file in `work`, and return its path."""
    drawing = resources / "icons" / f"{NAME}.svg"
    drawn = {size: icons.draw(drawing, size, work / f"icon-{size}.png").read_bytes() for size in _ICON_SIZES}
    file = work / f"{NAME}.ico"
    file.write_bytes(_icon_file(drawn))
    return str(file)


def version_info(version: str, program: str) -> VSVersionInfo:
    """Return the version resource of `program`.exe. `version` is three numbers."""
    from PyInstaller.utils.win32 import versioninfo as win

    number = (*map(int, version.split(".")), 0)
    texts = {
        "CompanyName": _COMPANY,
        "FileDescription": _DESCRIPTION,
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": f"MIT, {_COMPANY}",
        "OriginalFilename": f"{program}.exe",
        "ProductName": NAME,
        "ProductVersion": version,
    }
    english, unicode = 0x0409, 1200
    table = win.StringTable(
        f"{english:04x}{unicode:04x}", [win.StringStruct(name, text) for name, text in texts.items()]
    )
    return win.VSVersionInfo(
        win.FixedFileInfo(filevers=number, prodvers=number),
        [
            win.StringFileInfo([table]),
            win.VarFileInfo([win.VarStruct("Translation", [english, unicode])]),
        ],
    )


def archive(program: Path, release: Release, target: Path) -> Path:
    """Pack the folder `program` into a zip in `target`, byte-identical for the same files; return its path."""
    archive_file = target / f"{NAME}-{release.version}-{SYSTEM}.zip"
    with zipfile.ZipFile(archive_file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in sorted(path for path in program.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(
                f"{NAME}/{file.relative_to(program).as_posix()}", release.date.timetuple()[:6]
            )
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, file.read_bytes())
    return archive_file


def installer(program: Path, release: Release, work: Path, target: Path) -> Path:
    """Pack the folder `program` into an installer in `target`, and return its path. Raises CalledProcessError.

    Needs NSIS 3. On other systems than Windows the installer is a 64-bit one, as 64-bit Wine needs it.
    """
    setup = target / f"{NAME}-{release.version}-{SYSTEM}-setup.exe"
    values = {
        "NAME": NAME,
        "CONSOLE_NAME": CONSOLE_NAME,
        "APP_ID": APP_ID,
        "VERSION": release.version,
        "COMPANY": _COMPANY,
        "PROGRAM": program,
        "ICON": icon(release.resources, work),
        "LICENSE": release.root / "LICENSE",
        "OUTPUT": setup,
    }
    command = [_makensis(), "-V2", "-WX", "-INPUTCHARSET", "UTF8"]
    command += [] if sys.platform == "win32" else ["-XTarget amd64-unicode"]
    command += [f"-D{name}={value}" for name, value in values.items()]
    subprocess.run([*command, str(release.resources / "windows" / "installer.nsi")], check=True)
    return setup


def _makensis() -> str:
    """Return the path of makensis, which its installer adds to no PATH."""
    return shutil.which("makensis") or r"C:\Program Files (x86)\NSIS\makensis.exe"


def _icon_file(pictures: dict[int, bytes]) -> bytes:
    """Return an .ico of PNG pictures by size: a header, an entry for each, then the pictures. 256 is written as 0."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(header) + 16 * len(pictures)
    entries = b""
    for size, picture in pictures.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return header + entries + b"".join(pictures.values())
