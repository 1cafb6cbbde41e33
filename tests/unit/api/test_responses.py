"""Bodies become envelopes or MalformedResponse; Retry-After becomes seconds. Statuses are in test_faults."""

from decimal import Decimal

import httpx
import pytest

from iamport_desktop.api.errors import MalformedResponse, RateLimited
from iamport_desktop.api.responses import Envelope, decode, parse_response
from iamport_desktop.api.transport import Response


def payload(text: str) -> object:
    return decode(f'{{"code":0,"response":{text}}}'.encode()).payload


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
    assert payload("0.1000000000000000055511151231257827") == Decimal("0.1000000000000000055511151231257827")
    assert payload("123456789012345678") == 123456789012345678
    assert payload("9" * 5000) == Decimal("9" * 5000)
    assert payload("1e999") == Decimal("1E+999")


def test_half_a_surrogate_pair_is_kept() -> None:
    assert payload(r'"cut off \ud83d"') == "cut off \ud83d"


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


def retry_after(**headers: str) -> float | None:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    with pytest.raises(RateLimited) as limited:
        parse_response(Response(429, httpx.Headers(names), b""))
    return limited.value.retry_after


NOW = "Sun, 22 Nov 2026 05:05:00 GMT"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("7", 7.0),
        (" 120 ", 120.0),
        ("Sun, 22 Nov 2026 05:05:30 GMT", 30.0),
        ("Sunday, 22-Nov-26 05:05:30 GMT", 30.0),
        ("Sun Nov 22 05:05:30 2026", 30.0),
        ("Sun, 22 Nov 2026 05:00:00 GMT", 0.0),
        ("", None),
        ("-5", None),
        ("7.5", None),
        ("soon", None),
        ("Sun, 99 Nov 2026 05:05:30 GMT", None),
        ("9" * 400, 999_999_999.0),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after(Retry_After=value, Date=NOW) == seconds


def test_retry_after_without_the_servers_clock() -> None:
    assert retry_after(Retry_After="Sun, 22 Nov 2020 05:05:30 GMT") == 0.0


def test_retry_after_missing() -> None:
    assert retry_after(Date=NOW) is None
