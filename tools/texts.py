"""The texts that the program looks up, read from its code by Python itself.

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
    """What a text is looked up by."""

    context: str
    source: str


class LookUp(NamedTuple):
    """A call that looks a text up, or marks one in a table.

    `text` is None where it comes from a table; `counted` tells that a number is handed over, `whole` that
    nothing is put together before the look-up.
    """

    where: str
    text: Text | None
    counted: bool
    whole: bool


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the program by its path."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def calls(module: ast.Module) -> Iterator[ast.Call]:
    """Every call in `module`."""
    return (node for node in ast.walk(module) if isinstance(node, ast.Call))


def name_of(call: ast.Call) -> str:
    """The last name of what is called."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def look_ups() -> Iterator[LookUp]:
    """Every look-up of the program."""
    for where, module in modules():
        for call in calls(module):
            if name_of(call) in LOOKING_UP and len(call.args) > 1:  # with one argument it is str.translate
                yield _look_up(f"{where}:{call.lineno}", call)


def _look_up(where: str, call: ast.Call) -> LookUp:
    given = call.args[:2]
    whole = all(isinstance(each, ast.Constant | ast.Name | ast.Subscript | ast.Attribute) for each in given)
    match given:
        case [ast.Constant(str(context)), ast.Constant(str(source))]:
            return LookUp(where, Text(context, source), len(call.args) > 3, whole)
        case _:
            return LookUp(where, None, False, whole)


def command_line_texts() -> Iterator[tuple[str, dict[str, dict[str, str]], set[str]]]:
    """Tables by language of texts that are needed before Qt is there: module, table, keys that the module uses."""
    for where, module in modules():
        for node in module.body:
            match node:
                case ast.AnnAssign(ast.Name("_TEXTS"), value=ast.Dict() as table):
                    yield where, ast.literal_eval(table), _keys_used(module)


def _keys_used(module: ast.Module) -> set[str]:
    subscripts = (node.slice for node in ast.walk(module) if isinstance(node, ast.Subscript))
    return {key.value for key in subscripts if isinstance(key, ast.Constant) and isinstance(key.value, str)}


def for_lupdate() -> Iterator[str]:
    """Each text once, in a call of its own."""
    counted = {each.text for each in look_ups() if each.counted}
    for text in dict.fromkeys(each.text for each in look_ups()):
        if text:
            number = ", None, 1" if text in counted else ""
            context, source = (json.dumps(part, ensure_ascii=False) for part in text)
            yield f"translate({context}, {source}{number})\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.writelines(for_lupdate())
