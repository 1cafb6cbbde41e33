"""Names of receipts, and what is said of their links."""

from __future__ import annotations

import pytest

from iamport_desktop.domain.payment_method import PaymentMethod
from iamport_desktop.domain.status import State
from iamport_desktop.domain.url_safety import MAX_LENGTH, UrlFault, check_url
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.presentation.receipts import (
    ReceiptName,
    cancellation_slip,
    cash_receipt,
    link_hint,
    receipt_name,
)

REFUSED = {
    UrlFault.NOT_A_WEB_ADDRESS: ("ftp://pg.example/r", "Not opened: not a web address"),
    UrlFault.TOO_LONG: ("https://pg.example/" + "x" * MAX_LENGTH, "Not opened: too long an address"),
    UrlFault.UNEXPECTED_CHARACTER: (
        "https://pg.example/\u202e",
        "Not opened: a character that no address has",
    ),
    UrlFault.USERINFO: ("https://pg.example@evil.example/", "Not opened: a user name hides the host"),
    UrlFault.BAD_HOST: ("https://-x.example/", "Not opened: no valid host"),
    UrlFault.NOT_PUBLIC: ("https://192.168.0.1/", "Not opened: inside a private network"),
}


@pytest.mark.parametrize(
    ("state", "method", "korean"),
    [
        (State.PAID, PaymentMethod.CARD, "매출전표"),
        (State.FULLY_CANCELLED, PaymentMethod.CHECK_CARD, "매출전표"),
        (State.PAID, PaymentMethod.VIRTUAL_ACCOUNT, "영수증"),
        (State.AWAITING_DEPOSIT, PaymentMethod.VIRTUAL_ACCOUNT, "입금 전 전표"),
        (State.CLOSED_BEFORE_DEPOSIT, PaymentMethod.VIRTUAL_ACCOUNT, "입금 전 전표"),
        (State.FAILED, PaymentMethod.CARD, "전표(결제 전)"),
    ],
)
def test_a_receipt_is_named_by_what_it_is(
    translation: Translation, state: State, method: PaymentMethod, korean: str
) -> None:
    translation.use("ko")
    assert receipt_name(state, method).label == korean


def test_the_other_documents_have_names(translation: Translation) -> None:
    translation.use("ko")
    assert cancellation_slip() == ReceiptName("취소전표", "취소전표 열기")
    assert cash_receipt() == ReceiptName("현금영수증", "현금영수증 열기")


def test_an_encrypted_link_names_its_host_alone() -> None:
    assert link_hint(check_url("https://pg.example/r")) == "pg.example"


def test_the_warning_stands_before_the_host() -> None:
    assert link_hint(check_url("http://pg.example/r")) == "Not encrypted: pg.example"


@pytest.mark.parametrize("fault", UrlFault)
def test_a_refused_link_says_why(fault: UrlFault) -> None:
    url, sentence = REFUSED[fault]
    check = check_url(url)
    assert (check.fault, link_hint(check)) == (fault, sentence)
