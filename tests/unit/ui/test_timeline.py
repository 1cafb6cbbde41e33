"""The timeline on the page: where its line ends, what a screen reader reads, and what is left of an earlier one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor
from pytestqt.qtbot import QtBot

from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.view_model import Step, StepKind
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.pages.payment import CLOCK_INTERVAL_MS
from iamport_desktop.ui.payment.timeline import LINE_HEIGHT, StepView, TimelineCard
from iamport_desktop.ui.theme import current_theme
from tests.support.build_window import Context
from tests.support.window import settle, texts
from tests.unit.ui.conftest import found

REQUESTED = Step(
    StepKind.REQUESTED, Severity.NEUTRAL, "Requested", "11-22(Sun) 12:00 KST", "exact 1", "2 hours ago"
)
PAID = Step(StepKind.PAID, Severity.SUCCESS, "Paid", "11-22(Sun) 12:02", "exact 2", "2 hours ago", "₩30,000")


@pytest.fixture
def card(qtbot: QtBot) -> TimelineCard:
    card = TimelineCard()
    qtbot.addWidget(card)
    card.resize(900, 120)
    card.show()
    return card


def has_line(step: StepView) -> bool:
    """Whether the step has a line that reaches its right edge."""
    picture = step.grab().toImage()
    return picture.pixelColor(step.width() - 2, LINE_HEIGHT // 2) == QColor(current_theme().border)


def children(node: QAccessibleInterface) -> list[QAccessibleInterface]:
    """The visible nodes below `node`."""
    below = [node.child(index) for index in range(node.childCount())]
    return [child for child in below if not child.state().invisible]


def items(card: TimelineCard) -> list[QAccessibleInterface]:
    """The items of the list as a screen reader finds them."""
    (steps,) = children(QAccessible.queryAccessibleInterface(card))
    assert (steps.role(), steps.text(QAccessible.Text.Name)) == (
        QAccessible.Role.List,
        "Course of the payment",
    )
    return children(steps)


def test_the_line_ends_with_the_last_step(card: TimelineCard) -> None:
    for steps in ((REQUESTED, PAID), (REQUESTED,), (REQUESTED, PAID, PAID)):
        card.show_steps(steps)
        settle()
        views = [view for view in card.findChildren(StepView) if view.isVisible()]
        assert [has_line(view) for view in views] == [True] * (len(steps) - 1) + [False]


def test_the_steps_are_the_items_of_a_list(card: TimelineCard) -> None:
    card.show_steps((REQUESTED, PAID))
    assert [(item.role(), item.text(QAccessible.Text.Name), item.childCount()) for item in items(card)] == [
        (QAccessible.Role.ListItem, "Requested, 11-22(Sun) 12:00 KST, 2 hours ago", 0),
        (QAccessible.Role.ListItem, "Paid ₩30,000, 11-22(Sun) 12:02, 2 hours ago", 0),
    ]


def test_nothing_is_left_of_steps_that_are_not_shown(card: TimelineCard) -> None:
    card.show_steps((REQUESTED, PAID))
    card.show_steps((REQUESTED,))
    said = [node.text(QAccessible.Text.Name) for node in items(card)]
    assert said == ["Requested, 11-22(Sun) 12:00 KST, 2 hours ago"]
    hidden = [view for view in card.findChildren(StepView) if view.isHidden()]
    assert [texts(view) for view in hidden] == [[]] * len(hidden)


def test_the_time_that_is_left_follows_the_clock(
    window: MainWindow, context: Context, payments: dict[str, Payment]
) -> None:
    window.show_state(found(payments["imp_100000000005"]))
    timeline = window.pages.payment.view.findChild(TimelineCard)
    assert timeline
    assert any("days left" in text for text in texts(timeline))
    context.now += timedelta(days=1)
    (clock,) = [
        timer
        for timer in window.pages.payment.findChildren(QTimer)
        if timer.interval() == CLOCK_INTERVAL_MS and timer.isActive()
    ]
    clock.timeout.emit()
    assert any("hours left" in text for text in texts(timeline))
    assert not any("days left" in text for text in texts(timeline))
