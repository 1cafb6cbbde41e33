"""Cash receipt, delivery and balance as sections."""

from __future__ import annotations

from dataclasses import replace

import pytest

from iamport_desktop.api import errors
from iamport_desktop.api.models import Balance, CashReceipt, Delivery, Payment
from iamport_desktop.domain.follow_ups import FollowUp
from iamport_desktop.presentation.follow_ups import follow_up_section
from iamport_desktop.presentation.view_model import FormatContext
from tests.support.view_model_texts import texts_in

PAYMENT = Payment.from_json(
    {"imp_uid": "imp_900000000001", "status": "paid", "amount": 30_000, "currency": "KRW"}
)


def shown_rows(follow_up: FollowUp, outcome: object, context: FormatContext) -> list[tuple[str, str]]:
    section = follow_up_section(follow_up, outcome, PAYMENT, context)
    return [(row.name, row.shown) for row in section.rows] if section else []


def test_a_cash_receipt(context: FormatContext) -> None:
    receipt = CashReceipt.from_json(
        {
            "imp_uid": "imp_900000000001",
            "receipt_tid": "R1",
            "apply_num": "000000006",
            "type": "person",
            "amount": 45_900,
            "vat": "4173",
            "applied_at": 1_790_000_000,
            "cancelled_at": 0,
            "receipt_url": "https://pg.example/cash?x=a%2Bb",
            "identifier": "010-1234-5678",
        }
    )
    assert shown_rows(FollowUp.CASH_RECEIPT, receipt, context) == [
        ("type", "Income deduction (personal)"),
        ("amount", "₩45,900"),
        ("vat", "₩4,173"),
        ("applied_at", "2026-09-21 23:13:20 KST"),
        ("apply_num", "000000006"),
        ("receipt_tid", "R1"),
        ("receipt_url", "https://pg.example/…"),
        ("identifier", "••••••"),
    ]
    assert shown_rows(FollowUp.CASH_RECEIPT, replace(receipt, cancelled_at=receipt.applied_at), context)[
        0
    ] == (
        "cancelled_at",
        "2026-09-21 23:13:20 KST",
    )


def test_a_delivery_is_masked(context: FormatContext) -> None:
    delivery = Delivery.from_json(
        {
            "company": "CJGLS",
            "invoice": "123",
            "address": "서울특별시 강남구 테헤란로 1",
            "sender": {"name": "홍길동"},
        }
    )
    shown = dict(shown_rows(FollowUp.DELIVERY, delivery, context))
    assert shown["address"] == "서울특별시 강남구 ****"
    assert "홍길동" not in "".join(texts_in(follow_up_section(FollowUp.DELIVERY, delivery, PAYMENT, context)))
    revealed = dict(shown_rows(FollowUp.DELIVERY, delivery, replace(context, revealed=True)))
    assert revealed["address"] == "서울특별시 강남구 테헤란로 1"


def test_a_balance(context: FormatContext) -> None:
    balance = Balance.from_json(
        {
            "amount": 30_000,
            "primary": {"tax_free": 0, "supply": 18_182, "vat": 1_818, "service": 0},
            "secondary": {"tax_free": 10_000},
            "discount": {"supply": 0},
            "cash_receipt": None,
        }
    )
    assert shown_rows(FollowUp.BALANCE, balance, context) == [
        ("amount", "₩30,000"),
        ("primary", "₩20,000"),
        ("secondary", "₩10,000"),
    ]


@pytest.mark.parametrize("follow_up", FollowUp)
@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (errors.PaymentNotFound("없음"), None),
        (errors.BadRequest("", http_status=409), None),
        (errors.BadRequest("", http_status=405), None),
        (errors.BadRequest("나쁜 요청", http_status=400), "Could not be read: 나쁜 요청"),
        (errors.ServerError("", http_status=503), "Could not be read: The payment server"),
        (errors.ConnectionBroken(), "Could not be read: The connection broke"),
        (ValueError("secret"), "Could not be read: Something unexpected"),
        (
            errors.ApiBusinessError("a\u202e\n" + "x" * 10_000, http_status=200, code=1),
            "Could not be read: a[U+202E]⏎xxx",
        ),
    ],
    ids=repr,
)
def test_a_failed_request(
    error: Exception, expected: str | None, follow_up: FollowUp, context: FormatContext
) -> None:
    ((name, shown),) = shown_rows(follow_up, error, context)
    assert name == follow_up
    assert shown.startswith(expected) if expected else "Could not" not in shown
    assert len(shown) <= 300


def test_nothing_to_say(context: FormatContext) -> None:
    assert follow_up_section(FollowUp.DELIVERY, Delivery.from_json({}), PAYMENT, context) is None


@pytest.mark.parametrize("follow_up", FollowUp)
def test_titles(follow_up: FollowUp, language: str, context: FormatContext) -> None:
    section = follow_up_section(follow_up, errors.PaymentNotFound(), PAYMENT, context)
    assert section
    assert section.title.isascii() == (language == "en")
    assert section.rows[0].shown.isascii() == (language == "en")
