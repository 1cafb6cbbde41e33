"""How much of a payment was left after each of its cancellations."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.status import is_decidable, sums


def remaining_after_each(payment: Payment) -> tuple[Decimal, ...] | None:
    """Return what was left after each entry of `cancel_history`, in its order and in the currency's major unit.

    Cancellations of the same second are taken together. None where an amount or a time is missing, or where the
    amounts contradict each other.
    """
    changes = _changes(payment)
    total = sums(payment)
    if changes is None or total.amount is None or not is_decidable(payment):
        return None
    left = total.amount if total.deposited is None else Decimal(0)
    left_at: dict[datetime, Decimal] = {}
    for moment, change in sorted(changes, key=lambda change: change[0]):
        left += change
        left_at[moment] = left
    if left != total.remaining or min(left_at.values(), default=left) < 0:
        return None
    return tuple(left_at[entry.cancelled_at] for entry in payment.cancel_history or () if entry.cancelled_at)


def _changes(payment: Payment) -> list[tuple[datetime, Decimal]] | None:
    """Return when what came and what went back, as negative amounts; None if any of that is not known."""
    changes: list[tuple[datetime, Decimal]] = []
    for deposit in payment.deposit_history or ():
        if deposit.deposited_at is None or deposit.amount is None or deposit.amount < 0:
            return None
        changes.append((deposit.deposited_at, deposit.amount))
    for cancellation in payment.cancel_history or ():
        if cancellation.cancelled_at is None or cancellation.amount is None or cancellation.amount < 0:
            return None
        changes.append((cancellation.cancelled_at, -cancellation.amount))
    return changes
