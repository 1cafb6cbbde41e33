"""Find the component and the license text of every file that PyInstaller collects."""

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


class MissingNotice(Exception):
    """A bundled file has no license text, or its component is unknown."""


@dataclass(frozen=True, slots=True)
class Component:
    """A bundled work of others. `license` is the name or expression of its metadata, "" where there is only a text."""

    name: str
    version: str
    license: str
    homepage: str
    purl: str
    notices: tuple[Path, ...]


class Inventory:
    """Maps bundled files to components."""

    def __init__(self, root: Path) -> None:
        """`root` is the checkout; files below it belong to the program itself."""
        self._root = root.resolve()
        self._licenses = self._root / "resources" / "licenses"

    def components(self, files: Iterable[str]) -> list[Component]:
        """Return the components of `files`, sorted by name, without the program itself. Raises MissingNotice."""
        found = {owner.name: owner for file in files if (owner := self._owner(Path(file)))}
        if bare := [name for name, owner in found.items() if not owner.notices]:
            raise MissingNotice(f"no license text comes with: {', '.join(sorted(bare))}")
        return sorted(found.values(), key=lambda component: component.name.lower())

    def _owner(self, file: Path) -> Component | None:
        if icu := re.match(r"libicu\w+\.so\.(\d+)", file.name):
            return self._icu(icu[1])
        if distribution := self._distributions.get(_comparable(file)):
            return self._from_distribution(distribution)
        resolved = file.resolve()
        if any(resolved.is_relative_to(folder) for folder in _python_folders()) or "python" in resolved.name:
            return _openssl() if file.name.startswith(("libcrypto", "libssl")) else _python()
        if resolved.is_relative_to(self._root):
            return None
        return _debian_package(resolved)

    @cached_property
    def _distributions(self) -> dict[str, metadata.Distribution]:
        return {
            _comparable(Path(str(file.locate()))): distribution
            for distribution in metadata.distributions()
            for file in distribution.files or ()
        }

    def _icu(self, version: str) -> Component:
        """Return ICU, which Qt for Linux brings without its license."""
        notice = self._licenses / "ICU" / "LICENSE"
        return Component(
            "ICU",
            version,
            "Unicode-DFS-2016",
            "https://icu.unicode.org",
            f"pkg:generic/icu@{version}",
            (notice,),
        )

    def _from_distribution(self, distribution: metadata.Distribution) -> Component | None:
        about = distribution.metadata
        if distribution.name == "iamport-desktop":
            return None
        name = distribution.name
        qt = name.lower() in {package.lower() for package in _QT}
        return Component(
            name,
            distribution.version,
            about["License-Expression"] or _one_line(about["License"] or ""),
            _homepage(about),
            f"pkg:pypi/{name.lower()}@{distribution.version}",
            tuple(sorted(self._licenses.glob("*.txt")) if qt else _notices(distribution)),
        )


def _comparable(file: Path) -> str:
    """Return the path in one spelling, links not followed: an environment can link to another one's files."""
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
    """Return the field of older metadata. Some libraries raise for a missing one, others return None."""
    return about["Home-page"] or "" if "Home-page" in about else ""


def _one_line(text: str) -> str:
    """Return a license's name, "" where the field holds the whole text."""
    return text if "\n" not in text else ""


def _python_folders() -> list[Path]:
    paths = sysconfig.get_paths()
    folders = {Path(paths["stdlib"]).resolve(), Path(paths["platstdlib"]).resolve()}
    if sys.platform != "linux":
        folders.add(Path(sys.base_prefix).resolve())
    return list(folders)


def _python() -> Component:
    version = sys.version.split()[0]
    folders = [*_python_folders(), Path(sys.base_prefix)]
    texts = tuple(path for folder in folders if (path := folder / "LICENSE.txt").is_file())[:1]
    return Component(
        "Python", version, "PSF-2.0", "https://www.python.org", f"pkg:generic/python@{version}", texts
    )


def _openssl() -> Component:
    """Return OpenSSL, which Python for Windows and macOS brings, with its license in Python's."""
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
        package = _output("dpkg-query", "--search", pattern).split(":")[0]
        version = _output("dpkg-query", "--show", "--showformat=${Version}", package)
    except (FileNotFoundError, subprocess.CalledProcessError) as error:
        raise MissingNotice(f"no package owns this library: {library}") from error
    notice = Path("/usr/share/doc", package, "copyright")
    notices = (notice,) if notice.is_file() else ()
    return Component(package, version, "", "", f"pkg:deb/debian/{package}@{version}", notices)


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
