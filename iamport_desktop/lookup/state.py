"""What the window can show, one at a time, and what it was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment


@dataclass(frozen=True, slots=True)
class Order:
    """An order number: every attempt to pay it."""

    merchant_uid: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Several imp_uids that were pasted at once."""

    imp_uids: tuple[ImpUid, ...]


Subject = ImpUid | Order | Batch


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

    subject: Subject


@dataclass(frozen=True, slots=True)
class Loaded:
    """A payment, as it was at `as_of` (aware)."""

    imp_uid: ImpUid
    payment: Payment
    as_of: datetime

    @property
    def subject(self) -> Subject:
        """What a refresh asks for."""
        return self.imp_uid


@dataclass(frozen=True, slots=True)
class Results:
    """Several payments to choose from, paid ones first; `missing` are the imp_uids that were not found."""

    subject: Order | Batch
    payments: tuple[Payment, ...]
    missing: tuple[ImpUid, ...]
    as_of: datetime


@dataclass(frozen=True, slots=True)
class Failed:
    """The lookup of `subject`, or the way to the key where it is None, ended with `error`."""

    subject: Subject | None
    error: Exception


Result = Loaded | Results
LookupState = Starting | FirstStart | Ready | Loading | Result | Failed
