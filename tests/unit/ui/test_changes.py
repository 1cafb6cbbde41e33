"""What a change of language or theme, a reveal and the clock leave as it is, and what they change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.api.errors import PaymentNotFound
from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.api.origin import PORTONE
from iamport_desktop.lookup.state import Failed, Order, Results, WatchedPayment, WatchState
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.presentation.watching import watch_list
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.pages.payment import CLOCK_INTERVAL_MS
from iamport_desktop.ui.payment.history_table import NEWEST_FIRST
from iamport_desktop.ui.theme import DARK, LIGHT, apply_theme
from tests.conftest import NOW
from tests.support.build_window import Context
from tests.support.window import seen, settle, texts
from tests.unit.ui.conftest import found

PAID, PARTLY, CANCELLED_OFTEN, AWAITING = (
    "imp_100000000001",
    "imp_100000000002",
    "imp_100000000003",
    "imp_100000000005",
)


class Change(NamedTuple):
    """A change of the language or of the theme."""

    context: Context
    translation: Translation
    app: QApplication

    def language(self) -> None:
        self.context.language = "ko"
        self.translation.use("ko")
        settle()

    def theme(self) -> None:
        apply_theme(self.app, DARK)
        settle()


@pytest.fixture
def change(context: Context, translation: Translation, styled_app: QApplication) -> Iterator[Change]:
    yield Change(context, translation, styled_app)
    apply_theme(styled_app, LIGHT)


@pytest.mark.parametrize("what", ["language", "theme"])
@pytest.mark.parametrize("focused", ["search box", "list"])
def test_a_change_moves_neither_the_focus_nor_the_selection_in_the_results(
    qtbot: QtBot,
    window: MainWindow,
    change: Change,
    payments: dict[str, Payment],
    what: str,
    focused: str,
) -> None:
    attempts = tuple(payments[imp_uid] for imp_uid in (PAID, PARTLY, CANCELLED_OFTEN))
    window.show_state(Results(Order("ORD-1"), attempts, (), NOW))
    view = window.pages.results.view
    view.selectRow(2)
    widget: QWidget = {"search box": window.search.box, "list": view}[focused]
    widget.setFocus()
    before = texts(window.pages.results)
    getattr(change, what)()
    assert QApplication.focusWidget() is widget
    assert [index.row() for index in view.selectionModel().selectedRows()] == [2]
    assert (texts(window.pages.results) != before) is (what == "language")
    with qtbot.waitSignal(window.pages.payment_chosen, check_params_cb=lambda uid: uid == CANCELLED_OFTEN):
        qtbot.keyClick(view, Qt.Key.Key_Return)


CHANGES: dict[str, Callable[[MainWindow, Change], None]] = {
    "language": lambda _, change: change.language(),
    "theme": lambda _, change: change.theme(),
    "reveal": lambda window, _: window.pages.payment.toggle_reveal(),
    "clock": lambda window, _: tick(window),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_leaves_sorting_selection_scrolling_and_focus_of_a_payment(
    window: MainWindow, change: Change, payments: dict[str, Payment], what: str
) -> None:
    window.show_state(found(payments[CANCELLED_OFTEN]))
    page = window.pages.payment
    table = page.view.cancellations.view
    table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    rows = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().select(table.model().index(0, 0), rows)
    table.setFocus()
    settle()
    page.view.verticalScrollBar().setValue(40)

    def numbers() -> list[int]:
        return [int(table.model().index(row, 0).data()) for row in range(table.model().rowCount())]

    def what_the_agent_set() -> tuple[object, ...]:
        header = table.horizontalHeader()
        sorting = header.sortIndicatorSection(), header.sortIndicatorOrder(), numbers()
        position = page.view.verticalScrollBar().value()
        return *sorting, table.selected_rows(), position, QApplication.focusWidget()

    assert numbers() == sorted(numbers(), reverse=True)
    assert table.selected_rows() == [0]
    before = what_the_agent_set()
    CHANGES[what](window, change)
    settle()
    assert what_the_agent_set() == before


def test_masking_again_leaves_sorting_and_selection(window: MainWindow, payments: dict[str, Payment]) -> None:
    window.show_state(found(payments[CANCELLED_OFTEN]))
    page, table = window.pages.payment, window.pages.payment.view.cancellations.view
    page.toggle_reveal()
    table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    table.selectRow(1)
    page.reveal.mask()
    assert table.horizontalHeader().sortIndicatorSection() == 0
    assert table.selected_rows() == [1]


def test_another_payment_is_shown_newest_first(window: MainWindow, payments: dict[str, Payment]) -> None:
    window.show_state(found(payments[CANCELLED_OFTEN]))
    table = window.pages.payment.view.cancellations.view
    table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    table.selectRow(0)
    window.show_state(found(payments[PARTLY]))
    header = table.horizontalHeader()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == NEWEST_FIRST
    assert table.selected_rows() == []


def test_another_language_reaches_everything_about_a_watch(
    window: MainWindow, change: Change, payments: dict[str, Payment]
) -> None:
    over = WatchedPayment(ImpUid(PARTLY), payments[PARTLY], PORTONE, WatchState.CHANGED)
    waiting = WatchedPayment(ImpUid(AWAITING), payments[AWAITING], PORTONE, WatchState.WAITING, NOW)
    window.watched.show_list(lambda: watch_list([over, waiting], change.context()))
    window.watched.toggle.click()
    model = window.watched.list.model()
    window.watched.list.setCurrentIndex(model.index(1, 0))
    window.pages.payment.view.header.show_watch(possible=True, on=True)
    header = window.pages.payment.view.header
    english = {"Stop", "Open", "Dismiss", "Stop all", "2 watched payments ▴"}
    assert english <= set(texts(window.watched))
    assert header.watch.text() == "Stop watching"
    change.language()
    assert {"알림 끄기", "열기", "지우기", "모두 끄기", "알림 2건 ▴"} <= set(texts(window.watched))
    assert english.isdisjoint(texts(window.watched))
    assert window.watched.list.currentIndex().row() == 1
    assert header.watch.text() == "알림 끄기"
    header.show_watch(possible=True, on=False)
    assert header.watch.text() == "결제되면 알림 받기"


def test_another_language_reaches_the_note_and_the_bars(window: MainWindow, change: Change) -> None:
    def sentence() -> str:
        return {"en": "A hint", "ko": "도움말"}[change.context.language]

    window.show_note(sentence)
    window.show_crash(sentence)
    window.set_samples(lambda: [(PAID, sentence())])
    change.language()
    assert window.note.text() == "도움말"
    assert window.crash_bar.text() == "도움말"
    assert window.windowTitle() == "아임포트 데스크톱 — 예시 결제"
    assert "도움말" in texts(window.pages.samples)
    assert "A hint" not in texts(window)


def test_another_language_reaches_a_problem(window: MainWindow, change: Change) -> None:
    window.show_state(Failed(ImpUid(PAID), PaymentNotFound(included_sandbox=True)))
    page = window.pages.problem
    before = {page.headline.text(), page.sentence.text(), *(each.text() for each in seen(page, QPushButton))}
    change.language()
    assert before.isdisjoint(texts(page))


def tick(window: MainWindow) -> None:
    """Let the page notice what time it is, as its timer does."""
    (timer,) = [
        timer for timer in window.pages.payment.findChildren(QTimer) if timer.interval() == CLOCK_INTERVAL_MS
    ]
    assert timer.isActive()
    timer.timeout.emit()


def test_the_age_of_what_is_shown_goes_on(
    window: MainWindow, context: Context, payments: dict[str, Payment]
) -> None:
    window.show_state(found(payments[PAID]))
    fresh = texts(window.pages.payment.view.header)
    context.now = NOW + timedelta(minutes=10)
    assert texts(window.pages.payment.view.header) == fresh
    tick(window)
    assert set(texts(window.pages.payment.view.header)) - set(fresh)


def test_a_deadline_that_passes_is_seen_to_pass(
    window: MainWindow, context: Context, payments: dict[str, Payment]
) -> None:
    payment = payments[AWAITING]
    assert payment.vbank_date
    window.show_state(found(payment))
    assert "Awaiting deposit" in texts(window)
    before = texts(window.pages.payment.view)
    context.now = payment.vbank_date + timedelta(minutes=1)
    tick(window)
    assert "Awaiting deposit" not in texts(window)
    assert set(texts(window.pages.payment.view)) - set(before)


def test_a_language_change_of_an_empty_window_changes_nothing_else(window: MainWindow) -> None:
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert window.starting.isVisible()
    assert not window.note.isVisible()
