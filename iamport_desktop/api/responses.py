"""Decode a response of the API: its envelope's payload, or the error that its HTTP status or code stands for.

Source: PortOne V1 documentation, and observed responses. A status about the key or the payment (401, 404) counts
only in JSON, as the API sends it: a gateway's error page must not make an agent discard a good key.
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
from iamport_desktop.api.transport import Response

# The errors of HTTP statuses whose meaning depends on the call. A call without 401 or 404 in its table cannot
# get these from the API: a gateway answered.
StatusErrors = Mapping[int, type[ApiError]]

LOOKUP_STATUS_ERRORS: StatusErrors = {401: TokenRefused, 404: PaymentNotFound}

_NETWORK_AUTHENTICATION_REQUIRED = 511


def parse_response(response: Response, status_errors: StatusErrors = LOOKUP_STATUS_ERRORS) -> Json:
    """Return the payload of a successful response. Raises ApiError, UnusableResponse, or ProxyRefused for 407."""
    if not 200 <= response.http_status < 300:
        raise _status_error(response, status_errors)
    envelope = _decode(response)
    if envelope.code != 0:
        raise ApiBusinessError(envelope.message, http_status=response.http_status, code=envelope.code)
    return envelope.payload


def response_time(response: Response) -> datetime | None:
    """Return the server's time (aware) by the response's `Date`; None without a valid one, or from a cache."""
    if "age" in response.headers:
        return None
    try:
        return _http_date(response.headers.get("date", ""))
    except ValueError:
        return None


def _decode(response: Response) -> Envelope:
    if not response.body.strip():
        raise MalformedResponse("an empty response", http_status=response.http_status)
    try:
        return decode(response.body)
    except MalformedResponse as error:
        error_class = MalformedResponse if _claims_json(response) else NotAnApiResponse
        raise error_class(error.detail, http_status=response.http_status) from error


def _claims_json(response: Response) -> bool:
    """Return whether the content type is JSON, and the body is not HTML or XML all the same."""
    if response.body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return False
    return "json" in response.headers.get("content-type", "").lower()


def _status_error(response: Response, status_errors: StatusErrors) -> PortOneError:
    status = response.http_status
    if status < 400 or status == _NETWORK_AUTHENTICATION_REQUIRED:
        return NotAnApiResponse(_redirect_detail(response.headers), http_status=status)
    if status == 407:
        return ProxyRefused(http_status=status)
    if status in (401, 404) and (
        status not in status_errors or (response.body.strip() and not _claims_json(response))
    ):
        return NotAnApiResponse(f"HTTP {status}", http_status=status)
    message, code = _server_message(response)
    if status == 429:
        retry_after = _retry_after(response.headers)
        return RateLimited(message, http_status=status, code=code, retry_after=retry_after)
    return _error_class(status, status_errors)(message, http_status=status, code=code)


def _error_class(status: int, status_errors: StatusErrors) -> type[ApiError]:
    if status in status_errors:
        return status_errors[status]
    if status == 403:
        return AccessDenied
    return BadRequest if status < 500 else ServerError


def _server_message(response: Response) -> tuple[str, int | None]:
    """Return message and code of the envelope, "" and None if the body is none."""
    try:
        envelope = decode(response.body)
    except MalformedResponse:
        return "", None
    return envelope.message, envelope.code


def _redirect_detail(headers: httpx.Headers) -> str:
    """Name the host that a redirect leads to, without the path, which may hold personal data."""
    try:
        host = urlsplit(headers.get("location", "")).hostname
    except ValueError:
        host = None
    return f"redirected to {host}" if host else "not a response of the API"


def _retry_after(headers: httpx.Headers) -> float | None:
    """Return Retry-After in seconds; a date counts from the server's own `Date`. None if absent or invalid."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        until = _http_date(value)
        now = _http_date(headers["date"]) if "date" in headers else datetime.now(UTC)
    except ValueError:
        return None
    return max(0.0, (until - now).total_seconds())


def _http_date(value: str) -> datetime:
    """Parse an HTTP date, in UTC if it has no zone (RFC 9110). Raises ValueError."""
    date = parsedate_to_datetime(value)
    return date if date.tzinfo else date.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Envelope:
    """The object around every payload of the API; `payload` is its field `response`."""

    code: int
    message: str
    payload: Json


def decode(body: bytes) -> Envelope:
    """Decode the body of a response. Raises MalformedResponse if it is not an envelope in JSON."""
    try:
        document = json.loads(
            body.decode("utf-8-sig"),
            parse_float=Decimal,
            parse_int=_parse_int,
            parse_constant=_refuse_constant,
            object_pairs_hook=_object_without_duplicates,
        )
    except (ValueError, RecursionError) as error:
        raise MalformedResponse(f"not JSON: {type(error).__name__}") from error
    if not isinstance(document, dict):
        raise MalformedResponse("not an envelope")
    code = document.get("code")
    if isinstance(code, str) and code.removeprefix("-").isascii() and code.removeprefix("-").isdigit():
        code = int(code[:9])
    if not isinstance(code, int) or isinstance(code, bool):
        raise MalformedResponse("the envelope has no code")
    message = document.get("message")
    return Envelope(code, message if isinstance(message, str) else "", document.get("response"))


def _parse_int(digits: str) -> int | Decimal:
    # int() raises ValueError above 4,300 digits, which would make the whole response malformed.
    return int(digits) if len(digits) <= 18 else Decimal(digits)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _object_without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(pairs)
    if len(document) != len(pairs):
        # With two amounts in one object, neither is certain.
        raise ValueError("a key appears twice")
    return document
