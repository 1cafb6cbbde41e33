import httpx

from iamport_desktop.sandbox import Sandbox
from tests.unit.sandbox.conftest import Caller


def own_links(sandbox: Sandbox) -> list[str]:
    """Every link of the samples that points to the sandbox."""
    links = [payment.body.get("receipt_url") for payment in sandbox.payments]
    links += [item.get("receipt_url") for p in sandbox.payments for item in p.body.get("cancel_history", ())]
    links += [p.cash_receipt["receipt_url"] for p in sandbox.payments if p.cash_receipt]
    return [link for link in links if link and link.startswith(sandbox.url)]


def raw_page(link: str) -> str:
    """The page by a client that sends the link's bytes as they are."""
    url = httpx.URL(link)
    host, port = url.host, url.port
    target = link.removeprefix(f"http://{host}:{port}")
    with httpx.Client(trust_env=False) as client:
        request = client.build_request("GET", f"http://{host}:{port}/")
        request.extensions["target"] = target.encode("ascii")
        answer = client.send(request)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return answer.text


def test_every_link_opens_the_slip_of_its_charge(sandbox: Sandbox, caller: Caller) -> None:
    links = own_links(sandbox)
    assert len(links) > 330
    for link in links:
        answer = caller.http.get(link)
        assert answer.status_code == 200
        assert "견본입니다. 실제 거래가 아닙니다." in answer.text


def test_the_links_hold_what_is_easily_rewritten(sandbox: Sandbox) -> None:
    queries = [link.partition("?")[2] for link in own_links(sandbox)]
    assert any(all(part in query for part in ("+", "%2B", "/", "=")) for query in queries)


def test_the_slip_tells_payment_from_cancellation_and_cash_receipt(sandbox: Sandbox) -> None:
    bodies = {payment.imp_uid: payment for payment in sandbox.payments}
    partly = bodies["imp_100000000002"].body
    assert "<td>결제</td>" in raw_page(partly["receipt_url"])
    assert "<td>30000 KRW</td>" in raw_page(partly["receipt_url"])
    cancelled = raw_page(partly["cancel_history"][0]["receipt_url"])
    assert "<td>취소</td>" in cancelled
    assert "<td>10000 KRW</td>" in cancelled
    cash_receipt = bodies["imp_100000000026"].cash_receipt
    assert cash_receipt is not None
    assert "<td>현금영수증</td>" in raw_page(cash_receipt["receipt_url"])


def test_the_page_shows_path_and_query_as_they_arrived(sandbox: Sandbox) -> None:
    link = sandbox.url + "/receipt/any/where;x=1?a=b%2Bc+d/e==&f=%7E~&g"
    page = raw_page(link)
    assert "<td>/receipt/any/where;x=1</td>" in page
    assert "<td>a=b%2Bc+d/e==&amp;f=%7E~&amp;g</td>" in page
    assert sandbox.requests[-1].path == "/receipt/any/where;x=1"
    assert sandbox.requests[-1].query == "a=b%2Bc+d/e==&f=%7E~&g"


def test_what_is_in_the_link_is_only_text_on_the_page(sandbox: Sandbox) -> None:
    page = raw_page(sandbox.url + "/receipt/<script>alert(1)</script>?<img>\"'&{table}")
    assert "<script>" not in page
    assert "<img>" not in page
    assert "&lt;script&gt;" in page


def test_a_product_name_with_a_lone_surrogate_does_not_break_the_page(sandbox: Sandbox) -> None:
    link = next(p.body["receipt_url"] for p in sandbox.payments if p.imp_uid == "imp_100000000044")
    assert "생일 케이크 ?" in raw_page(link)
