"""Every sample payment in the window: nothing fails, nothing is left out, nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from iamport_desktop.api.models import Payment
from iamport_desktop.presentation.formatting import one_line, to_json_text
from iamport_desktop.presentation.i18n import Translation
from iamport_desktop.sandbox.samples import load_samples
from iamport_desktop.ui.main_window import MainWindow
from iamport_desktop.ui.widgets.label import PlainLabel
from tests.conftest import NOW
from tests.support.built_window import Context, built_window
from tests.support.window import seen, texts
from tests.unit.ui.conftest import RECEIPTS, found

SAMPLES = [each.imp_uid for each in load_samples(NOW.timestamp(), RECEIPTS).payments]
MONEY = {"amount", "cancel_amount", "discount"}
TIMES = {"vbank_date", "vbank_issued_at"}  # and whatever ends in _at
WIDTHS = (760, 1240, 1900)
KST = timezone(timedelta(hours=9))


@pytest.fixture(scope="module")
def window(dressed_app: QApplication) -> Iterator[MainWindow]:
    """One window for all samples: it is made to be filled again and again."""
    translation = Translation(dressed_app)
    translation.use("en")
    window = built_window(Context("en", NOW), translation)
    window.show()
    yield window
    window.close()


def fill(window: MainWindow, payment: Payment, *, revealed: bool = False) -> None:
    window.show_state(found(payment))
    window.pages.payment.view.header.show_watch(possible=payment.status == "ready", on=False)
    if revealed:
        window.pages.payment.reveal.toggle()
    settle()


def settle() -> None:
    """Let the heights of wrapped texts find themselves."""
    for _ in range(12):
        QApplication.processEvents()


def leaves(fields: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every value that is not empty, under the API's name; what the API does not describe stays whole."""
    for name, value in fields.items():
        if name in ("cancel_history", "deposit_history") and isinstance(value, list):
            for record in value:
                yield from leaves(record)
        elif name == "cancel_receipt_urls" and isinstance(value, list):
            yield from ((name, each) for each in value)
        elif name in ("promotion", "extension") and isinstance(value, dict):
            yield from leaves(value)
        elif value not in (None, "", 0, [], {}) or value is False:
            yield name, value


def forms(name: str, value: Any) -> set[str]:
    """The ways in which a person may find it; each is enough."""
    said = {one_line(to_json_text(value))}
    number = float(value) if isinstance(value, int | float) or _is_decimal(value) else None
    if isinstance(value, bool):
        return {name}  # the tooltip of "Yes" or "No"
    if name.endswith("receipt_url") or name == "cancel_receipt_urls":
        said.add(urlsplit(str(value)).hostname or str(value))
    if number is not None and name in MONEY:
        said.add(f"{value:,}" if not isinstance(value, str) else f"{number:,.0f}")
    if number is not None and (name.endswith("_at") or name in TIMES):
        said.add(f"{datetime.fromtimestamp(number, UTC).astimezone(KST):%Y-%m-%d %H:%M:%S}")
    return said


def _is_decimal(value: object) -> bool:
    try:
        float(str(value))
    except ValueError:
        return False
    return not isinstance(value, bool | dict | list)


@pytest.mark.parametrize("imp_uid", SAMPLES)
def test_every_field_that_is_not_empty_can_be_read(
    window: MainWindow, bodies: dict[str, dict[str, Any]], payments: dict[str, Payment], imp_uid: str
) -> None:
    fill(window, payments[imp_uid], revealed=True)
    said = texts(window)
    whole = "\n".join(said)
    lost = [
        (name, value)
        for name, value in leaves(bodies[imp_uid])
        if not any(form in whole for form in forms(name, value))
    ]
    assert not lost


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
