"""Who may ask, and which endpoint answers. Only reading is here: whatever would change is a 405."""

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qs, unquote

from iamport_desktop.sandbox.answers import Answer, Request, refusal, success
from iamport_desktop.sandbox.lookups import Lookups, Query
from iamport_desktop.sandbox.tokens import TokenIssuer

IMP_KEY = "sandbox_key"
IMP_SECRET = "sandbox_secret_opens_nothing_else"  # noqa: S105, made up


class Api:
    """The V1 API over the sample payments, without a network."""

    def __init__(self, lookups: Lookups, tokens: TokenIssuer, clock: Callable[[], float]) -> None:
        self._lookups = lookups
        self._tokens = tokens
        self._clock = clock

    def answer(self, request: Request) -> Answer:
        """Answer as the vendor's API does; never raises for what a client sent."""
        segments = [unquote(segment) for segment in request.path.split("/")[1:]]
        wanted = "POST" if segments == ["users", "getToken"] else "GET"
        if request.method != wanted:
            return refusal(405, "Method Not Allowed", allow=wanted)
        if wanted == "POST":
            return self._get_token(request)
        return self._read(segments, request)

    def _get_token(self, request: Request) -> Answer:
        fields = _body_fields(request)
        key, secret = fields.get("imp_key"), fields.get("imp_secret")
        if not key or not secret:
            return refusal(400, "imp_key, imp_secret 파라메터가 누락되었습니다.")
        if (key, secret) != (IMP_KEY, IMP_SECRET):
            return refusal(401, "인증에 실패하였습니다. API키와 secret을 확인하세요.")
        token = self._tokens.issue()
        now = int(self._clock())
        return success({"access_token": token.value, "expired_at": token.expired_at, "now": now})

    def _read(self, segments: list[str], request: Request) -> Answer:
        lookup = self._route(segments)
        if lookup is None:
            return refusal(404, "Not Found")
        # The vendor's own SDKs send the bare token, newer clients "Bearer <token>".
        if not self._tokens.accepts(request.headers.get("authorization", "").removeprefix("Bearer ")):
            return refusal(401, "Unauthorized")
        return lookup(parse_qs(request.query))

    def _route(self, segments: list[str]) -> Callable[[Query], Answer] | None:
        lookups = self._lookups
        match segments:
            case ["payments"]:
                return lookups.several
            case ["payments", "find", merchant_uid, *rest] if len(rest) <= 1:
                return lambda query: lookups.newest_of_order(merchant_uid, rest, query)
            case ["payments", "findAll", merchant_uid, *rest] if len(rest) <= 1:
                return lambda query: lookups.all_of_order(merchant_uid, rest, query)
            case ["payments", imp_uid]:
                return lambda query: lookups.payment(imp_uid, query)
            case ["payments", imp_uid, "balance"]:
                return lambda _query: lookups.balance(imp_uid)
            case ["receipts", imp_uid]:
                return lambda _query: lookups.cash_receipt(imp_uid)
            case ["escrows", "logis", imp_uid]:
                return lambda _query: lookups.delivery(imp_uid)
            case _:
                return None


def _body_fields(request: Request) -> Mapping[str, Any]:
    """The fields of a JSON or form body; none when it is neither."""
    if "json" not in request.headers.get("content-type", ""):
        form = parse_qs(request.body.decode("utf-8", errors="replace"))
        return {name: values[-1] for name, values in form.items()}
    try:
        fields = json.loads(request.body)
    except ValueError:
        return {}
    return fields if isinstance(fields, dict) else {}
