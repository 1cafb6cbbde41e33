"""Labels take every text for plain text, and give it the room that it needs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from iamport_desktop.ui.widgets.accessibility import tooltip_of
from iamport_desktop.ui.widgets.buttons import CopyButton
from iamport_desktop.ui.widgets.label import PlainLabel
from tests.support.opened_files import watch
from tests.support.window import plain

HOSTILE = (
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "&lt;b&gt; &amp; &copy;",
    "<a href='https://example.com'>click</a>",
    "<!DOCTYPE html><h1>x</h1>",
    "# not markdown",
    "a & b",
)
LONG_ID = "abcdefghij" * 30


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A red picture, which a label that took its text for HTML would show."""
    image = QImage(120, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    file = tmp_path / "red.png"
    assert image.save(str(file))
    return file


Show = Callable[..., PlainLabel]


@pytest.fixture
def shown(qtbot: QtBot, styled_app: QApplication) -> Show:
    """Puts a label into a column of some width, as a layout places it."""
    columns = []

    def show(label: PlainLabel, width: int = 300) -> PlainLabel:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label)
        layout.addStretch(1)
        column.resize(width, 2000)
        column.show()
        qtbot.addWidget(column)
        qtbot.waitExposed(column)
        columns.append(column)
        return label

    return show


def ink(label: PlainLabel) -> tuple[int, int]:
    """The last column and the last row in which anything is drawn."""
    image = label.grab().toImage()
    paper = image.pixel(0, 0)
    marks = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != paper
    ]
    assert marks, "nothing is drawn"
    return max(x for x, _ in marks), max(y for _, y in marks)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_shown_as_it_is(shown: Show, text: str) -> None:
    label = shown(PlainLabel(text), 800)
    right, bottom = ink(label)
    assert right >= label.fontMetrics().horizontalAdvance(text) - 6  # no tag and no ampersand was taken away
    assert bottom < label.fontMetrics().lineSpacing()


@pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")
def test_no_picture_is_loaded(qtbot: QtBot, shown: Show, picture: Path) -> None:
    html = f"<img src='file://{picture}'><img src='{picture}'>"
    with watch(picture) as watched:
        label = shown(PlainLabel(html), width=400)
        label.setToolTip(tooltip_of(html))
        QApplication.sendEvent(label, QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1)))
        qtbot.waitUntil(QToolTip.isVisible)
        QToolTip.hideText()
        assert not watched.was_opened()
        assert picture.read_bytes()
        assert watched.was_opened()  # the watch itself works
    red = QColor("red").rgb()
    image = label.grab().toImage()
    assert red not in {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("text", [*HOSTILE, "<img src='file:///etc/passwd'>", "two  spaces"])
def test_a_tooltip_says_the_text_itself(text: str) -> None:
    assert plain(tooltip_of(text)).split() == text.split()
    assert tooltip_of("") == ""


@pytest.mark.parametrize("width", [90, 200, 640])
@pytest.mark.parametrize("text", [LONG_ID, "가나다라마바사" * 20, "word " * 40 + LONG_ID, LONG_ID + "\u3000"])
def test_text_wraps_inside_the_width_and_has_its_height(shown: Show, text: str, width: int) -> None:
    label = shown(PlainLabel(text), width)
    assert label.width() == width
    assert label.height() == label.heightForWidth(width)
    assert label.height() > 2 * label.fontMetrics().lineSpacing() or width == 640
    right, bottom = ink(label)
    assert right < width - 1
    unclipped = PlainLabel(text)
    unclipped.setAlignment(Qt.AlignmentFlag.AlignTop)
    unclipped.resize(width, label.height() + 200)
    assert ink(unclipped)[1] == bottom, "the last line is cut off"


def test_one_line_stays_one_line(styled_app: QApplication) -> None:
    label = PlainLabel("imp_123456789012 stands here", one_line=True)
    needed = label.fontMetrics().horizontalAdvance(label.text())
    assert label.minimumSizeHint().width() >= needed
    assert not label.hasHeightForWidth()


@pytest.mark.parametrize("alignment", [Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter])
def test_text_stands_where_it_is_aligned(shown: Show, alignment: Qt.AlignmentFlag) -> None:
    left = shown(PlainLabel("imp"))
    moved = PlainLabel("imp")
    moved.setAlignment(alignment | Qt.AlignmentFlag.AlignTop)
    shown(moved)
    assert ink(moved)[0] > ink(left)[0] + 100


def test_a_copy_button_copies_what_it_was_given_and_shows_a_sign(
    qtbot: QtBot, styled_app: QApplication
) -> None:
    def drawn() -> QImage:
        return copy.icon().pixmap(16, 16).toImage()

    copy = CopyButton()
    qtbot.addWidget(copy)
    copy.show()
    copy.set_text("imp_123", "imp_uid")
    before = drawn()
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "imp_123"
    assert drawn() != before
    qtbot.waitUntil(lambda: drawn() == before)
    assert copy.accessibleName() == "Copy imp_uid"
    copy.set_text("another", "order")
    qtbot.keyClick(copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "another"
