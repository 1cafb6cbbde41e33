"""The reply to the customer: the whole text for each kind of payment, and what no reply may say."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from iamport_desktop.api.codes import CodeTables
from iamport_desktop.domain.attempts import OtherAttempts, Unasked
from iamport_desktop.domain.failure_reasons import Explanation
from iamport_desktop.domain.status import State
from iamport_desktop.presentation.failure_replies import cause_for_customer
from iamport_desktop.presentation.i18n import Translation, using_translator
from iamport_desktop.presentation.reply import reply
from iamport_desktop.presentation.view_model import FormatContext
from tests.conftest import RULES
from tests.support.reply_cases import CASES, NOW, PAID_ELSEWHERE, WAITING_ELSEWHERE, Case

# `# name`, the reply in Korean, an empty line, the reply in English, an empty line.
REPLIES = {
    name: dict(zip(("ko", "en"), texts.strip().split("\n\n"), strict=True))
    for name, texts in re.findall(
        r"^# (.*)\n((?:(?!# ).*\n?)*)", Path(__file__).with_name("replies.txt").read_text("utf-8"), re.M
    )
}
ASKS_TO_PAY = re.compile(
    r"[Pp]lease (check that and )?pay (again|at)|another way to pay|order again|send the money to|finish the payment"
    r"|다시 결제해|결제해 주시|결제하시거나|다른 결제수단을 이용|다시 주문|입금해 주시기|결제를 마치시"
)
INTERNAL = "imp_900000000001 order-1 TID-1 MID-1 html5_inicis PortOne 포트원 PG사 결제사 None { } %n (가) (는)".split()


@pytest.fixture
def here(language: str, codes: CodeTables) -> FormatContext:
    """Each language, at the time of the cases, revealed: a reply is masked all the same."""
    return FormatContext(
        "ko" if language == "ko" else "en", codes, RULES, NOW, revealed=True, shop_name="예시상점"
    )


def written(case: Case, context: FormatContext) -> str:
    return reply(case.payment(), context, case.others)


@pytest.mark.parametrize("name", CASES)
def test_the_whole_reply(name: str, here: FormatContext) -> None:
    assert written(CASES[name], here) == REPLIES[name][here.language]


def test_every_state_has_a_reply(context: FormatContext) -> None:
    at = replace(context, now=NOW)
    assert {at.assess(case.payment(), case.others).state for case in CASES.values()} == set(State)
    assert REPLIES.keys() == CASES.keys()


@pytest.mark.parametrize("name", [name for name in CASES if not name.startswith("test")])
def test_a_reply_holds_nothing_internal(name: str, here: FormatContext) -> None:
    assert [word for word in INTERNAL if word in written(CASES[name], here)] == []


@pytest.mark.parametrize(
    "others", [(), PAID_ELSEWHERE, WAITING_ELSEWHERE, *Unasked], ids=["none", "paid", "waiting", *Unasked]
)
@pytest.mark.parametrize("name", CASES)
def test_a_reply_asks_for_money_only_where_that_is_allowed(
    name: str, others: OtherAttempts, here: FormatContext
) -> None:
    payment = CASES[name].payment()
    assessment = here.assess(payment, others)
    if ASKS_TO_PAY.search(reply(payment, here, others)):
        assert assessment.may_invite_to_pay or assessment.may_ask_to_finish
        assert not assessment.paid_attempts
        assert isinstance(others, tuple)


def test_without_a_shop_name_and_a_product(here: FormatContext) -> None:
    payment = replace(CASES["paid"].payment(), name="  ")
    expected = {
        "ko": ["안녕하세요, 고객님.", "결제 건 안내드립니다."],
        "en": ["Hello.", "This is about your payment."],
    }
    assert reply(payment, replace(here, shop_name="")).splitlines()[:2] == expected[here.language]


def test_an_unknown_easy_pay_is_drawn_safely(here: FormatContext) -> None:
    of_no_known_pg = CASES["cancelled, PayPal"].payment()
    payment = replace(of_no_known_pg, pg_provider=None, pay_method=None, emb_pg_provider="\x1fpay")
    text = reply(payment, here)
    assert "[U+001F]pay" in text
    assert "\x1f" not in text


def test_a_name_of_many_lines_is_one_line(here: FormatContext) -> None:
    payment = replace(CASES["paid"].payment(), name="머그컵\n두 개")
    text = reply(payment, replace(here, shop_name="예시\u202e상점"))
    assert len(text.splitlines()) == 5
    assert "\u202e" not in text


@pytest.mark.parametrize("failure", Explanation)
def test_a_cause_has_its_own_words_in_each_language(failure: Explanation, here: FormatContext) -> None:
    cause = cause_for_customer(failure)
    assert bool(re.search("[가-힣]", cause)) == (here.language == "ko" and bool(cause))
    assert not re.search("PG", cause)


def test_another_language_than_the_installed_one(
    codes: CodeTables, context: FormatContext, translation: Translation
) -> None:
    korean = FormatContext("ko", codes, RULES, NOW)
    with using_translator(translation.translators["ko"]):
        assert re.search("[가-힣]", reply(CASES["paid"].payment(), korean))
    assert "Your payment" in reply(CASES["paid"].payment(), context)
