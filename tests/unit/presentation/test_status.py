"""The state of a payment in words and colours."""

from __future__ import annotations

import re
from typing import Any

import pytest

from iamport_desktop.domain.assessment import assess
from iamport_desktop.domain.status import State
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.status import status_view
from tests.conftest import NOW, RULES
from tests.support.example_payments import EXAMPLES, payment

# As the vendor's console says them.
KOREAN = {
    State.PAID: "결제완료",
    State.PARTIALLY_CANCELLED: "부분취소",
    State.FULLY_CANCELLED: "전체취소",
    State.AWAITING_DEPOSIT: "입금대기",
    State.DEADLINE_PASSED: "입금기한 지남",
    State.CLOSED_BEFORE_DEPOSIT: "입금 전 계좌 말소",
    State.REGISTERED: "정기결제 등록",
    State.REGISTRATION_CANCELLED: "정기결제 등록 취소",
    State.MAY_STILL_BE_PAID: "결제될 수 있음",
    State.NOT_COMPLETED: "결제 미확인",
    State.FAILED: "결제실패",
    State.PENDING: "승인대기",
}


@pytest.mark.parametrize("state", State)
def test_view(state: State, language: str) -> None:
    """A word and a sentence of its own in each language, the raw status beside it."""
    view = status_view(assess(EXAMPLES[state], NOW, RULES))
    assert (view.state, view.raw) == (state, EXAMPLES[state].status)
    assert len(view.meaning) > len(view.word) > 0
    assert (
        bool(re.search("[가-힣]", view.word))
        == bool(re.search("[가-힣]", view.meaning))
        == (language == "ko")
    )
    if language == "ko" and state in KOREAN:
        assert view.word == KOREAN[state]


def test_words_and_meanings_are_distinct(language: str) -> None:
    views = [status_view(assess(example, NOW, RULES)) for example in EXAMPLES.values()]
    assert len({view.word for view in views}) == len({view.meaning for view in views}) == len(State)


@pytest.mark.parametrize(
    "fields",
    [{"amount": ...}, {"status": ...}, {"cancel_amount": "all"}, {"amount": "x", "status": "failed"}],
)
def test_what_is_missing_is_not_blamed_on_the_status(fields: dict[str, Any]) -> None:
    view = status_view(assess(payment(**fields), NOW, RULES))
    assert view.state is State.UNKNOWN
    assert view.meaning == translate(
        "Status", "The amounts or the status are missing or unreadable, so nothing is concluded from them."
    )


def test_good_news_have_a_colour_of_their_own() -> None:
    severities = {
        state: status_view(assess(example, NOW, RULES)).severity for state, example in EXAMPLES.items()
    }
    assert [state for state, severity in severities.items() if severity is Severity.SUCCESS] == [
        State.PAID,
        State.REGISTERED,
    ]
    assert {severities[State.CONTRADICTORY], severities[State.UNKNOWN]} == {Severity.ANOMALY}
