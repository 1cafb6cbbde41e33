"""How old what is shown is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from iamport_desktop.presentation.speech import translate
from iamport_desktop.presentation.times import ago, clock

FRESH = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Freshness:
    """`text` tells when the payment was like that; after a minute it is no longer fresh."""

    text: str
    fresh: bool


def freshness(as_of: datetime, now: datetime) -> Freshness:
    """`As of 14:05:11`, and how long ago once that is a minute."""
    text = translate("Freshness", "As of {time}").format(time=clock(as_of))
    if now - as_of < FRESH:
        return Freshness(text, fresh=True)
    return Freshness(f"{text} · {ago(as_of, now)}", fresh=False)
