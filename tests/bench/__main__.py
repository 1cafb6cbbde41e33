"""`python -m tests.bench`: measure the app beside its peers in one run, and print what came of it.

    python -m tests.bench [ROW ...] [--write PAGE]

The rows are independent of one another; without a number, all are measured.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.bench import lookups, starts, table, window
from tests.bench.figures import Row

PARTS: dict[tuple[int, ...], Callable[[], Iterator[Row]]] = {
    (1, 2, 3): lookups.all_rows,
    (4, 5, 6): starts.all_rows,
    (7, 8): window.all_rows,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the arguments name. A missed goal is printed, and is no failure."""
    parser = argparse.ArgumentParser("python -m tests.bench")
    parser.add_argument("rows", nargs="*", type=int, help="measure only the parts with these rows")
    parser.add_argument("--write", metavar="PAGE", type=Path, help="put the table between the marks there")
    wish = parser.parse_args(arguments)
    if wish.write and wish.rows:
        parser.error("a table of some rows is not to be written: leave their numbers out")
    begun = time.monotonic()
    rows = []
    for numbers, part in PARTS.items():
        if not wish.rows or set(wish.rows) & set(numbers):
            for row in part():
                rows.append(row)
                print(table.lines(row), flush=True)
    print(f"\n{table.summary(rows)} {time.monotonic() - begun:.0f} s")
    if wish.write:
        table.write(wish.write, rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
