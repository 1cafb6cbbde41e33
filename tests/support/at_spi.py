"""Read an application's accessibility tree over AT-SPI, as screen readers do. Run by the system's own Python.

Reads one request a line from standard input, as JSON, and answers each with a line of JSON:
`find` (the nodes that have all these states and this role), `text` (what a text field holds), `write` (a text into
one), `act` (the first action of a control), `row` (a row of a table, each cell with its column's heading), `said`
(the announcements so far). A node is named by the `number` with which it was found.
"""

import json
import sys
import time
from typing import Any

import pyatspi
from gi.repository import GLib

PATIENCE = 20.0


class Listener:
    """Listens to one application."""

    def __init__(self, name: str) -> None:
        self._said: list[str] = []
        self._found: list[Any] = []
        pyatspi.Registry.registerEventListener(self._hear, "object:announcement")
        self._application = self._wait_for(name)

    def find(self, states: list[str], role: str) -> list[dict[str, Any]]:
        everything = self._application.queryCollection()
        all_of = everything.MATCH_ALL
        wanted = pyatspi.StateSet(*(getattr(pyatspi, f"STATE_{each.upper()}") for each in states))
        roles = [getattr(pyatspi, f"ROLE_{role.upper().replace(' ', '_')}")] if role else []
        rule = everything.createMatchRule(wanted, all_of, {}, all_of, roles, all_of, [], all_of, False)
        found = everything.getMatches(rule, everything.SORT_ORDER_CANONICAL, 0, True)
        return [self._described(each) for each in found]

    def text(self, number: int) -> str:
        held = self._found[number].queryText()
        return str(held.getText(0, held.characterCount))

    def write(self, number: int, text: str) -> bool:
        return bool(self._found[number].queryEditableText().setTextContents(text))

    def act(self, number: int) -> str:
        action = self._found[number].queryAction()
        return str(action.getName(0)) if action.doAction(0) else ""

    def row(self, number: int, row: int) -> list[list[str]]:
        table = self._found[number].queryTable()
        columns = range(table.nColumns)
        return [[table.getColumnHeader(each).name, table.getAccessibleAt(row, each).name] for each in columns]

    def said(self) -> list[str]:
        while GLib.MainContext.default().iteration(False):
            pass
        return self._said

    def _hear(self, event: Any) -> None:
        self._said.append(event.any_data)

    def _wait_for(self, name: str) -> Any:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            for each in pyatspi.Registry.getDesktop(0):
                if each is not None and each.name == name:
                    return each
            time.sleep(0.05)
        sys.exit(f"no {name} on the accessibility bus")

    def _described(self, accessible: Any) -> dict[str, Any]:
        self._found.append(accessible)
        return {
            "number": len(self._found) - 1,
            "role": accessible.getRoleName(),
            "name": accessible.name,
            "description": accessible.description,
        }


def main() -> None:
    """Answer until standard input ends."""
    listener = Listener(sys.argv[1])
    for line in sys.stdin:
        request = json.loads(line)
        answer = getattr(listener, request.pop("do"))(**request)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
