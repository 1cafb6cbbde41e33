"""What a user does with a payment, so that every part of the window shows it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QAbstractButton, QPushButton

from iamport_desktop.ui.pages.payment import PAYMENT, RAW
from tests.support.app_driver import AppDriver
from tests.support.window import seen


def reveal(driver: AppDriver) -> None:
    """Reveal personal data, or mask it again."""
    driver.press("F8")
    driver.settle()


def look_everywhere(driver: AppDriver) -> None:
    """Show the raw answer and the payment again, masked and revealed."""
    for revealed in (False, True):
        if revealed:
            reveal(driver)
        for tab in (RAW, PAYMENT):
            driver.act(partial(driver.window.pages.payment.tabs.setCurrentIndex, tab))
            driver.settle()
    reveal(driver)


def click_all_links(driver: AppDriver) -> None:
    """Click everything that may open a link, the cells of the tables too."""
    view = driver.window.pages.payment.view
    for button in seen(view, QAbstractButton):
        opens_menu = isinstance(button, QPushButton) and button.menu() is not None
        if button.text() and not opens_menu and button is not view.header.reveal:
            driver.act(button.click)
    for card in (view.cancellations, view.deposits):
        for column in range(card.model.columnCount()):
            driver.act(partial(card.view.doubleClicked.emit, card.model.index(0, column)))
