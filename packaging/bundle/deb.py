"""Build the Debian package: the program in /usr/lib/iamport-desktop, a command, a menu entry and a link scheme."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
from email.utils import format_datetime
from pathlib import Path

from bundle import linux, notices
from bundle.release import NAME, Release

_CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kibibytes}
Depends: {depends}
Recommends: fonts-noto-cjk | fonts-nanum, gnome-keyring | kwalletmanager | keepassxc
Section: misc
Priority: optional
Description: look up PortOne V1 payments by their imp_uid
 A window for customer support: paste an imp_uid, press Enter, and see whether
 the payment was paid, how much of it is left, what was cancelled and why, with
 the receipt one click away.
 .
 It only reads: nothing in it can change, cancel or refund a payment. The key
 and secret of the API lie in the keyring of the desktop.
"""
# Dependencies that no library declares: keyboard layouts of libxkbcommon, xdg-open, root certificates.
_MORE_DEPENDENCIES = ("xkb-data", "xdg-utils", "ca-certificates")

_CHANGELOG = """\
{name} ({version}) unstable; urgency=medium

  * Release {version}.

 -- {maintainer}  {date}
"""


def package(program: Path, release: Release, work: Path, target: Path) -> Path:
    """Build the package of the folder `program` into the folder `target`, and return its path.

    DEBFULLNAME and DEBEMAIL name the maintainer, as for Debian's tools. Raises CalledProcessError.
    """
    root = work / "root"
    shutil.rmtree(work, ignore_errors=True)
    _stage(program, release, root)
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    architecture = _output("dpkg", "--print-architecture").strip()
    control.write_text(
        _CONTROL.format(
            name=NAME,
            version=release.version,
            architecture=architecture,
            maintainer=_maintainer(),
            kibibytes=sum(path.lstat().st_size for path in root.rglob("*")) // 1024,
            depends=", ".join([*_library_packages(root, work), *_MORE_DEPENDENCIES]),
        ),
        encoding="utf-8",
    )
    _write_checksums(root)
    _normalise(root, int(release.date.timestamp()))
    built = target / f"{NAME}_{release.version}_{architecture}.deb"
    _output("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(built))
    return built


def _stage(program: Path, release: Release, root: Path) -> None:
    """Lay out below `root` the files as they are installed below /."""
    installed = root / "usr" / "lib" / NAME
    shutil.copytree(program, installed, symlinks=True)
    command = root / "usr" / "bin" / NAME
    command.parent.mkdir()
    command.symlink_to(f"../lib/{NAME}/{NAME}")
    linux.share(release, root / "usr" / "share")
    about = root / "usr" / "share" / "doc" / NAME
    about.mkdir(parents=True)
    texts = (
        f"The texts are in /usr/lib/{NAME}/_internal/{notices.FOLDER}; that of the LGPL is in\n"
        "/usr/share/common-licenses/LGPL-3 as well.\n"
    )
    index = installed / "_internal" / notices.FOLDER / notices.INDEX
    own = (release.root / "LICENSE").read_text(encoding="utf-8")
    (about / "copyright").write_text(f"{own}\n{index.read_text(encoding='utf-8')}\n{texts}", encoding="utf-8")
    log = _CHANGELOG.format(
        name=NAME, version=release.version, maintainer=_maintainer(), date=format_datetime(release.date)
    )
    (about / "changelog.gz").write_bytes(gzip.compress(log.encode(), mtime=0))
    overrides = root / "usr" / "share" / "lintian" / "overrides" / NAME
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(release.resources / "linux" / "lintian-overrides", overrides)


def _maintainer() -> str:
    name = os.environ.get("DEBFULLNAME", f"{NAME} contributors")
    return f"{name} <{os.environ.get('DEBEMAIL', f'{NAME}@example.org')}>"


def _library_packages(root: Path, work: Path) -> list[str]:
    """Return the packages of the libraries that files below `root` link to, except bundled ones."""
    (work / "debian").mkdir()
    (work / "debian" / "control").write_text(
        f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n", encoding="utf-8"
    )
    internal = root / "usr" / "lib" / NAME / "_internal"
    libraries = sorted(path for path in internal.rglob("*.so*") if path.is_file() and not path.is_symlink())
    folders = sorted({str(path.parent) for path in libraries})
    answer = _output(
        "dpkg-shlibdeps",
        "-O",
        "--ignore-missing-info",
        "--warnings=0",  # Python's extension modules take their symbols from the program
        *(f"-l{folder}" for folder in folders),
        *map(str, [root / "usr" / "lib" / NAME / NAME, *libraries]),
        cwd=work,
    )
    listed = answer.split("shlibs:Depends=", 1)[1].strip()
    # dpkg-shlibdeps lists these as well: it finds packages by library name, bundled or not.
    bundled = {
        component["name"] for component in notices.read(internal) if component["purl"].startswith("pkg:deb/")
    }
    return [package for package in listed.split(", ") if package and package.split()[0] not in bundled]


def _write_checksums(root: Path) -> None:
    files = sorted(path for path in (root / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    lines = [f"{_md5(path)}  {path.relative_to(root)}\n" for path in files]
    (root / "DEBIAN" / "md5sums").write_text("".join(lines), encoding="utf-8")


def _md5(path: Path) -> str:
    # Against damage, not against attackers; dpkg supports no other algorithm.
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def _normalise(root: Path, seconds: int) -> None:
    """Set the same modes and times on every machine; only the program is executable."""
    program = root / "usr" / "lib" / NAME / NAME
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)
        os.utime(path, (seconds, seconds), follow_symlinks=False)


def _output(*command: str, cwd: Path | None = None) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=cwd).stdout
