"""All rules about payments that are kept as data, read once and handed in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from iamport_desktop.domain.business_days import load_holidays
from iamport_desktop.domain.failure_reasons import FailureReasons
from iamport_desktop.domain.pg_rules import PgRules


@dataclass(frozen=True, slots=True)
class Rules:
    """What the vendor documents per PG, and what the PGs' texts about failures mean."""

    pg: PgRules
    failures: FailureReasons

    def warm_up(self) -> None:
        """Do ahead what the first payment would wait for otherwise. May run on any thread."""
        self.failures.compile()
        load_holidays()

    @classmethod
    def load(cls, resources: Path) -> Self:
        """Read the files below `resources`, the folder of the program's data.

        Raises OSError when a file cannot be read, ValueError when one is damaged.
        """
        return cls(PgRules.load(resources / "rules"), FailureReasons.load(resources / "failure_reasons.toml"))
