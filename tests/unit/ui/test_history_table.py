"""The cancel history as a table: order, sorting, copying, opening a receipt; ten thousand rows as well."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.domain.url_safety import check_url
from iamport_desktop.presentation.view_model import History, HistoryRow, HistoryRows
from iamport_desktop.ui.payment.history_table import HistoryCard
from tests.support.window import texts

START = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
NUMBER, MOMENT, MONEY, REASON, RECEIPT = range(5)
HEADINGS = ("#", "Cancelled at", "Amount", "Reason", "Receipt")


Given = tuple[HistoryRow, tuple[object, ...]]


def row(
    number: int, minutes: int | None = 0, money: int | None = 0, reason: str = "", url: str = ""
) -> Given:
    """A row, and what it is sorted by in each column."""
    cells = (str(number), f"at {minutes}", f"₩{money}", reason, "host" if url else "")
    moment = None if minutes is None else START + timedelta(minutes=minutes)
    values = (number, moment, None if money is None else Decimal(money), reason, url)
    return HistoryRow(number, cells, (*cells[:-1], url), check_url(url) if url else None), values


def history(*rows: Given, total: str = "₩0") -> History:
    history_rows = HistoryRows(
        len(rows), lambda index: rows[index][0], lambda index, column: rows[index][1][column]
    )
    return History("cancellations", "Cancel history", HEADINGS, history_rows, total)


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


def test_rows_stand_as_they_were_sent(card: HistoryCard) -> None:
    card.show_history(history(row(1, 5), row(2, 3), row(3, 4)))
    assert column(card) == ["1", "2", "3"]
    assert not card.view.horizontalHeader().isSortIndicatorShown() or (
        card.view.horizontalHeader().sortIndicatorSection() == -1
    )


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


def test_another_payment_is_shown_in_its_own_order(qtbot: QtBot, card: HistoryCard) -> None:
    card.show_history(history(row(1, 5), row(2, 3)))
    click_heading(qtbot, card, MOMENT)
    assert column(card) == ["2", "1"]
    card.show_history(history(row(1, 9), row(2, 8), row(3, 7)))
    assert column(card) == ["1", "2", "3"]


def test_total_and_number_of_rows_stand_above(card: HistoryCard) -> None:
    card.show_history(history(row(1), row(2), total="₩12,345"))
    said = texts(card)
    assert "Cancel history (2)" in said
    assert "Total ₩12,345" in said


def test_selected_rows_are_copied_as_tab_separated_text_with_headings(
    qtbot: QtBot, card: HistoryCard
) -> None:
    card.show_history(history(row(1, 0, 100, "x", "https://a.example/1"), row(2), row(3, 2, 300)))
    select(card, 2, 0)
    assert copied(qtbot, card) == (
        "#\tCancelled at\tAmount\tReason\tReceipt\n1\tat 0\t₩100\tx\thttps://a.example/1\n3\tat 2\t₩300\t\t"
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
    assert [line.split("\t")[0] for line in copied(qtbot, card).split("\n")] == ["#", "1"]


def test_enter_opens_the_receipt_of_the_row(qtbot: QtBot, card: HistoryCard, opened: list[str]) -> None:
    card.show_history(history(row(1), row(2, url="https://a.example/2?a=+%2B")))
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
    card.show_history(history(row(1, url="https://a.example/1"), row(2)))
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

    rows = HistoryRows(10_000, make, lambda index, column: -index)
    card.show_history(History("cancellations", "Cancel history", HEADINGS, rows, "₩0"))
    card.grab()
    click_heading(qtbot, card, REASON)
    card.grab()
    assert {0, 9_999} <= made
    assert len(made) < 200
