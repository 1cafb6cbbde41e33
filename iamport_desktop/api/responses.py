"""What an answer means: the one place where an HTTP status becomes an error.

Source: PortOne V1, and what it was seen to answer. A status that says something about the key or the payment
(401, 404) is believed only from the API itself, in JSON: a gateway's page would make an agent throw away a
good key.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime
from typing import Any, NoReturn
from urllib.parse import urlsplit

import httpx

from iamport_desktop.api.errors import (
    AccessDenied,
    ApiBusinessError,
    ApiError,
    BadRequest,
    MalformedResponse,
    NotAnApiResponse,
    PaymentNotFound,
    PortOneError,
    ProxyRefused,
    RateLimited,
    ServerError,
    TokenRefused,
)
from iamport_desktop.api.fields import Json
from iamport_desktop.api.transport import Answer


@dataclass(frozen=True, slots=True)
class Envelope:
    """An answer of the API, unwrapped."""

    code: int
    message: str
    response: Json


def decode(body: bytes) -> Envelope:
    """Decode an answer's body. Raises MalformedResponse when it is not an envelope in JSON."""
    try:
        document = json.loads(
            body.decode("utf-8-sig"),
            parse_float=Decimal,
            parse_int=_whole_number,
            parse_constant=_refuse_constant,
            object_pairs_hook=_object,
        )
    except (ValueError, RecursionError) as error:
        raise MalformedResponse(f"not JSON: {type(error).__name__}") from error
    if not isinstance(document, dict):
        raise MalformedResponse("not an envelope")
    return _envelope(document)


def _envelope(document: dict[str, Json]) -> Envelope:
    code = document.get("code")
    if isinstance(code, str) and code.removeprefix("-").isascii() and code.removeprefix("-").isdigit():
        code = int(code[:9])
    if not isinstance(code, int) or isinstance(code, bool):
        raise MalformedResponse("the envelope has no code")
    message = document.get("message")
    return Envelope(code, message if isinstance(message, str) else "", document.get("response"))


def _whole_number(digits: str) -> int | Decimal:
    # Python refuses to read integers of more than 4,300 digits, which would cost the whole answer.
    return int(digits) if len(digits) <= 18 else Decimal(digits)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(pairs)
    if len(document) != len(pairs):
        # Which of the two would be the amount? An answer that contradicts itself is not shown.
        raise ValueError("a key stands twice")
    return document


Meanings = Mapping[int, type[ApiError]]

# What these mean depends on the call; where a call does not expect them, it was not the API that answered.
OF_A_LOOKUP: Meanings = {401: TokenRefused, 404: PaymentNotFound}

_LOGIN_TO_THE_NETWORK = 511


def unwrap(answer: Answer, meanings: Meanings = OF_A_LOOKUP) -> Json:
    """The `response` of a successful answer. Raises ApiError, UnusableAnswer, or ProxyRefused for a 407."""
    if not 200 <= answer.http_status < 300:
        raise _refusal(answer, meanings)
    envelope = _decode(answer)
    if envelope.code != 0:
        raise ApiBusinessError(envelope.message, http_status=answer.http_status, code=envelope.code)
    return envelope.response


def _decode(answer: Answer) -> Envelope:
    if not answer.body.strip():
        raise MalformedResponse("an empty answer", http_status=answer.http_status)
    try:
        return decode(answer.body)
    except MalformedResponse as error:
        kind = NotAnApiResponse if _is_foreign(answer) else MalformedResponse
        raise kind(error.detail, http_status=answer.http_status) from error


def _is_foreign(answer: Answer) -> bool:
    """A body that is, or says it is, something else than JSON."""
    if answer.body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return True
    return "json" not in answer.headers.get("content-type", "").lower()


def _refusal(answer: Answer, meanings: Meanings) -> PortOneError:
    status = answer.http_status
    if status < 400 or status == _LOGIN_TO_THE_NETWORK:
        return NotAnApiResponse(_destination(answer.headers), http_status=status)
    if status == 407:
        return ProxyRefused(http_status=status)
    if status in (401, 404) and (status not in meanings or (answer.body.strip() and _is_foreign(answer))):
        return NotAnApiResponse(f"HTTP {status}", http_status=status)
    message, code = _server_message(answer)
    if status == 429:
        return RateLimited(message, http_status=status, code=code, retry_after=_retry_after(answer.headers))
    return _by_status(status, meanings)(message, http_status=status, code=code)


def _by_status(status: int, meanings: Meanings) -> type[ApiError]:
    if status in meanings:
        return meanings[status]
    if status == 403:
        return AccessDenied
    return BadRequest if status < 500 else ServerError


def _server_message(answer: Answer) -> tuple[str, int | None]:
    """The envelope's own words, where the refusal has an envelope."""
    try:
        envelope = decode(answer.body)
    except MalformedResponse:
        return "", None
    return envelope.message, envelope.code


def _destination(headers: httpx.Headers) -> str:
    """Where a redirect leads; the host alone, since the rest may tell of a person."""
    try:
        host = urlsplit(headers.get("location", "")).hostname
    except ValueError:
        host = None
    return f"redirected to {host}" if host else "not an answer of the API"


def _retry_after(headers: httpx.Headers) -> float | None:
    """Seconds, given as such or as a date, which is compared with the server's own clock."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        until = _date(value)
        now = _date(headers["date"]) if "date" in headers else datetime.now(UTC)
    except ValueError:
        return None
    return max(0.0, (until - now).total_seconds())


def _date(value: str) -> datetime:
    """An HTTP date. Raises ValueError. A date without a zone is UTC, as HTTP has it."""
    date = parsedate_to_datetime(value)
    return date if date.tzinfo else date.replace(tzinfo=UTC)
