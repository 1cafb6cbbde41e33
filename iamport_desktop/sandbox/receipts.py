"""The page of every receipt link of the samples: a sales slip marked as a sample."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from iamport_desktop.sandbox.http_messages import HttpRequest, HttpResponse
from iamport_desktop.sandbox.samples import SamplePayment

PREFIX = "/receipt"
"""The path above every receipt page."""


def receipt_page(request: HttpRequest, origin: str, payments: Sequence[SamplePayment]) -> HttpResponse:
    """Return the slip of the payment, cancellation or cash receipt with exactly this link, else an empty one.

    The page shows path and query as they arrived, and so whether a link was opened unchanged.
    """
    link = f"{origin}{request.path}" + (f"?{request.query}" if request.query else "")
    rows = [*_rows(link, payments), ("경로", request.path), ("쿼리", request.query or "(없음)")]
    table = "".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in rows)
    return HttpResponse(200, _PAGE.replace("{table}", table).encode("utf-8"), "text/html; charset=utf-8")


def _rows(link: str, payments: Sequence[SamplePayment]) -> list[tuple[str, str]]:
    for sample in payments:
        body = sample.body
        if body.get("receipt_url") == link:
            return _slip("결제", body, body)
        for cancellation in body.get("cancel_history") or ():
            if cancellation.get("receipt_url") == link:
                return _slip("취소", body, cancellation)
        if sample.cash_receipt is not None and sample.cash_receipt.get("receipt_url") == link:
            return _slip("현금영수증", body, sample.cash_receipt)
    return []


def _slip(kind: str, body: Mapping[str, Any], charge: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [
        ("구분", kind),
        ("상품명", _text(body.get("name"))),
        ("금액", f"{_text(charge.get('amount'))} {_text(body.get('currency'))}"),
        ("주문번호", _text(body.get("merchant_uid"))),
        ("거래번호", _text(body.get("imp_uid"))),
    ]


def _text(value: object) -> str:
    """Return any field as text, with `?` for a lone surrogate, which UTF-8 cannot encode."""
    return str("" if value is None else value).encode("utf-8", errors="replace").decode("utf-8")


_PAGE = """<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><title>매출전표 (견본)</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body { background: #eceff3; color: #1d2430; font: 15px/1.6 system-ui, "Noto Sans CJK KR", sans-serif; }
main { background: #fff; border-top: 6px solid #2b5fd9; margin: 2rem auto; max-width: 26rem; padding: 1.5em; }
h1 { font-size: 1.3rem; margin: 0; }
p { color: #9a3412; margin: .3rem 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-top: 1px solid #dde2ea; padding: .5rem 0; text-align: left; vertical-align: top; }
th { color: #566072; font-weight: normal; width: 6rem; }
td { overflow-wrap: anywhere; }
</style></head>
<body><main>
<h1>매출전표</h1>
<p>견본입니다. 실제 거래가 아닙니다. · Sample only, no real transaction.</p>
<table>{table}</table>
</main></body></html>
"""
