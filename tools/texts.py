"""Collect the texts that the program translates, from its code.

`python -m tools.texts` writes them once more, in calls plain enough for `lupdate`, whose own reading of
Python (6.11) silently passes over counts whose number is an expression and texts inside f-strings.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "iamport_desktop"
LOOKING_UP = {"translate", "QT_TRANSLATE_NOOP"}


class Text(NamedTuple):
    """The key of a text: context and source text."""

    context: str
    source: str


class LookUp(NamedTuple):
    """A call that translates a text, or marks one in a table.

    `text` is None where it comes from a table; `counted` says that a number is passed, `whole` that the text is
    not assembled from parts.
    """

    where: str
    text: Text | None
    counted: bool
    whole: bool


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Yield the path and the syntax tree of every module."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def calls(module: ast.Module) -> Iterator[ast.Call]:
    """Yield every call in `module`."""
    return (node for node in ast.walk(module) if isinstance(node, ast.Call))


def name_of(call: ast.Call) -> str:
    """Return the last name of what is called."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def look_ups() -> Iterator[LookUp]:
    """Yield every call that translates or marks a text."""
    for where, module in modules():
        for call in calls(module):
            if name_of(call) in LOOKING_UP and len(call.args) > 1:  # with one argument it is str.translate
                yield _look_up(f"{where}:{call.lineno}", call)


def _look_up(where: str, call: ast.Call) -> LookUp:
    given = call.args[:2]
    whole = all(isinstance(part, ast.Constant | ast.Name | ast.Subscript | ast.Attribute) for part in given)
    match given:
        case [ast.Constant(str(context)), ast.Constant(str(source))]:
            return LookUp(where, Text(context, source), len(call.args) > 3, whole)
        case _:
            return LookUp(where, None, False, whole)


def command_line_texts() -> Iterator[tuple[str, dict[str, dict[str, str]], set[str]]]:
    """Yield module, table by language and used keys of the texts that are needed before Qt is loaded."""
    for where, module in modules():
        for node in module.body:
            match node:
                case ast.AnnAssign(ast.Name("_TEXTS"), value=ast.Dict() as table):
                    yield where, ast.literal_eval(table), _keys_used(module)


def _keys_used(module: ast.Module) -> set[str]:
    subscripts = (node.slice for node in ast.walk(module) if isinstance(node, ast.Subscript))
    return {key.value for key in subscripts if isinstance(key, ast.Constant) and isinstance(key.value, str)}


def for_lupdate() -> Iterator[str]:
    """Yield each text once, in a call that lupdate understands."""
    counted = {look_up.text for look_up in look_ups() if look_up.counted}
    for text in dict.fromkeys(look_up.text for look_up in look_ups()):
        if text:
            number = ", None, 1" if text in counted else ""
            context, source = (json.dumps(part, ensure_ascii=False) for part in text)
            yield f"translate({context}, {source}{number})\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.writelines(for_lupdate())
