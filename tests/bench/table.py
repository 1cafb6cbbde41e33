"""The rows as text: lines for a terminal, and a table of docs/quality.md."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.bench.figures import Row
from tools.generated_table import put_between

MARK = "bench"


def lines(row: Row) -> str:
    """Return a row for the terminal."""
    lines_of_row = [f"{row.number}. {row.what}: {row.verdict.upper()}"]
    lines_of_row += [f"     {each}" for each in row.measured]
    lines_of_row += [f"   {'+' if each.reached else '-'} {each.text()}" for each in row.goals]
    if row.note:
        lines_of_row.append(f"     {row.note}")
    return "\n".join(lines_of_row)


def summary(rows: Sequence[Row]) -> str:
    """Return how many rows reached their goals."""
    return f"{sum(row.verdict == 'reached' for row in rows)} of {len(rows)} rows reached what they were to reach."


def markdown(rows: Sequence[Row]) -> str:
    """Return a table with one line for each row."""
    head = "| # | What | Measured | Beside (goal) | Verdict |"
    body = [
        f"| {row.number} | {row.what}{f' ({row.note})' if row.note else ''} | {'<br>'.join(row.measured)} "
        f"| {'<br>'.join(_marked(row))} | {row.verdict} |"
        for row in rows
    ]
    return "\n".join([head, "|---|---|---|---|---|", *body]) + "\n"


def write(page: Path, rows: Sequence[Row]) -> None:
    """Put the table between the marks in `page`. Raises ValueError where they are missing."""
    put_between(MARK, page, markdown(rows))


def _marked(row: Row) -> list[str]:
    return [("" if each.reached else "✗ ") + each.text() for each in row.goals]
