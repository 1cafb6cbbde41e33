"""The verdicts as text: lines for a terminal, and a part of the README."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.faults.case import Verdict

BEGIN, END = "<!-- faults:begin -->", "<!-- faults:end -->"


def line(number: int, verdict: Verdict) -> str:
    """One row for the terminal."""
    said = "survived" if verdict.survived else "DID NOT SURVIVE"
    case = verdict.case
    ways = f" ({case.variants} ways)" if case.variants > 1 else ""
    stall = f"{1000 * verdict.gap.own:.0f} ms"
    return f"{number:>4}  {case.group:<12}  {case.name + ways:<62}  {said:<15}  {stall:>6}"


def summary(verdicts: Sequence[Verdict]) -> str:
    """The count."""
    survived = sum(each.survived for each in verdicts)
    ways = sum(each.case.variants for each in verdicts)
    return f"{survived} of {len(verdicts)} faults survived ({ways} with their variants)."


def by_group(verdicts: Sequence[Verdict]) -> dict[str, list[Verdict]]:
    """The verdicts of each group, the groups in the order of their first."""
    groups: dict[str, list[Verdict]] = {}
    for each in verdicts:
        groups.setdefault(each.case.group, []).append(each)
    return groups


def markdown(verdicts: Sequence[Verdict]) -> str:
    """A row for each group, and all faults under a fold."""
    return "\n".join(_markdown(verdicts)) + "\n"


def _markdown(verdicts: Sequence[Verdict]) -> Iterator[str]:
    yield "| Faults | Survived | Longest time without an answer |"
    yield "|---|---|---|"
    for group, each in by_group(verdicts).items():
        longest = max(verdict.gap.own for verdict in each)
        yield f"| {group} | {_count(each)} | {1000 * longest:.0f} ms |"
    yield f"| **All** | **{_count(verdicts)}** | |"
    yield ""
    yield "<details><summary>All of them</summary>"
    yield ""
    for group, each in by_group(verdicts).items():
        yield f"- **{group}:** " + "; ".join(_named(verdict) for verdict in each) + "."
    yield ""
    yield "</details>"


def _count(verdicts: Sequence[Verdict]) -> str:
    return f"{sum(each.survived for each in verdicts)} of {len(verdicts)}"


def _named(verdict: Verdict) -> str:
    ways = f" ({verdict.case.variants} ways)" if verdict.case.variants > 1 else ""
    name = verdict.case.name.replace("<", "&lt;")
    return name + ways + ("" if verdict.survived else " — **did not survive**")


def write_into(readme: Path, text: str) -> None:
    """Put `text` between the marks in `readme`. Raises ValueError where they are missing."""
    before, begin, rest = readme.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{readme} has no {BEGIN} … {END}")
    readme.write_text(f"{before}{BEGIN}\n{text}{END}{after}", encoding="utf-8")
