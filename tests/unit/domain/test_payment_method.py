"""What a payment was made with."""

from __future__ import annotations

from typing import Any

import pytest

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.payment_method import (
    PaymentMethod,
    account_number,
    has_account,
    payment_kind,
    payment_method,
)
from iamport_desktop.domain.pg_rule_types import PaymentKind
from tests.conftest import RULES


@pytest.mark.parametrize(
    ("fields", "method"),
    [
        ({"pay_method": "card"}, PaymentMethod.CARD),
        ({"pay_method": "card", "card_type": 0}, PaymentMethod.CARD),
        ({"pay_method": "card", "card_type": 1}, PaymentMethod.CHECK_CARD),
        ({"pay_method": "point", "card_code": "366"}, PaymentMethod.CARD),
        ({"pay_method": "point", "card_name": "신한카드", "card_type": 1}, PaymentMethod.CHECK_CARD),
        ({"pay_method": "point"}, PaymentMethod.OTHER),
        ({"pay_method": "trans"}, PaymentMethod.TRANSFER),
        ({"pay_method": "vbank"}, PaymentMethod.VIRTUAL_ACCOUNT),
        ({"vbank_num": "900-000000-00-008"}, PaymentMethod.VIRTUAL_ACCOUNT),
        ({"pay_method": "vbank", "pg_provider": "eximbay"}, PaymentMethod.CONVENIENCE_STORE),
        ({"pay_method": "cvs", "pg_provider": "inicis_jp"}, PaymentMethod.CONVENIENCE_STORE),
        ({"pay_method": "phone"}, PaymentMethod.PHONE),
        ({"pay_method": "sample_coin"}, PaymentMethod.OTHER),
        ({}, PaymentMethod.OTHER),
    ],
    ids=str,
)
def test_method(fields: dict[str, Any], method: PaymentMethod) -> None:
    assert payment_method(Payment.from_json(fields), RULES.pg) is method


def test_what_rules_are_chosen_by() -> None:
    codes = {"pg_provider": "kcp", "pay_method": "card", "emb_pg_provider": "kakaopay"}
    payment = Payment.from_json(codes | {"card_type": 1, "sandbox": True, "escrow": True})
    assert payment_kind(payment) == PaymentKind(**codes, card_type="check", is_test=True, escrow=True)
    assert payment_kind(Payment.from_json({"card_type": 0})) == PaymentKind()  # no card, whatever its type


@pytest.mark.parametrize(
    ("fields", "number", "issued"),
    [
        ({"vbank_num": "900-000000-00-008"}, "900-000000-00-008", True),
        ({"vbank_num": "unknown"}, "", False),
        ({"vbank_num": "", "vbank_issued_at": 1_790_000_000}, "", True),
        ({"vbank_date": 1_790_000_000}, "", True),
        ({"vbank_date": 0, "pay_method": "vbank"}, "", False),
    ],
    ids=str,
)
def test_account(fields: dict[str, Any], number: str, issued: bool) -> None:
    payment = Payment.from_json(fields)
    assert (account_number(payment), has_account(payment)) == (number, issued)
