"""The architecture: which room may import which, no circle of imports, and no call that changes a payment."""

from __future__ import annotations

import ast
import asyncio
import json
import os
import re
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
from iamport_desktop.resources import resource_path
from iamport_desktop.sandbox import Sandbox
from tests.faults.fault import CREDENTIALS

PACKAGE = Path(iamport_desktop.__file__).parent
PROJECT = "iamport_desktop"

# What a room may import beside the standard library and itself.
MAY_IMPORT = {
    "api": {"httpx", "truststore", f"{PROJECT}.__version__"},
    "domain": {
        "holidays",
        *(f"{PROJECT}.api.{name}" for name in "codes errors identifiers models origin".split()),
        f"{PROJECT}.resources",
    },
    "query": {f"{PROJECT}.api.identifiers", f"{PROJECT}.api.errors", f"{PROJECT}.domain"},
    "desktop": {
        "PySide6",
        "keyring",
        "secretstorage",
        "jeepney",
        f"{PROJECT}.__version__",
        f"{PROJECT}.api",
        f"{PROJECT}.domain",
    },
    "lookup": {"PySide6.QtCore", f"{PROJECT}.api", f"{PROJECT}.domain", f"{PROJECT}.query"},
    "presentation": {
        "PySide6.QtCore",
        f"{PROJECT}.api",
        f"{PROJECT}.domain",
        f"{PROJECT}.desktop.keyring",
        f"{PROJECT}.lookup.state",
        f"{PROJECT}.query",
        f"{PROJECT}.resources",
    },
    "ui": {
        "PySide6",
        f"{PROJECT}.presentation",
        f"{PROJECT}.resources",
        f"{PROJECT}.api",
        f"{PROJECT}.domain",
        f"{PROJECT}.lookup.state",
    },
    "controllers": {"PySide6", PROJECT},
    "sandbox": {f"{PROJECT}.resources"},
}
# Who alone may import these: what joins the rooms is imported by nothing below it.
IMPORTED_BY = {
    f"{PROJECT}.controllers": {"application"},
    f"{PROJECT}.application": {"cli"},
    f"{PROJECT}.cli": {"__main__"},
}
LONGEST_FUNCTION = 45


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


FILES = sorted(path for path in PACKAGE.rglob("*.py"))


def module_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    """Yield what the file imports, anywhere in it: modules, and names that may be modules."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"a relative import in {path}"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_foreign(name: str) -> bool:
    return name.partition(".")[0] not in sys.stdlib_module_names


def lies_in(name: str, part: str) -> bool:
    return name == part or name.startswith(part + ".")


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_it_may(room: str) -> None:
    allowed = {*MAY_IMPORT[room], f"{PROJECT}.{room}"}
    others = [
        (path.name, name)
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for name in imports(path)
        if is_foreign(name) and not any(lies_in(name, permitted) for permitted in allowed)
    ]
    assert others == []


def test_every_room_has_its_rule() -> None:
    assert {path.parent.name for path in PACKAGE.glob("*/__init__.py")} == set(MAY_IMPORT)


@pytest.mark.parametrize("imported", IMPORTED_BY)
def test_what_joins_the_rooms_is_imported_by_the_start_alone(imported: str) -> None:
    inside = PACKAGE / imported.removeprefix(f"{PROJECT}.")
    importers = {
        path.stem
        for path in FILES
        if inside not in path.parents and any(lies_in(name, imported) for name in imports(path))
    }
    assert importers == IMPORTED_BY[imported]


def test_imports_point_one_way() -> None:
    """Imports in functions and for types count as well."""
    modules = {module_of(path): path for path in FILES}
    graph = {
        module: {_target(name, modules) for name in imports(path)} - {module}
        for module, path in modules.items()
    }
    assert list(TopologicalSorter(graph).static_order())  # raises CycleError, which names the circle


def _target(name: str, modules: dict[str, Path]) -> str:
    """Return the module that an import reaches: `a.b.name` is the module a.b.name, or something in a.b."""
    return name if name in modules else name.rpartition(".")[0]


def test_no_pg_is_known_by_name() -> None:
    """What holds for one PG is a rule in resources/rules, with its source."""
    names = set(json.loads(resource_path("codes", "pg_provider.json").read_text("utf-8")))
    known = [
        (path.name, node.value)
        for path in FILES
        if "sandbox" not in path.parts
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if names & set(re.findall(r"\w+", node.value))
    ]
    assert known == []


LATE = "httpx asyncio ssl truststore keyring jeepney secretstorage iamport_desktop.sandbox".split()
WINDOWS = [
    "PySide6.QtGui",
    "PySide6.QtWidgets",
]  # which need libraries that a computer without a screen lacks


LATER = "PySide6.QtNetwork iamport_desktop.controllers iamport_desktop.api.models".split()


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [("cli", LATE + LATER + WINDOWS), ("application", LATE + LATER), ("controllers.app", LATE)],
)
def test_what_the_first_paint_does_not_wait_for(module: str, unwanted: list[str]) -> None:
    """These cost more than a tenth of a second, and are imported by the module that needs them first."""
    program = f"import sys, {PROJECT}.{module}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=PACKAGE.parent,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    loaded = run.stdout.split()
    assert f"{PROJECT}.{module}" in loaded
    assert [each for each in unwanted if each in loaded] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_is_pleasant_to_read(path: Path) -> None:
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
