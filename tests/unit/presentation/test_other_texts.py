"""What is said of a watched payment, and of trouble in the app itself."""

from __future__ import annotations

import re

from iamport_desktop.api.codes import CodeTables
from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.notices import earlier_trouble, given_up, news, trouble, watched
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
    reading = FormatContext("ko" if language == "ko" else "en", codes, NOW, revealed=True)
    payment = Payment.from_json(AWAITED)
    title, body = news(UID, payment, reading)
    said = [watched(UID, payment, NOW, reading), f"{title} {body}", given_up(UID, payment, reading)]
    assert all(UID in text and "30,000" in text for text in said)
    assert all(bool(re.search("[가-힣]", text)) == (language == "ko") for text in said)
    assert not any(person in text for text in said for person in ("홍길동", "1234", "90000000000006", "{"))
    assert "14:00:00" in said[0]


def test_a_payment_without_an_amount_is_named_all_the_same(reading: FormatContext) -> None:
    assert news(UID, Payment.from_json({"imp_uid": UID}), reading) == ("Unknown status", UID)


def test_trouble_names_its_report(language: str) -> None:
    report = "/srv/desk/{report} %n.txt"
    said = [trouble(report), earlier_trouble(report)]
    assert all(report in text for text in said)
    said.append(trouble(""))
    assert len(set(said)) == 3
    assert all(bool(re.search("[가-힣]", text)) == (language == "ko") for text in said)
