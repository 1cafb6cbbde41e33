"""The strip that takes the header's place on top of a scrolled payment."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iamport_desktop.api.codes import Language
from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.payment.strip import HEIGHT, HeaderStrip
from iamport_desktop.ui.payment.view import PaymentView
from iamport_desktop.ui.theme import DARK, LIGHT, Theme, apply_theme
from iamport_desktop.ui.widgets.label import ElidedLabel
from tests.support.build_window import Context
from tests.support.window import plain, seen, settle, texts
from tests.unit.ui.conftest import found

PARTIALLY_CANCELLED, PAID = "imp_100000000002", "imp_100000000001"


@pytest.fixture
def payment(window: MainWindow, payments: dict[str, Payment]) -> Payment:
    """A payment cancelled in part, in a small window."""
    payment = payments[PARTIALLY_CANCELLED]
    window.resize(760, 520)
    window.show_state(found(payment))
    settle()
    return payment


@pytest.fixture
def view(window: MainWindow, payment: Payment) -> PaymentView:
    return window.pages.payment.view


@pytest.fixture
def strip(view: PaymentView) -> HeaderStrip:
    return view.strip


def press(qtbot: QtBot, view: PaymentView, key: Qt.Key, times: int = 1) -> None:
    view.setFocus()
    for _ in range(times):
        qtbot.keyClick(view, key)
    settle()


def test_it_appears_with_page_down_and_disappears_at_the_top(
    qtbot: QtBot, view: PaymentView, strip: HeaderStrip
) -> None:
    assert not strip.isVisible()
    top = view.header.mapTo(view, QPoint(0, 0)).y()
    press(qtbot, view, Qt.Key.Key_PageDown, 2)
    assert strip.isVisible()
    assert (strip.y(), strip.height()) == (view.frameWidth(), HEIGHT)
    scrolled = view.verticalScrollBar().value()
    assert (
        view.header.mapTo(view, QPoint(0, 0)).y() == top - scrolled
    )  # the page stays where it is scrolled to
    press(qtbot, view, Qt.Key.Key_PageUp, 2)
    assert not strip.isVisible()
    assert view.header.mapTo(view, QPoint(0, 0)).y() == top


def test_it_appears_as_soon_as_the_amount_would_be_covered(view: PaymentView, strip: HeaderStrip) -> None:
    amount = view.header.amount
    top = amount.mapTo(view, QPoint(0, 0)).y() - view.frameWidth()
    view.verticalScrollBar().setValue(top)
    assert not strip.isVisible()
    view.verticalScrollBar().setValue(top + amount.height() // 2 + 1)
    assert strip.isVisible()


def test_it_ends_beside_the_scroll_bar_at_each_width(
    qtbot: QtBot, window: MainWindow, view: PaymentView, strip: HeaderStrip
) -> None:
    press(qtbot, view, Qt.Key.Key_PageDown, 2)
    for size in ((1100, 600), (760, 520)):
        window.resize(*size)
        settle()
        assert strip.isVisible()
        assert strip.width() == view.viewport().width()


@pytest.mark.parametrize(
    ("language", "state", "left", "copy"),
    [
        ("en", "Partially cancelled", "₩20,000 left", "Copy ▾"),
        ("ko", "부분취소", "20,000원 남음", "복사 ▾"),
    ],
)
def test_it_shows_state_and_what_is_left_of_what_was_cancelled(
    qtbot: QtBot,
    context: Context,
    translation: Translation,
    view: PaymentView,
    strip: HeaderStrip,
    payment: Payment,
    language: Language,
    state: str,
    left: str,
    copy: str,
) -> None:
    context.language = language
    translation.use(language)
    press(qtbot, view, Qt.Key.Key_PageDown, 2)
    shown = texts(strip)
    assert {state, left, copy, payment.name} <= set(shown)


def test_it_shows_the_amount_of_what_was_not_cancelled(
    window: MainWindow, payments: dict[str, Payment], strip: HeaderStrip
) -> None:
    window.show_state(found(payments[PAID]))
    assert window.pages.payment.view.header.amount.text() in texts(strip)


def test_a_long_product_is_elided_with_the_whole_in_the_tooltip(
    qtbot: QtBot, window: MainWindow, view: PaymentView, strip: HeaderStrip, payment: Payment
) -> None:
    name = "유기농 제철 과일 상자와 " * 20
    window.show_state(found(replace(payment, name=name)))
    settle()
    press(qtbot, view, Qt.Key.Key_PageDown, 3)
    (product,) = seen(strip, ElidedLabel)
    assert product.shown_text().endswith("…")
    assert name.split()[-1] in plain(product.toolTip())
    for button in (strip.copy, strip.reveal):
        assert button.width() >= button.sizeHint().width()
        assert strip.rect().contains(button.geometry())


def test_its_buttons_do_what_the_headers_do(
    qtbot: QtBot, view: PaymentView, strip: HeaderStrip, window: MainWindow
) -> None:
    press(qtbot, view, Qt.Key.Key_PageDown, 2)
    popover = window.pages.payment.copy_popover
    qtbot.mouseClick(strip.copy, Qt.MouseButton.LeftButton)
    assert popover.isVisible()
    assert popover._frame.y() > strip.mapTo(window.pages.payment, strip.copy.geometry().bottomLeft()).y()
    popover.close_popover()
    qtbot.mouseClick(strip.reveal, Qt.MouseButton.LeftButton)
    assert window.pages.payment.reveal.on
    assert strip.reveal.text() == view.header.reveal.text()
    assert strip.isVisible()
    qtbot.mouseClick(strip.reveal, Qt.MouseButton.LeftButton)
    assert not window.pages.payment.reveal.on


def test_it_is_masked_with_the_header(
    window: MainWindow, view: PaymentView, strip: HeaderStrip, payment: Payment
) -> None:
    window.show_state(found(replace(payment, name="Mug for 010-1234-5678")))
    assert "010-1234-5678" not in " ".join(texts(strip))
    window.pages.payment.toggle_reveal()
    assert "010-1234-5678" in " ".join(texts(strip))
    window.pages.payment.toggle_reveal()
    assert "010-1234-5678" not in " ".join(texts(strip))


def test_nothing_of_the_payment_stays(view: PaymentView, strip: HeaderStrip, payment: Payment) -> None:
    assert payment.name in texts(strip)
    view.clear()
    assert set(texts(strip)) <= {strip.copy.text(), strip.reveal.text()}
    assert not strip.isVisible()


def test_neither_tab_nor_a_screen_reader_meets_it(
    qtbot: QtBot, view: PaymentView, strip: HeaderStrip
) -> None:
    press(qtbot, view, Qt.Key.Key_PageDown, 2)
    assert {strip.copy.focusPolicy(), strip.reveal.focusPolicy(), strip.focusPolicy()} == {
        Qt.FocusPolicy.NoFocus
    }
    node = QAccessible.queryAccessibleInterface(strip)
    assert node is not None
    assert (node.childCount(), node.text(QAccessible.Text.Name)) == (0, "")


def test_the_wheel_on_it_scrolls_the_page(qtbot: QtBot, view: PaymentView, strip: HeaderStrip) -> None:
    press(qtbot, view, Qt.Key.Key_PageDown, 2)
    before = view.verticalScrollBar().value()
    middle = QPointF(strip.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(strip.mapToGlobal(strip.rect().center())),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(strip, event)
    assert view.verticalScrollBar().value() < before


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_it_has_the_colours_of_the_theme(
    qtbot: QtBot, styled_app: QApplication, view: PaymentView, strip: HeaderStrip, theme: Theme
) -> None:
    apply_theme(styled_app, theme)
    try:
        press(qtbot, view, Qt.Key.Key_PageDown, 2)
        picture = strip.grab().toImage()
        (product,) = seen(strip, ElidedLabel)
        for point in (QPoint(strip.width() - 2, 2), product.geometry().bottomRight() - QPoint(2, 2)):
            assert picture.pixelColor(point).name() == theme.surface
    finally:
        apply_theme(styled_app, LIGHT)
