"""The cancel history as a table: order, sorting, filter, copying, opening a receipt; ten thousand rows as well."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.domain.url_safety import check_url
from iamport_desktop.presentation.view_model import History, HistoryRow, HistoryRows
from iamport_desktop.ui.payment.history_table import MAX_VISIBLE_ROWS, NEWEST_FIRST, HistoryCard
from tests.support.window import texts

START = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
NUMBER, MOMENT, MONEY, REASON, RECEIPT = range(5)
HEADINGS = ("#", "Cancelled at", "Amount", "Reason", "Receipt")


Given = tuple[HistoryRow, tuple[object, ...]]


def row(
    number: int, minutes: int | None = 0, money: int | None = 0, reason: str = "", url: str = ""
) -> Given:
    """A row, and what it is sorted by in each column."""
    cells = (str(number), f"at {minutes}", f"₩{money}", reason, "Open" if url else "")
    moment = None if minutes is None else START + timedelta(minutes=minutes)
    values = (number, moment, None if money is None else Decimal(money), reason, url)
    link = check_url(url) if url else None
    return HistoryRow(
        number, cells, (*cells[:-1], link.host if link else ""), (*cells[:-1], url), link
    ), values


def history(*rows: Given, **fields: Any) -> History:
    history_rows = HistoryRows(
        len(rows),
        lambda index: rows[index][0],
        lambda index, column: rows[index][1][column],
        lambda index: " ".join(rows[index][0].cells).lower(),
    )
    return made_of(history_rows, **fields)


def made_of(rows: HistoryRows, total: str = "₩0", **fields: Any) -> History:
    return History(
        "cancellations", "Cancel history", HEADINGS, rows, total, amounts=frozenset({MONEY}), **fields
    )


@pytest.fixture
def opened() -> list[str]:
    """The links that were opened."""
    return []


@pytest.fixture
def card(qtbot: QtBot, styled_app: QApplication, opened: list[str]) -> HistoryCard:
    card = HistoryCard(opened.append)
    qtbot.addWidget(card)
    card.resize(1000, 400)
    card.show()
    return card


def column(card: HistoryCard, number: int = NUMBER) -> list[str]:
    """What stands in a column, from top to bottom."""
    model = card.view.model()
    return [str(model.index(index, number).data()) for index in range(model.rowCount())]


def click_heading(qtbot: QtBot, card: HistoryCard, number: int) -> None:
    header = card.view.horizontalHeader()
    middle = header.sectionViewportPosition(number) + header.sectionSize(number) // 2
    viewport = header.viewport()
    qtbot.mouseClick(
        viewport,
        Qt.MouseButton.LeftButton,
        pos=QPoint(middle, header.height() // 2),
    )


def select(card: HistoryCard, *indexes: int) -> None:
    selection = card.view.selectionModel()
    selection.clear()
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for index in indexes:
        selection.select(card.view.model().index(index, 0), rows)


def copied(qtbot: QtBot, card: HistoryCard) -> str:
    QApplication.clipboard().setText("nothing was copied")
    qtbot.keyClick(card.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QApplication.clipboard().text()


def test_the_newest_stands_first(card: HistoryCard) -> None:
    """Of the same second the later of the answer; without a time, last."""
    card.show_history(history(row(1, 5), row(2, None), row(3, 9), row(4, 5), row(5, 7)))
    assert column(card) == ["3", "5", "4", "1", "2"]
    header = card.view.horizontalHeader()
    assert header.isSortIndicatorShown()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == NEWEST_FIRST


@pytest.mark.parametrize(
    ("heading", "ascending"),
    [
        (NUMBER, ["1", "2", "9", "10"]),
        (MOMENT, ["2", "10", "1", "9"]),
        (MONEY, ["9", "2", "1", "10"]),
        (REASON, ["1", "10", "9", "2"]),
    ],
)
def test_a_heading_sorts_by_value_and_not_by_text(
    qtbot: QtBot, card: HistoryCard, heading: int, ascending: list[str]
) -> None:
    rows = (row(1, 5, 200, ""), row(2, None, 30, "b"), row(9, 60, None, "a"), row(10, 4, 1000, "A"))
    card.show_history(history(*rows))
    click_heading(qtbot, card, heading)
    assert column(card) == ascending
    click_heading(qtbot, card, heading)
    assert column(card) == ascending[::-1]


def test_another_payment_is_shown_newest_first_and_unfiltered(qtbot: QtBot, card: HistoryCard) -> None:
    card.show_history(history(*(row(number, 10 - number, reason="x" * number) for number in range(1, 10))))
    click_heading(qtbot, card, MOMENT)
    card.filter.setText("xxxxxxxx")
    assert column(card) == ["9", "8"]
    card.show_history(history(row(1, 7), row(2, 8), row(3, 9)))
    assert column(card) == ["3", "2", "1"]
    assert card.filter.text() == ""


def test_the_context_menu_sorts_as_a_click_on_a_heading_does(qtbot: QtBot, card: HistoryCard) -> None:
    card.show_history(history(row(1, 5, 200), row(2, 4, 30), row(3, 3, 1000)))
    orders = []
    for _ in range(2):
        card.view.setFocus()
        QApplication.sendEvent(
            card.view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
        )
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert [action.text() for action in menu.actions()] == [f"Sort by: {heading}" for heading in HEADINGS]
        for key in (*[Qt.Key.Key_Down] * (MONEY + 1), Qt.Key.Key_Return):
            qtbot.keyClick(menu, key)
        orders.append(column(card))
    assert orders == [["2", "1", "3"], ["3", "1", "2"]]


@pytest.mark.parametrize(
    ("remaining", "said"), [("", "Total ₩12,345"), ("₩655", "Total ₩12,345 · Remaining ₩655")]
)
def test_total_and_number_of_rows_stand_above(card: HistoryCard, remaining: str, said: str) -> None:
    card.show_history(history(row(1), row(2), total="₩12,345", remaining=remaining))
    assert {"Cancel history (2)", said} <= set(texts(card))


def test_only_a_long_history_has_a_filter(card: HistoryCard) -> None:
    for count in (1, MAX_VISIBLE_ROWS, MAX_VISIBLE_ROWS + 1):
        card.show_history(history(*map(row, range(count))))
        assert card.filter.isVisibleTo(card) is (count > MAX_VISIBLE_ROWS)


def test_the_filter_keeps_rows_that_hold_each_word(qtbot: QtBot, card: HistoryCard) -> None:
    card.show_history(
        history(
            *(row(number, number, reason=("Mug", "Cup", "Big cup")[number % 3]) for number in range(1, 13))
        )
    )
    select(card, 0, 1)
    widths = [card.view.columnWidth(number) for number in range(len(HEADINGS))]
    height = card.view.height()
    assert column(card)[:3] == ["12", "11", "10"]
    card.filter.setFocus()
    qtbot.keyClicks(card.filter, "cup BIG")
    assert column(card) == ["11", "8", "5", "2"]
    assert "Cancel history (4 of 12)" in texts(card)
    assert card.view.selected_rows() == [0]
    assert [card.view.columnWidth(number) for number in range(len(HEADINGS))] == widths
    assert card.view.height() == height
    qtbot.keyClick(card.filter, Qt.Key.Key_Return)
    assert card.view.hasFocus()
    assert [line.split("\t")[0] for line in copied(qtbot, card).split("\n")] == ["#", "11"]
    click_heading(qtbot, card, MOMENT)
    assert column(card) == ["2", "5", "8", "11"]
    card.filter.setText("nothing like it")
    assert column(card) == []
    assert copied(qtbot, card) == "\t".join(HEADINGS)
    card.filter.clear()
    assert column(card) == [str(number) for number in range(1, 13)]


def test_a_filter_finds_nothing_by_what_is_masked_again(card: HistoryCard) -> None:
    def rows(reason: str) -> tuple[Given, ...]:
        return tuple(row(number, number, reason=reason if number == 4 else "") for number in range(12))

    card.show_history(history(*rows("010-1234-5678"), revealed=True))
    card.filter.setText("1234")
    assert column(card) == ["4"]
    card.show_history(history(*rows("010-****-5678")), same_rows=True)
    assert column(card) == []
    card.show_history(history(*rows("010-1234-5678"), revealed=True), same_rows=True)
    assert column(card) == ["4"]


def test_the_clock_leaves_a_filter_and_dragged_columns(card: HistoryCard) -> None:
    rows = [row(number, number, reason=f"Cup {number}") for number in range(12)]
    card.show_history(history(*rows))
    card.filter.setText("cup 1")
    card.view.setColumnWidth(REASON, 200)
    card.view.selectRow(1)
    card.show_history(history(*rows), same_rows=True)
    card.show_history(history(*rows, revealed=True), same_rows=True)
    assert column(card) == ["11", "10", "1"]
    assert (card.view.columnWidth(REASON), card.view.selected_rows()) == (200, [1])


@pytest.mark.parametrize(("key", "expected"), [(Qt.Key.Key_End, "1"), (Qt.Key.Key_Home, "30")])
def test_the_last_row_is_selected_when_the_keyboard_goes_there(
    qtbot: QtBot, card: HistoryCard, key: Qt.Key, expected: str
) -> None:
    card.show_history(history(*(row(number, number) for number in range(1, 31))))
    card.view.selectRow(3)
    card.view.setFocus()
    qtbot.keyClick(card.view, key, Qt.KeyboardModifier.ControlModifier)
    (selected,) = card.view.selected_rows()
    assert column(card)[selected] == expected
    assert card.view.rowAt(card.view.rowViewportPosition(selected)) == selected
    assert card.view.currentIndex().row() == selected


def test_a_receipt_names_its_host_in_the_tooltip_alone(card: HistoryCard) -> None:
    card.show_history(history(row(1, url="https://a.example/1")))
    cell = card.view.model().index(0, RECEIPT)
    assert cell.data() == "Open"
    assert cell.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "a.example"
    assert "a.example" in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_amounts_are_aligned_to_the_right(card: HistoryCard) -> None:
    card.show_history(history(row(1)))
    aligned = [
        bool((card.model.index(0, number).data(Qt.ItemDataRole.TextAlignmentRole) or 0) & 2)
        for number in range(len(HEADINGS))
    ]
    assert aligned == [number == MONEY for number in range(len(HEADINGS))]


def test_selected_rows_are_copied_as_tab_separated_text_with_headings(
    qtbot: QtBot, card: HistoryCard
) -> None:
    card.show_history(history(row(1, 0, 100, "x", "https://a.example/1"), row(2, 1), row(3, 2, 300)))
    select(card, 2, 0)
    assert copied(qtbot, card) == (
        "#\tCancelled at\tAmount\tReason\tReceipt\n3\tat 2\t₩300\t\t\n1\tat 0\t₩100\tx\thttps://a.example/1"
    )


def test_rows_are_copied_in_the_order_in_which_they_stand(qtbot: QtBot, card: HistoryCard) -> None:
    card.show_history(history(row(1, 5), row(2, 3), row(3, 4)))
    click_heading(qtbot, card, MOMENT)
    select(card, 0, 1)
    assert [line.split("\t")[0] for line in copied(qtbot, card).split("\n")] == ["#", "2", "3"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_cell_that_a_spreadsheet_would_run_is_neutralised(
    qtbot: QtBot, card: HistoryCard, sign: str
) -> None:
    card.show_history(history(row(1, reason=f"{sign}HYPERLINK(1)\tx\r\ny")))
    select(card, 0)
    cells = copied(qtbot, card).split("\n")[1].split("\t")
    assert len(cells) == len(HEADINGS)
    assert cells[REASON] == f"'{sign}HYPERLINK(1) x y"


def test_selected_rows_stay_selected_when_the_table_is_sorted(qtbot: QtBot, card: HistoryCard) -> None:
    card.show_history(history(row(1, 5), row(2, 3), row(3, 4)))
    select(card, 0)
    click_heading(qtbot, card, MOMENT)
    assert column(card) == ["2", "3", "1"]
    assert card.view.selected_rows() == [2]
    assert [line.split("\t")[0] for line in copied(qtbot, card).split("\n")] == ["#", "1"]


def test_enter_opens_the_receipt_of_the_row(qtbot: QtBot, card: HistoryCard, opened: list[str]) -> None:
    card.show_history(history(row(1, 1), row(2, 0, url="https://a.example/2?a=+%2B")))
    card.view.setCurrentIndex(card.view.model().index(0, NUMBER))
    qtbot.keyClick(card.view, Qt.Key.Key_Return)
    assert opened == []
    card.view.setCurrentIndex(card.view.model().index(1, NUMBER))
    qtbot.keyClick(card.view, Qt.Key.Key_Return)
    qtbot.keyClick(card.view, Qt.Key.Key_Enter)
    assert opened == ["https://a.example/2?a=+%2B"] * 2


def click(qtbot: QtBot, card: HistoryCard, index: int, column: int) -> None:
    middle = card.view.visualRect(card.view.model().index(index, column)).center()
    viewport: QWidget = card.view.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle)


def test_a_click_on_the_receipt_opens_it_and_elsewhere_only_selects(
    qtbot: QtBot, card: HistoryCard, opened: list[str]
) -> None:
    card.show_history(history(row(1, 1, url="https://a.example/1"), row(2)))
    click(qtbot, card, 0, REASON)
    assert opened == []
    assert card.view.selected_rows() == [0]
    click(qtbot, card, 0, RECEIPT)
    click(qtbot, card, 1, RECEIPT)
    assert opened == ["https://a.example/1"]


def test_a_link_that_must_not_be_opened_is_not(qtbot: QtBot, card: HistoryCard, opened: list[str]) -> None:
    card.show_history(history(row(1, url="file:///etc/passwd")))
    click(qtbot, card, 0, RECEIPT)
    card.view.setCurrentIndex(card.view.model().index(0, NUMBER))
    qtbot.keyClick(card.view, Qt.Key.Key_Return)
    assert opened == []
    select(card, 0)
    assert "file:///etc/passwd" in copied(qtbot, card)


@pytest.mark.parametrize("count", [1, 300, 10_000])
def test_rows_are_drawn_and_none_is_a_widget(qtbot: QtBot, card: HistoryCard, count: int) -> None:
    card.show_history(history(row(1)))
    qtbot.waitExposed(card)
    widgets = len(card.findChildren(QWidget))
    rows = [row(number, count - number, number, f"reason {number}") for number in range(1, count + 1)]
    card.show_history(history(*rows))
    assert len(card.findChildren(QWidget)) == widgets
    assert column(card) == [str(number) for number in range(1, count + 1)]
    click_heading(qtbot, card, MOMENT)
    assert column(card) == [str(number) for number in range(count, 0, -1)]
    card.filter.setText(f"reason {count}")
    assert column(card) == [str(count)]
    assert card.view.height() <= 400


def test_only_rows_in_sight_are_measured(
    qtbot: QtBot, card: HistoryCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[int] = set()
    whole = type(card.model).data

    def data(model: object, index: object, role: int = 0) -> object:
        asked.add(index.row())  # type: ignore[attr-defined]
        return whole(model, index, role)  # type: ignore[arg-type]

    monkeypatch.setattr(type(card.model), "data", data)
    card.show_history(history(*(row(number) for number in range(10_000))))
    card.grab()
    assert asked
    assert len(asked) < 100


def test_only_rows_in_sight_are_made_also_when_they_are_sorted(qtbot: QtBot, card: HistoryCard) -> None:
    made: set[int] = set()

    def make(index: int) -> HistoryRow:
        made.add(index)
        return row(index)[0]

    rows = HistoryRows(10_000, make, lambda index, column: -index, str)
    card.show_history(made_of(rows))
    card.grab()
    click_heading(qtbot, card, REASON)
    card.grab()
    assert {0, 9_999} <= made
    assert len(made) < 200
