"""The kind of method that a payment was made with."""

from __future__ import annotations

from typing import Any

import pytest

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.payment_method import PaymentMethodKind, method_kind


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"pay_method": "card"}, PaymentMethodKind.CARD),
        ({"pay_method": "card", "emb_pg_provider": "kakaopay"}, PaymentMethodKind.CARD),
        ({"pay_method": "point", "pg_provider": "kakaopay"}, PaymentMethodKind.KAKAOPAY_MONEY),
        ({"pay_method": "point", "pg_provider": "kakaopay", "card_code": "366"}, PaymentMethodKind.CARD),
        ({"pay_method": "point", "card_name": "신한카드"}, PaymentMethodKind.CARD),
        ({"pay_method": "trans"}, PaymentMethodKind.TRANSFER),
        ({"pay_method": "vbank"}, PaymentMethodKind.VIRTUAL_ACCOUNT),
        ({"pay_method": "phone"}, PaymentMethodKind.PHONE),
        ({"pay_method": "paypal", "pg_provider": "paypal_v2"}, PaymentMethodKind.PAYPAL),
        ({"pay_method": "point", "pg_provider": "naverpay"}, PaymentMethodKind.NAVERPAY),
        ({"pay_method": "culturegift"}, PaymentMethodKind.GIFT_CARD),
        ({"pay_method": "sample_coin"}, PaymentMethodKind.OTHER),
        ({}, PaymentMethodKind.OTHER),
    ],
    ids=str,
)
def test_method_kind(fields: dict[str, Any], kind: PaymentMethodKind) -> None:
    assert method_kind(Payment.from_json(fields)) is kind
