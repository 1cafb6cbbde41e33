"""Cash receipts, escrow deliveries and balances."""

import pytest

from tests.unit.sandbox.conftest import Caller

TEST_PAYMENT = "imp_100000000023"
UNKNOWN = "imp_999999999999"


def test_a_cash_receipt(caller: Caller) -> None:
    answer = caller.get("/receipts/imp_100000000026")
    assert answer.status_code == 200
    receipt = answer.json()["response"]
    assert set(receipt) == {
        "amount",
        "applied_at",
        "apply_num",
        "cancelled_at",
        "imp_uid",
        "receipt_tid",
        "receipt_url",
        "type",
        "vat",
    }
    assert receipt["imp_uid"] == "imp_100000000026"


@pytest.mark.parametrize("imp_uid", ["imp_100000000001", TEST_PAYMENT, UNKNOWN])
def test_no_cash_receipt(caller: Caller, imp_uid: str) -> None:
    answer = caller.get(f"/receipts/{imp_uid}")
    assert answer.status_code == 404
    assert answer.json()["message"] == (
        f"해당 아임포트 고유 번호({imp_uid})로 현금영수증을 발급 한 내역이 존재하지 않습니다."
    )


def test_a_delivery(caller: Caller) -> None:
    answer = caller.get("/escrows/logis/imp_100000000025")
    assert answer.status_code == 200
    assert set(answer.json()["response"]) == {"applied_at", "company", "invoice", "sent_at"}


@pytest.mark.parametrize(
    ("imp_uid", "status"), [("imp_100000000045", 409), (TEST_PAYMENT, 409), (UNKNOWN, 404)]
)
def test_no_delivery(caller: Caller, imp_uid: str, status: int) -> None:
    assert caller.get(f"/escrows/logis/{imp_uid}").status_code == status


def test_a_balance_adds_up_to_the_amount(caller: Caller) -> None:
    balance = caller.get("/payments/imp_100000000016/balance").json()["response"]
    parts = [balance["primary"], balance["secondary"], balance["discount"]]
    assert sum(sum(part.values()) for part in parts) == balance["amount"] == 132000
    assert len(balance["histories"]) == 1


@pytest.mark.parametrize(
    ("imp_uid", "status"), [("imp_100000000001", 405), (TEST_PAYMENT, 405), (UNKNOWN, 404)]
)
def test_no_balance(caller: Caller, imp_uid: str, status: int) -> None:
    assert caller.get(f"/payments/{imp_uid}/balance").status_code == status


def test_all_of_them_want_a_token(caller: Caller) -> None:
    for path in (
        "/receipts/x",
        "/escrows/logis/x",
        "/payments/x/balance",
        "/payments",
        "/payments/findAll/x",
    ):
        assert caller.http.get(path).status_code == 401
