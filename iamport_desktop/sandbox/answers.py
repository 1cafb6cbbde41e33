"""A request and its answer, and the answer's bytes, as the real API writes them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Request:
    """An HTTP request. ``path`` and ``query`` are as sent (percent-encoded), header names lower-case."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    """An HTTP status with the bytes that follow it."""

    status: int
    content: bytes
    content_type: str = "application/json; charset=UTF-8"
    allow: str | None = None


def success(response: Any, status: int = 200) -> Answer:
    """The envelope around what was found."""
    return Answer(status, _encode({"code": 0, "message": None, "response": response}))


def refusal(status: int, message: str, *, code: int = -1, allow: str | None = None) -> Answer:
    """The envelope around nothing, with the reason. ``allow`` is the method that would be right."""
    return Answer(status, _encode({"code": code, "message": message, "response": None}), allow=allow)


def _encode(document: Mapping[str, Any]) -> bytes:
    r"""Keys in alphabetical order, ``\/`` and ``\uXXXX`` escaped: what the real answers look like."""
    text = json.dumps(document, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return text.replace("/", "\\/").encode("ascii")
