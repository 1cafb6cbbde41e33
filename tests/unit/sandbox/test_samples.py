"""The sample payments: complete, coherent, and nobody's."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from iamport_desktop.resources import resource_path
from iamport_desktop.sandbox.samples import SamplePayment, Samples, load_samples

NOW = 1_790_000_000
CONTRADICTORY = "imp_100000000047"
HOSTILE = "imp_100000000035"

PAYMENT_FIELDS = set(
    """
    amount apply_num bank_code bank_name buyer_addr buyer_email buyer_name buyer_postcode buyer_tel
    cancel_amount cancel_history cancel_reason cancel_receipt_urls cancelled_at card_code
    card_issuer_code card_issuer_name card_name card_number card_publisher_code card_publisher_name
    card_quota card_type cash_receipt_issued channel currency custom_data customer_uid
    customer_uid_usage deposit_history emb_pg_provider escrow fail_reason failed_at imp_uid
    merchant_uid name paid_at pay_method pg_id pg_provider pg_tid promotion receipt_url sandbox
    started_at status user_agent vbank_code vbank_date vbank_holder vbank_issued_at vbank_name vbank_num
    """.split()
)
NESTED_FIELDS = {
    "cancel_history": {"amount", "cancellation_id", "cancelled_at", "pg_tid", "reason", "receipt_url"},
    "deposit_history": {"amount", "deposited_at", "depositor_name", "pg_tid"},
}


@pytest.fixture(scope="module")
def samples() -> Samples:
    return load_samples(NOW, "http://127.0.0.1:1/receipt")


def number(value: object) -> Decimal:
    return Decimal(str(value or 0))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def test_every_field_of_the_vendors_description_occurs_filled(samples: Samples) -> None:
    assert len(PAYMENT_FIELDS) == 54
    filled = {name for payment in samples.payments for name, value in payment.body.items() if value}
    assert PAYMENT_FIELDS - filled == set()
    for history, names in NESTED_FIELDS.items():
        items = [item for payment in samples.payments for item in payment.body.get(history, ())]
        assert {name for item in items for name, value in item.items() if value} == names
    promotions = [p.body["promotion"] for p in samples.payments if p.body.get("promotion")]
    assert [set(promotion) for promotion in promotions] == [{"id", "discount"}]


def test_payments_of_today_hold_every_field(samples: Samples) -> None:
    old = {"imps_100000000031", "imp_100000000032"}
    for payment in samples.payments:
        missing = PAYMENT_FIELDS - set(payment.body)
        assert bool(missing) == (payment.imp_uid in old), payment.imp_uid


def test_ids_and_descriptions(samples: Samples) -> None:
    ids = [payment.imp_uid for payment in samples.payments]
    assert len(ids) == len(set(ids)) == 79
    for payment in samples.payments:
        assert re.fullmatch(r"imps?_1000000000\d\d", payment.imp_uid)
        assert re.search("[가-힣]", payment.shows_ko), payment.imp_uid
        assert payment.shows_en.isascii()
        assert len((payment.shows_ko + payment.shows_en).splitlines()) == 1
    assert not set(ids) & set(samples.refusals)


def test_what_was_cancelled_adds_up(samples: Samples) -> None:
    for payment in samples.payments:
        body = payment.body
        history = body["cancel_history"]
        assert sum(number(item["amount"]) for item in history) == number(body["cancel_amount"])
        above = number(body["cancel_amount"]) > number(body["amount"])
        assert above == (payment.imp_uid == CONTRADICTORY)
        if payment.imp_uid != HOSTILE:
            urls = [item["receipt_url"] for item in history if item["receipt_url"]]
            assert body["cancel_receipt_urls"] == urls


def test_times_follow_each_other(samples: Samples) -> None:
    for payment in samples.payments:
        body = payment.body
        times = [number(body.get(name)) for name in ("started_at", "paid_at")]
        times += [number(item["cancelled_at"]) for item in body["cancel_history"]]
        times += [number(body["cancelled_at"])]
        happened = [time for time in times if time]
        assert happened == sorted(happened), payment.imp_uid
        assert all(time < NOW for time in happened)
        if body["cancel_history"]:
            assert body["cancelled_at"] == body["cancel_history"][-1]["cancelled_at"]


def test_deadlines_lie_where_the_description_says(samples: Samples) -> None:
    deadlines = {payment.imp_uid: payment.body["vbank_date"] for payment in samples.payments}
    assert deadlines["imp_100000000005"] == NOW + 172800
    assert deadlines["imp_100000000007"] < NOW
    assert deadlines["imp_100000000046"] == 0


def test_three_hundred_different_cancellations(samples: Samples) -> None:
    history = next(p for p in samples.payments if p.imp_uid == "imp_100000000030").body["cancel_history"]
    assert len(history) == 300
    for name in ("pg_tid", "cancelled_at", "cancellation_id", "reason", "receipt_url"):
        assert len({item[name] for item in history}) == 300
    assert (history[0]["reason"], history[299]["reason"]) == ("입장권 반환 001", "입장권 반환 300")


def test_no_notation_is_left(samples: Samples) -> None:
    for payment in samples.payments:
        everything = (payment.body, payment.cash_receipt, payment.delivery, payment.balance)
        text = json.dumps(everything)
        assert '"$' not in text, payment.imp_uid
        assert "{receipts}" not in text
        assert "{n}" not in text


def test_links_go_to_the_sandbox_itself(samples: Samples) -> None:
    for payment in samples.payments:
        if payment.imp_uid == HOSTILE:
            continue
        for text in strings(dict(payment.body)):
            if "://" in text:
                assert text.startswith("http://127.0.0.1:1/receipt/"), payment.imp_uid


def test_hostile_text_reaches_every_kind_of_danger(samples: Samples) -> None:
    hostile = next(payment for payment in samples.payments if payment.imp_uid == HOSTILE)
    text = "\n".join(strings(dict(hostile.body)))
    for danger in ("<img", "<script>", "\u202e", "\u0000", "\u001b", "\u200b", "javascript:", "file:///"):
        assert danger in text
    assert "\\\\evil.example\\share" in text


def buyers(payment: SamplePayment) -> set[str]:
    names = [payment.body.get("buyer_name"), payment.body.get("vbank_holder")]
    names += [deposit["depositor_name"] for deposit in payment.body.get("deposit_history", ())]
    return {re.sub(r"[^\w ()]", "", name) for name in names if name}


def test_the_samples_hold_no_real_person(samples: Samples) -> None:
    invented = {"홍길동", "홍길동(회비)", "김샘플", "박보기", "Alex Sample", "예시상점", "예시클럽"}
    for payment in samples.payments:
        assert buyers(payment) <= invented
        tel = payment.body.get("buyer_tel")
        assert not tel or "0000" in tel
        card = payment.body.get("card_number")
        assert not card or re.fullmatch(r"\*[*-]+\d*|1234(00|560000001234)[\d*]*", card), card


def test_nothing_in_the_file_looks_like_a_real_address_or_number() -> None:
    text = resource_path("sandbox", "payments.json").read_text(encoding="utf-8")
    domains = re.findall(r"[\w.+>-]+@([\w-]+(?:\.[\w-]+)+)", text)
    assert domains
    assert set(domains) <= {"example.com", "evil.example", "shop.example"}
    mobiles = re.findall(r"(?<![\d-])01[016789][ .-]?\d{3,4}[ .-]?\d{4}(?!\d)", text)
    assert mobiles
    assert all("0000" in mobile for mobile in mobiles)
    assert not re.search(r"(?<!\d)\d{6}-[1-8]\d{6}(?!\d)", text)  # a resident registration number
