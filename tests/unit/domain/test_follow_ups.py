"""Which further requests apply to a payment."""

from __future__ import annotations

from typing import Any

import pytest

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.follow_ups import FollowUp, applicable_follow_ups
from tests.conftest import RULES


@pytest.mark.parametrize(
    ("fields", "applicable"),
    [
        ({}, set()),
        ({"cash_receipt_issued": True}, {FollowUp.CASH_RECEIPT}),
        ({"pg_provider": "nice_v2", "pay_method": "trans", "paid_at": 1}, {FollowUp.CASH_RECEIPT}),
        ({"pg_provider": "nice_v2", "pay_method": "vbank"}, set()),  # not paid yet
        ({"pg_provider": "nice_v2", "pay_method": "card", "paid_at": 1}, set()),
        ({"pg_provider": "paypal", "pay_method": "trans", "paid_at": 1}, set()),
        ({"escrow": True}, {FollowUp.DELIVERY}),
        ({"pg_provider": "payco", "pay_method": "card", "paid_at": 1}, {FollowUp.BALANCE}),
        ({"emb_pg_provider": "payco", "paid_at": 1}, {FollowUp.BALANCE}),
        ({"pay_method": "payco", "paid_at": 1}, {FollowUp.BALANCE}),
        ({"emb_pg_provider": "payco"}, set()),
    ],
    ids=str,
)
def test_applicable_follow_ups(fields: dict[str, Any], applicable: set[FollowUp]) -> None:
    assert set(applicable_follow_ups(Payment.from_json(fields), RULES.pg)) == applicable
