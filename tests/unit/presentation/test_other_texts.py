"""What is said of a watched payment, and of trouble in the app itself."""

from __future__ import annotations

import re

from iamport_desktop.api.codes import CodeTables
from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.notices import (
    change_notification,
    crash_message,
    previous_crash_message,
    stopped_watching_message,
    watching_message,
)
from iamport_desktop.presentation.view_model import FormatContext
from tests.conftest import NOW

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


def test_a_watch_names_its_payment_and_no_person(language: str, codes: CodeTables) -> None:
    context = FormatContext("ko" if language == "ko" else "en", codes, NOW, revealed=True)
    payment = Payment.from_json(AWAITED)
    title, body = change_notification(UID, payment, context)
    said = [
        watching_message(UID, payment, NOW, context),
        f"{title} {body}",
        stopped_watching_message(UID, payment, context),
    ]
    assert all(UID in text and "30,000" in text for text in said)
    assert all(bool(re.search("[가-힣]", text)) == (language == "ko") for text in said)
    assert not any(person in text for text in said for person in ("홍길동", "1234", "90000000000006", "{"))
    assert "14:00:00" in said[0]


def test_a_payment_without_an_amount_is_named_all_the_same(context: FormatContext) -> None:
    assert change_notification(UID, Payment.from_json({"imp_uid": UID}), context) == ("Unknown status", UID)


def test_trouble_names_its_report(language: str) -> None:
    report = "/srv/desk/{report} %n.txt"
    said = [crash_message(report), previous_crash_message(report)]
    assert all(report in text for text in said)
    said.append(crash_message(""))
    assert len(set(said)) == 3
    assert all(bool(re.search("[가-힣]", text)) == (language == "ko") for text in said)
