"""What the window can show, one at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment


@dataclass(frozen=True, slots=True)
class Starting:
    """Nothing was asked yet, and the key is still being fetched from the keyring."""


@dataclass(frozen=True, slots=True)
class FirstStart:
    """There is no key yet: two ways on, entering one or looking at sample payments."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Waiting for an imp_uid."""


@dataclass(frozen=True, slots=True)
class Loading:
    """A lookup is under way."""

    imp_uid: ImpUid


@dataclass(frozen=True, slots=True)
class Found:
    """A payment, as it was at `as_of` (aware)."""

    imp_uid: ImpUid
    payment: Payment
    as_of: datetime


@dataclass(frozen=True, slots=True)
class Problem:
    """The lookup of `imp_uid`, or the way to the key where it is None, ended with `error`."""

    imp_uid: ImpUid | None
    error: Exception


Screen = Starting | FirstStart | Ready | Loading | Found | Problem
