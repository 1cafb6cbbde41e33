import httpx
import pytest

from iamport_desktop.sandbox import Sandbox
from tests.unit.sandbox.conftest import Caller, Clock


def status_with(caller: Caller, authorization: str | None) -> int:
    headers = {} if authorization is None else {"Authorization": authorization}
    return caller.http.get("/payments/imp_100000000001", headers=headers).status_code


def test_a_token_lives_for_half_an_hour(caller: Caller, clock: Clock) -> None:
    answer = caller.token_answer()
    assert answer["now"] == clock.now
    assert answer["expired_at"] == clock.now + 1800
    clock.now += 1799
    assert status_with(caller, f"Bearer {answer['access_token']}") == 200
    clock.now += 1
    assert status_with(caller, f"Bearer {answer['access_token']}") == 401


def test_asking_again_gives_the_same_token_with_the_same_end(caller: Caller, clock: Clock) -> None:
    first = caller.token_answer()
    clock.now += 1739
    assert caller.token_answer() == {**first, "now": clock.now}


def test_the_last_minute_adds_five_minutes(caller: Caller, clock: Clock) -> None:
    first = caller.token_answer()
    clock.now += 1740
    second = caller.token_answer()
    assert second["access_token"] == first["access_token"]
    assert second["expired_at"] == first["expired_at"] + 300
    clock.now += 300
    assert status_with(caller, second["access_token"]) == 200


def test_after_its_end_there_is_a_new_token(caller: Caller, clock: Clock) -> None:
    first = caller.token_answer()
    clock.now += 1800
    second = caller.token_answer()
    assert second["access_token"] != first["access_token"]
    assert second["expired_at"] == clock.now + 1800


def test_a_revoked_token_is_refused_and_replaced(sandbox: Sandbox, caller: Caller) -> None:
    first = caller.token_answer()
    sandbox.revoke_tokens()
    assert status_with(caller, f"Bearer {first['access_token']}") == 401
    assert caller.token_answer()["access_token"] != first["access_token"]
    assert caller.get("/payments/imp_100000000001").status_code == 200


def test_the_token_is_taken_with_bearer_and_bare(caller: Caller) -> None:
    token = caller.token_answer()["access_token"]
    assert status_with(caller, f"Bearer {token}") == 200
    assert status_with(caller, token) == 200


@pytest.mark.parametrize("authorization", [None, "", "Bearer", "Bearer wrong", "Basic d3Jvbmc="])
def test_without_a_good_token_nothing_is_answered(caller: Caller, authorization: str | None) -> None:
    caller.token_answer()
    headers = {} if authorization is None else {"Authorization": authorization}
    answer = caller.http.get("/payments/imp_100000000001", headers=headers)
    assert answer.status_code == 401
    assert answer.json() == {"code": -1, "message": "Unauthorized", "response": None}


def test_before_any_token_was_given_an_empty_one_is_refused(caller: Caller) -> None:
    assert status_with(caller, "") == 401


def test_credentials_may_come_as_a_form(sandbox: Sandbox, caller: Caller) -> None:
    form = {"imp_key": sandbox.imp_key, "imp_secret": sandbox.imp_secret}
    answer = caller.http.post("/users/getToken", data=form)
    assert answer.json()["response"] == caller.token_answer()


@pytest.mark.parametrize(
    ("key", "secret"), [("{key}", "wrong"), ("wrong", "{secret}"), ("{key} ", "{secret}"), (1, 2)]
)
def test_wrong_credentials(sandbox: Sandbox, caller: Caller, key: object, secret: object) -> None:
    given = [
        value.format(key=sandbox.imp_key, secret=sandbox.imp_secret) if isinstance(value, str) else value
        for value in (key, secret)
    ]
    answer = caller.http.post("/users/getToken", json={"imp_key": given[0], "imp_secret": given[1]})
    assert answer.status_code == 401
    assert answer.json() == {
        "code": -1,
        "message": "인증에 실패하였습니다. API키와 secret을 확인하세요.",
        "response": None,
    }


@pytest.mark.parametrize(
    ("content_type", "content"),
    [
        ("application/json", b"{}"),
        ("application/json", b'{"imp_key": "a"}'),
        ("application/json", b'{"imp_key": "a", "imp_secret": ""}'),
        ("application/json", b"[]"),
        ("application/json", b"{broken"),
        ("application/json", b'\xff{"'),
        ("application/json", b""),
        ("application/x-www-form-urlencoded", b"imp_key=a"),
        ("application/x-www-form-urlencoded", b"\xff\xfe"),
        ("text/plain", b"hello"),
    ],
)
def test_missing_credentials(caller: Caller, content_type: str, content: bytes) -> None:
    answer = caller.http.post("/users/getToken", content=content, headers={"Content-Type": content_type})
    assert answer.status_code == 400
    assert answer.json()["code"] == -1
    assert answer.json()["message"] == "imp_key, imp_secret 파라메터가 누락되었습니다."


def test_two_callers_share_one_token(sandbox: Sandbox, caller: Caller) -> None:
    with httpx.Client(base_url=sandbox.url, trust_env=False) as other:
        body = {"imp_key": sandbox.imp_key, "imp_secret": sandbox.imp_secret}
        assert other.post("/users/getToken", json=body).json()["response"] == caller.token_answer()
