"""Personal data inside texts of any kind: what is found, what stays, and how many order numbers are taken for it."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamport_desktop.domain import masking
from iamport_desktop.domain.personal_data import find_personal_data

PHONE = "010-1234-5678"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("환불계좌 국민 123456-78-901234 / 010-1234-5678", "환불계좌 국민 ******-**-**1234 / 010-****-5678"),
        ("김가나(01012345678) 예약금", "김가나(010****5678) 예약금"),
        ("010.1234.5678로 연락", "010.****.5678로 연락"),
        ("+82 10-1234-5678", "+82 1*-****-5678"),
        ("환불 요청 a@example.com", "환불 요청 a***@example.com"),
        ("카드 1234-5678-9012-3456 한도초과", "카드 1234-56**-****-3456 한도초과"),
        ("주민 900101-1234567", "주민 ******-*******"),
        ("신한은행 110123456789 입금", "신한은행 ********6789 입금"),
        ("계좌번호 11012345678901", "계좌번호 **********8901"),
        ("02-123-4567 매장", "**-***-4567 매장"),
        ("０１０－１２３４－５６７８", "010-****-5678"),
        ("010\u200b1234\u200b5678", "010****5678"),
        ("٠١٠-١٢٣٤-٥٦٧٨", "010-****-5678"),
        (quote("010 1234 5678", safe=""), "010 **** 5678"),
        (quote("a@example.com", safe=""), "a***@example.com"),
    ],
)
def test_personal_data_in_a_text_is_masked(text: str, masked: str) -> None:
    assert masking.free_text(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "머그컵 외 2건",
        "2026-11-22 10:17:16 품절",
        "2026/11/22~2026/11/25 예약",
        "20261122101716",
        "주문 20261122-000123",
        "포인트 1,234,567,890원",
        "카드 한도 초과 [2116]",
        "배송 1700000000",
        "오후 3시 30분~5시",
        "",
    ],
)
def test_other_texts_stay(text: str) -> None:
    assert masking.free_text(text) == text


@pytest.mark.parametrize("before", ["", "A", "고객:", "tel=", "ORD-", "2026-11-22/", "_"])
@pytest.mark.parametrize("after", ["", " ", "입니다", "-77", "_1", "&x=1"])
def test_a_phone_is_found_between_anything_but_digits(before: str, after: str) -> None:
    assert masking.looks_personal(f"{before}{PHONE}{after}")
    assert PHONE[4:8] not in masking.free_text(f"{before}{PHONE}{after}")


def test_a_receipt_address_shows_scheme_and_host_alone() -> None:
    url = f"https://pg.example/receipt?order_no={PHONE}&buyr_name=%ED%99%8D"
    assert masking.link(url) == "https://pg.example/…"
    assert masking.link("http://user:secret@pg.example/x") == "http://pg.example/…"
    assert masking.link("javascript:alert(1)") == masking.HIDDEN


def _order_numbers(make: Callable[[random.Random, int], str]) -> list[str]:
    generator = random.Random(20261122)  # noqa: S311 - the same numbers in each run
    return [make(generator, index) for index in range(1_000)]


_START = datetime(2024, 1, 1, tzinfo=UTC)
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def _moment(generator: random.Random) -> datetime:
    return _START + timedelta(seconds=generator.randrange(3 * 365 * 86_400))


MAKES: dict[str, Callable[[random.Random, int], str]] = {
    "date and counter": lambda g, i: f"{_moment(g):%Y%m%d}-{i:04}",
    "prefix, date and counter": lambda g, i: f"ORD{_moment(g):%y%m%d}{i:06}",
    "date, time and counter": lambda g, i: f"{_moment(g):%Y%m%d%H%M%S}{i % 1000:03}",
    "words and seconds": lambda g, i: f"order_{int(_moment(g).timestamp())}",
    "milliseconds": lambda g, i: str(int(_moment(g).timestamp() * 1000) + g.randrange(1000)),
    "UUID": lambda g, i: str(uuid.UUID(int=g.getrandbits(128), version=4)),
    "UUID without hyphens": lambda g, i: uuid.UUID(int=g.getrandbits(128), version=4).hex,
    "ULID": lambda g, i: "01" + "".join(g.choices(_CROCKFORD, k=24)),
    "short date, hyphen and number": lambda g, i: f"{g.randrange(13, 36)}1122-{g.randrange(10**7):07}",
    "prefix and short date": lambda g, i: f"order-{_moment(g):%y%m%d}-{g.randrange(10**7):07}",
    "snowflake": lambda g, i: str((int(_moment(g).timestamp() * 1000) - 1_288_834_974_657) << 22),
    "counter": lambda g, i: f"{g.randrange(10**9):010}",
}


def test_hardly_any_order_number_is_taken_for_personal_data() -> None:
    numbers = [number for make in MAKES.values() for number in _order_numbers(make)]
    assert len(set(numbers)) > 9_000
    masked = [number for number in numbers if masking.order_number(number) != number]
    assert len(masked) <= len(numbers) // 100


@given(st.text())
def test_what_is_found_stands_in_the_text_in_order(text: str) -> None:
    end = 0
    for part in find_personal_data(text):
        assert end <= part.start < part.end <= len(text)
        end = part.end


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["0", "010", "1-", "a@", "%2530", "%25", "계좌 1", "+82", "1 ", "\u200b0", ".", "٠١٠ "]
)
def test_a_megabyte_is_read(piece: str) -> None:
    """A pattern whose time grew faster than the text would end in the time limit of the test run."""
    assert isinstance(masking.free_text(piece * (1_000_000 // len(piece))), str)
