"""The list of attempts as a table: its height, alignment, keys, and what stands above it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.api.identifiers import ImpUid
from iamport_desktop.api.models import Payment
from iamport_desktop.lookup.state import Batch, Results
from iamport_desktop.presentation.results import AMOUNTS
from iamport_desktop.ui.main_window import MainWindow
from tests.conftest import NOW
from tests.support.window import settle, texts

IDS = ("imp_100000000001", "imp_100000000003", "imp_100000000004", "imp_100000000005")
MISSING = ImpUid("imp_999999999999")


def show(window: MainWindow, payments: dict[str, Payment], count: int = 4) -> None:
    found = tuple(payments[imp_uid] for imp_uid in IDS)
    subject = Batch((*map(ImpUid, IDS), MISSING))
    window.show_state(Results(subject, (found * count)[:count], (MISSING,), NOW))
    settle()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (760, 520)])
@pytest.mark.parametrize("count", [1, 4, 60])
def test_the_table_is_as_high_as_its_rows(
    window: MainWindow, payments: dict[str, Payment], count: int, width: int, height: int
) -> None:
    window.resize(width, height)
    show(window, payments, count)
    view = window.pages.results.view
    last = view.visualRect(view.model().index(count, 0))
    below = view.maximumViewportSize().height() - last.bottom()
    if count == 60:
        assert below < 0  # the table scrolls, and leaves the window its size
        assert window.height() == height
    else:
        assert 0 <= below < last.height()


def test_amounts_are_aligned_to_the_right(window: MainWindow, payments: dict[str, Payment]) -> None:
    show(window, payments)
    model = window.pages.results.model
    role = Qt.ItemDataRole.TextAlignmentRole
    right = Qt.AlignmentFlag.AlignRight.value
    columns = range(model.columnCount())
    assert {column for column in columns if (model.index(0, column).data(role) or 0) & right} == AMOUNTS
    assert {
        column
        for column in columns
        if (model.headerData(column, Qt.Orientation.Horizontal, role) or 0) & right
    } == AMOUNTS


def test_the_heading_says_what_was_found_and_what_it_adds_up_to(
    window: MainWindow, payments: dict[str, Payment]
) -> None:
    show(window, payments)
    page = window.pages.results
    total = "Total: paid ₩405,500 · cancelled ₩160,200 · remaining ₩245,300"
    assert {"4 of 5 payments found", total, f"Not found: {MISSING}"} <= set(texts(page))
    assert page.view.accessibleName() == "4 of 5 payments found"
    page.clear()
    assert not {total, f"Not found: {MISSING}"} & set(texts(page))


def test_the_selected_rows_are_copied_as_they_stand(
    qtbot: QtBot, window: MainWindow, payments: dict[str, Payment]
) -> None:
    show(window, payments)
    view = window.pages.results.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QApplication.clipboard().text().split("\n")]
    assert [line[-1] for line in lines] == ["imp_uid", *IDS, MISSING]
    assert lines[2][:4] == ["Partially cancelled", "₩87,500", "₩31,200", "₩56,300"]


def test_the_last_row_is_selected_when_the_keyboard_goes_there(
    qtbot: QtBot, window: MainWindow, payments: dict[str, Payment]
) -> None:
    show(window, payments, 60)
    view = window.pages.results.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_rows() == [60]
    qtbot.keyClick(view, Qt.Key.Key_Up)
    with qtbot.waitSignal(view.chosen):
        qtbot.keyClick(view, Qt.Key.Key_Return)
