"""The Debian package: the program in /usr/lib/iamport-desktop, found in the menu, by its name and by its links."""

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
# What the libraries do not say: the keyboards of libxkbcommon, the browser's opener, whom TLS trusts.
_ALSO_NEEDED = ("xkb-data", "xdg-utils", "ca-certificates")

_CHANGELOG = """\
{name} ({version}) unstable; urgency=medium

  * Release {version}.

 -- {maintainer}  {date}
"""


def package(program: Path, release: Release, work: Path, target: Path) -> Path:
    """Build the package from the folder of the `program`, in `work`, into `target`; return it.

    DEBFULLNAME and DEBEMAIL name the maintainer, as for Debian's own tools. Raises CalledProcessError.
    """
    root = work / "root"
    shutil.rmtree(work, ignore_errors=True)
    _stage(program, release, root)
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    architecture = _answer("dpkg", "--print-architecture").strip()
    control.write_text(
        _CONTROL.format(
            name=NAME,
            version=release.version,
            architecture=architecture,
            maintainer=_maintainer(),
            kibibytes=sum(path.lstat().st_size for path in root.rglob("*")) // 1024,
            depends=", ".join([*_linked(root, work), *_ALSO_NEEDED]),
        ),
        encoding="utf-8",
    )
    _write_checksums(root)
    _even_out(root, int(release.date.timestamp()))
    built = target / f"{NAME}_{release.version}_{architecture}.deb"
    _answer("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(built))
    return built


def _stage(program: Path, release: Release, root: Path) -> None:
    """Lay out in `root` what is to be installed in /."""
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


def _linked(root: Path, work: Path) -> list[str]:
    """The packages of the libraries that the files below `root` link to and that do not lie there themselves."""
    (work / "debian").mkdir()
    (work / "debian" / "control").write_text(
        f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n", encoding="utf-8"
    )
    internal = root / "usr" / "lib" / NAME / "_internal"
    libraries = sorted(path for path in internal.rglob("*.so*") if path.is_file() and not path.is_symlink())
    folders = sorted({str(path.parent) for path in libraries})
    answer = _answer(
        "dpkg-shlibdeps",
        "-O",
        "--ignore-missing-info",
        "--warnings=0",  # Python's modules take their symbols from the program; Qt's links are Qt's
        *(f"-l{folder}" for folder in folders),
        *map(str, [root / "usr" / "lib" / NAME / NAME, *libraries]),
        cwd=work,
    )
    listed = answer.split("shlibs:Depends=", 1)[1].strip()
    # It names these too: it knows them by the names of their libraries, wherever they lie.
    bundled = {each["name"] for each in notices.read(internal) if each["purl"].startswith("pkg:deb/")}
    return [each for each in listed.split(", ") if each and each.split()[0] not in bundled]


def _write_checksums(root: Path) -> None:
    files = sorted(path for path in (root / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    lines = [f"{_md5(path)}  {path.relative_to(root)}\n" for path in files]
    (root / "DEBIAN" / "md5sums").write_text("".join(lines), encoding="utf-8")


def _md5(path: Path) -> str:
    # It is against damage, not against people; dpkg knows no other.
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def _even_out(root: Path, seconds: int) -> None:
    """The same modes and times on every machine; libraries are not programs."""
    program = root / "usr" / "lib" / NAME / NAME
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)
        os.utime(path, (seconds, seconds), follow_symlinks=False)


def _answer(*command: str, cwd: Path | None = None) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=cwd).stdout
