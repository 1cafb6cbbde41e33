"""Linux: menu entry, metainfo and icons, and the .tar.xz with the program."""

from __future__ import annotations

import lzma
import platform
import shutil
import tarfile
from pathlib import Path

from bundle import icons
from bundle.release import NAME, Release

SYSTEM = f"linux-{platform.machine()}"

# The x86 filter makes jumps absolute, which packs machine code smaller.
_FILTERS = ({"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 6})


def share(release: Release, folder: Path) -> None:
    """Write the files of /usr/share into `folder`."""
    source = release.resources / "linux"
    _copy(source / f"{NAME}.desktop", folder / "applications" / f"{NAME}.desktop")
    metainfo = (source / f"{NAME}.metainfo.xml").read_text(encoding="utf-8")
    metainfo = metainfo.replace("@VERSION@", release.version).replace("@DATE@", f"{release.date:%Y-%m-%d}")
    described = folder / "metainfo" / f"{NAME}.metainfo.xml"
    described.parent.mkdir(parents=True)
    described.write_text(metainfo, encoding="utf-8")
    drawing = release.resources / "icons" / f"{NAME}.svg"
    hicolor = folder / "icons" / "hicolor"
    _copy(drawing, hicolor / "scalable" / "apps" / drawing.name)
    for size in icons.SIZES:
        icons.draw(drawing, size, hicolor / f"{size}x{size}" / "apps" / f"{NAME}.png")


def tarball(program: Path, release: Release, target: Path) -> Path:
    """Pack the folder `program` and its share/ into an archive in `target`, and return its path."""
    top = f"{NAME}-{release.version}"
    archive = target / f"{top}-{SYSTEM}.tar.xz"
    staged = program.parent / "share"
    shutil.rmtree(staged, ignore_errors=True)
    share(release, staged)

    def anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = int(release.date.timestamp())
        return entry

    with lzma.open(archive, "wb", filters=_FILTERS) as packed, tarfile.open(fileobj=packed, mode="w") as tar:
        tar.add(program, top, filter=anonymous)
        tar.add(staged, f"{top}/share", filter=anonymous)
    shutil.rmtree(staged)
    return archive


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
