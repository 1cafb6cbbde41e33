"""The notices that go along: an index, and the license texts of everything bundled."""

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

The program itself is under the MIT license: LICENSE.txt. It comes with the work of others, unchanged, each under
its own license. The texts stand in the folders named here. Qt's folder says how to use a Qt of your own.

"""


def write(components: Iterable[Component], version: str, own_license: Path, folder: Path) -> str:
    """Fill `folder` with the notices of `components` for the program's `version`, and return it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copyfile(own_license, folder / "LICENSE.txt")
    known = [_copied(component, folder) for component in components]
    (folder / INVENTORY).write_text(json.dumps(known, indent=1, ensure_ascii=False), encoding="utf-8")
    lines = [_line(each) for each in known]
    (folder / INDEX).write_text(
        _INTRODUCTION.format(version=version) + "\n".join(lines) + "\n", encoding="utf-8"
    )
    return str(folder)


def read(program: Path) -> list[dict[str, str]]:
    """Return the inventory that lies in the folder of the `program`, or below it."""
    (inventory,) = program.rglob(f"{FOLDER}/{INVENTORY}")
    known: list[dict[str, str]] = json.loads(inventory.read_text(encoding="utf-8"))
    return known


def _copied(component: Component, folder: Path) -> dict[str, object]:
    """Copy the component's texts; return what the inventory is to say of it."""
    place = folder / component.name
    place.mkdir()
    for notice in component.notices:
        text = notice.read_text(encoding="utf-8", errors="replace")
        if notice.name == "Qt.txt":
            minor = component.version.rpartition(".")[0]
            text = text.format(version=component.version, minor=minor)
        (place / _file_name(notice)).write_text(text, encoding="utf-8")
    texts = sorted(path.relative_to(folder).as_posix() for path in place.iterdir())
    return asdict(component) | {"notices": texts}


def _file_name(notice: Path) -> str:
    """The notice's name, led by its folders below `licenses` where it has some: two can have one name."""
    parts = notice.parts
    below = parts[parts.index("licenses") + 1 :] if "licenses" in parts else parts[-1:]
    return "-".join(below)


def _line(known: dict[str, object]) -> str:
    return f"{known['name']} {known['version']}  {known['license']}  {known['homepage']}".rstrip()
