"""The verdicts as text: lines for a terminal, and a table of docs/quality.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.faults.case import Verdict
from tools.generated_table import put_between

MARK = "faults"


def line(number: int, verdict: Verdict) -> str:
    """Return a verdict as one row for the terminal."""
    outcome = "survived" if verdict.survived else "DID NOT SURVIVE"
    case = verdict.case
    ways = f" ({case.variants} ways)" if case.variants > 1 else ""
    stall = f"{1000 * verdict.gap.own:.0f} ms"
    return f"{number:>4}  {case.group:<12}  {case.name + ways:<62}  {outcome:<15}  {stall:>6}"


def summary(verdicts: Sequence[Verdict]) -> str:
    """Return how many faults were survived, as a sentence."""
    survived = sum(verdict.survived for verdict in verdicts)
    ways = sum(verdict.case.variants for verdict in verdicts)
    return f"{survived} of {len(verdicts)} faults survived ({ways} with their variants)."


def by_group(verdicts: Sequence[Verdict]) -> dict[str, list[Verdict]]:
    """Return the verdicts of each group, the groups in the order of their first verdict."""
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault(verdict.case.group, []).append(verdict)
    return groups


def markdown(verdicts: Sequence[Verdict]) -> str:
    """Return a table with a row for each group, and a folded list of all faults."""
    return "\n".join(_markdown(verdicts)) + "\n"


def _markdown(verdicts: Sequence[Verdict]) -> Iterator[str]:
    groups = by_group(verdicts)
    yield "| Faults | Survived | Longest time without an answer |"
    yield "|---|---|---|"
    for group, members in groups.items():
        longest = max(verdict.gap.own for verdict in members)
        yield f"| {group} | {_count(members)} | {1000 * longest:.0f} ms |"
    yield f"| **All** | **{_count(verdicts)}** | |"
    yield ""
    yield "<details><summary>All of them</summary>"
    yield ""
    for group, members in groups.items():
        yield f"- **{group}:** {'; '.join(_name(verdict) for verdict in members)}."
    yield ""
    yield "</details>"


def _count(verdicts: Sequence[Verdict]) -> str:
    return f"{sum(verdict.survived for verdict in verdicts)} / {len(verdicts)}"


def _name(verdict: Verdict) -> str:
    count = verdict.case.variants
    ways = f" ({count} ways)" if count > 1 else ""
    name = verdict.case.name.replace("<", "&lt;")
    return name + ways + ("" if verdict.survived else " — **did not run_case**")


def write(page: Path, verdicts: Sequence[Verdict]) -> None:
    """Put the table between the marks in `page`. Raises ValueError where they are missing."""
    put_between(MARK, page, markdown(verdicts))
