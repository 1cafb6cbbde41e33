"""What one Enter does with a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamport_desktop.api.identifiers import parse_imp_uid
from iamport_desktop.query.parse import (
    MAX_ORDER_NUMBER,
    ImpUids,
    OrderNumber,
    Question,
    Reason,
    parse,
)

UID = "imp_123456789012"
MESSAGES = [
    "[Web발신]\n신한카드(1234)승인 홍*동\n12,000원 일시불\n07/24 14:23 한빛상점\n누적 742,300원",
    "신한카드승인 강*혜(9*0*) 04/27 21:31 (일시불)39,500원 (주)한빛 누적688,800원",
    "신한체크 승인취소 홍*동\n50,000원\n03/15 14:35 한빛상점",
    "[Web발신]\n신한카드(1234)승인\n홍*동\n승인번호 30012345\n45,000원 일시불\n09/01 12:00 한빛",
    "[Web발신] KB국민카드3559승인 이*호님 129,857원 일시불 02/08 22:39 한빛 누적2,302,256원",
    "[국외발신]\n현대카드 승인 12.40 USD 11/20 SHOP2026AB",
    "[Web발신]\n우리은행 11/20 15:00 1002*****123 출금 19,900원 한빛 잔액 1,200,000원",
]


@pytest.mark.parametrize(
    "text",
    [
        UID,
        f"  {UID}은 얼마인가요?",
        f"주문번호 ORD-1, {UID}",
        f"010-1234-5678 고객 {UID}",
        *(f"{each} {UID}" for each in MESSAGES),
    ],
)
def test_an_imp_uid_is_found_in_any_text(text: str) -> None:
    assert parse(text) == ImpUids((parse_imp_uid(UID),))


def test_several_imp_uids_are_looked_up_together() -> None:
    assert parse("imp_2, imp_1\nimp_2") == ImpUids((parse_imp_uid("imp_2"), parse_imp_uid("imp_1")))


@pytest.mark.parametrize(
    "number",
    [
        "ORD-SAMPLE-0002",
        "NO-SUCH-7",
        "order",
        "20260901-0000123",
        "2026-11-22T10:17:16_1",
        "550e8400-e29b-41d4-a716-446655440000",
        "ORDER2026-11-25-0001",
        "orderno123",
        "주문-2026-0001",
        "주문 2026/11 #7? 100% & +1",
        "ORD 2026-0001",
        "9.1",
        "x" * MAX_ORDER_NUMBER,
    ],
)
@pytest.mark.parametrize("around", ["{}", "  {}\t\r\n", "\u200b{}\u202c", "“{}”", "({})"])
def test_a_text_that_is_an_order_number_is_one(number: str, around: str) -> None:
    assert parse(around.format(number)) == OrderNumber(number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ORD-SAMPLE-0002 이 주문 결제됐나요?", "ORD-SAMPLE-0002"),
        ("ORD-SAMPLE-RETRY 이 주문 결제됐나요?", "ORD-SAMPLE-RETRY"),
        ("ORD-SAMPLE-0002은요?", "ORD-SAMPLE-0002"),
        ("주문번호는 20260901-0000123 입니다", "20260901-0000123"),
        ("주문번호 AB12 9월 1일 45,000원", "AB12"),
        ("주문번호:ORD-1", "ORD-1"),
        ("order number: ORD-1.", "ORD-1"),
        ("20260901-0000123 9/1 45,000원", "20260901-0000123"),
        ("please check ORD-77 now", "ORD-77"),
        ("ORD-77 ORD-77", "ORD-77"),
        ("주문하신 ORD_20261125_0001건", "ORD_20261125_0001"),
        ("홍길동 010-1234-5678 user@example.com ORD-2026-0001 확인", "ORD-2026-0001"),
        ("승인번호 123456789012 주문 ORD-2026-1", "ORD-2026-1"),
        ("https://shop.example/order/ORD-2026-1", "ORD-2026-1"),
        ("https://shop.example/?merchant_uid=ORD-1&a=b2026", "ORD-1"),
        ('{"merchant_uid":"ORD-1","amount":1000}', "ORD-1"),
        ("[Web발신]\n한빛상점 주문번호 20261125-7 결제 12,000원", "20261125-7"),
        ("ＯＲＤ－２０２６", "ORD-2026"),
    ],
)
def test_the_one_order_number_in_a_sentence_is_found(text: str, number: str) -> None:
    assert parse(text) == OrderNumber(number)


@pytest.mark.parametrize(
    "text", ["123456789012", " 123456789012 ", "주문번호 123456789012", "번호가 123456789012 라고 해요"]
)
def test_digits_alone_may_be_an_order_number_or_an_imp_uid(text: str) -> None:
    assert parse(text) == OrderNumber("123456789012", parse_imp_uid(UID))


def test_an_imp_uid_without_its_underscore_may_be_meant() -> None:
    assert parse("imp123456789012") == OrderNumber("imp123456789012", parse_imp_uid(UID))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("010-1234-5678", Reason.PHONE),
        ("01012345678", Reason.PHONE),
        ("０１０－１２３４－５６７８", Reason.PHONE),
        ("02-123-4567", Reason.PHONE),
        ("주문번호 010-1234-5678", Reason.PHONE),
        ("전화번호 01012345678 이름 홍길동", Reason.PHONE),
        ("user@example.com", Reason.EMAIL),
        ("4000-0000-0000-0000", Reason.CARD),
        ("8801011234567", Reason.RESIDENT),
        ("110-123-456789", Reason.ACCOUNT),
        ("홍길동", Reason.NAME),
        ("홍길동님", Reason.NAME),
        ("홍길동 1234", Reason.NAME),
        ("홍*동", Reason.MASKED),
        ("010-****-5678", Reason.MASKED),
        ("홍길동님 환불 문의", Reason.SENTENCE),
        ("John Smith", Reason.SENTENCE),
        ("취소해주세요", Reason.SENTENCE),
        ("머그컵 2개 언제 오나요", Reason.SENTENCE),
        ("???", Reason.SENTENCE),
        ("https://shop.example/?imp_uid=imp_&x=1", Reason.SENTENCE),
        ("imp_12x", Reason.INCOMPLETE),
        ("imp_", Reason.INCOMPLETE),
    ],
)
def test_personal_data_and_sentences_ask_first(text: str, reason: Reason) -> None:
    question = parse(text)
    assert isinstance(question, Question)
    assert question.reason is reason
    assert question.order_number
    assert question.order_number not in repr(question)


@pytest.mark.parametrize(
    "text",
    [
        *MESSAGES,
        *(each.replace("\n", " ") for each in MESSAGES),
        "9/1 45,000원",
        "어제 저녁에 결제한 32,000원",
        "카드 끝자리 1234 11/20",
    ],
)
def test_a_card_message_or_a_day_with_an_amount_names_no_payment(text: str) -> None:
    assert parse(text) == Question(Reason.NO_NUMBER)


@pytest.mark.parametrize("text", ["9/1", "2026-09-01", "14:23", "어제", "45,000원", "4만5천원", "50,000"])
def test_what_reads_whole_as_a_day_a_time_or_an_amount_asks_first(text: str) -> None:
    assert parse(text) == Question(Reason.NO_NUMBER, text)


@pytest.mark.parametrize("text", ["", "  ", "\n\n", "\u200b\u202e", "\x00"])
def test_an_empty_text_asks_for_nothing(text: str) -> None:
    assert parse(text) == Question(Reason.EMPTY)


def test_several_order_numbers_are_named() -> None:
    assert parse("ORD-0001, ORD-0002; ORD-0001") == Question(Reason.SEVERAL, numbers=("ORD-0001", "ORD-0002"))


def test_what_is_longer_than_any_order_number_is_not_sent() -> None:
    assert parse("x" * (MAX_ORDER_NUMBER + 1)) == Question(Reason.TOO_LONG)
    assert parse("가 " * MAX_ORDER_NUMBER) == Question(Reason.SENTENCE)


@given(st.text(max_size=300) | st.from_regex(r"[0-9A-Za-z가-힣 .,:/@*%_-]{0,80}", fullmatch=True))
def test_any_text_has_an_answer(text: str) -> None:
    query = parse(text)
    if isinstance(query, OrderNumber):
        assert 0 < len(query.order_number) <= MAX_ORDER_NUMBER
        assert query.order_number.encode()
