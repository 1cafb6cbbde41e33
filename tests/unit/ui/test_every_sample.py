"""Every sample payment in the window: nothing fails, nothing is left out, nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.presentation.payment import build_payment_view_model
from iamport_desktop.sandbox.samples import load_samples
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.widgets.label import PlainLabel
from tests.conftest import NOW
from tests.support.build_window import Context, build_window
from tests.support.view_model_texts import drawn, rows_of
from tests.support.window import seen, settle, texts
from tests.unit.ui.conftest import RECEIPTS, found

SAMPLES = [each.imp_uid for each in load_samples(NOW.timestamp(), RECEIPTS).payments]
WIDTHS = (760, 1240, 1900)
CONTEXT = Context("en", NOW)


@pytest.fixture(scope="module")
def window(styled_app: QApplication) -> Iterator[MainWindow]:
    """One window for all samples: it is made to be filled again and again."""
    translation = Translation(styled_app)
    translation.use("en")
    window = build_window(CONTEXT, translation)
    window.show()
    yield window
    window.close()


def fill(window: MainWindow, payment: Payment, *, revealed: bool = False) -> None:
    window.show_state(found(payment))
    window.pages.payment.view.header.show_watch(possible=payment.status == "ready", on=False)
    if revealed:
        window.pages.payment.reveal.toggle()
    settle()


@pytest.mark.slow
@pytest.mark.parametrize("imp_uid", SAMPLES)
def test_every_text_of_the_view_model_is_shown(
    window: MainWindow, payments: dict[str, Payment], imp_uid: str
) -> None:
    fill(window, payments[imp_uid], revealed=True)
    window.pages.payment.view.show_all.click()
    settle()
    view_model = build_payment_view_model(payments[imp_uid], replace(CONTEXT(), revealed=True))
    rows = [row.shown for row in rows_of(view_model)]
    shown = "\n".join(texts(window))
    assert [text for text in (*drawn(view_model), *rows) if text not in shown] == []


@pytest.mark.slow
@pytest.mark.parametrize("imp_uid", SAMPLES)
def test_no_text_is_cut_off_at_any_width(
    window: MainWindow, payments: dict[str, Payment], imp_uid: str
) -> None:
    fill(window, payments[imp_uid])
    for width in (window.width(), *WIDTHS):  # filled at one width, and dragged to others
        window.resize(width, 860)
        settle()
        assert [
            problem for label in seen(window.pages.payment.view, PlainLabel) for problem in cut_off(label)
        ] == []
        page = window.pages.payment.view
        assert page.widget().width() <= page.viewport().width()


def cut_off(label: PlainLabel) -> Iterator[str]:
    """What is not to be seen of `label`."""
    window = label.window()
    room = label.heightForWidth(label.width()) if label.hasHeightForWidth() else label.sizeHint().height()
    if label.height() < room:
        yield f"{label.text()!r} is too low at {window.width()}"
    if label.width() < label.minimumSizeHint().width():
        yield f"{label.text()!r} is too narrow at {window.width()}"
    if label.mapTo(window, label.rect().bottomRight()).x() > window.width():
        yield f"{label.text()!r} is outside the window at {window.width()}"


def test_nothing_of_one_payment_is_left_in_the_next(window: MainWindow, payments: dict[str, Payment]) -> None:
    """The widgets are used again: what the second one does not have must be gone."""
    fresh: dict[str, list[str]] = {}
    for imp_uid in SAMPLES:
        fill(window, payments[imp_uid])
        fresh[imp_uid] = texts(window)
    for imp_uid in reversed(SAMPLES):
        fill(window, payments[imp_uid])
        assert sorted(texts(window)) == sorted(fresh[imp_uid]), imp_uid


def test_no_widget_takes_foreign_text_for_rich_text(window: MainWindow, payments: dict[str, Payment]) -> None:
    fill(window, payments["imp_100000000035"], revealed=True)
    assert any("<" in label.text() for label in seen(window, QLabel))
    for label in window.pages.payment.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()
