"""What happened to the money, as far as the payment tells."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.i18n import translate
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.status import WINDOW_LIFE, State, state_of, status_view
from tests.conftest import NOW

NOW_S = int(NOW.timestamp())
WINDOW_S = int(WINDOW_LIFE.total_seconds())
VBANK = {"status": "ready", "pay_method": "vbank", "vbank_num": "900-000000-00-008"}


def payment(**fields: Any) -> Payment:
    """A paid one of 10,000, but for `fields`; those that are `...` are absent."""
    usual = {"imp_uid": "imp_900000000001", "status": "paid", "amount": 10_000, "cancel_amount": 0}
    return Payment.from_json({name: each for name, each in (usual | fields).items() if each is not ...})


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, State.PAID),
        ({"cancel_amount": ...}, State.PAID),
        ({"cancel_amount": None}, State.PAID),
        ({"amount": 0}, State.PAID),
        ({"amount": "10000", "cancel_amount": "0"}, State.PAID),
        # The amounts decide, whatever the status says.
        ({"cancel_amount": 1}, State.PARTIALLY_CANCELLED),
        ({"cancel_amount": 9_999}, State.PARTIALLY_CANCELLED),
        ({"amount": 12.30, "cancel_amount": 12.29}, State.UNKNOWN),  # a float is not of our decoding
        ({"amount": "12.30", "cancel_amount": "12.29"}, State.PARTIALLY_CANCELLED),
        ({"amount": "12.30", "cancel_amount": "12.3"}, State.FULLY_CANCELLED),
        ({"status": "cancelled", "cancel_amount": 4_000}, State.PARTIALLY_CANCELLED),
        ({"status": "ready", "cancel_amount": 4_000}, State.PARTIALLY_CANCELLED),
        ({"status": "failed", "cancel_amount": 4_000}, State.PARTIALLY_CANCELLED),
        ({"status": "on_hold", "cancel_amount": 4_000}, State.PARTIALLY_CANCELLED),
        ({"status": "cancelled", "cancel_amount": 10_000}, State.FULLY_CANCELLED),
        ({"status": "paid", "cancel_amount": 10_000}, State.FULLY_CANCELLED),
        ({"status": "failed", "cancel_amount": 10_000}, State.FULLY_CANCELLED),
        ({"status": "ready", "cancel_amount": 10_000}, State.FULLY_CANCELLED),
        # What contradicts itself is called so.
        ({"status": "cancelled"}, State.CONTRADICTORY),
        ({"status": "cancelled", "cancel_amount": ...}, State.CONTRADICTORY),
        ({"cancel_amount": 10_001}, State.CONTRADICTORY),
        ({"status": "cancelled", "cancel_amount": 28_000}, State.CONTRADICTORY),
        ({"cancel_amount": -1}, State.CONTRADICTORY),
        ({"amount": -10_000}, State.CONTRADICTORY),
        ({"amount": 0, "cancel_amount": 1}, State.CONTRADICTORY),
        ({"cancel_history": [{"amount": 4_000}]}, State.CONTRADICTORY),
        ({"cancel_amount": ..., "cancel_history": [{"amount": 4_000}]}, State.CONTRADICTORY),
        ({"status": "failed", "cancel_history": [{"amount": 4_000}]}, State.CONTRADICTORY),
        ({"cancel_history": [{"amount": 0}, {"reason": "?"}]}, State.PAID),
        # What is missing or unreadable is not guessed.
        ({"amount": ...}, State.UNKNOWN),
        ({"amount": None, "status": "failed"}, State.UNKNOWN),
        ({"amount": "ten thousand"}, State.UNKNOWN),
        ({"cancel_amount": "all of it"}, State.UNKNOWN),
        ({"cancel_amount": [4_000]}, State.UNKNOWN),
        ({"status": ...}, State.UNKNOWN),
        ({"status": ""}, State.UNKNOWN),
        ({"status": {"is": "paid"}}, State.UNKNOWN),
        ({"status": "on_hold"}, State.UNKNOWN),
        ({"status": "PAID"}, State.UNKNOWN),
        ({"status": "failed"}, State.FAILED),
        ({"status": "failed", "fail_reason": None}, State.FAILED),
        ({"status": "pending"}, State.PENDING),
        # Awaiting a deposit.
        (VBANK, State.AWAITING_DEPOSIT),
        (VBANK | {"vbank_date": 0}, State.AWAITING_DEPOSIT),
        (VBANK | {"vbank_date": "soon"}, State.AWAITING_DEPOSIT),
        (VBANK | {"vbank_date": NOW_S + 1}, State.AWAITING_DEPOSIT),
        (VBANK | {"vbank_date": NOW_S}, State.DEPOSIT_EXPIRED),
        (VBANK | {"vbank_date": NOW_S - 1}, State.DEPOSIT_EXPIRED),
        (VBANK | {"pay_method": "card"}, State.AWAITING_DEPOSIT),
        (VBANK | {"vbank_num": "unknown"}, State.AWAITING_DEPOSIT),
        (VBANK | {"vbank_num": None, "vbank_issued_at": NOW_S - 60}, State.AWAITING_DEPOSIT),
        (VBANK | {"vbank_num": None, "vbank_date": NOW_S + 60}, State.AWAITING_DEPOSIT),
        (VBANK | {"vbank_num": None}, State.ABANDONED),
        (VBANK | {"vbank_num": "", "vbank_issued_at": 0, "started_at": NOW_S - 60}, State.WINDOW_OPEN),
        (VBANK | {"status": "paid", "vbank_date": NOW_S - 1}, State.PAID),
        (VBANK | {"status": "cancelled"}, State.CONTRADICTORY),
        # The window.
        ({"status": "ready", "started_at": NOW_S}, State.WINDOW_OPEN),
        ({"status": "ready", "started_at": NOW_S - WINDOW_S + 1}, State.WINDOW_OPEN),
        ({"status": "ready", "started_at": NOW_S - WINDOW_S}, State.ABANDONED),
        ({"status": "ready", "started_at": NOW_S - 86_400}, State.ABANDONED),
        ({"status": "ready", "started_at": NOW_S + 5}, State.WINDOW_OPEN),  # the desk's clock is late
        ({"status": "ready"}, State.ABANDONED),
        ({"status": "ready", "started_at": 0}, State.ABANDONED),
    ],
    ids=str,
)
def test_state(fields: dict[str, Any], state: State) -> None:
    assert state_of(payment(**fields), NOW) is state


def test_a_deadline_passes_while_one_looks() -> None:
    awaited = payment(**VBANK, vbank_date=NOW_S + 60)
    assert state_of(awaited, NOW) is State.AWAITING_DEPOSIT
    assert state_of(awaited, NOW + timedelta(minutes=1)) is State.DEPOSIT_EXPIRED


EXAMPLES = {
    State.PAID: payment(),
    State.PARTIALLY_CANCELLED: payment(cancel_amount=4_000),
    State.FULLY_CANCELLED: payment(cancel_amount=10_000),
    State.AWAITING_DEPOSIT: payment(**VBANK),
    State.DEPOSIT_EXPIRED: payment(**VBANK, vbank_date=NOW_S),
    State.WINDOW_OPEN: payment(status="ready", started_at=NOW_S),
    State.ABANDONED: payment(status="ready"),
    State.FAILED: payment(status="failed"),
    State.PENDING: payment(status="pending"),
    State.CONTRADICTORY: payment(status="cancelled"),
    State.UNKNOWN: payment(status="on_hold"),
}
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


def test_every_state_has_an_example() -> None:
    assert set(EXAMPLES) == set(State)


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
    views = [status_view(each, NOW) for each in EXAMPLES.values()]
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
    severities = {state: status_view(each, NOW).severity for state, each in EXAMPLES.items()}
    assert [state for state, severity in severities.items() if severity is Severity.SUCCESS] == [State.PAID]
    assert {severities[State.CONTRADICTORY], severities[State.UNKNOWN]} == {Severity.ANOMALY}
