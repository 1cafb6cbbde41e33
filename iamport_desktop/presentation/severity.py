"""The colour families of what is shown. Apart from the states that wear them, since the first paint needs only these."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """The colour family of a state; an icon and a word always stand beside it."""

    SUCCESS = "success"
    WARNING = "warning"
    NEUTRAL = "neutral"
    WAITING = "waiting"
    ERROR = "error"
    ANOMALY = "anomaly"
