"""Layouts that follow the width: cards in columns, and a grid that wraps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.ui.widgets.cards import CardColumns, FlowGrid
from tests.support.window import settle


def corners(widgets: list[QWidget], parent: QWidget) -> list[tuple[int, int]]:
    """Return where each widget begins in `parent`, as a column and a row counted from 0."""
    points = [widget.mapTo(parent, QPoint(0, 0)) for widget in widgets]
    lefts = sorted({point.x() for point in points})
    tops = sorted({point.y() for point in points})
    return [(lefts.index(point.x()), tops.index(point.y())) for point in points]


@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (500, [0, 0, 0, 0]),
        (800, [0, 1, 1, 0]),
        (1200, [0, 1, 2, 2]),
        (1400, [0, 1, 2, 3]),
        (2400, [0, 1, 2, 3]),
    ],
)
@pytest.mark.parametrize("missing", [None, 0, 1, 2, 3])
def test_a_card_keeps_its_place_whatever_others_there_are(
    qtbot: QtBot, width: int, columns: list[int], missing: int | None
) -> None:
    layout = CardColumns()
    qtbot.addWidget(layout)
    layout.resize(width, 400)
    layout.show()
    places = [place for place in (3, 1, 0, 2) if place != missing]
    cards: dict[int, QWidget] = {place: QLabel(str(place)) for place in places}
    layout.set_cards([(card, place) for place, card in cards.items()])
    settle()
    step = layout.width() / min(4, max(1, width // 335))
    assert {
        place: int((card.mapTo(layout, QPoint(0, 0)).x() + 1) // step) for place, card in cards.items()
    } == {place: columns[place] for place in sorted(places)}


def test_cards_change_their_columns_with_the_width(qtbot: QtBot) -> None:
    layout = CardColumns()
    qtbot.addWidget(layout)
    layout.resize(1200, 400)
    layout.show()
    cards: list[QWidget] = [QLabel(str(number)) for number in range(3)]
    layout.set_cards([(card, place) for place, card in enumerate(cards)])
    for width, count in ((1200, 3), (500, 1), (800, 2)):
        layout.resize(width, 400)
        settle()
        assert len({column for column, _ in corners(cards, layout)}) == count


@pytest.mark.parametrize(
    ("width", "corners_expected"),
    [
        (100, [(0, 0), (0, 1), (0, 2)]),
        (250, [(0, 0), (1, 0), (0, 1)]),
        (400, [(0, 0), (1, 0), (2, 0)]),
    ],
)
def test_the_grid_has_as_many_columns_as_fit(
    qtbot: QtBot, width: int, corners_expected: list[tuple[int, int]]
) -> None:
    grid = FlowGrid(100, 200, 8)
    qtbot.addWidget(grid)
    grid.resize(width, 300)
    grid.show()
    widgets: list[QWidget] = [QLabel(str(number)) for number in range(3)]
    grid.set_widgets(widgets)
    settle()
    assert corners(widgets, grid) == corners_expected
