from urllib.parse import quote

import pytest

from iamport_desktop.sandbox import Sandbox
from tests.unit.sandbox.conftest import Caller

RETRIED = "ORD-SAMPLE-RETRY"
TEST_PAYMENT = "imp_100000000023"
CONTRADICTORY = "imp_100000000076"
FIRST, SECOND, LAST = "imp_100000000038", "imp_100000000040", "imp_100000000039"


def listed(caller: Caller, path: str, **parameters: object) -> list[str]:
    answer = caller.get(path, params=parameters)
    assert answer.status_code == 200
    return [payment["imp_uid"] for payment in answer.json()["response"]["list"]]


def test_all_attempts_of_an_order_newest_first(caller: Caller) -> None:
    answer = caller.get(f"/payments/findAll/{RETRIED}").json()["response"]
    assert [payment["imp_uid"] for payment in answer["list"]] == [LAST, SECOND, FIRST]
    assert (answer["total"], answer["previous"], answer["next"]) == (3, 0, 0)


def test_find_gives_the_newest_attempt_only(caller: Caller) -> None:
    assert caller.get(f"/payments/find/{RETRIED}").json()["response"]["imp_uid"] == LAST
    assert caller.get(f"/payments/find/{RETRIED}/paid").json()["response"]["imp_uid"] == SECOND


def test_sorting_and_status(caller: Caller) -> None:
    path = f"/payments/findAll/{RETRIED}"
    assert listed(caller, path, sorting="started") == [FIRST, SECOND, LAST]
    assert listed(caller, path, sorting="-paid")[0] == SECOND
    assert listed(caller, path + "/failed") == [LAST, FIRST]
    assert caller.get(path + "/cancelled").status_code == 404
    assert caller.get(path + "/sold").status_code == 400


def test_pages(sandbox: Sandbox, caller: Caller) -> None:
    """One order with 45 attempts, in pages of 20 (the default) and less."""
    attempts = [payment.imp_uid for payment in sandbox.payments][:45]
    for age, imp_uid in enumerate(attempts):
        sandbox.change_payment(imp_uid, merchant_uid="many", started_at=1_000_000 - age)
    pages = [caller.get("/payments/findAll/many", params={"page": n}).json()["response"] for n in (1, 2, 3)]
    assert [(page["total"], page["previous"], page["next"]) for page in pages] == [
        (45, 0, 2),
        (45, 1, 3),
        (45, 2, 0),
    ]
    assert [payment["imp_uid"] for page in pages for payment in page["list"]] == attempts
    assert listed(caller, "/payments/findAll/many", page=2, limit=7) == attempts[7:14]
    assert listed(caller, "/payments/findAll/many", limit=1000) == attempts


@pytest.mark.parametrize(
    "parameters", [{"page": "0"}, {"page": "-1"}, {"page": "x"}, {"limit": "0"}, {"limit": "1001"}]
)
def test_pages_that_are_none(caller: Caller, parameters: dict[str, str]) -> None:
    assert caller.get(f"/payments/findAll/{RETRIED}", params=parameters).status_code == 400


@pytest.mark.parametrize(
    ("imp_uid", "merchant_uid"),
    [
        ("imp_100000000041", "주문 2026/11 #7? 100% & +1"),
        ("imp_100000000032", "sample order 2017 03"),
        ("imp_100000000043", "order.sample@example.com"),
        ("imp_100000000035", "<script>alert(35)</script>"),
    ],
)
def test_an_order_number_is_one_encoded_segment(caller: Caller, imp_uid: str, merchant_uid: str) -> None:
    assert listed(caller, f"/payments/findAll/{quote(merchant_uid, safe='')}") == [imp_uid]


def test_a_slash_that_is_not_encoded_divides_the_path(caller: Caller) -> None:
    assert caller.get("/payments/findAll/주문 2026/11 %237%3F 100%25 & +1").status_code == 400


@pytest.mark.parametrize("path", ["/payments/findAll/", "/payments/find/"])
def test_unknown_orders(caller: Caller, path: str) -> None:
    answer = caller.get(path + "nothing")
    assert answer.status_code == 404
    assert answer.json()["message"] == "존재하지 않는 결제정보입니다."


def test_orders_list_test_payments_unasked(caller: Caller) -> None:
    assert listed(caller, "/payments/findAll/TEST-SAMPLE-0023") == [TEST_PAYMENT]
    found = caller.get("/payments/find/TEST-SAMPLE-0023").json()["response"]
    assert (found["imp_uid"], found["sandbox"]) == (TEST_PAYMENT, True)


def test_several_payments_hold_test_payments_unasked(caller: Caller) -> None:
    answer = caller.get("/payments", params={"imp_uid[]": ["imp_100000000001", TEST_PAYMENT]})
    assert answer.status_code == 200
    assert {payment["imp_uid"] for payment in answer.json()["response"]} == {"imp_100000000001", TEST_PAYMENT}


def test_lists_answer_a_contradictory_payment_twice(caller: Caller) -> None:
    batch = caller.get("/payments", params={"imp_uid[]": CONTRADICTORY}).json()["response"]
    order = caller.get("/payments/findAll/ORD-SAMPLE-0076").json()["response"]["list"]
    for reports in (batch, order):
        assert [(body["imp_uid"], body["status"]) for body in reports] == [
            (CONTRADICTORY, "paid"),
            (CONTRADICTORY, "ready"),
        ]


def test_several_payments_at_once(caller: Caller) -> None:
    wanted = ["imp_100000000003", "imp_100000000001"]
    answer = caller.get("/payments", params={"imp_uid[]": wanted, "merchant_uid[]": [RETRIED]})
    assert answer.status_code == 200
    assert {payment["imp_uid"] for payment in answer.json()["response"]} == {*wanted, FIRST, SECOND, LAST}


def test_several_payments_of_which_one_is_not_there(caller: Caller) -> None:
    answer = caller.get("/payments", params={"imp_uid[]": ["imp_100000000001", "imp_999999999999"]})
    assert answer.status_code == 207
    assert [payment["imp_uid"] for payment in answer.json()["response"]] == ["imp_100000000001"]


def test_several_payments_of_which_none_is_there(caller: Caller) -> None:
    assert caller.get("/payments", params={"imp_uid[]": ["imp_1", "imp_2"]}).status_code == 404


def test_at_least_one_and_at_most_a_hundred(caller: Caller) -> None:
    assert caller.get("/payments").status_code == 400
    assert caller.get("/payments", params={"imp_uid[]": ["imp_100000000001"] * 100}).status_code == 200
    assert caller.get("/payments", params={"imp_uid[]": ["imp_100000000001"] * 101}).status_code == 400
