"""Watched payments in words: the list, the line and the notification."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from iamport_desktop.api.codes import CodeTables
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.api.origin import PORTONE
from iamport_desktop.lookup.state import WatchedPayment, WatchState
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.view_model import FormatContext
from iamport_desktop.presentation.watching import WatchList, change_notification, watch_list
from tests.conftest import NOW, RULES

UID = ImpUid("imp_900000000001")
AWAITED = {
    "imp_uid": UID,
    "merchant_uid": "ORD-1",
    "status": "ready",
    "pay_method": "vbank",
    "amount": 30_000,
    "currency": "KRW",
    "vbank_num": "90000000000006",
    "buyer_name": "홍길동",
    "name": "컵",
}


def watched(state: WatchState = WatchState.WAITING, **fields: Any) -> WatchedPayment:
    next_check = NOW + timedelta(seconds=20) if state is WatchState.WAITING else None
    return WatchedPayment(UID, Payment.from_json(AWAITED | fields), PORTONE, state, next_check)


CHANGED = watched(WatchState.CHANGED, status="paid", paid_at=int(NOW.timestamp()))


@pytest.fixture
def revealed(codes: CodeTables, language: str) -> FormatContext:
    """Of a payment on screen whose personal data is revealed: what is said of others stays masked."""
    return FormatContext("ko" if language == "ko" else "en", codes, RULES, NOW, revealed=True)


def test_a_row_names_the_payment_and_its_next_check(context: FormatContext) -> None:
    shown = watch_list([watched()], context)
    (row,) = shown.rows
    assert row.cells[1:] == ("컵", "ORD-1", "₩30,000", "Next check 14:00:20")
    assert shown.sentence == shown.latest == ""


def test_what_is_waited_for_depends_on_the_method(revealed: FormatContext) -> None:
    texts = [
        watch_list([item], revealed).rows[0].cells[0]
        for item in (watched(), watched(pay_method="card", vbank_num=None, status="pending"))
    ]
    korean = ["입금되면 알림", "결제되면 알림"]
    english = ["Notify on deposit", "Notify on payment"]
    assert texts == (korean if revealed.language == "ko" else english)


def test_the_line_says_how_the_last_watch_ended(revealed: FormatContext) -> None:
    over = watched(WatchState.TIME_OVER, imp_uid="imp_900000000002")
    shown = watch_list([CHANGED, over, watched()], revealed)
    assert "3" in shown.title
    assert shown.latest == UID
    assert shown.severity is Severity.SUCCESS
    assert shown.sentence.endswith(f"컵 · ORD-1 · {revealed.money(CHANGED.payment.amount, 'KRW')}")
    sentences = {watch_list([item], revealed).sentence for item in (over, watched(WatchState.KEY_GONE))}
    assert len(sentences | {shown.sentence}) == 3


def test_nothing_is_watched(context: FormatContext) -> None:
    assert watch_list([], context) == WatchList()


def test_no_person_is_named(revealed: FormatContext) -> None:
    personal = {"merchant_uid": "010-1234-5678", "name": "컵 010-1234-5678"}
    item = replace(CHANGED, payment=Payment.from_json(AWAITED | personal))
    shown = watch_list([item, watched(WatchState.WAITING, **personal)], revealed)
    texts = [
        *change_notification(item, revealed),
        shown.sentence,
        *(c for row in shown.rows for c in row.cells),
    ]
    assert any("컵" in text for text in texts)
    assert not any(person in text for text in texts for person in ("홍길동", "1234-", "90000000000006", "{"))
    if revealed.language == "ko":
        assert all(re.search("[가-힣]", text) for text in (shown.title, shown.sentence))


def test_a_payment_without_product_and_order_number_is_named_by_its_imp_uid(context: FormatContext) -> None:
    item = replace(CHANGED, payment=Payment.from_json({"imp_uid": UID}))
    assert change_notification(item, context) == ("Unknown status", UID)


def test_a_long_product_leaves_room_for_the_order_number(context: FormatContext) -> None:
    _, body = change_notification(watched(name="가" * 10_000), context)
    assert len(body) < 120
    assert "ORD-1 · ₩30,000" in body
