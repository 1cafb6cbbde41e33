"""Write the notices of everything bundled: an index and the license texts."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from bundle.inventory import Component

FOLDER = "licenses"
INDEX = "NOTICES.txt"
INVENTORY = "inventory.json"

_INTRODUCTION = """\
iamport-desktop {version}

The program itself is under the MIT license: LICENSE.txt. It comes with the work of others, each under its own
license, whose texts are in the folders named here. Their code is unchanged; on Linux, ICU's data is reduced, and debug
symbols and search paths of the build machine are removed. Qt's folder says how to use a Qt of your own.

"""


def write(components: Iterable[Component], version: str, own_license: Path, folder: Path) -> str:
    """Fill `folder` with the notices of `components` for the program's `version`, and return its path."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copyfile(own_license, folder / "LICENSE.txt")
    known = [_copy(component, folder) for component in components]
    (folder / INVENTORY).write_text(json.dumps(known, indent=1, ensure_ascii=False), encoding="utf-8")
    lines = [_line(component) for component in known]
    (folder / INDEX).write_text(
        _INTRODUCTION.format(version=version) + "\n".join(lines) + "\n", encoding="utf-8"
    )
    return str(folder)


def read(program: Path) -> list[dict[str, str]]:
    """Return the inventory in the folder of the `program`, or below it."""
    (inventory,) = program.rglob(f"{FOLDER}/{INVENTORY}")
    known: list[dict[str, str]] = json.loads(inventory.read_text(encoding="utf-8"))
    return known


def _copy(component: Component, folder: Path) -> dict[str, object]:
    """Copy the component's texts, and return its entry in the inventory."""
    target = folder / component.name
    target.mkdir()
    for notice in component.notices:
        text = notice.read_text(encoding="utf-8", errors="replace")
        if notice.name == "Qt.txt":
            minor = component.version.rpartition(".")[0]
            text = text.format(version=component.version, minor=minor)
        (target / _file_name(notice)).write_text(text, encoding="utf-8")
    texts = sorted(path.relative_to(folder).as_posix() for path in target.iterdir())
    return asdict(component) | {"notices": texts}


def _file_name(notice: Path) -> str:
    """Return the notice's name, prefixed with its folders below `licenses`: two can have the same name."""
    parts = notice.parts
    below = parts[parts.index("licenses") + 1 :] if "licenses" in parts else parts[-1:]
    return "-".join(below)


def _line(known: dict[str, object]) -> str:
    return f"{known['name']} {known['version']}  {known['license']}  {known['homepage']}".rstrip()
