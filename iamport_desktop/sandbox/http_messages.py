"""Requests and responses of the sandbox, and the envelope of the API around what it finds."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class HttpRequest:
    """A request. `path` and `query` are as sent (percent-encoded), header names in lower case."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True)
class HttpResponse:
    """A status and a body. `allow` is the value of the header `Allow`, None without one."""

    status: int
    content: bytes
    content_type: str = "application/json; charset=UTF-8"
    allow: str | None = None


def success(payload: Any, status: int = 200) -> HttpResponse:
    """Return `payload` in an envelope with code 0."""
    return HttpResponse(status, _encode({"code": 0, "message": None, "response": payload}))


def refusal(status: int, message: str, *, code: int = -1, allow: str | None = None) -> HttpResponse:
    """Return an envelope without payload. `allow` is the method that the path accepts, for status 405."""
    return HttpResponse(status, _encode({"code": code, "message": message, "response": None}), allow=allow)


def _encode(document: Mapping[str, Any]) -> bytes:
    r"""Encode as the real API does: keys in alphabetical order, `\/` and `\uXXXX` escaped."""
    text = json.dumps(document, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return text.replace("/", "\\/").encode("ascii")
