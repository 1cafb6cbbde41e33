"""The V1 API over the sample payments, without a network: routes, credentials, and the endpoints that read.

Every other method or path is refused, so nothing can change a payment.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, unquote

from iamport_desktop.sandbox.http_messages import HttpRequest, HttpResponse, refusal, success
from iamport_desktop.sandbox.samples import SamplePayment, Samples
from iamport_desktop.sandbox.tokens import TokenIssuer

Query = Mapping[str, Sequence[str]]

IMP_KEY = "sandbox_key"
IMP_SECRET = "sandbox_secret_opens_nothing_else"  # noqa: S105 - made up

NO_PAYMENT = "존재하지 않는 결제정보입니다."
NO_CASH_RECEIPT = "해당 아임포트 고유 번호({})로 현금영수증을 발급 한 내역이 존재하지 않습니다."
STATUSES = ("all", "ready", "paid", "cancelled", "failed")
SORTINGS = {"started": "started_at", "paid": "paid_at"}
MAX_IDS = 100
MAX_PAGE_SIZE = 1000


class Api:
    """Routes a request to its endpoint, after checking the key, the secret or the token."""

    def __init__(self, endpoints: Endpoints, tokens: TokenIssuer, clock: Callable[[], float]) -> None:
        self._endpoints = endpoints
        self._tokens = tokens
        self._clock = clock

    def respond(self, request: HttpRequest) -> HttpResponse:
        """Respond as the real API does. Never raises, whatever the client sent."""
        segments = [unquote(segment) for segment in request.path.split("/")[1:]]
        method = "POST" if segments == ["users", "getToken"] else "GET"
        if request.method != method:
            return refusal(405, "Method Not Allowed", allow=method)
        if method == "POST":
            return self._get_token(request)
        return self._read(segments, request)

    def _get_token(self, request: HttpRequest) -> HttpResponse:
        fields = _body_fields(request)
        key, secret = fields.get("imp_key"), fields.get("imp_secret")
        if not key or not secret:
            return refusal(400, "imp_key, imp_secret 파라메터가 누락되었습니다.")
        if (key, secret) != (IMP_KEY, IMP_SECRET):
            return refusal(401, "인증에 실패하였습니다. API키와 secret을 확인하세요.")
        token = self._tokens.issue()
        now = int(self._clock())
        return success({"access_token": token.value, "expired_at": token.expired_at, "now": now})

    def _read(self, segments: list[str], request: HttpRequest) -> HttpResponse:
        endpoint = self._endpoint(segments)
        if endpoint is None:
            return refusal(404, "Not Found")
        # PortOne's own SDKs send the bare token, newer clients "Bearer <token>".
        if not self._tokens.accepts(request.headers.get("authorization", "").removeprefix("Bearer ")):
            return refusal(401, "Unauthorized")
        return endpoint(parse_qs(request.query))

    def _endpoint(self, segments: list[str]) -> Callable[[Query], HttpResponse] | None:
        endpoints = self._endpoints
        match segments:
            case ["payments"]:
                return endpoints.payments_by_id
            case ["payments", "find", merchant_uid, *rest] if len(rest) <= 1:
                return lambda query: endpoints.newest_of_order(merchant_uid, rest, query)
            case ["payments", "findAll", merchant_uid, *rest] if len(rest) <= 1:
                return lambda query: endpoints.all_of_order(merchant_uid, rest, query)
            case ["payments", imp_uid]:
                return lambda query: endpoints.payment(imp_uid, query)
            case ["payments", imp_uid, "balance"]:
                return lambda _query: endpoints.balance(imp_uid)
            case ["receipts", imp_uid]:
                return lambda _query: endpoints.cash_receipt(imp_uid)
            case ["escrows", "logis", imp_uid]:
                return lambda _query: endpoints.delivery(imp_uid)
            case _:
                return None


class Endpoints:
    """The endpoints that read, one method each. The lookup of one payment alone leaves out test payments."""

    def __init__(self, samples: Samples) -> None:
        self._samples = {sample.imp_uid: sample for sample in samples.payments}
        self._refusals = samples.refusals

    @property
    def samples(self) -> Sequence[SamplePayment]:
        """All sample payments as they are served now, in the order of the data file."""
        return tuple(self._samples.values())

    def change(self, imp_uid: str, fields: Mapping[str, Any]) -> None:
        """Set `fields` of a payment, as when a deposit arrives. Raises KeyError without such a payment."""
        sample = self._samples[imp_uid]
        self._samples[imp_uid] = replace(sample, body={**sample.body, **fields})

    def payment(self, imp_uid: str, query: Query) -> HttpResponse:
        """`GET /payments/{imp_uid}`: 404 for a test payment, unless `include_sandbox=true`."""
        if imp_uid in self._refusals:
            code, message = self._refusals[imp_uid]
            return refusal(200, message, code=code)
        sample = self._samples.get(imp_uid)
        if sample is None or (sample.sandbox and _last(query, "include_sandbox") != "true"):
            return refusal(404, NO_PAYMENT)
        return success(
            sample.body if _last(query, "extension") == "true" else _without_extension(sample.body)
        )

    def payments_by_id(self, query: Query) -> HttpResponse:
        """`GET /payments?imp_uid[]=…&merchant_uid[]=…`: 200 if all are found, 207 if some, 404 if none."""
        ids = [("imp_uid", value) for value in query.get("imp_uid[]", ())]
        ids += [("merchant_uid", value) for value in query.get("merchant_uid[]", ())]
        if not 1 <= len(ids) <= MAX_IDS:
            return refusal(400, f"imp_uid[], merchant_uid[]는 1~{MAX_IDS}건이어야 합니다.")
        matches = [self._with(field, value) for field, value in ids]
        reports = [body for match in matches for body in match]
        if not reports:
            return refusal(404, NO_PAYMENT)
        once = [body for index, body in enumerate(reports) if body not in reports[:index]]
        return success(once, 200 if all(matches) else 207)

    def newest_of_order(self, merchant_uid: str, status: Sequence[str], query: Query) -> HttpResponse:
        """`GET /payments/find/{merchant_uid}/{payment_status}`: the first by the sorting."""
        found = self._of_order(merchant_uid, status, query)
        return found if isinstance(found, HttpResponse) else success(found[0])

    def all_of_order(self, merchant_uid: str, status: Sequence[str], query: Query) -> HttpResponse:
        """`GET /payments/findAll/{merchant_uid}/{payment_status}`: one page of all."""
        found = self._of_order(merchant_uid, status, query)
        if isinstance(found, HttpResponse):
            return found
        page, limit = _number(query, "page", 1), _number(query, "limit", 20)
        if page < 1 or not 1 <= limit <= MAX_PAGE_SIZE:
            return refusal(400, "page, limit 값이 올바르지 않습니다.")
        end = page * limit
        next_page = page + 1 if end < len(found) else 0
        listed = found[end - limit : end]
        return success({"total": len(found), "previous": page - 1, "next": next_page, "list": listed})

    def balance(self, imp_uid: str) -> HttpResponse:
        """`GET /payments/{imp_uid}/balance`: PAYCO only."""
        sample = self._samples.get(imp_uid)
        if sample is None:
            return refusal(404, NO_PAYMENT)
        if sample.balance is None:
            return refusal(405, "PAYCO 결제건만 조회할 수 있습니다.")
        return success(sample.balance)

    def cash_receipt(self, imp_uid: str) -> HttpResponse:
        """`GET /receipts/{imp_uid}`."""
        sample = self._samples.get(imp_uid)
        if sample is None or sample.cash_receipt is None:
            return refusal(404, NO_CASH_RECEIPT.format(imp_uid))
        return success(sample.cash_receipt)

    def delivery(self, imp_uid: str) -> HttpResponse:
        """`GET /escrows/logis/{imp_uid}`."""
        sample = self._samples.get(imp_uid)
        if sample is None:
            return refusal(404, NO_PAYMENT)
        if sample.delivery is None:
            return refusal(409, "등록된 배송정보가 존재하지 않습니다.")
        return success(sample.delivery)

    def _with(self, field: str, value: str) -> list[Mapping[str, Any]]:
        """Return the bodies of the payments with `value` in `field`; contradictory ones twice."""
        samples = [sample for sample in self._samples.values() if sample.body.get(field) == value]
        bodies = [body for sample in samples for body in _reports(sample)]
        return [_without_extension(body) for body in bodies]

    def _of_order(
        self, merchant_uid: str, status: Sequence[str], query: Query
    ) -> list[Mapping[str, Any]] | HttpResponse:
        """Return the payments of an order, sorted, or the refusal."""
        wanted = status[0] if status and status[0] else "all"
        if wanted not in STATUSES:
            return refusal(400, "지원되지 않는 상태값입니다.")
        found = self._with("merchant_uid", merchant_uid)
        found = [body for body in found if wanted in ("all", body["status"])]
        if not found:
            return refusal(404, NO_PAYMENT)
        return _sorted(found, _last(query, "sorting") or "-started")


def _reports(sample: SamplePayment) -> list[Mapping[str, Any]]:
    """Return how lists answer a payment: once, or a second time with other values."""
    return [sample.body] if sample.again is None else [sample.body, {**sample.body, **sample.again}]


def _sorted(bodies: list[Mapping[str, Any]], sorting: str) -> list[Mapping[str, Any]]:
    """Sort by `started` or `paid`, newest first after a minus. Old payments may lack the time."""
    field = SORTINGS.get(sorting.removeprefix("-"), "started_at")
    return sorted(bodies, key=lambda body: int(body.get(field) or 0), reverse=sorting.startswith("-"))


def _without_extension(body: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what is answered without `extension=true`."""
    return {name: value for name, value in body.items() if name != "extension"}


def _last(query: Query, name: str) -> str | None:
    values = query.get(name)
    return values[-1] if values else None


def _number(query: Query, name: str, default: int) -> int:
    """Return a number of the query; -1, which is never in range, for anything else."""
    text = _last(query, name)
    if text is None:
        return default
    return int(text) if text.isascii() and text.isdigit() else -1


def _body_fields(request: HttpRequest) -> Mapping[str, Any]:
    """Return the fields of a JSON or form body, none of any other."""
    if "json" not in request.headers.get("content-type", ""):
        form = parse_qs(request.body.decode("utf-8", errors="replace"))
        return {name: values[-1] for name, values in form.items()}
    try:
        fields = json.loads(request.body)
    except ValueError:
        return {}
    return fields if isinstance(fields, dict) else {}
