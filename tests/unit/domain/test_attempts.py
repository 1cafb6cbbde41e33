"""The order of several attempts."""

from __future__ import annotations

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.attempts import best_first

FAILED = Payment.from_json({"status": "failed", "failed_at": 1_700_000_000})
RETRIED = Payment.from_json({"status": "ready", "started_at": 1_700_000_200})
TIMELESS = Payment.from_json({"status": "ready"})
PAID = Payment.from_json({"status": "paid", "paid_at": 1_700_000_100, "started_at": 1_700_000_020})
CANCELLED = Payment.from_json({"status": "cancelled", "paid_at": 1_700_000_050})


def test_paid_and_cancelled_come_first_though_a_retry_is_newer() -> None:
    attempts = best_first([FAILED, RETRIED, CANCELLED, TIMELESS, PAID])
    assert attempts == (PAID, CANCELLED, RETRIED, FAILED, TIMELESS)
