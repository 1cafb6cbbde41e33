"""How the house is built: who knows whom, how large its rooms are, and that nothing in it changes a payment."""

from __future__ import annotations

import ast
import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import iamport_desktop
from iamport_desktop.api import client as client_module
from iamport_desktop.api.client import PortOneClient
from iamport_desktop.api.errors import PortOneError
from iamport_desktop.api.identifiers import parse_imp_uid
from iamport_desktop.api.origin import parse_origin
from iamport_desktop.api.transport import Request
from iamport_desktop.sandbox import Sandbox
from tests.faults.fault import CREDENTIALS

PACKAGE = Path(iamport_desktop.__file__).parent
HOUSE = "iamport_desktop"

# What a part may know beside the standard library and itself.
MAY_KNOW = {
    "api": {"httpx", "truststore", f"{HOUSE}.__version__"},
    "crash": {"PySide6", f"{HOUSE}.__version__", f"{HOUSE}.presentation.trouble"},
    "instance": {
        *(f"PySide6.{each}" for each in "QtCore QtGui QtNetwork".split()),
        *(f"{HOUSE}.api.{each}" for each in "errors identifiers origin".split()),
    },
    "lookup": {
        "PySide6.QtCore",
        *(f"{HOUSE}.api.{each}" for each in "auth client errors identifiers models origin related".split()),
        *(
            f"{HOUSE}.presentation.{each}"
            for each in "attempts hints related_sections screens status".split()
        ),
    },
    "credentials": {"keyring", "secretstorage", f"{HOUSE}.api.auth", f"{HOUSE}.api.origin"},
    "presentation": {
        "PySide6.QtCore",
        *(f"{HOUSE}.api.{each}" for each in "codes errors identifiers models records related values".split()),
        f"{HOUSE}.credentials.entry",
        f"{HOUSE}.credentials.errors",
    },
    "ui": {
        *(f"PySide6.{each}" for each in "QtCore QtGui QtSvg QtWidgets".split()),
        f"{HOUSE}.presentation",
        f"{HOUSE}.resources",
        *(f"{HOUSE}.api.{each}" for each in "codes errors models".split()),
    },
    "sandbox": {f"{HOUSE}.resources"},
}
# Who alone, of the modules that stand beside these parts, may know what.
KNOWN_BY = {
    "httpx": set(),
    "truststore": set(),
    "keyring": set(),
    "secretstorage": set(),
    "jeepney": {"notifications"},
    "PySide6.QtNetwork": set(),
    "PySide6.QtWidgets": set(
        "app capture_guard front key_access launch looks notifications screenshot".split()
    ),
    f"{HOUSE}.ui": set("app front key_access launch looks preferences watch_desk".split()),
    f"{HOUSE}.sandbox": {"sample_mode"},
    f"{HOUSE}.api.client": {"provision"},
    f"{HOUSE}.api.transport": set(),
    f"{HOUSE}.app": {"assembly", "launch", "screenshot"},
    f"{HOUSE}.launch": {"cli"},
    f"{HOUSE}.cli": {"__main__"},
}
LONGEST_FILE = 300
LONGEST_FUNCTION = 45


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


FILES = sorted(path for path in PACKAGE.rglob("*.py"))


def module_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path, *, when_typing: bool = True) -> Iterator[str]:
    """What the file imports, anywhere in it: modules, and names that may be modules."""
    skipped = set() if when_typing else set(_typing_blocks(parsed(path)))
    for node in ast.walk(parsed(path)):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"a relative import in {path}"
            yield from (f"{node.module}.{each.name}" for each in node.names)


def _typing_blocks(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            for statement in node.body:
                yield from ast.walk(statement)


def is_foreign(name: str) -> bool:
    return name.partition(".")[0] not in sys.stdlib_module_names


def lies_in(name: str, part: str) -> bool:
    return name == part or name.startswith(part + ".")


def test_there_is_a_house() -> None:
    assert len(FILES) > 50
    assert {each.parent.name for each in FILES} == {HOUSE, *MAY_KNOW}


@pytest.mark.parametrize("part", MAY_KNOW)
def test_a_part_knows_only_what_it_may(part: str) -> None:
    allowed = {*MAY_KNOW[part], f"{HOUSE}.{part}"}
    strangers = [
        (path.name, name)
        for path in sorted((PACKAGE / part).glob("*.py"))
        for name in imports(path)
        if is_foreign(name) and not any(lies_in(name, each) for each in allowed)
    ]
    assert strangers == []


@pytest.mark.parametrize("part", MAY_KNOW)
def test_no_permission_is_left_over(part: str) -> None:
    """The rule is as tight as it is true."""
    used = {name for path in (PACKAGE / part).glob("*.py") for name in imports(path)}
    assert [each for each in MAY_KNOW[part] if not any(lies_in(name, each) for name in used)] == []


@pytest.mark.parametrize("known", KNOWN_BY)
def test_few_know_it(known: str) -> None:
    knowing = {
        path.stem for path in PACKAGE.glob("*.py") if any(lies_in(name, known) for name in imports(path))
    }
    assert knowing == KNOWN_BY[known]


def test_no_part_knows_who_puts_it_together() -> None:
    """The parts of the house know its composition only where they share a leaf of it."""
    beside = {f"{HOUSE}.{path.stem}" for path in PACKAGE.glob("*.py")} - {f"{HOUSE}.resources"}
    inside = [path for path in FILES if path.parent != PACKAGE]
    assert [
        (path.name, name) for path in inside for name in imports(path) if name.rpartition(".")[0] in beside
    ] == []


# Chooses one of its neighbours, which know it, once the system's store is to be opened.
CHOOSES_LATE = f"{HOUSE}.credentials.os_store"


def test_imports_point_one_way() -> None:
    modules = {module_of(path): path for path in FILES}
    graph = {
        module: {_target(name, modules) for name in imports(path, when_typing=False)} - {module}
        for module, path in modules.items()
    }
    graph[CHOOSES_LATE] = {f"{HOUSE}.credentials.errors"}
    assert list(TopologicalSorter(graph).static_order())  # raises CycleError, which names the circle


def _target(name: str, modules: dict[str, Path]) -> str:
    """The module that an import reaches: `a.b.name` is the module a.b.name, or something in a.b."""
    return name if name in modules else name.rpartition(".")[0]


LATE = "httpx asyncio ssl truststore keyring jeepney secretstorage iamport_desktop.sandbox".split()
QT = ["PySide6", "PySide6.QtCore", "PySide6.QtWidgets"]


LATER = "json PySide6.QtNetwork iamport_desktop.controllers.app iamport_desktop.api.models iamport_desktop.ui.main_window".split()


@pytest.mark.parametrize(
    ("module", "unwanted"), [("cli", LATE + LATER + QT), ("launch", LATE + LATER), ("app", LATE)]
)
def test_what_the_first_paint_does_not_wait_for(module: str, unwanted: list[str]) -> None:
    """These cost more than a tenth of a second, and are imported by whoever needs them first."""
    program = f"import sys, {HOUSE}.{module}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=PACKAGE.parent,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    loaded = run.stdout.split()
    assert f"{HOUSE}.{module}" in loaded
    assert [each for each in unwanted if each in loaded] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_is_pleasant_to_read(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE
    functions = [
        each for each in ast.walk(parsed(path)) if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = [(each.name, each.end_lineno - each.lineno + 1) for each in functions if each.end_lineno]
    assert [each for each in long if each[1] > LONGEST_FUNCTION] == []


def calls(name: str) -> Iterator[tuple[Path, ast.Call]]:
    """Every call of something by this name, in the whole house."""
    for path in FILES:
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and _called(node.func) == name:
                yield path, node


def _called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_the_api_is_only_read() -> None:
    """A request is a GET, but for the one that asks for the token. In the text of the program ..."""
    asked = {
        (path.name, ast.unparse(call.args[0]), ast.unparse(call.args[1]))
        for path, call in calls("Request")
        if path.parent.name == "api" and any(each.endswith("transport.Request") for each in imports(path))
    }
    posted = {("client.py", "'POST'", "path_of('users', 'getToken')")}
    assert {each for each in asked if each[1] != "'GET'"} == posted
    assert {path.parent.name for path, _ in calls("handle_async_request")} == {"api"}
    for method in ("put", "patch", "delete", "post", "request", "AsyncClient", "Client"):
        assert [path.name for path, call in calls(method) if path.parent.name == "api"] == []


def test_the_api_is_only_read_on_the_wire(monkeypatch: pytest.MonkeyPatch) -> None:
    """... and in what the server gets, when every call is made that there is."""
    sent: list[Request] = []

    def seen(*args: object, **fields: object) -> Request:
        sent.append(Request(*args, **fields))  # type: ignore[arg-type]
        return sent[-1]

    monkeypatch.setattr(client_module, "Request", seen)
    with Sandbox() as sandbox:
        asyncio.run(_every_call(sandbox))
        methods = {(each.method, each.path if each.method != "GET" else "") for each in sandbox.requests}
    assert methods == {("GET", ""), ("POST", "/users/getToken")}
    assert len(sent) >= len(ARGUMENTS)


UID = parse_imp_uid("imp_100000000001")
ARGUMENTS: dict[str, tuple[object, ...]] = {
    "get_payment": (UID,),
    "find_payments": ("ORD-SAMPLE-0001",),
    "get_payments": ([UID],),
    "get_cash_receipt": (UID,),
    "get_delivery": (UID,),
    "get_balance": (UID,),
    "check_credentials": (),
    "warm_up": (),
}


async def _every_call(sandbox: Sandbox) -> None:
    client = PortOneClient(parse_origin(sandbox.url), type(CREDENTIALS)(sandbox.imp_key, sandbox.imp_secret))
    calls_there_are = {
        name for name, each in vars(PortOneClient).items() if asyncio.iscoroutinefunction(each)
    }
    assert {name for name in calls_there_are if not name.startswith("_")} == {*ARGUMENTS, "aclose"}
    refusals: list[PortOneError] = []
    for name, arguments in ARGUMENTS.items():
        try:
            await getattr(client, name)(*arguments)
        except PortOneError as error:
            refusals.append(error)
    await client.aclose()
    # The server was asked, and has neither delivery, cash receipt nor balance for this payment.
    assert [getattr(each, "http_status", 0) // 100 for each in refusals] == [4, 4, 4]
