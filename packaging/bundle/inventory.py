"""What the bundle is made of: every file that PyInstaller collects has an owner, and every owner a notice."""

from __future__ import annotations

import re
import ssl
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import metadata
from pathlib import Path

_QT = ("PySide6_Essentials", "shiboken6")
_NOTICE_NAMES = ("licen", "copying", "notice", "authors", "copyright")


class NoNotice(Exception):
    """Something is bundled that comes without the text of its license, or of which nobody knows whose it is."""


@dataclass(frozen=True, slots=True)
class Component:
    """Something of others' that is in the bundle. `license` is what it says of itself, "" where only its text does."""

    name: str
    version: str
    license: str
    homepage: str
    purl: str
    notices: tuple[Path, ...]


class Inventory:
    """Finds the components of bundled files."""

    def __init__(self, root: Path) -> None:
        """`root` is the checkout: what lies in it is the program itself, and what is made of it in build/."""
        self._root = root.resolve()
        self._licenses = self._root / "resources" / "licenses"

    def components(self, files: Iterable[str]) -> list[Component]:
        """Return whose the `files` are, by name; the program's own are nobody's.

        Raises NoNotice.
        """
        found = {owner.name: owner for file in files if (owner := self._owner(Path(file)))}
        if bare := [name for name, owner in found.items() if not owner.notices]:
            raise NoNotice(f"no license text comes with: {', '.join(sorted(bare))}")
        return sorted(found.values(), key=lambda each: each.name.lower())

    def _owner(self, file: Path) -> Component | None:
        if icu := re.match(r"libicu\w+\.so\.(\d+)", file.name):
            return self._icu(icu[1])
        if distribution := self._distributions.get(_plain(file)):
            return self._described(distribution)
        resolved = file.resolve()
        if any(resolved.is_relative_to(folder) for folder in _python_folders()) or "python" in resolved.name:
            return _openssl() if file.name.startswith(("libcrypto", "libssl")) else _python()
        if resolved.is_relative_to(self._root):
            return None
        return _debian_package(resolved)

    @cached_property
    def _distributions(self) -> dict[str, metadata.Distribution]:
        return {
            _plain(Path(str(file.locate()))): distribution
            for distribution in metadata.distributions()
            for file in distribution.files or ()
        }

    def _icu(self, version: str) -> Component:
        """Qt for Linux brings it as libraries of its own, and not its license."""
        notice = self._licenses / "ICU" / "LICENSE"
        return Component(
            "ICU",
            version,
            "Unicode-DFS-2016",
            "https://icu.unicode.org",
            f"pkg:generic/icu@{version}",
            (notice,),
        )

    def _described(self, distribution: metadata.Distribution) -> Component | None:
        about = distribution.metadata
        if distribution.name == "iamport-desktop":
            return None
        name = distribution.name
        qt = name.lower() in {each.lower() for each in _QT}
        return Component(
            name,
            distribution.version,
            about["License-Expression"] or _one_line(about["License"] or ""),
            _homepage(about),
            f"pkg:pypi/{name.lower()}@{distribution.version}",
            tuple(sorted(self._licenses.glob("*.txt")) if qt else _notices(distribution)),
        )


def _plain(file: Path) -> str:
    """The file's path without what `resolve` would follow: an environment can link to another's files."""
    return str(file.absolute()).replace("\\", "/").lower()


def _notices(distribution: metadata.Distribution) -> Iterator[Path]:
    for file in distribution.files or ():
        in_metadata = any(part.endswith(".dist-info") for part in file.parts)
        if in_metadata and file.name.lower().startswith(_NOTICE_NAMES):
            yield Path(str(file.locate()))


def _homepage(about: metadata.PackageMetadata) -> str:
    links = dict(link.split(", ", 1) for link in about.get_all("Project-URL") or [])
    known = {label.lower(): url for label, url in links.items()}
    labels = ("source", "source code", "repository", "code", "github", "homepage")
    return next((known[label] for label in labels if label in known), _old_homepage(about))


def _old_homepage(about: metadata.PackageMetadata) -> str:
    """The field of older metadata. Asking for one that is missing is an error in one library, None in another."""
    return about["Home-page"] or "" if "Home-page" in about else ""


def _one_line(text: str) -> str:
    """A license's name; some distributions put the whole text into that field."""
    return text if "\n" not in text else ""


def _python_folders() -> list[Path]:
    paths = sysconfig.get_paths()
    folders = {Path(paths["stdlib"]).resolve(), Path(paths["platstdlib"]).resolve()}
    if sys.platform != "linux":
        folders.add(Path(sys.base_prefix).resolve())
    return list(folders)


def _python() -> Component:
    version = sys.version.split()[0]
    places = [*_python_folders(), Path(sys.base_prefix)]
    texts = tuple(path for folder in places if (path := folder / "LICENSE.txt").is_file())[:1]
    return Component(
        "Python", version, "PSF-2.0", "https://www.python.org", f"pkg:generic/python@{version}", texts
    )


def _openssl() -> Component:
    """Python for Windows and macOS brings it, and its license within its own."""
    version = ssl.OPENSSL_VERSION.split()[1]
    return Component(
        "OpenSSL",
        version,
        "Apache-2.0",
        "https://openssl.org",
        f"pkg:generic/openssl@{version}",
        _python().notices,
    )


def _debian_package(library: Path) -> Component:
    try:
        # A pattern: some packages still say /lib where the file is in /usr/lib.
        pattern = f"*/{library.parent.name}/{library.name}"
        package = _answer("dpkg-query", "--search", pattern).split(":")[0]
        version = _answer("dpkg-query", "--show", "--showformat=${Version}", package)
    except (FileNotFoundError, subprocess.CalledProcessError) as error:
        raise NoNotice(f"nobody knows whose this is: {library}") from error
    notice = Path("/usr/share/doc", package, "copyright")
    notices = (notice,) if notice.is_file() else ()
    return Component(package, version, "", "", f"pkg:deb/debian/{package}@{version}", notices)


def _answer(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
