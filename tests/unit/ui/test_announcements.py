"""What a screen reader reads out while the focus stays in the search box."""

from __future__ import annotations

import pytest

from iamport_desktop.api.errors import PaymentNotFound
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.lookup.state import (
    Asking,
    Failed,
    FirstStart,
    Loading,
    LookupState,
    Order,
    Ready,
    Results,
)
from iamport_desktop.presentation.watching import WatchList
from iamport_desktop.query.parse import Question, Reason
from iamport_desktop.ui.main_window import MainWindow
from tests.conftest import NOW
from tests.unit.ui.conftest import found

PARTLY = ImpUid("imp_100000000002")


def test_each_state_is_announced(
    window: MainWindow, announced: list[str], payments: dict[str, Payment]
) -> None:
    payment = payments[PARTLY]
    expected: list[tuple[LookupState, tuple[str, ...]]] = [
        (found(payment), ("Status: Partially cancelled", "Remaining: ", "Paid ", "Cancelled ")),
        (Results(Order("ORD-1"), (payment,), (), NOW), ("ORD-1", "1 attempt")),
        (Failed(PARTLY, PaymentNotFound(included_sandbox=True)), ("No payment",)),
        (FirstStart(), ("REST API key",)),
        (Asking(Question(Reason.EMAIL, "user@example.com")), ("order number?", "e-mail address")),
    ]
    for state, parts in expected:
        window.show_state(state)
        (message,) = announced
        assert all(part in message for part in parts), message
        announced.clear()


@pytest.mark.parametrize("state", [Ready(), Loading(PARTLY)], ids=lambda state: type(state).__name__)
def test_a_state_that_says_nothing_new_is_not_announced(
    window: MainWindow, announced: list[str], state: LookupState
) -> None:
    window.show_state(state)
    assert announced == []


def test_a_note_and_the_end_of_a_watch_are_announced(window: MainWindow, announced: list[str]) -> None:
    window.show_note(lambda: "a hint")
    window.watched.show_list(lambda: WatchList("1", (), PARTLY, "it was paid"))
    window.watched.announce()
    assert announced == ["a hint", "it was paid"]
