"""Behaviours of the server: functions that take a Call, or return such a function."""

from __future__ import annotations

import gzip
import json
import time
import zlib
from collections.abc import Callable
from typing import Any

from tests.faults.server import Behaviour, Call

IMP_KEY = "synthetic-key-7c41"
IMP_SECRET = "synthetic-secret-e09b52"
TOKEN = "synthetic-token-d1f3a8"
HTML = b"<!DOCTYPE html><html><body><h1>Somebody else</h1></body></html>"


# Whole and found nowhere else, so that they can be looked for.
BUYER = {
    "buyer_name": "남궁초롱빛",
    "buyer_tel": "010-9753-1864",
    "buyer_email": "canary.person@example.com",
    "buyer_addr": "서울특별시 강남구 비밀로 7531 카나리아동",
}


def payment(imp_uid: str, **fields: Any) -> dict[str, Any]:
    """Return a small synthetic payment of a synthetic person."""
    usual = {
        "imp_uid": imp_uid,
        "merchant_uid": "order-1",
        "status": "paid",
        "amount": 1000,
        "currency": "KRW",
    }
    return usual | BUYER | fields


def envelope(response: Any) -> bytes:
    return json.dumps({"code": 0, "message": None, "response": response}).encode()


def token(*, value: str = TOKEN, seconds_left: int = 1800) -> Behaviour:
    def behave(call: Call) -> None:
        now = int(time.time())
        call.envelope({"access_token": value, "now": now, "expired_at": now + seconds_left})

    return behave


def paid(call: Call) -> None:
    """Answer with the requested payment."""
    call.envelope(payment(call.last_segment))


def paid_with(**fields: Any) -> Behaviour:
    return lambda call: call.envelope(payment(call.last_segment, **fields))


def http(response: Any) -> bytes:
    """Return a whole answer in the API's form, as it goes over the wire."""
    body = envelope(response)
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def glued(*answers: Any) -> Behaviour:
    """Send several whole answers to one request at once."""
    return lambda call: call.together(*map(http, answers))


def respond(response: Any) -> Behaviour:
    """Answer with success and anything for a payment."""
    return lambda call: call.envelope(response)


def refuse(status: int, *, code: int = -1, message: str = "synthetic refusal", **headers: str) -> Behaviour:
    """Answer with an error in the API's own form."""
    body = json.dumps({"code": code, "message": message, "response": None}).encode()
    return lambda call: call.answer(body, status=status, **headers)


def page(status: int, **headers: str) -> Behaviour:
    """Answer with an HTML page."""
    return lambda call: call.answer(HTML, status=status, type_="text/html; charset=utf-8", **headers)


def body(
    data: bytes, *, status: int = 200, type_: str | None = "application/json; charset=UTF-8"
) -> Behaviour:
    return lambda call: call.answer(data, status=status, type_=type_)


def text(template: Callable[[str], bytes]) -> Behaviour:
    """Answer with a body made from the requested imp_uid."""
    return lambda call: call.answer(template(call.last_segment))


def gzipped(call: Call) -> None:
    call.answer(gzip.compress(envelope(payment(call.last_segment))), Content_Encoding="gzip")


def deflated(call: Call) -> None:
    call.answer(zlib.compress(envelope(payment(call.last_segment))), Content_Encoding="deflate")


def encoded(data: bytes, encoding: str) -> Behaviour:
    return lambda call: call.answer(data, Content_Encoding=encoding)


def say_nothing(call: Call) -> None:
    call.say_nothing()


def reset(call: Call) -> None:
    call.reset()


def hang_up(call: Call) -> None:
    """Close without an answer."""
    call.hang_up()


def reset_in_the_body(call: Call) -> None:
    call.raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n" + b" " * 500
    )
    call.reset()


def hang_up_in_the_body(call: Call) -> None:
    call.raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n" + b" " * 500
    )
    call.hang_up()


def drip(call: Call) -> None:
    """Send a byte at a time, each well before the timeout of a single read."""
    call.raw(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n")
    while not call.server.stopping.wait(0.05):
        call.raw(b" ")


def pour(megabytes: int) -> Behaviour:
    def behave(call: Call) -> None:
        size = megabytes * 2**20
        call.raw(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % size)
        for _ in range(megabytes):
            call.raw(b" " * 2**20)

    return behave


def another_protocol(call: Call) -> None:
    call.raw(b"220 mail.example ready\r\n\r\n")
    call.hang_up()


def first(early: Behaviour, later: Behaviour, *, times: int = 1) -> Behaviour:
    """Behave as `early` for the first requests, and as `later` for all others."""
    count = 0

    def behave(call: Call) -> None:
        nonlocal count
        count += 1
        (early if count <= times else later)(call)

    return behave


def only_on_a_fresh_connection(good: Behaviour, bad: Behaviour) -> Behaviour:
    """Behave as `bad` for every request but the first of its connection."""

    def behave(call: Call) -> None:
        on_this_connection = [each for each in call.server.requests if each.connection == call.number]
        (good if len(on_this_connection) == 1 else bad)(call)

    return behave
