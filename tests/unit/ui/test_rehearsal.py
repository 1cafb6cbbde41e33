"""The payment that is laid out ahead, and that nobody is to see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from iamport_desktop.api.codes import CodeTables
from iamport_desktop.lookup.state import Ready
from iamport_desktop.ui.appearance import Translation
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.rehearsed import REHEARSED
from tests.support.furnished import furnished
from tests.support.states import settle
from tests.support.window import texts
from tests.unit.ui.conftest import found, outfit_in

PARTLY_CANCELLED = "imp_100000000002"


@pytest.fixture
def window(dressed_app: object, codes: CodeTables, translation: Translation) -> Iterator[MainWindow]:
    window = furnished(outfit_in("ko", codes, translation))
    window.show()
    yield window
    window.close()


def test_nobody_sees_it(window: MainWindow) -> None:
    window.body.show_screen(Ready())
    settle()
    before, picture = texts(window), window.grab().toImage()
    for _ in window.body.build_ahead():
        settle()
    assert str(REHEARSED.imp_uid) in texts(window.body.payment.view), "nothing was rehearsed"
    assert texts(window) == before
    assert window.grab().toImage() == picture


def test_it_takes_no_payments_place(window: MainWindow, payments: dict[str, object]) -> None:
    ahead = window.body.build_ahead()
    next(ahead)
    window.body.show_screen(found(payments[PARTLY_CANCELLED]))  # type: ignore[arg-type]
    before = texts(window)
    for _ in ahead:
        settle()
    assert texts(window) == before


def test_the_first_payment_finds_everything_made(window: MainWindow, payments: dict[str, object]) -> None:
    for _ in window.body.build_ahead():
        settle()
    made = set(window.findChildren(QWidget))
    window.body.show_screen(found(payments[PARTLY_CANCELLED]))  # type: ignore[arg-type]
    assert set(window.findChildren(QWidget)) == made
