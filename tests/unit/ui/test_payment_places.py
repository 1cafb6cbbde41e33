"""The payment page says less at first, and everything at the same place for every payment."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from iamport_desktop.api.models import Payment
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.payment.sections import SectionCard
from iamport_desktop.ui.widgets.cards import AdviceCard
from tests.support.window import seen, settle, texts
from tests.unit.ui.conftest import found

PLACED = {"Payment method": 0, "Virtual account": 0, "Buyer": 1, "Recurring payment": 1, "Good to know": 2}


def shown_at(window: MainWindow, width: int) -> dict[str, int]:
    """Return the left edge of each card by its title, at a width of the window."""
    window.resize(width, 860)
    settle()
    view = window.pages.payment.view
    cards: list[QWidget] = [*seen(view, SectionCard), *seen(view, AdviceCard)]
    return {texts(card)[0]: card.mapTo(view, card.rect().topLeft()).x() for card in cards}


@pytest.mark.parametrize("width", [760, 1240, 1900])
def test_a_section_stands_at_the_same_place_for_every_payment(
    window: MainWindow, payments: dict[str, Payment], width: int
) -> None:
    window.show()
    lefts: dict[str, set[int]] = {}
    for imp_uid in list(payments)[:30]:
        window.show_state(found(payments[imp_uid]))
        for title, left in shown_at(window, width).items():
            lefts.setdefault(title, set()).add(left)
    assert {title: len(edges) for title, edges in lefts.items()} == dict.fromkeys(lefts, 1)
    assert lefts.keys() >= PLACED.keys()


def test_what_says_nothing_waits_behind_a_button(window: MainWindow, payments: dict[str, Payment]) -> None:
    window.show()
    window.show_state(found(payments["imp_100000000001"]))
    settle()
    view = window.pages.payment.view
    details = ("Test payment", "Escrow", "Currency", "Status (API)", "Amounts and times", "Browser")
    before = texts(view)
    assert [text for text in details if text in before] == []
    view.show_all.click()
    settle()
    assert [text for text in details if text not in texts(view)] == []
    window.show_state(found(payments["imp_100000000003"]))  # the next customer begins with the short page
    settle()
    assert not view.show_all.isChecked()
    assert [text for text in details if text in texts(view)] == []


def test_the_page_grows_no_wider_than_can_be_read(window: MainWindow, payments: dict[str, Payment]) -> None:
    window.show()
    window.show_state(found(payments["imp_100000000003"]))
    window.resize(2560, 1400)
    settle()
    view = window.pages.payment.view
    page, room = view.widget(), view.viewport()
    assert page.width() == 1400
    assert abs(page.x() - (room.width() - page.width()) // 2) <= 1
