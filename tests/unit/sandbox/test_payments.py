import json

import pytest

from iamport_desktop.sandbox import Sandbox
from tests.unit.sandbox.conftest import Caller

NO_PAYMENT = {"code": -1, "message": "존재하지 않는 결제정보입니다.", "response": None}


def test_every_payment_is_answered_as_the_samples_say(sandbox: Sandbox, caller: Caller) -> None:
    for payment in sandbox.payments:
        parameters = {"include_sandbox": "true", "extension": "true"}
        answer = caller.get(f"/payments/{payment.imp_uid}", params=parameters)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/json; charset=UTF-8"
        assert answer.json() == {"code": 0, "message": None, "response": payment.body}


def test_the_extension_comes_only_when_asked_for(sandbox: Sandbox, caller: Caller) -> None:
    extended = [payment for payment in sandbox.payments if "extension" in payment.body]
    assert extended
    for payment in extended:
        path = f"/payments/{payment.imp_uid}"
        assert "extension" in caller.get(path, params={"extension": "true"}).json()["response"]
        assert "extension" not in caller.get(path).json()["response"]
        batch = caller.get("/payments", params={"imp_uid[]": payment.imp_uid}).json()["response"]
        assert "extension" not in batch[0]


@pytest.mark.parametrize("parameters", [{}, {"include_sandbox": "false"}, {"include_sandbox": ""}])
def test_test_payments_are_hidden_unless_asked_for(
    sandbox: Sandbox, caller: Caller, parameters: dict[str, str]
) -> None:
    hidden = [payment for payment in sandbox.payments if payment.sandbox]
    assert len(hidden) == 6
    for payment in hidden:
        answer = caller.get(f"/payments/{payment.imp_uid}", params=parameters)
        assert (answer.status_code, answer.json()) == (404, NO_PAYMENT)


@pytest.mark.parametrize(
    "segment", ["imp_999999999999", "imp_", "x", "..%2Fusers", "%00", "%ff", "imp_100000000001%20"]
)
def test_an_unknown_imp_uid(caller: Caller, segment: str) -> None:
    answer = caller.get(f"/payments/{segment}")
    assert (answer.status_code, answer.json()) == (404, NO_PAYMENT)


def test_a_refusal_inside_http_200(caller: Caller) -> None:
    answer = caller.get("/payments/imp_100000000999")
    assert answer.status_code == 200
    assert answer.json()["code"] == 1
    assert answer.json()["message"]
    assert answer.json()["response"] is None


def test_the_bytes_look_like_the_real_ones(sandbox: Sandbox, caller: Caller) -> None:
    answer = caller.get("/payments/imp_100000000001")
    assert answer.content.isascii()
    assert rf'"receipt_url":"http:\/\/127.0.0.1:{sandbox.url.rpartition(":")[2]}\/receipt\/'.encode() in (
        answer.content
    )
    assert rb'"buyer_name":"\ud64d\uae38\ub3d9"' in answer.content


@pytest.mark.parametrize("imp_uid", ["imp_100000000001", "imp_100000000002", "imp_100000000034"])
def test_keys_come_in_alphabetical_order(caller: Caller, imp_uid: str) -> None:
    objects: list[list[str]] = []
    content = caller.get(f"/payments/{imp_uid}").content
    json.loads(content, object_pairs_hook=lambda pairs: objects.append([key for key, _ in pairs]))
    assert max(map(len, objects)) >= 54
    assert all(keys == sorted(keys) for keys in objects)


def test_a_lone_surrogate_travels_as_an_escape(caller: Caller) -> None:
    answer = caller.get("/payments/imp_100000000044")
    assert rb"\ud83d" in answer.content
    assert answer.json()["response"]["name"].endswith("\ud83d")


def test_amounts_of_foreign_currencies_keep_their_digits(caller: Caller) -> None:
    assert b'"amount":49.95,' in caller.get("/payments/imp_100000000017").content
    assert b'"amount":12.345,' in caller.get("/payments/imp_100000000022").content


def test_a_changed_payment_is_answered_from_then_on(sandbox: Sandbox, caller: Caller) -> None:
    sandbox.change_payment("imp_100000000005", status="paid", paid_at=1_790_000_000)
    response = caller.get("/payments/imp_100000000005").json()["response"]
    assert (response["status"], response["paid_at"]) == ("paid", 1_790_000_000)
    assert response["vbank_num"] == "X9000000000005"


def test_only_a_known_payment_can_be_changed(sandbox: Sandbox) -> None:
    with pytest.raises(KeyError):
        sandbox.change_payment("imp_999999999999", status="paid")
