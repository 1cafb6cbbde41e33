"""HTTP answers: the API's own refusals, and those of proxies, portals and broken servers."""

from __future__ import annotations

import gzip

from iamport_desktop.api.errors import (
    AccessDenied,
    ApiBusinessError,
    BadRequest,
    CredentialsRejected,
    MalformedResponse,
    NotAnApiResponse,
    PaymentNotFound,
    ProxyRefused,
    RateLimited,
    ResponseTooLarge,
    ServerError,
    TokenRefused,
)
from tests.faults import replies
from tests.faults.fault import QUICK, Fault, answering

_SAID = {"server_message": "synthetic refusal", "code": -1}
_NOW, _THEN = "Sun, 22 Nov 2026 05:05:00 GMT", "Sun, 22 Nov 2026 05:05:30 GMT"
_ELSEWHERE = "https://elsewhere.example/login?next=imp_900000000001"
BOMB = gzip.compress(bytes(64 * 2**20))

HTTP_FAULTS = [
    Fault(
        "200 with a code",
        ApiBusinessError,
        answering(replies.refuse(200, code=1)),
        {"http_status": 200, "code": 1, "server_message": "synthetic refusal"},
    ),
    Fault("401 at getToken", CredentialsRejected, answering(replies.paid, replies.refuse(401)), _SAID),
    Fault("401 once", None, answering(replies.first(replies.refuse(401), replies.paid))),
    Fault("401 twice", TokenRefused, answering(replies.refuse(401)), _SAID | {"http_status": 401}),
    Fault("401 with a page", NotAnApiResponse, answering(replies.page(401)), {"http_status": 401}),
    Fault("401 at getToken with a page", NotAnApiResponse, answering(replies.paid, replies.page(401))),
    Fault("403", AccessDenied, answering(replies.refuse(403)), _SAID | {"http_status": 403}),
    Fault(
        "403 with a page", AccessDenied, answering(replies.page(403)), {"server_message": "", "code": None}
    ),
    Fault("404", PaymentNotFound, answering(replies.refuse(404)), _SAID | {"included_sandbox": False}),
    Fault("404 with a page", NotAnApiResponse, answering(replies.page(404)), {"http_status": 404}),
    Fault(
        "404 at getToken",
        NotAnApiResponse,
        answering(replies.paid, replies.refuse(404)),
        {"http_status": 404},
    ),
    Fault("400", BadRequest, answering(replies.refuse(400)), _SAID | {"http_status": 400}),
    Fault("405", BadRequest, answering(replies.page(405)), {"http_status": 405}),
    Fault("407 from the server", ProxyRefused, answering(replies.page(407)), {"http_status": 407}),
    Fault("429", RateLimited, answering(replies.page(429)), {"retry_after": None}),
    Fault(
        "429 with seconds", RateLimited, answering(replies.refuse(429, Retry_After="7")), {"retry_after": 7.0}
    ),
    Fault(
        "429 with a date",
        RateLimited,
        answering(replies.refuse(429, Date=_NOW, Retry_After=_THEN)),
        {"retry_after": 30.0},
    ),
    Fault("500", ServerError, answering(replies.refuse(500)), _SAID | {"http_status": 500}),
    Fault("502 with a page", ServerError, answering(replies.page(502)), {"http_status": 502, "code": None}),
    Fault("503 without a word", ServerError, answering(replies.body(b"", status=503)), {"http_status": 503}),
    Fault("500 at getToken", ServerError, answering(replies.paid, replies.refuse(500))),
    Fault("511, a login page", NotAnApiResponse, answering(replies.page(511)), {"http_status": 511}),
    Fault(
        "redirect to another host",
        NotAnApiResponse,
        answering(replies.page(302, Location=_ELSEWHERE)),
        {"http_status": 302, "detail": "redirected to elsewhere.example"},
    ),
    Fault(
        "redirect to nowhere",
        NotAnApiResponse,
        answering(replies.page(301, Location="http://[half")),
        {"http_status": 301},
    ),
    Fault(
        "304", NotAnApiResponse, answering(replies.body(b"", status=304, type_=None)), {"http_status": 304}
    ),
    Fault("login page as 200", NotAnApiResponse, answering(replies.page(200)), {"http_status": 200}),
    Fault("login page that says JSON", NotAnApiResponse, answering(replies.body(replies.HTML))),
    Fault("login page at getToken", NotAnApiResponse, answering(replies.paid, replies.page(200))),
    Fault("text instead of JSON", NotAnApiResponse, answering(replies.body(b"OK", type_="text/plain"))),
    Fault(
        "204", MalformedResponse, answering(replies.body(b"", status=204, type_=None)), {"http_status": 204}
    ),
    Fault("200 without a body", MalformedResponse, answering(replies.body(b"")), {"http_status": 200}),
    Fault(
        "the right answer as text/html",
        None,
        answering(
            lambda call: call.answer(replies.envelope(replies.payment(call.last_segment)), type_="text/html")
        ),
    ),
    Fault("gzip", None, answering(replies.gzipped)),
    Fault("deflate", None, answering(replies.deflated)),
    Fault(
        "gzip bomb",
        ResponseTooLarge,
        answering(replies.encoded(BOMB, "gzip")),
        {"limit": QUICK.response_bytes},
    ),
    Fault("gzip in gzip", NotAnApiResponse, answering(replies.encoded(gzip.compress(BOMB), "gzip, gzip"))),
    Fault("an encoding that was not asked for", NotAnApiResponse, answering(replies.encoded(b"?", "br"))),
    Fault("damaged gzip", MalformedResponse, answering(replies.encoded(b"\x1f\x8bnonsense", "gzip"))),
    Fault(
        "gzip cut off",
        MalformedResponse,
        answering(replies.encoded(gzip.compress(b'{"code":0}')[:-12], "gzip")),
    ),
    Fault("100 MB", ResponseTooLarge, answering(replies.pour(100)), {"limit": QUICK.response_bytes}),
]
