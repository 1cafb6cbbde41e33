"""The verdicts as text: lines for a terminal, and a part of the README."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.case import Verdict
from tests.support.readme import put_between

MARK = "faults"


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


@dataclass(frozen=True)
class Words:
    """What the table says in one language, beside the names of the faults."""

    headings: tuple[str, str, str]
    everything: str
    all_of_them: str
    ways: str
    lost: str
    groups: dict[str, str] = field(default_factory=dict)


ENGLISH = Words(
    ("Faults", "Survived", "Longest time without an answer"),
    "All",
    "All of them",
    "{count} ways",
    "did not survive",
)
KOREAN = Words(
    ("장애", "견딘 수", "창이 응답하지 않은 가장 긴 시간"),
    "전체",
    "전체 목록",
    "{count}가지",
    "견디지 못함",
    {
        "Network": "네트워크",
        "Schema": "응답의 구조",
        "Hostile text": "악의적인 글",
        "Keyring": "키링",
        "OS": "운영체제",
    },
)


def markdown(verdicts: Sequence[Verdict], words: Words = ENGLISH) -> str:
    """A row for each group, and all faults under a fold."""
    return "\n".join(_markdown(verdicts, words)) + "\n"


def _markdown(verdicts: Sequence[Verdict], words: Words) -> Iterator[str]:
    yield f"| {' | '.join(words.headings)} |"
    yield "|---|---|---|"
    for group, each in by_group(verdicts).items():
        longest = max(verdict.gap.own for verdict in each)
        yield f"| {words.groups.get(group, group)} | {_count(each)} | {1000 * longest:.0f} ms |"
    yield f"| **{words.everything}** | **{_count(verdicts)}** | |"
    yield ""
    yield f"<details><summary>{words.all_of_them}</summary>"
    yield ""
    for group, each in by_group(verdicts).items():
        named = "; ".join(_named(verdict, words) for verdict in each)
        yield f"- **{words.groups.get(group, group)}:** {named}."
    yield ""
    yield "</details>"


def _count(verdicts: Sequence[Verdict]) -> str:
    return f"{sum(each.survived for each in verdicts)} / {len(verdicts)}"


def _named(verdict: Verdict, words: Words) -> str:
    count = verdict.case.variants
    ways = f" ({words.ways.format(count=count)})" if count > 1 else ""
    name = verdict.case.name.replace("<", "&lt;")
    return name + ways + ("" if verdict.survived else f" — **{words.lost}**")


def write(readme: Path, verdicts: Sequence[Verdict]) -> None:
    """Put the table between the marks in `readme`, in its language. Raises ValueError where they are missing."""
    put_between(MARK, readme, markdown(verdicts, KOREAN if readme.name.endswith(".ko.md") else ENGLISH))
