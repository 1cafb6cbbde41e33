from decimal import Decimal

import pytest

from iamport_desktop.api.errors import MalformedResponse
from iamport_desktop.api.responses import Envelope, decode


def response(text: str) -> object:
    return decode(f'{{"code":0,"response":{text}}}'.encode()).response


def test_an_envelope_is_taken_off() -> None:
    body = '{"code":-1,"message":"존재하지 않는 결제정보입니다.","response":null}'.encode()
    assert decode(body) == Envelope(-1, "존재하지 않는 결제정보입니다.", None)


@pytest.mark.parametrize(
    ("body", "code"),
    [(b'{"code":0}', 0), (b'{"code":"0"}', 0), (b'{"code":"-1"}', -1), (b' \n{"code":1}\n', 1)],
)
def test_codes(body: bytes, code: int) -> None:
    assert decode(body) == Envelope(code, "", None)


def test_a_byte_order_mark_is_skipped() -> None:
    assert decode(b'\xef\xbb\xbf{"code":0}').code == 0


def test_numbers_keep_every_digit() -> None:
    assert response("0.1000000000000000055511151231257827") == Decimal("0.1000000000000000055511151231257827")
    assert response("123456789012345678") == 123456789012345678
    assert response("9" * 5000) == Decimal("9" * 5000)
    assert response("1e999") == Decimal("1E+999")


def test_half_a_surrogate_pair_is_kept() -> None:
    assert response(r'"cut off \ud83d"') == "cut off \ud83d"


def test_the_message_may_be_anything() -> None:
    assert decode(b'{"code":1,"message":{"text":"no"}}').message == ""


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" ",
        b"null",
        b"[]",
        b'"text"',
        b"0",
        b"{",
        b'{"code":0,"response":{"imp_uid":"imp_1"',
        b'{"code":0} trailing',
        b"{'code':0}",
        b'{"response":{}}',
        b'{"code":null}',
        b'{"code":true}',
        b'{"code":1.5}',
        b'{"code":"one"}',
        b'{"code":"--1"}',
        '{"code":"１"}'.encode(),
        b'{"code":0,"code":1}',
        b'{"code":0,"response":{"amount":1,"amount":2}}',
        b'{"code":0,"response":NaN}',
        b'{"code":0,"response":[Infinity]}',
        b'{"code":0,"response":-Infinity}',
        b'{"code":0,"response":"\xff"}',
        b'{"code":0,"response":"\xed\xa0\x80"}',
        '{"code":0,"message":"한글"}'.encode("euc-kr"),
        '{"code":0}'.encode("utf-16"),
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 100_000 + b"0" + b"}" * 100_000,
        b"<html></html>",
        b"\x1f\x8b\x08\x00",
        b"\x00",
    ],
)
def test_what_is_no_envelope_is_refused(body: bytes) -> None:
    with pytest.raises(MalformedResponse):
        decode(body)


def test_a_refusal_does_not_repeat_the_body() -> None:
    with pytest.raises(MalformedResponse) as refused:
        decode(b'{"buyer_name": synthetic-name')
    assert "synthetic-name" not in str(refused.value)
