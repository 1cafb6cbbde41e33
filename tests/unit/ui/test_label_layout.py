"""A label lays its text out once for each width, and anew when anything changes what it takes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from iamport_desktop.ui.theme import LIGHT, style_sheet
from iamport_desktop.ui.widgets.label import PlainLabel

TEXT = "2026-11-22 14:02:11 KST " * 4
WIDTHS = (-1, 120, 240)


def rooms(label: PlainLabel) -> list[tuple[int, int]]:
    return [(label.sizeHint().width(), label.heightForWidth(width)) for width in WIDTHS]


def test_a_layout_that_asks_often_has_the_text_laid_out_once_a_width(
    styled_app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    label = PlainLabel(TEXT)
    widths: list[int] = []
    prepare = PlainLabel._prepare_text

    def counted(label: PlainLabel, width: int) -> None:
        widths.append(width)
        prepare(label, width)

    monkeypatch.setattr(PlainLabel, "_prepare_text", counted)
    for _ in range(5):
        rooms(label)
    assert sorted(widths) == sorted(WIDTHS)


def test_it_takes_the_room_of_its_new_text(styled_app: QApplication) -> None:
    label = PlainLabel("short")
    before = rooms(label)
    label.setText(TEXT)
    assert rooms(label) == rooms(PlainLabel(TEXT)) != before


def test_it_takes_the_room_of_its_new_letters(styled_app: QApplication) -> None:
    window = QWidget()
    window.setStyleSheet(style_sheet(LIGHT))
    label = PlainLabel(TEXT, parent=window)
    before = rooms(label)
    label.set_kind("amount")
    assert rooms(label) == rooms(PlainLabel(TEXT, kind="amount", parent=window)) != before
    label.set_kind("")
    assert rooms(label) == before


def test_it_is_drawn_as_it_is_aligned_now(styled_app: QApplication) -> None:
    label = PlainLabel("imp")
    label.resize(200, 30)
    left = label.grab().toImage()
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    assert label.grab().toImage() != left
