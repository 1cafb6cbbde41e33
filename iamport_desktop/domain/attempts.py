"""The order of several attempts to pay for one order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from iamport_desktop.api.models import Payment

_MONEY_MOVED = ("paid", "cancelled")
_EARLIEST = datetime.min.replace(tzinfo=UTC)


def best_first(payments: Iterable[Payment]) -> tuple[Payment, ...]:
    """Sort paid and cancelled payments first, the newest first among them: a failed retry may be the newest."""
    newest_first = sorted(payments, key=lambda payment: attempt_time(payment) or _EARLIEST, reverse=True)
    return tuple(sorted(newest_first, key=lambda payment: payment.status not in _MONEY_MOVED))


def attempt_time(payment: Payment) -> datetime | None:
    """Return when `payment` was paid, or else started or failed (aware); None for one without any time."""
    return payment.paid_at or payment.started_at or payment.failed_at
