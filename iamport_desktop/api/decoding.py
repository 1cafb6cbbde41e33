"""The bytes of an answer to JSON, and the envelope taken off.

The envelope is `{"code": int, "message": string or null, "response": object, list or null}`; code 0 is
success.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NoReturn

from iamport_desktop.api.errors import AnswerMalformed
from iamport_desktop.api.values import Json


@dataclass(frozen=True, slots=True)
class Envelope:
    """An answer of the API, unwrapped."""

    code: int
    message: str
    response: Json


def decode(body: bytes) -> Envelope:
    """Decode an answer's body. Raises AnswerMalformed when it is not an envelope in JSON."""
    try:
        document = json.loads(
            body.decode("utf-8-sig"),
            parse_float=Decimal,
            parse_int=_whole_number,
            parse_constant=_refuse_constant,
            object_pairs_hook=_object,
        )
    except (ValueError, RecursionError) as error:
        raise AnswerMalformed(f"not JSON: {type(error).__name__}") from error
    if not isinstance(document, dict):
        raise AnswerMalformed("not an envelope")
    return _envelope(document)


def _envelope(document: dict[str, Json]) -> Envelope:
    code = document.get("code")
    if isinstance(code, str) and code.removeprefix("-").isascii() and code.removeprefix("-").isdigit():
        code = int(code[:9])
    if not isinstance(code, int) or isinstance(code, bool):
        raise AnswerMalformed("the envelope has no code")
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
