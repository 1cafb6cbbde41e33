"""Measurements, and their ratio to a peer's."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sample:
    """The measurements of one program, in the order of the rounds, in any unit."""

    name: str
    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The median."""
        return statistics.median(self.values)

    def text(self, unit: str, factor: float, digits: int = 1) -> str:
        """Return `45.1 ms (44.0 to 47.9)`: the median and the middle half of the rounds."""
        low, high = quantile(self.values, 0.25), quantile(self.values, 0.75)
        numbers = [f"{each * factor:,.{digits}f}" for each in (self.median, low, high)]
        return f"{self.name} {numbers[0]} {unit} ({numbers[1]}–{numbers[2]})"


def ratio(ours: Sample, theirs: Sample) -> float:
    """Return the median of the ratios of each round: what disturbs a round disturbs both."""
    return statistics.median(a / b for a, b in zip(ours.values, theirs.values, strict=True))


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value that a `share` of them do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure, and the limit that it must not exceed."""

    what: str
    value: float
    limit: float
    unit: str = "×"

    @property
    def reached(self) -> bool:
        """Whether it does not exceed its limit."""
        return self.value <= self.limit

    def text(self) -> str:
        """Return `1.08 × raw (≤ 1.15)`."""
        return f"{self.value:.2f} {self.unit} {self.what} (≤ {self.limit:g})".replace("  ", " ")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table. `note` says how it was measured, or why it was not."""

    number: int
    what: str
    measured: tuple[str, ...]
    goals: tuple[Goal, ...]
    note: str = ""

    @property
    def verdict(self) -> str:
        """`reached`, `missed`, or `not measured`."""
        if not self.goals:
            return "not measured"
        return "reached" if all(each.reached for each in self.goals) else "missed"
