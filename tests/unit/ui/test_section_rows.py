"""The rows of a section: one stop of Tab, arrows inside, one copy button, one node each for a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.api.models import Payment
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.payment.sections import FieldRow, SectionCard
from iamport_desktop.ui.widgets.buttons import CopyButton
from iamport_desktop.ui.widgets.text_view import TextView
from tests.support.window import seen, settle
from tests.unit.ui.conftest import found

MAX_WIDGETS = 260  # of the page of a payment; a lookup fills, lays out and paints each of them
MAX_STOPS = 20


@pytest.fixture
def window(window: MainWindow, payments: dict[str, Payment]) -> MainWindow:
    window.resize(1240, 860)
    window.show_state(found(payments["imp_100000000003"]))
    settle()
    return window


def card_of(window: MainWindow, title: str) -> SectionCard:
    (card,) = [card for card in seen(window, SectionCard) if card.accessibleName() == title]
    return card


def stops(window: MainWindow) -> list[QWidget]:
    """Press Tab until the focus is back where it was; return the stops."""
    window.search.box.setFocus()
    found: list[QWidget] = []
    while (focused := QApplication.focusWidget()) and focused not in found:
        found.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return found


def test_a_section_is_one_stop_and_the_whole_window_has_few(window: MainWindow) -> None:
    window.pages.payment.view.header.show_watch(possible=False, on=False)
    round_trip = stops(window)
    rows = [stop for stop in round_trip if isinstance(stop, FieldRow)]
    assert len(rows) == len(seen(window, SectionCard)) == 3
    assert round_trip.index(rows[-1]) < round_trip.index(window.pages.payment.view.show_all)
    assert [stop for stop in round_trip if isinstance(stop.parentWidget(), FieldRow)] == []
    assert len(round_trip) <= MAX_STOPS


def test_arrows_go_from_row_to_row_and_keys_copy(qtbot: QtBot, window: MainWindow) -> None:
    card = card_of(window, "Buyer")
    first = seen(card, FieldRow)[0]
    first.setFocus()
    walked = []
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_End,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
    ):
        qtbot.keyClick(QApplication.focusWidget(), key)
        focused = QApplication.focusWidget()
        assert isinstance(focused, FieldRow)
        walked.append(focused.label)
    assert walked == ["Phone", "E-mail", "Phone", "Postcode", "Postcode", "Name"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "010-****-1234"
    assert [copy.accessibleName() for copy in seen(card, CopyButton)] == ["Copy Phone"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "김*플"


def test_a_part_of_a_value_is_selected_and_copied(qtbot: QtBot, window: MainWindow) -> None:
    (row,) = [row for row in seen(card_of(window, "Buyer"), FieldRow) if row.label == "Phone"]
    value = row._value
    start, end = value.geometry().topRight() - QPoint(1, -8), value.geometry().topLeft() + QPoint(60, 8)
    QGuiApplication.clipboard().setText("before")
    qtbot.mousePress(row, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(row, end)
    qtbot.mouseRelease(row, Qt.MouseButton.LeftButton, pos=end)
    assert QGuiApplication.clipboard().text() == "before"  # no click
    selection = QApplication.focusWidget()
    assert isinstance(selection, TextView)
    qtbot.keyClick(selection, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied
    assert copied != "010-****-1234"
    assert "010-****-1234".endswith(copied)
    window.search.box.setFocus()
    assert selection.isHidden()


def test_the_row_stays_where_it_was_when_personal_data_is_revealed(qtbot: QtBot, window: MainWindow) -> None:
    seen(card_of(window, "Buyer"), FieldRow)[0].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    window.pages.payment.toggle_reveal()
    settle()
    focused = QApplication.focusWidget()
    assert isinstance(focused, FieldRow)
    assert focused.accessibleName() == "Phone: 010-0000-1234"
    assert [copy.accessibleName() for copy in seen(card_of(window, "Buyer"), CopyButton)] == ["Copy Phone"]
    window.pages.payment.toggle_reveal()


def test_the_next_payment_begins_at_its_first_row(
    qtbot: QtBot, window: MainWindow, payments: dict[str, Payment]
) -> None:
    seen(card_of(window, "Buyer"), FieldRow)[0].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    window.search.box.setFocus()
    window.show_state(found(payments["imp_100000000002"]))
    settle()
    stops_of_buyer = [
        stop for stop in stops(window) if stop in card_of(window, "Buyer").findChildren(FieldRow)
    ]
    assert [stop.accessibleName() for stop in stops_of_buyer] == ["Name: 김*플"]
    assert seen(card_of(window, "Buyer"), CopyButton) == []


def test_enter_opens_the_link_of_a_row(
    qtbot: QtBot, window: MainWindow, payments: dict[str, Payment]
) -> None:
    window.show_state(found(payments["imp_100000000005"]))
    settle()
    opened: list[str] = []
    window.pages.link_activated.connect(opened.append)
    (row,) = [
        row for row in seen(card_of(window, "Payment method"), FieldRow) if row.label.startswith("Slip")
    ]
    row.setFocus()
    card_of(window, "Payment method")._focus_row(1)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert opened == [payments["imp_100000000005"].receipt_url]


def test_a_field_is_one_node(window: MainWindow) -> None:
    card = QAccessible.queryAccessibleInterface(card_of(window, "Buyer"))
    assert card.role() == QAccessible.Role.List
    nodes = [card.child(index) for index in range(card.childCount())]
    items = [node for node in nodes if node.role() == QAccessible.Role.ListItem]
    shown = [node.text(QAccessible.Text.Name) for node in items if not node.state().invisible]
    assert shown[:2] == ["Name: 김*플", "Phone: 010-****-1234"]
    assert [node.childCount() for node in items] == [0] * len(items)


def test_the_page_has_few_widgets(window: MainWindow) -> None:
    view = window.pages.payment.view
    assert len(view.findChildren(QWidget)) <= MAX_WIDGETS
