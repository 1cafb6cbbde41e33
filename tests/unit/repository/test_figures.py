"""`tools.figures` counts what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.figures import import_circles

MODULES = {
    "a.py": "def use() -> None:\n    from package import b\n",
    "b.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from package.c import thing\n",
    "c.py": "import package.a\n",
    "d.py": "from package import a\n",
    "__init__.py": "",
}


@pytest.mark.parametrize(
    ("without", "expected"),
    [
        ("", [["package.a", "package.b", "package.c"]]),
        ("b.py", []),
        ("d.py", [["package.a", "package.b", "package.c"]]),
    ],
)
def test_circles_go_through_functions_and_types(
    tmp_path: Path, without: str, expected: list[list[str]]
) -> None:
    folder = tmp_path / "package"
    folder.mkdir()
    for name, text in MODULES.items():
        (folder / name).write_text("" if name == without else text, encoding="utf-8")
    assert import_circles(sorted(folder.iterdir()), tmp_path) == expected
