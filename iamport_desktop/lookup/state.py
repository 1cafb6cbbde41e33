"""The state of the lookups, of which the window shows one at a time, the subjects of searches, and watched payments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment, PaymentList
from iamport_desktop.api.origin import Origin
from iamport_desktop.query.parse import Question


@dataclass(frozen=True, slots=True)
class Order:
    """All attempts to pay an order; where no order has this number, the payment `or_imp_uid`, if that is given."""

    merchant_uid: str
    or_imp_uid: ImpUid | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Several imp_uids of one search."""

    imp_uids: tuple[ImpUid, ...]


Subject = ImpUid | Order | Batch


@dataclass(frozen=True, slots=True)
class Starting:
    """The key is being loaded from the keyring."""


@dataclass(frozen=True, slots=True)
class FirstStart:
    """There is no key."""


@dataclass(frozen=True, slots=True)
class Ready:
    """There is a key, and nothing was searched for."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A text was searched for that is not sent before the agent says so."""

    question: Question


@dataclass(frozen=True, slots=True)
class Loading:
    """A lookup is under way; of `shown` once more, which stays on the screen, or of something else."""

    subject: Subject
    shown: Loaded | Results | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A payment as the API returned it at `as_of` (aware); `attempts` are those of its order, if that was asked for."""

    imp_uid: ImpUid
    payment: Payment
    as_of: datetime
    attempts: PaymentList | None = None

    @property
    def subject(self) -> Subject:
        """What a refresh asks for."""
        return self.imp_uid


@dataclass(frozen=True, slots=True)
class Results:
    """Several payments as of `as_of` (aware), paid ones first, test payments last.

    `missing`: the imp_uids that were not found; `contradictory`: those that were answered twice, and differently.
    `complete`: whether these are all attempts of an order.
    """

    subject: Order | Batch
    payments: tuple[Payment, ...]
    missing: tuple[ImpUid, ...]
    as_of: datetime
    contradictory: tuple[str, ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Failed:
    """The lookup of `subject` ended with `error`; without a subject, loading the key did."""

    subject: Subject | None
    error: Exception


Result = Loaded | Results
LookupState = Starting | FirstStart | Ready | Asking | Loading | Result | Failed


class WatchState(Enum):
    """Whether a watch goes on, or how it ended."""

    WAITING = auto()
    CHANGED = auto()  # the payment is decided
    TIME_OVER = auto()
    KEY_GONE = auto()  # the key was replaced, removed or refused


@dataclass(frozen=True, slots=True)
class WatchedPayment:
    """A payment of the API at `origin`, as the last check saw it. `next_check` (aware) is None when the watch ended."""

    imp_uid: ImpUid
    payment: Payment
    origin: Origin
    state: WatchState
    next_check: datetime | None = None
