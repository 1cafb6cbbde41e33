"""What the masks let through, and that it is no more than an agent needs."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from iamport_desktop.domain import masking
from iamport_desktop.domain.masking import HIDDEN, MASKS

HANGUL = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=8)
LATIN = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=12)
DIGITS = st.text("0123456789", max_size=24)
ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=60)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("홍길동", "홍*동"),
        ("남궁민수", "남**수"),
        ("이산", "이*"),
        ("김", "*"),
        ("홍 길 동", "* * *"),
        ("홍길동 김철수", "홍*동 김*수"),
        ("(주)표본상사", "(*****사"),
        ("Hong Gil-dong", "H*** G*******"),
        ("Li", "L*"),
        ("A", "*"),
        ("J R Smith", "* * S****"),
        ("José", "J**é"),
        ("홍길동😀", "홍**😀"),
        ("😀", "*"),
        ("010-1234-5678", "0************"),
        ("hong@example.com", "h***************"),
        ("홍\u200b길동", "홍**동"),
        ("", ""),
    ],
)
def test_name(text: str, masked: str) -> None:
    assert masking.name(text) == masked


@given(st.lists(HANGUL | LATIN, min_size=1, max_size=4).map(" ".join))
def test_a_name_keeps_its_first_and_last_letters_alone(text: str) -> None:
    for word, masked in zip(text.split(" "), masking.name(text).split(" "), strict=True):
        assert len(masked.replace("*", "")) <= min(2, len(word) - 1)
        assert len(masked) == len(word)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("hong@example.com", "h***@example.com"),
        ("h@example.com", "h***@example.com"),
        ("hong.gil+shop@mail.example.co.kr", "h***@mail.example.co.kr"),
        ("홍길동@예시.한국", "홍***@예시.한국"),
        ("a@b@example.com", "a***@example.com"),
        ('"hong gil"@example.com', '"***@example.com'),
        ("hong@a.com, kim@example.com", "h***@example.com"),
        # No address, or more than one address.
        ("hong", HIDDEN),
        ("@example.com", HIDDEN),
        ("hong@", HIDDEN),
        ("hong@localhost", HIDDEN),
        ("hong@example.com (홍길동 010-1234-5678)", HIDDEN),
        ("hong@example.com 홍길동", HIDDEN),
        ("홍길동 <hong@example.com>", HIDDEN),
        ("hong@010.1234.5678", HIDDEN),
        ("hong@example.com\n", HIDDEN),
        ("010-1234-5678", HIDDEN),
    ],
)
def test_email(text: str, masked: str) -> None:
    assert masking.email(text) == masked


@given(st.lists(ANY_TEXT, min_size=1, max_size=4).map("@".join))
def test_no_local_part_survives(text: str) -> None:
    masked = masking.email(text)
    if masked == HIDDEN:
        return
    local, at, domain = masked.partition("***@")
    assert (len(local), at) == (1, "***@")
    assert re.fullmatch(r"[\w.-]+", domain)
    assert text.endswith("@" + domain)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("010-1234-5678", "010-****-5678"),
        ("01012345678", "010****5678"),
        ("010.123.4567", "010.***.4567"),
        ("010 1234 5678", "010 **** 5678"),
        ("+82-10-1234-5678", "+82-1*-****-5678"),
        ("+82 (0)10-1234-5678", "+82 (0)**-****-5678"),
        ("\u202d010-0000-1234\u202c", "\u202d010-****-1234\u202c"),
        ("02-123-4567", "**-***-4567"),
        ("1588-1234", "****-1234"),
        ("010-****-5678", HIDDEN),  # masked by the shop: too short to tell
        ("1234", HIDDEN),
        ("010-1234-5678 (배우자 홍길동)", HIDDEN),
        ("홍길동01012345678", HIDDEN),
        ("tel01012345678", HIDDEN),
        ("０１０-1234-5678", HIDDEN),
        ("", HIDDEN),
    ],
)
def test_phone(text: str, masked: str) -> None:
    assert masking.phone(text) == masked


@given(st.text("0123456789 .-+()", max_size=30))
def test_a_phone_keeps_seven_digits_and_hides_three(text: str) -> None:
    before, after = _digits(text), _digits(masking.phone(text))
    assert len(after) <= 7
    assert not before or len(before) - len(after) >= 3 or not after
    assert before[-4:].endswith(after[-4:])


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("90000000000006", "**********0006"),
        ("X9000000000005", "**********0005"),
        ("900-000000-00-008", "***-******-*0-008"),
        ("9000 0000 1234", "**** **** 1234"),
        ("90000000****06", "************06"),
        ("unknown", HIDDEN),
        ("1234567", HIDDEN),
        ("90000000000006 홍길동", HIDDEN),
        ("홍길동의 계좌번호", HIDDEN),
    ],
)
def test_account(text: str, masked: str) -> None:
    assert masking.account(text) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("1234560000001234", "123456******1234"),  # KCP: zeros for a mask look like a complete number
        ("1234-5678-9012-3456", "1234-56**-****-3456"),
        ("1234 5678 9012 3456", "1234 56** **** 3456"),
        ("123456789012345", "***********2345"),  # five would stay hidden
        ("1234567890123456789", "123456*********6789"),
        ("559410*********4", "559410*********4"),
        ("95404900****1569", "954049******1569"),
        ("123456XXXXXX1234", "123456******1234"),
        ("12345678●●●●1234", "123456******1234"),
        ("*********", "*********"),
        ("********", "********"),
        ("1234", HIDDEN),
        ("1234560000001234 / 9876540000009876", HIDDEN),
        ("홍길동 1234560000001234", HIDDEN),
        ("１２３４５６７８９０１２３４５６", HIDDEN),
        ("", ""),
    ],
)
def test_card_number(text: str, masked: str) -> None:
    assert masking.card_number(text) == masked


@given(st.text("0123456789*-X ", max_size=40) | DIGITS)
def test_of_a_card_six_and_four_digits_survive_at_most(text: str) -> None:
    masked = masking.card_number(text)
    if masked == HIDDEN:
        return
    assert len(masked) == len(text)
    assert len(_digits(masked)) <= 10
    places = [char for char in masked if char.isalnum() or char == "*"]
    assert set(places[6:-4]) <= {"*"}


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("서울특별시 강남구 테헤란로 123 4층", "서울특별시 강남구 ****"),
        ("서울 중구 세종대로 1", "서울 중구 ****"),
        ("경기도 성남시 분당구 판교로 1", "경기도 성남시 ****"),
        ("경남 창원시 의창구 1", "경남 창원시 ****"),
        ("충청북도 청주시 상당구 1", "충청북도 청주시 ****"),
        ("전북특별자치도 전주시 완산구 1", "전북특별자치도 전주시 ****"),
        ("세종특별자치시 한누리대로 2130 1동", "세종특별자치시 ****"),
        ("제주특별자치도 제주시 문연로 6", "제주특별자치도 제주시 ****"),
        ("서울특별시\n강남구\n테헤란로 123", "서울특별시 강남구 ****"),
        ("서울특별시\u00a0강남구\t테헤란로 123", "서울특별시 강남구 ****"),
        # The house comes first, or nothing tells where it comes.
        ("1 Example Street, Springfield", HIDDEN),
        ("테헤란로 123 4층", HIDDEN),
        ("(06236) 서울 강남구 테헤란로", HIDDEN),
        ("서울시강남구테헤란로123 101동 202호", HIDDEN),
        ("서울특별시 강남구", HIDDEN),
        ("홍길동 서울 강남구", HIDDEN),
        ("", HIDDEN),
    ],
)
def test_address(text: str, masked: str) -> None:
    assert masking.address(text) == masked


@given(st.lists(HANGUL | LATIN | DIGITS, max_size=8).map(" ".join))
def test_an_address_keeps_no_number(text: str) -> None:
    assert not _digits(masking.address(text))
    assert len(masking.address(text).split()) <= 3


def test_hidden() -> None:
    assert masking.hide("06236") == HIDDEN
    assert masking.hide("") == ""


@pytest.mark.parametrize(
    "text",
    [
        "010-1234-5678",
        "01012345678",
        "010 1234 5678",
        "010.123.4567",
        "(010) 1234-5678",
        "order_010_1234_5678_1",
        "2026-11-22/01012345678",
        "+821012345678",
        "+82 10-1234-5678",
        "+82 (0)10-1234-5678",
        "821012345678",
        "０１０-１２３４-５６７８",
        "010\u200b1234\u200b5678",
        "010–1234–5678",
        "016-123-4567",
        "hong@example.com",
        "order-hong.gil@example.co.kr-1",
        "홍길동@예시.한국",
        "hong\u200b@example.com",
        "ｈｏｎｇ＠example.com",
    ],
)
def test_looks_personal(text: str) -> None:
    assert masking.looks_personal(text)
    assert MASKS["merchant_uid"](text) == HIDDEN


@pytest.mark.parametrize(
    "text",
    [
        "ORD-20261122-0001",
        "order_1700000000",  # unix seconds
        "merchant_1700000000123",
        "1010101010101010",
        "20101234567",
        "ORD-2026-0110-0001-234",
        "2026-11-22T10:17:16_1",
        "00000901",
        "550e8400-e29b-41d4-a716-446655440000",
        "6f1d0000-0000-4000-8000-000000000014",
        "주문 2026/11 #7? 100% & +1",
        "@shop/1.0",
        "a@b",
        "",
    ],
)
def test_an_order_number_is_shown(text: str) -> None:
    assert not masking.looks_personal(text)
    assert MASKS["merchant_uid"](text) == text


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)


MASKS_OF_PERSONAL_DATA = [
    masking.name,
    masking.email,
    masking.phone,
    masking.account,
    masking.address,
    masking.hide,
]


@pytest.mark.parametrize("mask", MASKS_OF_PERSONAL_DATA)
@given(text=ANY_TEXT | HANGUL | LATIN | DIGITS)
def test_no_mask_contains_what_it_masks(mask: Callable[[str], str], text: str) -> None:
    assume(any(char.isalnum() for char in text) and "*" not in text)  # with one, it may be masked already
    assert text not in mask(text)


@pytest.mark.parametrize("name", MASKS)
def test_a_text_too_long_for_its_field_is_hidden_whole(name: str) -> None:
    """No pattern is matched against it, so that it costs no time."""
    assert MASKS[name]("가나 " * masking.MAX_LENGTH) == HIDDEN
