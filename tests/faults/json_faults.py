"""Bodies that are not quite JSON, or not quite a payment."""

from __future__ import annotations

from iamport_desktop.api.errors import MalformedResponse, WrongPayment
from tests.faults import replies
from tests.faults.fault import Fault, answering
from tests.faults.server import Behaviour


def _payment(fields: str, *, prefix: str = "") -> Behaviour:
    """Answer with a payment whose JSON ends in `fields`."""

    def body(imp_uid: str) -> bytes:
        return f'{prefix}{{"code":0,"response":{{"imp_uid":"{imp_uid}","status":"paid",{fields}}}}}'.encode()

    return replies.text(body)


def _malformed(name: str, data: bytes) -> Fault:
    return Fault(name, MalformedResponse, answering(replies.body(data)), {"http_status": 200})


JSON_FAULTS = [
    _malformed("blank", b" \r\n "),
    _malformed("truncated", b'{"code":0,"message":null,"response":{"imp_uid":"imp_90000'),
    _malformed("an array", b"[]"),
    _malformed("no code", b'{"response":{}}'),
    _malformed("a code that is a word", b'{"code":"zero","response":{}}'),
    _malformed("depth 100,000", b"[" * 100_000 + b"]" * 100_000),
    _malformed("wrong charset", '{"code":0,"message":"한글","response":{}}'.encode("euc-kr")),
    _malformed("UTF-16", '{"code":0,"response":{}}'.encode("utf-16")),
    Fault("NaN", MalformedResponse, answering(_payment('"amount":NaN'))),
    Fault("Infinity", MalformedResponse, answering(_payment('"amount":-Infinity'))),
    Fault("a key twice", MalformedResponse, answering(_payment('"amount":1000,"amount":9000'))),
    Fault("response is null", MalformedResponse, answering(replies.respond(None))),
    Fault("response is a list", MalformedResponse, answering(replies.respond([]))),
    Fault("response is a text", MalformedResponse, answering(replies.respond("paid"))),
    Fault("another payment", WrongPayment, answering(replies.respond(replies.payment("imp_900000000999")))),
    Fault("a payment without an id", WrongPayment, answering(replies.respond({"status": "paid"}))),
    Fault(
        "no token", MalformedResponse, answering(replies.paid, replies.respond({"now": 1, "expired_at": 2}))
    ),
    Fault(
        "a token with a line break",
        MalformedResponse,
        answering(replies.paid, replies.token(value="a\r\nX-B: c")),
    ),
    Fault("byte order mark", None, answering(_payment('"amount":1000', prefix="\ufeff"))),
    Fault("1e999", None, answering(_payment('"amount":1e999'))),
    Fault("an integer of 5,000 digits", None, answering(_payment('"amount":' + "9" * 5000))),
    Fault("half a surrogate pair", None, answering(_payment('"amount":1000,"name":"cut off \\ud83d"'))),
    Fault(
        "every field of a wrong type",
        None,
        answering(_payment('"amount":[],"name":{},"cancel_history":"none"')),
    ),
    Fault(
        "10,000 cancellations", None, answering(replies.paid_with(cancel_history=[{"amount": 1}] * 10_000))
    ),
]
