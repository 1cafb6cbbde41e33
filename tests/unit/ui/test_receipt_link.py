"""The button that opens a receipt, and the host beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from iamport_desktop.domain.url_safety import check_url
from iamport_desktop.ui.widgets.buttons import MAX_HOST_WIDTH, ReceiptLink
from iamport_desktop.ui.widgets.label import ElidedLabel
from tests.support.window import plain, seen, settle, texts

HOST = "admin8.kcp.co.kr.assist-bill-receipt-card-secure-2024-order.assist-bill.evil.example"


@pytest.fixture
def link(qtbot: QtBot, styled_app: QApplication) -> ReceiptLink:
    link = ReceiptLink(lambda url: None)
    qtbot.addWidget(link)
    link.resize(600, 40)
    link.show()
    return link


def test_of_a_long_host_the_end_is_seen_and_the_tooltip_has_it_whole(link: ReceiptLink) -> None:
    link.show_link(check_url(f"https://{HOST}/r"), "Open receipt")
    settle()
    (host,) = seen(link, ElidedLabel)
    assert host.width() <= MAX_HOST_WIDTH
    assert host.shown_text().startswith("…")
    assert host.shown_text().endswith(".evil.example")
    assert plain(host.toolTip()).replace("\n", "") == HOST
    (button,) = seen(link, QPushButton)
    assert HOST in button.accessibleDescription()


def test_a_short_host_is_whole(link: ReceiptLink) -> None:
    link.show_link(check_url("https://pg.example/r"), "Open receipt")
    settle()
    (host,) = seen(link, ElidedLabel)
    assert host.shown_text() == "pg.example"


def test_the_warning_stands_before_the_host_and_is_whole(link: ReceiptLink) -> None:
    link.show_link(check_url(f"http://{HOST}/r"), "Open receipt")
    settle()
    (host,) = seen(link, ElidedLabel)
    (warning,) = [each for each in seen(link, type(link._warning)) if each.text() == "Not encrypted"]
    assert warning.geometry().right() < host.x()
    assert warning.width() >= warning.sizeHint().width()


@pytest.mark.parametrize(
    "url", ["http://192.168.0.1/reboot.cgi", "https://router/", "http://[::ffff:127.0.0.1]/"]
)
def test_a_link_into_the_desks_network_says_why_it_is_not_opened(
    qtbot: QtBot, link: ReceiptLink, url: str
) -> None:
    link.show_link(check_url(url), "Open receipt")
    (button,) = seen(link, QPushButton)
    assert not button.isEnabled()
    assert "Not opened: inside a private network" in texts(link)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_of_a_link_stays(link: ReceiptLink) -> None:
    link.show_link(check_url(f"http://{HOST}/r"), "Open receipt")
    link.clear()
    assert texts(link) == []
