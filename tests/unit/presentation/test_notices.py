"""Short messages in the window: rejected texts, crashes, watched payments."""

from __future__ import annotations

import re

import pytest

from iamport_desktop.api.codes import CodeTables
from iamport_desktop.api.identifiers import parse_input
from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.notices import (
    change_notification,
    crash_message,
    input_feedback,
    previous_crash_message,
    stopped_watching_message,
    watching_message,
)
from iamport_desktop.presentation.view_model import FormatContext
from tests.conftest import NOW, RULES

UID = "imp_900000000001"
AWAITED = {
    "imp_uid": UID,
    "merchant_uid": "010-1234-5678",
    "status": "ready",
    "amount": 30_000,
    "currency": "KRW",
    "vbank_num": "90000000000006",
    "buyer_name": "홍길동",
    "name": "컵",
}


@pytest.mark.parametrize("text", ["imp_123456789012", "imp_123456789012 imp_123456789013"])
def test_a_text_that_is_searched_for_needs_no_feedback(text: str) -> None:
    assert input_feedback(parse_input(text)) == ""


def test_every_reason_has_its_sentence(language: str) -> None:
    texts = [input_feedback(parse_input(text)) for text in ("imp12345678", "imp_12x", "", "order-1")]
    assert len(set(texts)) == 4
    assert all(bool(re.search("[가-힣]", text)) == (language == "ko") for text in texts)
    assert not any(re.search("[{}]", text) for text in texts)
    assert "imp12345678" in texts[0]


def test_a_watched_payment_is_named_and_no_person(language: str, codes: CodeTables) -> None:
    context = FormatContext("ko" if language == "ko" else "en", codes, RULES, NOW, revealed=True)
    payment = Payment.from_json(AWAITED)
    title, body = change_notification(UID, payment, context)
    texts = [
        watching_message(UID, payment, NOW, context),
        f"{title} {body}",
        stopped_watching_message(UID, payment, context),
    ]
    assert all(UID in text and "30,000" in text for text in texts)
    assert all(bool(re.search("[가-힣]", text)) == (language == "ko") for text in texts)
    assert not any(person in text for text in texts for person in ("홍길동", "1234", "90000000000006", "{"))
    assert "14:00:00" in texts[0]


def test_a_payment_without_an_amount(context: FormatContext) -> None:
    assert change_notification(UID, Payment.from_json({"imp_uid": UID}), context) == ("Unknown status", UID)


def test_a_crash_message_names_its_report(language: str) -> None:
    report = "/srv/desk/{report} %n.txt"
    texts = [crash_message(report), previous_crash_message(report)]
    assert all(report in text for text in texts)
    texts.append(crash_message(""))
    assert len(set(texts)) == 3
    assert all(bool(re.search("[가-힣]", text)) == (language == "ko") for text in texts)
