"""The rows as text: for a terminal, and for a part of the README."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.bench.figures import Row
from tests.support.readme import put_between

MARK = "bench"
_VERDICTS_KO = {"reached": "달성", "missed": "미달", "not measured": "측정 안 함"}


def lines(row: Row) -> str:
    """A row for the terminal, in some lines."""
    said = [f"{row.number}. {row.what}: {row.verdict.upper()}"]
    said += [f"     {each}" for each in row.measured]
    said += [f"   {'+' if each.reached else '-'} {each.said()}" for each in row.goals]
    if row.note:
        said.append(f"     {row.note}")
    return "\n".join(said)


def summary(rows: Sequence[Row]) -> str:
    """The count."""
    return f"{sum(row.verdict == 'reached' for row in rows)} of {len(rows)} rows reached what they were to reach."


def markdown(rows: Sequence[Row], *, korean: bool) -> str:
    """A table with a row each."""
    head = (
        "| # | 무엇 | 측정값 | 비교 (목표) | 판정 |"
        if korean
        else "| # | What | Measured | Beside (goal) | Verdict |"
    )
    body = [
        f"| {row.number} | {row.what}{f' ({row.note})' if row.note else ''} | {'<br>'.join(row.measured)} "
        f"| {'<br>'.join(_marked(row))} | {_VERDICTS_KO[row.verdict] if korean else row.verdict} |"
        for row in rows
    ]
    return "\n".join([head, "|---|---|---|---|---|", *body]) + "\n"


def write(readme: Path, rows: Sequence[Row]) -> None:
    """Put the table between the marks in `readme`. Raises ValueError where they are missing."""
    put_between(MARK, readme, markdown(rows, korean=readme.name.endswith(".ko.md")))


def _marked(row: Row) -> list[str]:
    return [("" if each.reached else "✗ ") + each.said() for each in row.goals]
