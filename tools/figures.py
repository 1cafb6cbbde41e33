"""Print the figures of the code's structure: `make figures`, or python -m tools.figures [CHECKOUT].

- circles: groups of modules that import one another, through functions and for types as well
- modules: files of the package without __init__.py, and the median of their lines
- top level: modules directly in the package, without __init__.py and __main__.py
- one lookup: distinct functions, and the files they stand in, that run from the start of the program to the picture of
  a payment (--demo ID --screenshot), on all threads, without the sandbox server. Functions include class bodies, lambdas
  and, before Python 3.12, comprehensions; the bodies of modules are left out.
- tests: lines of tests by lines of the package
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import NoReturn

PACKAGE = "iamport_desktop"
SANDBOX = "sandbox"
PAYMENT = "imp_100000000002"
ROOT = Path(__file__).parents[1]


def main() -> None:
    """Print the figures of the checkout that the command line names, else of this one."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkout", nargs="?", type=Path, default=ROOT)
    parser.add_argument("--files", action="store_true", help="list the functions of one lookup by file")
    options = parser.parse_args()
    checkout: Path = options.checkout.resolve()
    files = sorted((checkout / PACKAGE).rglob("*.py"))
    modules = [path for path in files if path.name != "__init__.py"]
    top = [path for path in modules if path.parent.name == PACKAGE and path.name != "__main__.py"]
    tests = list((checkout / "tests").rglob("*.py"))
    circles = import_circles(files, checkout)
    functions = functions_of_one_lookup(checkout)
    lines = [
        f"circles of imports   {len(circles)}",
        *(f"                     {', '.join(circle)}" for circle in circles),
        f"modules              {len(modules)}, median {statistics.median(map(line_count, modules)):.0f} lines",
        f"on the top level     {len(top)}",
        f"one lookup           {sum(map(len, functions.values()))} functions in {len(functions)} files",
        f"tests / code         {sum(map(line_count, tests)) / sum(map(line_count, files)):.2f}",
    ]
    if options.files:
        lines += [f"{file}: {', '.join(names)}" for file, names in functions.items()]
    sys.stdout.write("\n".join(lines) + "\n")


def line_count(path: Path) -> int:
    """Return the number of lines of a file."""
    return path.read_text(encoding="utf-8").count("\n")


def import_circles(files: list[Path], root: Path) -> list[list[str]]:
    """Return the groups of modules that reach one another through imports, anywhere in a file."""
    names = {_module_name(path, root): path for path in files}
    graph = {
        name: {target for target in _imports(path, names) if target != name} for name, path in names.items()
    }
    reached = {name: _reachable(name, graph) for name in graph}
    groups = {tuple(sorted(other for other in reached[name] if name in reached[other])) for name in graph}
    return [list(group) for group in sorted(groups) if group]


def _module_name(path: Path, root: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path, known: dict[str, Path]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                if name in known or node.module in known:
                    yield name if name in known else node.module


def _reachable(start: str, graph: dict[str, set[str]]) -> set[str]:
    """Return what `start` reaches in one step or more; itself only through a circle."""
    reached: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        if (name := waiting.pop()) not in reached:
            reached.add(name)
            waiting += graph[name]
    return reached


def functions_of_one_lookup(checkout: Path) -> dict[str, list[str]]:
    """Run the program of `checkout` to the picture of a sample payment; return the functions that ran, by file.

    Raises CalledProcessError when the program does not end with 0.
    """
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "functions.json"
        program = f"from tools.figures import trace; trace({str(checkout)!r}, {str(result)!r})"
        environment = os.environ | {
            "HOME": folder,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": os.pathsep.join((str(checkout), str(ROOT))),
        }
        subprocess.run([sys.executable, "-c", program], env=environment, cwd=folder, check=True, timeout=120)
        functions: dict[str, list[str]] = json.loads(result.read_text(encoding="utf-8"))
    return functions


def trace(checkout: str, result: str) -> NoReturn:
    """Run the program's command line in this process, and write the functions that ran to the file `result`."""
    seen: set[CodeType] = set()
    package = os.path.join(checkout, PACKAGE) + os.sep  # noqa: PTH118 - compared with file names of code

    def record(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            seen.add(frame.f_code)

    def leave(status: int) -> NoReturn:
        """Write the result first: the program ends with os._exit."""
        sys.setprofile(None)
        functions: dict[str, set[str]] = {}
        for code_object in list(seen):
            file = code_object.co_filename.removeprefix(package)
            is_ours = file != code_object.co_filename and not file.startswith(SANDBOX)
            if is_ours and code_object.co_name != "<module>":
                functions.setdefault(file, set()).add(code_object.co_qualname)
        ordered = {file: sorted(functions[file]) for file in sorted(functions)}
        Path(result).write_text(json.dumps(ordered), encoding="utf-8")
        real_exit(status)

    real_exit, os._exit = os._exit, leave
    sys.setprofile(record)
    threading.setprofile(record)
    from iamport_desktop.cli import main as command

    leave(command(["--demo", PAYMENT, "--screenshot", str(Path(result).with_suffix(".png"))]))


if __name__ == "__main__":
    main()
