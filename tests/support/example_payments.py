"""A payment in each state, at `tests.conftest.NOW`."""

from __future__ import annotations

from typing import Any

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.status import State
from tests.conftest import NOW

NOW_S = int(NOW.timestamp())
VBANK = {"status": "ready", "pay_method": "vbank", "vbank_num": "900-000000-00-008"}


def payment(**fields: Any) -> Payment:
    """Return a paid payment of 10,000 with `fields`; a field given as `...` is absent."""
    usual = {"imp_uid": "imp_900000000001", "status": "paid", "amount": 10_000, "cancel_amount": 0}
    return Payment.from_json({name: value for name, value in (usual | fields).items() if value is not ...})


EXAMPLES = {
    State.PAID: payment(),
    State.PARTIALLY_CANCELLED: payment(cancel_amount=4_000),
    State.FULLY_CANCELLED: payment(cancel_amount=10_000),
    State.AWAITING_DEPOSIT: payment(**VBANK),
    State.DEADLINE_PASSED: payment(**VBANK, vbank_date=NOW_S),
    State.CLOSED_BEFORE_DEPOSIT: payment(**VBANK | {"status": "cancelled"}),
    State.REGISTERED: payment(amount=0, customer_uid="customer-1", customer_uid_usage="issue"),
    State.REGISTRATION_CANCELLED: payment(amount=0, customer_uid="customer-1", status="cancelled"),
    State.WINDOW_OPEN: payment(status="ready", started_at=NOW_S),
    State.MAY_STILL_BE_PAID: payment(status="ready", pg_provider="kicc_v2", pay_method="wechat"),
    State.NOT_COMPLETED: payment(status="ready"),
    State.FAILED: payment(status="failed"),
    State.PENDING: payment(status="pending"),
    State.CONTRADICTORY: payment(status="cancelled"),
    State.UNKNOWN: payment(status="on_hold"),
}
