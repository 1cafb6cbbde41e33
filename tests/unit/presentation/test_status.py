"""The state of a payment in words and colours."""

from __future__ import annotations

import re
from typing import Any

import pytest

from iamport_desktop.domain.status import State
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.status import status_view
from tests.conftest import NOW
from tests.support.example_payments import EXAMPLES, payment

# As the vendor's console says them.
KOREAN = {
    State.PAID: "결제완료",
    State.PARTIALLY_CANCELLED: "부분취소",
    State.FULLY_CANCELLED: "전체취소",
    State.AWAITING_DEPOSIT: "입금대기",
    State.DEPOSIT_EXPIRED: "입금기한 만료",
    State.ABANDONED: "미결제 (결제창 이탈)",
    State.FAILED: "결제실패",
    State.PENDING: "승인대기",
}


@pytest.mark.parametrize("state", State)
def test_view(state: State, language: str) -> None:
    """A word and a sentence of its own in each language, the raw status beside it."""
    view = status_view(EXAMPLES[state], NOW)
    assert (view.state, view.raw) == (state, EXAMPLES[state].status)
    assert len(view.meaning) > len(view.word) > 0
    assert (
        bool(re.search("[가-힣]", view.word))
        == bool(re.search("[가-힣]", view.meaning))
        == (language == "ko")
    )
    if language == "ko" and state in KOREAN:
        assert view.word == KOREAN[state]


def test_words_and_meanings_are_told_apart(language: str) -> None:
    views = [status_view(example, NOW) for example in EXAMPLES.values()]
    assert len({view.word for view in views}) == len({view.meaning for view in views}) == len(State)


@pytest.mark.parametrize(
    "fields",
    [{"amount": ...}, {"status": ...}, {"cancel_amount": "all"}, {"amount": "x", "status": "failed"}],
)
def test_what_is_missing_is_not_blamed_on_the_status(fields: dict[str, Any]) -> None:
    view = status_view(payment(**fields), NOW)
    assert view.state is State.UNKNOWN
    assert view.meaning == translate(
        "Status", "The amounts or the status are missing or unreadable, so nothing is concluded from them."
    )


def test_good_news_have_a_colour_of_their_own() -> None:
    severities = {state: status_view(example, NOW).severity for state, example in EXAMPLES.items()}
    assert [state for state, severity in severities.items() if severity is Severity.SUCCESS] == [State.PAID]
    assert {severities[State.CONTRADICTORY], severities[State.UNKNOWN]} == {Severity.ANOMALY}
