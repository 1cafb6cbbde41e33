"""Who may ask, and which endpoint answers. Only reading is here: whatever would change is a 405."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, unquote

from iamport_desktop.sandbox.answers import Answer, Request, refusal, success
from iamport_desktop.sandbox.samples import SamplePayment, Samples
from iamport_desktop.sandbox.tokens import TokenIssuer

Query = Mapping[str, Sequence[str]]

NO_PAYMENT = "존재하지 않는 결제정보입니다."
NO_CASH_RECEIPT = "해당 아임포트 고유 번호({})로 현금영수증을 발급 한 내역이 존재하지 않습니다."
STATUSES = ("all", "ready", "paid", "cancelled", "failed")
SORTINGS = {"started": "started_at", "paid": "paid_at"}
MOST_IDS = 100
MOST_PER_PAGE = 1000


class LookupController:
    """The endpoints that read, each as a method that returns the whole answer."""

    def __init__(self, samples: Samples) -> None:
        self._payments = {sample.imp_uid: sample for sample in samples.payments}
        self._refusals = samples.refusals

    @property
    def payments(self) -> Sequence[SamplePayment]:
        """All payments as they are answered now, in the order of the data file."""
        return tuple(self._payments.values())

    def change(self, imp_uid: str, fields: Mapping[str, Any]) -> None:
        """Lay these fields over a payment, as when a deposit arrives. Raises KeyError if unknown."""
        sample = self._payments[imp_uid]
        self._payments[imp_uid] = replace(sample, body={**sample.body, **fields})

    def payment(self, imp_uid: str, query: Query) -> Answer:
        """``GET /payments/{imp_uid}``."""
        if imp_uid in self._refusals:
            code, message = self._refusals[imp_uid]
            return refusal(200, message, code=code)
        sample = self._payments.get(imp_uid)
        if sample is None or (sample.sandbox and _last(query, "include_sandbox") != "true"):
            return refusal(404, NO_PAYMENT)
        return success(sample.body)

    def several(self, query: Query) -> Answer:
        """``GET /payments?imp_uid[]=…&merchant_uid[]=…``: 200 all found, 207 some, 404 none."""
        wanted = [("imp_uid", value) for value in query.get("imp_uid[]", ())]
        wanted += [("merchant_uid", value) for value in query.get("merchant_uid[]", ())]
        if not 1 <= len(wanted) <= MOST_IDS:
            return refusal(400, f"imp_uid[], merchant_uid[]는 1~{MOST_IDS}건이어야 합니다.")
        matches = [self._live(field, value) for field, value in wanted]
        found = {body["imp_uid"]: body for match in matches for body in match}
        if not found:
            return refusal(404, NO_PAYMENT)
        return success(list(found.values()), 200 if all(matches) else 207)

    def newest_of_order(self, merchant_uid: str, status: Sequence[str], query: Query) -> Answer:
        """``GET /payments/find/{merchant_uid}/{payment_status}``: the first of the sorting."""
        found = self._of_order(merchant_uid, status, query)
        return found if isinstance(found, Answer) else success(found[0])

    def all_of_order(self, merchant_uid: str, status: Sequence[str], query: Query) -> Answer:
        """``GET /payments/findAll/{merchant_uid}/{payment_status}``: one page of all of them."""
        found = self._of_order(merchant_uid, status, query)
        if isinstance(found, Answer):
            return found
        page, limit = _count(query, "page", 1), _count(query, "limit", 20)
        if page < 1 or not 1 <= limit <= MOST_PER_PAGE:
            return refusal(400, "page, limit 값이 올바르지 않습니다.")
        end = page * limit
        following = page + 1 if end < len(found) else 0
        listed = found[end - limit : end]
        return success({"total": len(found), "previous": page - 1, "next": following, "list": listed})

    def balance(self, imp_uid: str) -> Answer:
        """``GET /payments/{imp_uid}/balance``: PAYCO only."""
        sample = self._hiding_tests(imp_uid)
        if sample is None:
            return refusal(404, NO_PAYMENT)
        if sample.balance is None:
            return refusal(405, "PAYCO 결제건만 조회할 수 있습니다.")
        return success(sample.balance)

    def cash_receipt(self, imp_uid: str) -> Answer:
        """``GET /receipts/{imp_uid}``."""
        sample = self._hiding_tests(imp_uid)
        if sample is None or sample.cash_receipt is None:
            return refusal(404, NO_CASH_RECEIPT.format(imp_uid))
        return success(sample.cash_receipt)

    def delivery(self, imp_uid: str) -> Answer:
        """``GET /escrows/logis/{imp_uid}``."""
        sample = self._hiding_tests(imp_uid)
        if sample is None:
            return refusal(404, NO_PAYMENT)
        if sample.delivery is None:
            return refusal(409, "등록된 배송정보가 존재하지 않습니다.")
        return success(sample.delivery)

    def _hiding_tests(self, imp_uid: str) -> SamplePayment | None:
        sample = self._payments.get(imp_uid)
        return None if sample is None or sample.sandbox else sample

    def _live(self, field: str, value: str) -> list[Mapping[str, Any]]:
        samples = self._payments.values()
        return [s.body for s in samples if not s.sandbox and s.body.get(field) == value]

    def _of_order(
        self, merchant_uid: str, status: Sequence[str], query: Query
    ) -> list[Mapping[str, Any]] | Answer:
        """The payments of an order, sorted; or the answer that refuses."""
        wanted = status[0] if status and status[0] else "all"
        if wanted not in STATUSES:
            return refusal(400, "지원되지 않는 상태값입니다.")
        found = self._live("merchant_uid", merchant_uid)
        found = [body for body in found if wanted in ("all", body["status"])]
        if not found:
            return refusal(404, NO_PAYMENT)
        return _sorted(found, _last(query, "sorting") or "-started")


def _sorted(bodies: list[Mapping[str, Any]], sorting: str) -> list[Mapping[str, Any]]:
    """By ``started`` or ``paid``, newest first after a minus; old payments may lack the time."""
    field = SORTINGS.get(sorting.removeprefix("-"), "started_at")
    return sorted(bodies, key=lambda body: int(body.get(field) or 0), reverse=sorting.startswith("-"))


def _last(query: Query, name: str) -> str | None:
    values = query.get(name)
    return values[-1] if values else None


def _count(query: Query, name: str, default: int) -> int:
    """A number from the query; -1, which is never in range, when it is none."""
    text = _last(query, name)
    if text is None:
        return default
    return int(text) if text.isascii() and text.isdigit() else -1


pass

IMP_KEY = "sandbox_key"
IMP_SECRET = "sandbox_secret_opens_nothing_else"  # noqa: S105, made up


class Api:
    """The V1 API over the sample payments, without a network."""

    def __init__(self, lookups: LookupController, tokens: TokenIssuer, clock: Callable[[], float]) -> None:
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
