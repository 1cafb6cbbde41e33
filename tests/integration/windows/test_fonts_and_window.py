"""Korean letters, and the fonts of widgets that Windows has fonts of its own for."""

from __future__ import annotations

from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QTableView
from pytestqt.qtbot import QtBot

from iamport_desktop.domain.business_days import KST

IN_NO_FONT = "\ue000"  # drawn as a box


def drawn(font: QFont, letter: str) -> QImage:
    image = QImage(64, 64, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(image.rect(), 0, letter)
    painter.end()
    return image


def test_korean_letters_are_drawn_each_as_itself(styled_app: QApplication) -> None:
    font = QFont(styled_app.font())
    font.setPointSize(24)
    pictures = [drawn(font, letter) for letter in ["가", "힣", "결", "제", "원", IN_NO_FONT, " "]]
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[:at])


def test_korea_s_time_needs_no_zone_database() -> None:
    assert KST.utcoffset(None).total_seconds() == 9 * 3600


def test_tables_keep_the_font_of_the_window_when_shown(styled_app: QApplication, qtbot: QtBot) -> None:
    label, table = QLabel("결제"), QTableView()
    for widget in label, table:
        qtbot.addWidget(widget)
    with qtbot.waitExposed(table):
        table.show()
    assert table.font().families() == label.font().families()
    assert table.horizontalHeader().font().families() == label.font().families()
