"""What is copied of a payment: the account to pay into, the summary, the reply."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.api.models import CashReceipt, Payment
from iamport_desktop.domain.follow_ups import FollowUp
from iamport_desktop.lookup.state import Loaded
from iamport_desktop.ui.main_window import MainWindow
from tests.conftest import NOW
from tests.support.reply_cases import ACCOUNT, UNPAID, Case
from tests.support.window import button, texts
from tests.unit.ui.conftest import found

BLOCK = """\
Shinhan Bank 900-000000-00-008
Account holder: 예시상점
Amount: ₩30,000
Deadline: Fri, November 27, 11:05 PM (Korean time)"""
PAID = Case().payment()


def awaiting(**fields: Any) -> Payment:
    return Case(UNPAID | ACCOUNT | fields).payment()


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_the_account_is_copied_as_a_block_by_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    window.show_state(found(awaiting()))
    copy = button(window, "Copy account")
    assert copy.focusPolicy() & Qt.FocusPolicy.TabFocus
    copy.setFocus()
    qtbot.keyClick(copy, Qt.Key.Key_Space)
    assert clipboard() == BLOCK
    assert any(BLOCK.replace("\n", " · ") in text for text in texts(window.pages.payment.view.header))


def test_the_fields_show_the_account_as_the_header_does(window: MainWindow) -> None:
    def fields(payment: Payment) -> set[str]:
        window.show_state(found(payment))
        shown = texts(window.pages.payment.view)
        return {text for text in shown if text.startswith(("Account number: ", "Account holder: "))}

    assert fields(awaiting()) == {"Account number: 900-000000-00-008", "Account holder: 예시상점"}
    assert "Account holder: 예**점" in fields(awaiting(buyer_name="예시상점"))
    paid = Case(ACCOUNT).payment()
    assert fields(paid) == {"Account number: ***-******-*0-008", "Account holder: 예**점"}


def test_the_buyers_name_as_holder_is_masked_until_it_is_revealed(window: MainWindow) -> None:
    window.show_state(found(awaiting(vbank_holder="홍길동", buyer_name="홍길동")))
    button(window, "Copy account").click()
    assert "Account holder: 홍*동" in clipboard()
    window.pages.payment.toggle_reveal()
    button(window, "Copy account").click()
    assert "Account holder: 홍길동" in clipboard()


@pytest.mark.parametrize(
    ("fields", "holder"),
    [
        ({"buyer_name": "김 보 기"}, "예시상점"),
        ({"buyer_name": "예"}, "예시상점"),
        ({"vbank_holder": "예시_김보기", "buyer_name": "김 보기"}, "예****기"),
        ({"vbank_holder": "김보기", "extension": {"DEPOSITOR": "김보기"}}, "김*기"),
        ({"vbank_holder": "Kim Bogi", "buyer_name": "KIM BOGI"}, "K** B***"),
    ],
    ids=["another", "one letter", "within", "depositor", "case"],
)
def test_a_holder_named_after_the_customer_is_masked(
    fields: dict[str, Any], holder: str, window: MainWindow
) -> None:
    window.show_state(found(awaiting(**fields)))
    button(window, "Copy account").click()
    assert f"Account holder: {holder}" in clipboard().splitlines()


@pytest.mark.parametrize(
    "other",
    [
        PAID,
        awaiting(vbank_date=1),
        awaiting(status="cancelled"),
        awaiting(vbank_num="unknown", pg_provider="eximbay"),
    ],
    ids=["paid", "deadline passed", "closed", "no account"],
)
def test_nothing_of_the_account_is_left_where_it_takes_no_deposit(other: Payment, window: MainWindow) -> None:
    window.show_state(found(awaiting()))
    window.show_state(found(other))
    account = window.pages.payment.view.header.account
    assert not account.isVisible()
    assert "900-000000" not in "".join(texts(account))


def test_the_watch_of_an_account_waits_for_the_deposit(window: MainWindow) -> None:
    header = window.pages.payment.view.header
    window.show_state(found(awaiting()))
    header.show_watch(possible=True, on=False)
    assert header.watch.text() == "Tell me when the deposit arrives"
    window.show_state(found(Case(UNPAID).payment()))
    assert header.watch.text() == "Tell me when it is paid"


def test_the_summary_has_the_cash_receipt_and_the_time_of_the_lookup(window: MainWindow) -> None:
    at = NOW - timedelta(minutes=3)
    page = window.pages.payment
    window.show_state(Loaded(found(PAID).imp_uid, PAID, at))
    window.add_follow_up(FollowUp.CASH_RECEIPT, CashReceipt.from_json({"apply_num": "CASH-1"}))
    page.copy_popover.copy_summary()
    assert "CASH-1" in clipboard()
    assert clipboard().splitlines()[-1] == "Looked up: 2026-11-22(Sun) 13:57:00 KST"
    window.show_state(found(Case({"imp_uid": "imp_900000000002"}).payment()))
    page.copy_popover.copy_summary()
    assert "CASH-1" not in clipboard()


def test_for_a_test_payment_the_popover_says_so(window: MainWindow) -> None:
    popover = window.pages.payment.copy_popover
    window.show_state(found(PAID))
    popover.copy_reply()
    assert not popover.caution.isVisible()
    window.show_state(found(Case({"sandbox": True}).payment()))
    popover.copy_reply()
    assert "a note for you, not a reply" in popover.caution.text()
    assert clipboard().startswith("[For the agent] This is a test payment")
    popover.copy_summary()
    assert popover.caution.text() == "This is a test payment."


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, "Open sales slip"),
        ({"pay_method": "trans", "card_code": None, "card_name": None}, "Open receipt"),
    ],
    ids=["card", "transfer"],
)
def test_the_receipt_is_called_what_it_is(fields: dict[str, Any], text: str, window: MainWindow) -> None:
    window.show_state(found(Case(fields | {"receipt_url": "https://pg.example/r"}).payment()))
    assert button(window.pages.payment.view.header, text).isEnabled()
