"""How grave a state or message is. A module of its own: the theme needs it before the first paint."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """The colour family of a state or message; an icon and a word always stand beside the colour."""

    SUCCESS = "success"
    WARNING = "warning"
    NEUTRAL = "neutral"
    WAITING = "waiting"
    ERROR = "error"
    ANOMALY = "anomaly"
